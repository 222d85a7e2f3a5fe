"""Whatever is done in whatever order: undo and redo are exact, labels are true, every state can be saved.

All that a window can ask of a simulator is here: sizes, kinds, directions, presets, lanes, gradients, hops.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.gradient_settings import LOSSES
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.lessons.scene_text import scene_to_text, text_to_scene
from lstm_gui.sequences.presets import PRESETS
from lstm_gui.sequences.sequence import signal
from lstm_gui.settings import SCENE_TABS
from lstm_gui.simulator.compare import edit, starts
from lstm_gui.simulator.compare.settings import settings_of as settings_of_lane
from lstm_gui.simulator.contributions import contributions
from lstm_gui.simulator.gradients import change as gradient_change
from lstm_gui.simulator.hops import feeds, looking_at
from lstm_gui.simulator.inputs import made_as, set_preset, settings_of
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.sizes import set_inputs, set_units
from lstm_gui.simulator.state import SimState, scene_to_save
from lstm_gui.simulator.update import set_both_ways, turn
from tests.graph.kinds import scenes_of_any_kind
from tests.simulator.desk import Desk

NAMES = ("two-facts", "counting-from-both-ends", "gradients-truncated", "key-value", "slstm-revises")
NUMBERS = st.floats(-12, 12) | st.sampled_from([0.0, -0.0, 1e300, -1e300, float("inf"), float("nan"), 5e-324])
EXAMPLES = int(os.environ.get("LSTM_LAB_EXAMPLES", "12"))
DIALS = ("forget_bias", "recurrent", "target", "clip", "window")
LONGEST = 12  # steps: presets make what is longer short again
SMALL = scenes_of_any_kind(max_units=2, max_steps=4)
seeds = st.integers(0, 2**32).map(Random)

Change = Callable[[SimState, Random, float], SimState]


def any_settable(scene: Scene, chance: Random) -> Quantity:
    """A number of the scene that a person can set, of either cell."""
    cell = scene.cell
    name = chance.choice(sorted(cell.graph.draggable))
    backward = name != "x" and scene.backward is not None and chance.random() < 0.5
    if name in cell.graph.parameter:
        given = cell.graph.parameter[name]
        rows, columns = given.height(cell.units), given.width(cell.inputs, cell.units)
        return Quantity(name, 0, chance.randrange(rows), chance.randrange(columns), backward)
    step = chance.randint(1, scene.steps)
    if name == "x":
        return Quantity(name, step, 0, chance.randrange(cell.inputs))
    return Quantity(name, step, chance.randrange(cell.units), 0, backward)


def _lane(state: SimState, chance: Random) -> int | None:
    lanes = state.compare.lanes
    return chance.randrange(len(lanes)) if lanes else None


def _beside(state: SimState, chance: Random, _value: float) -> SimState:
    return edit.beside(state, chance.choice(EVERY_KIND), "beside")


def _scene_beside(state: SimState, chance: Random, _value: float) -> SimState:
    return edit.scene_beside(state, load(chance.choice(NAMES)))


def _of_lane(change: Callable[[SimState, int], SimState]) -> Change:
    def changed(state: SimState, chance: Random, _value: float) -> SimState:
        lane = _lane(state, chance)
        return state if lane is None else change(state, lane)

    return changed


def _lane_moved(state: SimState, chance: Random, value: float) -> SimState:
    lane = _lane(state, chance)
    if lane is None:
        return state
    found = state.compare.lanes[lane]
    settings = settings_of_lane(found.scene, found.opened, 0, 0)
    quantity = chance.choice(settings).quantity
    if chance.random() < 0.3:
        return edit.put_back(state, lane, quantity)
    return edit.moved(state, lane, quantity, value)


def _preset_settings(state: SimState, chance: Random, _value: float) -> SimState:
    made, values = made_as(state), settings_of(state)
    if made is None or not values:
        return state
    chosen = {**values, chance.choice(sorted(values)): float(chance.randint(1, 5))}
    return set_preset(state, made.preset, chosen)


def _dial(state: SimState, chance: Random, value: float) -> SimState:
    name = chance.choice(DIALS)
    if chance.random() < 0.3:
        return gradient_change.reset(state, name)
    return gradient_change.moved(state, name, value)


CHANGES: dict[str, Change] = {
    "units": lambda state, chance, _: set_units(state, chance.randint(-1, 5)),
    "inputs": lambda state, chance, _: set_inputs(state, chance.randint(-1, 4)),
    "both": lambda state, chance, _: set_both_ways(state, chance.random() < 0.6),
    "turn": lambda state, _chance, _value: turn(state, not state.looks_back),
    "beside": _beside,
    "scene beside": _scene_beside,
    "pin": lambda state, _chance, _value: edit.pinned(state, "pinned"),
    "copy": lambda state, _chance, _value: edit.copied(state, "copied"),
    "remove": _of_lane(edit.removed),
    "exchange": _of_lane(lambda state, lane: edit.exchanged(state, lane, "former")),
    "rename": _of_lane(lambda state, lane: edit.renamed(state, lane, " a \t b ")),
    "move in a lane": _lane_moved,
    "families": lambda state, _chance, _value: starts.families(state, str),
    "biases": lambda state, _c, _v: starts.forget_biases(state, str) if starts.can_forget(state) else state,
    "settings of the preset": _preset_settings,
    "dial": _dial,
    "loss": lambda state, chance, _: gradient_change.with_loss(state, chance.choice(LOSSES)),
}


class Person(RuleBasedStateMachine):
    """Does anything; remembers every state in which a new undo step began."""

    @initialize(scene=SMALL)
    def sit_down(self, scene: Scene) -> None:
        self.controller = Desk(scene).controller
        self.first = self.controller.state

    @rule(
        names=st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=3), chance=seeds, value=NUMBERS
    )
    def change(self, names: Sequence[str], chance: Random, value: float) -> None:
        for name in names:
            before = self.controller.state
            after = CHANGES[name](before, chance, value)
            self.controller.change(after, name, chance.choice(("", name)))
            assert self.controller.state == after
            assert after == before or self.controller.undo_label == name

    @rule(chance=seeds, value=NUMBERS, end=st.booleans(), moves=st.integers(0, 2))
    def set_drag_or_let_go(self, chance: Random, value: float, end: bool, moves: int) -> None:
        scene = self.controller.state.scene
        quantity = any_settable(scene, chance)
        ways = (self.controller.reset_value, self.controller.release, self.controller.begin_edit)
        chance.choice(ways)(quantity)
        for _ in range(moves):
            self.controller.edit(quantity, value)
        if end:
            self.controller.end_edit()

    @rule(chance=seeds, z=NUMBERS, held=st.booleans())
    def drag_along_a_curve(self, chance: Random, z: float, held: bool) -> None:
        graph = self.controller.state.scene.cell.graph
        squashed = [name for name in graph.squashed if f"b_{name}" in graph.parameter]
        if squashed:
            gate = chance.choice(sorted(squashed))
            if held:
                self.controller.begin_edit(Quantity(f"b_{gate}"))
            self.controller.edit_pre_activation(gate, z)

    @rule(values=st.dictionaries(st.integers(-1, 6), NUMBERS, max_size=3), held=st.booleans())
    def draw(self, values: dict[int, float], held: bool) -> None:
        if held:
            self.controller.begin_edit(Quantity("x", 1, 0, self.controller.state.source))
        self.controller.draw(values)

    @rule(kind=st.sampled_from(EVERY_KIND))
    def switch(self, kind: Kind) -> None:
        self.controller.switch(kind)
        assert self.controller.state.scene.cell.kind == kind

    @rule(preset=st.sampled_from([preset.id for preset in PRESETS]))
    def choose_a_preset(self, preset: str) -> None:
        self.controller.choose_preset(preset, preset)
        self.controller.set_length(min(LONGEST, self.controller.state.scene.steps))

    @rule(values=st.lists(st.floats(-4, 4), min_size=1, max_size=9))
    def read_numbers(self, values: list[float]) -> None:
        self.controller.set_sequence(signal(values), "numbers")

    @rule(name=st.sampled_from(NAMES) | st.none(), scene=SMALL)
    def open_another(self, name: str | None, scene: Scene) -> None:
        self.controller.open(load(name) if name else scene)
        self.controller.set_length(min(LONGEST, self.controller.state.scene.steps))

    @rule(chance=seeds)
    def follow_a_number_back(self, chance: Random) -> None:
        state = self.controller.state
        here = Quantity("h", chance.randint(1, state.scene.steps), 0, 0, state.looks_back)
        for _ in range(3):
            self.controller.change(looking_at(self.controller.state, here), "step", "step")
            assert here in (here, *feeds(here, state.scene))
            frame = self.controller.frame
            if here.backward:
                break
            ahead = [one.leads_to for one in contributions(frame, here).contributors]
            here = chance.choice([one for one in ahead if one is not None] or [here])

    @rule(unit=st.integers(-1, 5), source=st.integers(-1, 4))
    def look(self, unit: int, source: int) -> None:
        self.controller.look_at(unit, source)

    @rule(step=st.integers(-1, 9), steps=st.integers(-1, 9) | st.none())
    def step_or_lengthen(self, step: int, steps: int | None) -> None:
        self.controller.set_step(step)
        if steps is not None:
            self.controller.set_length(steps)

    @rule(which=st.sampled_from(("reset", "undo", "redo", "new_seed")), times=st.integers(1, 3))
    def do_plain_things(self, which: str, times: int) -> None:
        for _ in range(times):
            getattr(self.controller, which)()

    @rule()
    def see(self) -> None:
        self.controller.flush()
        assert self.controller.frame.state == self.controller.state
        assert self.controller.compare.table.step == self.controller.state.scene.step
        assert self.controller.gradients.curves.step == self.controller.state.scene.step

    @rule(tab=st.sampled_from(SCENE_TABS))
    def save(self, tab: str) -> None:
        state = self.controller.state
        scene = scene_to_save(state, tab)
        assert parse_scene(scene_to_json(scene), "saved") == scene
        assert text_to_scene(scene_to_text(scene), "copied") == scene
        again = SimState.of(scene)
        assert (again.unit, again.source, again.gradients) == (state.unit, state.source, state.gradients)
        assert again.looks_back == state.looks_back
        assert replace(
            again.scene, shown=state.scene.shown, caption="", compare=state.scene.compare
        ) == replace(state.scene, caption="")

    def teardown(self) -> None:
        if not hasattr(self, "controller"):
            return
        self.save(SCENE_TABS[0])
        while self.controller.redo_label:
            self.controller.redo()
        states = [self.controller.state]
        while label := self.controller.undo_label:
            self.controller.undo()
            assert self.controller.state != states[-1], label
            assert self.controller.redo_label == label
            states.append(self.controller.state)
        assert repr(states[-1]) == repr(self.first)
        for state in reversed(states[:-1]):
            label = self.controller.redo_label
            self.controller.redo()
            assert repr(self.controller.state) == repr(state)
            assert self.controller.undo_label == label


TestPerson = Person.TestCase
TestPerson.settings = settings(max_examples=EXAMPLES, stateful_step_count=30)
