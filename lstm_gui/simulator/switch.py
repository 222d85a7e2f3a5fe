"""Another kind of cell for the same scene: what means the same is kept, and what is lost for now is named.

Blocks of weights keep what they learnt where their `meaning` in the descriptions is the same, or where one is
the `opposite` of the other and the sign is turned: a GRU whose z keeps has the weights of a forget gate, and
where z writes instead they stand there with the sign turned. What has no place in the new cell is remembered,
and comes back with a cell that has one (`carrying.py`): from an LSTM to an RNN and back is no way at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.parts import Block
from lstm_gui.lessons.scene import Cell, Scene, zero_states
from lstm_gui.simulator.carrying import Taken, fresh_cell, is_fresh, sources, turned
from lstm_gui.simulator.remembered import KnownState, Remembered, known_arrays, state_meaning
from lstm_gui.simulator.words import SENTENCES, Translate, as_written


@dataclass(frozen=True, slots=True)
class Switched:
    """A scene with another cell, what of the old one is not in it, and what the old one did not have."""

    scene: Scene
    left: tuple[str, ...]  # arrays and states of the old cell that said something: "W_i", "c"
    new: tuple[str, ...]  # blocks of the new cell that nothing was known of: "o"
    restored: tuple[str, ...] = ()  # arrays and states of the new cell that were remembered
    remembered: Remembered = field(default_factory=Remembered)  # what has no place in the new cell


def switched(scene: Scene, kind: Kind, remembered: Remembered | None = None) -> Switched:
    """The scene with a cell of that kind: same inputs, seed, step and states put in by hand.

    The caption stays, though what it claims was claimed of the old cell: a changed scene is saved without it.
    """
    kept = remembered or Remembered()
    ahead = _one_way(scene, kind, kept)
    if scene.backward is None:
        return ahead
    other = replace(
        scene,
        cell=scene.backward.cell,
        initial=scene.backward.initial,
        overrides=scene.backward.overrides,
        backward=None,
    )
    back = _one_way(other, kind, kept.backward or Remembered())
    changed = replace(
        scene.backward,
        cell=back.scene.cell,
        initial=back.scene.initial,
        overrides=back.scene.overrides,
    )
    return Switched(
        scene=replace(ahead.scene, backward=changed),
        left=_both(ahead.left, back.left),
        new=_both(ahead.new, back.new),
        restored=_both(ahead.restored, back.restored),
        remembered=replace(ahead.remembered, backward=back.remembered),
    )


def _both(ahead: tuple[str, ...], back: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ahead, *back)))


def _one_way(scene: Scene, kind: Kind, remembered: Remembered) -> Switched:
    """The scene without what is read from its end."""
    old, new = scene.cell, graph_of(kind)
    if kind == old.kind:
        return Switched(scene, (), (), remembered=remembered)
    start = fresh_cell(new, old.inputs, old.units)
    taken = sources(start, old, remembered)
    cell = start.with_arrays({name: one.sized(start.array(name)) for name, one in taken.items()})
    states = _States(scene, new, remembered)
    return Switched(
        scene=states.put_into(replace(scene, cell=cell)),
        left=(*_arrays_left(old, cell, taken), *states.left()),
        new=tuple(block.name for block in new.blocks if not _is_known(block, new, taken)),
        restored=(*_arrays_restored(cell, taken), *states.restored()),
        remembered=_remembered(old, cell, taken, replace(remembered, states=states.remembered())),
    )


def told(result: Switched, old: Kind, translate: Translate = as_written) -> str:
    """What a person should know of a switch from a cell of that kind, or "" where nothing was lost or new."""
    graph = result.scene.cell.graph
    fresh: dict[str, list[str]] = {}
    for name in result.new:
        fresh.setdefault(_starts(graph.block(name)), []).append(graph.block(name).words)
    said = {
        "restored": _in_words(result.restored, graph),
        "left": _in_words(result.left, graph_of(old)),
        **fresh,
    }
    parts = [
        translate(SENTENCES[sentence]).format(names=", ".join(translate(name) for name in names))
        for sentence, names in said.items()
        if names
    ]
    return "; ".join(parts)


def _starts(block: Block) -> str:
    """The sentence about how a block starts that nothing is known of."""
    if block.meaning.endswith(", exponential"):
        return "starts at one"
    if block.opposite:
        return "starts in the middle"
    if block.meaning in ("query", "key"):
        return "starts the same"
    return "starts open" if block.meaning != "candidate" else "starts at zero"


def _in_words(names: tuple[str, ...], graph: CellGraph) -> list[str]:
    """What a person calls arrays and states: a whole block by its own name, others by theirs."""
    found = []
    for name in names:
        given = graph.parameter.get(name)
        whole = given is not None and (given.array in ("W", "b") or f"W_{given.block}" in names)
        found.append(graph.block(given.block).words if given and whole else graph.words(name))
    return list(dict.fromkeys(found))


# Arrays


def _is_known(block: Block, new: CellGraph, taken: dict[str, Taken]) -> bool:
    return any(given.block == block.name and given.name in taken for given in new.parameters)


def _remembered(old: Cell, new: Cell, taken: dict[str, Taken], before: Remembered) -> Remembered:
    """What is remembered after a switch: what stands in the new cell, and what came of it, is not."""
    used = {one.source for one in taken.values() if one.how != "opposite"}
    said = {one.source for one in taken.values()}
    lost = [replace(known, said=known in said) for known in known_arrays(old).values() if known not in used]
    there = known_arrays(new)
    # A gate that is another's under a second name leaves alone what is remembered under that name.
    own = {(one.array, one.meaning) for name, one in there.items() if not _is_turned(taken.get(name))}
    spent = {(one.source.array, one.source.meaning) for one in taken.values() if one.how == "restored"}
    return before.with_arrays(lost).without_arrays(own | spent)


def _is_turned(taken: Taken | None) -> bool:
    return taken is not None and taken.how == "turned"


def _arrays_left(old: Cell, new: Cell, taken: dict[str, Taken]) -> Iterator[str]:
    """The arrays that say something and that the new cell neither has nor says by another."""
    used = {one.source for one in taken.values()}
    for name, known in known_arrays(old).items():
        given = old.graph.parameter[name]
        block = old.graph.block(given.block)
        says_something = known not in used and not is_fresh(given, block, known.rows)
        if says_something and not _implied(given.array, block, old, new):
            yield name


def _arrays_restored(cell: Cell, taken: dict[str, Taken]) -> Iterator[str]:
    for name, one in taken.items():
        given = cell.graph.parameter[name]
        if one.how == "restored" and (given.array in "WUb" or any(map(any, one.rows))):
            yield name


def _implied(array: str, block: Block, old: Cell, new: Cell) -> bool:
    """Whether a gate that is 1 − another in the new cell was so in the old one, by its weights."""
    wanted = turned(old.array(f"{array}_{block.name}"))
    names = [
        f"{array}_{other.name}"
        for other in new.graph.blocks
        if other.opposite == block.meaning and f"{array}_{other.name}" in new.graph.parameter
    ]
    return any(new.array(name) == wanted for name in names)


# States


@dataclass(frozen=True, slots=True)
class _States:
    """Where the states of a new cell start, and what is put in their place by hand."""

    scene: Scene  # with the old cell
    new: CellGraph
    before: Remembered

    def put_into(self, scene: Scene) -> Scene:
        """A scene with the new cell, its states carried over or restored."""
        old, shared = self.scene, self._shared()
        changed = replace(
            scene,
            initial=zero_states(self.new.kind, scene.cell.units),
            overrides=tuple(one for one in old.overrides if one.state in shared),
        )
        for state in shared:
            changed = changed.starting(state, old.initial_of(state))
        for state, known in self._kept().items():
            changed = changed.starting(state, known.values)
            changed = replace(changed, overrides=tuple(sorted((*changed.overrides, *known.overrides))))
        return changed

    def left(self) -> Iterator[str]:
        """The states that start somewhere, or were put in by hand, and have no place in the new cell."""
        return (known.state[0] for known in self._lost() if known.overrides or any(known.values))

    def restored(self) -> Iterator[str]:
        """The states that come back and say something."""
        return (name for name, one in self._kept().items() if one.overrides or any(one.values))

    def remembered(self) -> tuple[KnownState, ...]:
        """What is remembered of states after the switch."""
        lost = self._lost()
        names = {state_meaning(self.new, state.name) for state in self.new.states}
        names |= {known.state for known in lost}
        return (*(known for known in self.before.states if known.state not in names), *lost)

    def _shared(self) -> tuple[str, ...]:
        """The states that mean the same in both cells."""
        graph = self.scene.cell.graph
        old = {state_meaning(graph, state.name) for state in graph.states}
        return tuple(state.name for state in self.new.states if state_meaning(self.new, state.name) in old)

    def _kept(self) -> dict[str, KnownState]:
        """The states that come back, by name."""
        units, steps = self.scene.cell.units, self.scene.steps
        known = {one.state: one.sized(units, steps) for one in self.before.states}
        wanted = {state.name: state_meaning(self.new, state.name) for state in self.new.states}
        shared = self._shared()
        return {
            name: known[meaning]
            for name, meaning in wanted.items()
            if meaning in known and name not in shared
        }

    def _lost(self) -> tuple[KnownState, ...]:
        """The states of the old cell that the new one has no place for."""
        shared, graph = self._shared(), self.scene.cell.graph
        return tuple(
            KnownState(
                state_meaning(graph, state.name),
                self.scene.initial_of(state.name),
                tuple(one for one in self.scene.overrides if one.state == state.name),
            )
            for state in graph.states
            if state.name not in shared
        )
