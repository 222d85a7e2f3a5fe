"""A person who does anything in any order never gets the controller into a state it cannot leave."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.sequences.presets import PRESETS, Preset
from lstm_gui.sequences.sequence import signal
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_value as updated
from tests.simulator.desk import Desk
from tests.simulator.scenes import draggables, held_states, quantities, scenes


class Person(RuleBasedStateMachine):
    """Does anything in any order; every undo goes back to a state that was, and the views show the state."""

    @initialize(scene=scenes(max_units=2, max_steps=4))
    def sit_down(self, scene: Scene) -> None:
        self.desk = Desk(scene)
        self.controller = self.desk.controller
        self.first = self.controller.state

    @rule(data=st.data(), value=st.floats())
    def set_a_value(self, data: st.DataObject, value: float) -> None:
        self.controller.set_value(data.draw(draggables(self.controller.state.scene)), value)

    @rule(data=st.data(), values=st.lists(st.floats(-2, 2), max_size=3), end=st.booleans())
    def drag(self, data: st.DataObject, values: list[float], end: bool) -> None:
        quantity = data.draw(draggables(self.controller.state.scene))
        self.controller.begin_edit(quantity)
        for value in values:
            self.controller.edit(quantity, value)
        if end:
            self.controller.end_edit()

    @rule(gate=st.sampled_from(GATES), z=st.floats(-3, 3), dragged=st.booleans())
    def drag_along_the_curve(self, gate: str, z: float, dragged: bool) -> None:
        if dragged:
            self.controller.begin_edit(Quantity(f"b_{gate}"))
        self.controller.edit_pre_activation(gate, z)

    @rule(values=st.dictionaries(st.integers(-1, 6), st.floats(-4, 4), max_size=4), step=st.integers(1, 4))
    def draw_a_stroke(self, values: dict[int, float], step: int) -> None:
        self.controller.begin_edit(Quantity("x", step))
        self.controller.draw(values)

    @rule(preset=st.sampled_from(PRESETS))
    def choose_a_preset(self, preset: Preset) -> None:
        self.controller.choose_preset(preset.id, preset.id)

    @rule(values=st.lists(st.floats(-4, 4), min_size=1, max_size=9))
    def read_numbers(self, values: list[float]) -> None:
        self.controller.set_sequence(signal(values), "numbers")

    @rule()
    def draw_anew(self) -> None:
        self.controller.new_seed()

    @rule(data=st.data())
    def let_go(self, data: st.DataObject) -> None:
        self.controller.release(data.draw(held_states(self.controller.state.scene)))

    @rule(data=st.data())
    def reset_one(self, data: st.DataObject) -> None:
        self.controller.reset_value(data.draw(draggables(self.controller.state.scene)))

    @rule(data=st.data())
    def point(self, data: st.DataObject) -> None:
        self.controller.point_at(data.draw(st.none() | quantities(self.controller.state.scene)))

    @rule(step=st.integers(-1, 9))
    def step(self, step: int) -> None:
        self.controller.set_step(step)

    @rule(steps=st.integers(-1, 9))
    def lengthen(self, steps: int) -> None:
        self.controller.set_length(steps)

    @rule(scene=scenes(max_units=2, max_steps=4))
    def open_another(self, scene: Scene) -> None:
        self.controller.open(scene)

    @rule()
    def reset(self) -> None:
        self.controller.reset()

    @rule()
    def undo(self) -> None:
        self.controller.undo()

    @rule()
    def redo(self) -> None:
        self.controller.redo()

    @rule()
    def see(self) -> None:
        self.desk.frames.due()
        frame = resolve(self.controller.state)
        for name, view in self.desk.views.items():
            if view.parts and name != "highlight":
                assert view.parts[-1] == getattr(frame, name)

    @precondition(lambda self: self.controller.undo_label)
    @rule()
    def undo_and_redo_come_back(self) -> None:
        before = self.controller.state
        self.controller.undo()
        assert self.controller.state != before
        self.controller.redo()
        assert self.controller.state == before

    @invariant()
    def one_frame_waits_at_most(self) -> None:
        assert len(self.desk.frames.waiting) <= 1

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.controller.end_edit()
            while self.controller.undo_label:
                self.controller.undo()
            assert self.controller.state == self.first
            self.see()


TestPerson = Person.TestCase
TestPerson.settings = settings(max_examples=15, stateful_step_count=25)


@given(scenes(), st.data(), st.floats(-1, 1))
def test_set_then_undo_is_the_first_state_exactly(scene: Scene, data: st.DataObject, value: float) -> None:
    desk = Desk(scene)
    quantity = data.draw(draggables(scene))
    desk.controller.set_value(quantity, value)
    assert desk.controller.state == updated(SimState.of(scene), quantity, value)
    desk.controller.undo()
    assert desk.controller.state == SimState.of(scene)
