"""Another kind of cell for the same scene: what means the same is kept, and what is lost is named.

Blocks of weights keep what they learnt where their `meaning` in the descriptions is the same, or where one is
the `opposite` of the other and the sign is turned, for σ(−z) = 1 − σ(z): a GRU whose z keeps has the weights
of a forget gate, and where z writes instead they stand there with the sign turned.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.parts import Block
from lstm_gui.lessons.scene import Cell, Matrix, Scene, zero_cell, zero_states
from lstm_gui.simulator.words import SENTENCES, Translate, as_written


@dataclass(frozen=True, slots=True)
class Source:
    """Where a block's weights come from."""

    block: Block
    turned: bool  # with the sign turned


@dataclass(frozen=True, slots=True)
class Switched:
    """A scene with another cell, what of the old one is not in it, and what the old one did not have."""

    scene: Scene
    left: tuple[str, ...]  # arrays and states of the old cell that were not zero: "W_i", "c"
    new: tuple[str, ...]  # blocks of the new cell that start with weights of 0: "o"


def switched(scene: Scene, kind: Kind) -> Switched:
    """The scene with a cell of that kind: same inputs, seed, step and states put in by hand.

    The caption stays, though what it claims was claimed of the old cell: a changed scene is saved without it.
    """
    old, new = scene.cell.graph, graph_of(kind)
    cell = _carried_cell(scene.cell, kind)
    shared = _shared_states(old, new)
    changed = replace(
        scene,
        cell=cell,
        initial=zero_states(kind, scene.cell.units),
        overrides=tuple(one for one in scene.overrides if one.state in shared),
    )
    for state in shared:
        changed = changed.starting(state, scene.initial_of(state))
    left = (*_arrays_left(scene.cell, cell), *_states_left(scene, shared))
    fresh = tuple(block.name for block in new.blocks if source_of(block, old) is None)
    return Switched(changed, left, fresh)


def source_of(block: Block, old: CellGraph) -> Source | None:
    """The block of another cell whose weights mean the same in `block`, or None."""
    for other in old.blocks:
        if other.meaning == block.meaning:
            return Source(other, turned=False)
    for other in old.blocks:
        if block.meaning == other.opposite or other.meaning == block.opposite:
            return Source(other, turned=True)
    return None


def told(result: Switched, old: Kind, translate: Translate = as_written) -> str:
    """What a person should know of a switch from a cell of that kind, or "" where nothing was lost or new."""
    new = [result.scene.cell.graph.block(name).words for name in result.new]
    parts = []
    for sentence, names in (("left", _lost(result.left, graph_of(old))), ("new", new)):
        if names:
            said = ", ".join(translate(name) for name in names)
            parts.append(translate(SENTENCES[sentence]).format(names=said))
    return "; ".join(parts)


def _lost(left: tuple[str, ...], graph: CellGraph) -> list[str]:
    """What a person calls what was left: a whole block by its own name, other arrays and states by theirs."""
    found = []
    for name in left:
        given = graph.parameter.get(name)
        whole = given is not None and given.array in ("W", "U", "b")
        found.append(graph.block(given.block).words if given and whole else graph.words(name))
    return list(dict.fromkeys(found))


def _carried_cell(old: Cell, kind: Kind) -> Cell:
    """A cell of that kind with every array that means the same in it, and zeros."""
    carried = {}
    for name, source, turned in _pairs(old.graph, graph_of(kind)):
        rows = old.array(source)
        carried[name] = _turned(rows) if turned else rows
    return zero_cell(kind, old.inputs, old.units).with_arrays(carried)


def _pairs(old: CellGraph, new: CellGraph) -> Iterator[tuple[str, str, bool]]:
    """Each array of the new cell, the old one it is taken from, and whether its sign is turned."""
    for block in new.blocks:
        if source := source_of(block, old):
            for given in new.parameters:
                taken = f"{given.array}_{source.block.name}"
                if given.block == block.name and taken in old.parameter:
                    yield given.name, taken, source.turned


def _shared_states(old: CellGraph, new: CellGraph) -> tuple[str, ...]:
    """The states that mean the same in both: a cell state beside a normaliser is another than one without."""
    normalised = [{"n"} <= graph.carried for graph in (old, new)]
    return tuple(
        state.name
        for state in new.states
        if state.name in old.carried and (state.name != "c" or normalised[0] == normalised[1])
    )


def _arrays_left(old: Cell, new: Cell) -> Iterator[str]:
    """The arrays that are not zero and that the new cell neither has nor says by another."""
    taken = {source for _, source, _ in _pairs(old.graph, new.graph)}
    for name, given in old.graph.parameter.items():
        block = old.graph.block(given.block)
        if name not in taken and _counts(old.array(name)) and not _implied(given.array, block, old, new):
            yield name


def _implied(array: str, block: Block, old: Cell, new: Cell) -> bool:
    """Whether a gate that is 1 − another in the new cell was so in the old one, by its weights."""
    wanted = _turned(old.array(f"{array}_{block.name}"))
    names = [
        f"{array}_{other.name}"
        for other in new.graph.blocks
        if other.opposite == block.meaning and f"{array}_{other.name}" in new.graph.parameter
    ]
    return any(new.array(name) == wanted for name in names)


def _states_left(scene: Scene, shared: tuple[str, ...]) -> Iterator[str]:
    """The states that start somewhere, or were put in by hand, and have no place in the new cell."""
    for state in scene.cell.graph.states:
        by_hand = any(one.state == state.name for one in scene.overrides)
        if state.name not in shared and (by_hand or any(scene.initial_of(state.name))):
            yield state.name


def _counts(rows: Matrix) -> bool:
    return any(number for row in rows for number in row)


def _turned(rows: Matrix) -> Matrix:
    """The negative, with 0 as it was."""
    return tuple(tuple(0.0 - number for number in row) for row in rows)
