"""The controller with views that only remember: no Qt, frames when the test says so."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lstm_gui.lessons.scene import Cell, Scene
from lstm_gui.nets.lstm import GATES
from lstm_gui.simulator.controller import PART_NAMES, Controller
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_value as updated
from lstm_gui.simulator.values import stored_value, value_of
from tests.simulator.scenes import draggables, held_states, one_unit_gate, plain_scene, quantities, scenes

BIAS = Quantity("b_f")
X3 = Quantity("x", 3)


class Frames:
    """Asks for frames are kept until `due` lets the frame come."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, callback: Callable[[], None]) -> None:
        self.waiting.append(callback)

    def due(self) -> int:
        """Let the frame come; how many callbacks waited for it."""
        waiting, self.waiting = self.waiting, []
        for callback in waiting:
            callback()
        return len(waiting)


class RecordingView:
    """Remembers every part it was shown."""

    def __init__(self, shown: bool = True) -> None:
        self.shown = shown
        self.parts: list[Any] = []

    def show_part(self, part: Any) -> None:
        self.parts.append(part)

    def is_shown(self) -> bool:
        return self.shown


class Desk:
    """A controller with a scene open and a recording view on every part."""

    def __init__(self, scene: Scene | None = None) -> None:
        self.frames = Frames()
        self.controller = Controller(self.frames)
        self.views = {name: RecordingView() for name in PART_NAMES}
        for name, view in self.views.items():
            self.controller.attach(name, view)
        self.controller.open(scene or plain_scene())
        self.frames.due()
        self.forget()

    def forget(self) -> None:
        for view in self.views.values():
            view.parts.clear()

    def touched(self) -> set[str]:
        """The views that were set since the last `forget`."""
        return {name for name, view in self.views.items() if view.parts}


# Opening


def test_before_a_scene_is_open_there_is_nothing() -> None:
    frames = Frames()
    controller = Controller(frames)
    controller.attach("cell", view := RecordingView())
    controller.point_at(BIAS)
    controller.set_value(BIAS, 1.0)
    controller.begin_edit(BIAS)
    controller.undo()
    controller.redo()
    frames.due()
    assert not controller.is_open
    assert view.parts == []
    with pytest.raises(RuntimeError, match="no scene is open"):
        _ = controller.state
    with pytest.raises(RuntimeError, match="no scene is open"):
        _ = controller.frame


def test_opening_sets_every_view_once() -> None:
    frames = Frames()
    controller = Controller(frames)
    views = {name: RecordingView() for name in PART_NAMES}
    for name, view in views.items():
        controller.attach(name, view)
    controller.open(plain_scene())
    assert all(view.parts == [] for view in views.values())
    frames.due()
    frame = resolve(SimState.of(plain_scene()))
    for name in PART_NAMES[:-1]:
        assert views[name].parts == [getattr(frame, name)]
    assert views["highlight"].parts == [None]
    assert controller.is_open


def test_the_first_scene_is_no_undo_step_and_the_next_is() -> None:
    desk = Desk()
    assert desk.controller.undo_label == ""
    other = replace(plain_scene(steps=3, step=1), title="Other")
    desk.controller.open(other)
    assert desk.controller.undo_label == "open “Other”"
    assert desk.controller.state == SimState.of(other)
    desk.controller.undo()
    assert desk.controller.state == SimState.of(plain_scene())
    assert desk.controller.redo_label == "open “Other”"
    desk.controller.redo()
    assert desk.controller.state == SimState.of(other)


def test_a_person_is_taken_to_a_scene_and_back_to_where_they_were() -> None:
    desk = Desk()
    desk.controller.set_value(BIAS, 2.0)
    mine = desk.controller.state
    desk.controller.open(replace(plain_scene(), title="Card"))
    desk.controller.set_value(BIAS, -2.0)
    desk.controller.go_to(mine, "back to your scene")
    assert desk.controller.state == mine
    assert desk.controller.undo_label == "back to your scene"


# Views


def test_a_view_attached_late_is_set_at_once() -> None:
    desk = Desk()
    late = RecordingView()
    desk.controller.attach("weights", late)
    assert late.parts == [desk.controller.frame.weights]


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(ValueError, match="a frame has no part called 'sounds'"):
        Desk().controller.attach("sounds", RecordingView())


def test_only_views_whose_part_changed_are_set() -> None:
    desk = Desk()
    desk.controller.set_value(Quantity("x", 9), 0.5)  # after the step shown
    desk.frames.due()
    assert desk.touched() == {"timeline", "transport"}
    desk.forget()
    desk.controller.set_step(6)
    desk.frames.due()
    assert desk.touched() == {"cell", "timeline", "operating", "equations", "transport"}


def test_nothing_changed_asks_for_no_frame() -> None:
    desk = Desk()
    desk.controller.set_step(5)
    desk.controller.set_value(BIAS, 0.6)
    desk.controller.release(X3)
    desk.controller.reset_value(BIAS)
    desk.controller.reset()
    desk.controller.set_length(12)
    desk.controller.point_at(None)
    assert desk.frames.waiting == []
    assert desk.controller.undo_label == ""


def test_edits_between_two_frames_collapse() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    for n in range(20):
        desk.controller.edit(BIAS, n / 10)
    assert desk.frames.due() == 1
    assert [len(view.parts) for view in desk.views.values()] == [1, 1, 1, 1, 1, 1, 0]
    assert desk.views["weights"].parts[0].values["b_f"] == 1.9


def test_a_hidden_view_stays_stale_until_it_catches_up() -> None:
    desk = Desk()
    weights = desk.views["weights"]
    weights.shown = False
    for n in range(3):
        desk.controller.set_value(BIAS, n)
        desk.frames.due()
    assert weights.parts == []
    weights.shown = True
    desk.controller.catch_up(weights)
    desk.controller.catch_up(weights)
    assert [part.values["b_f"] for part in weights.parts] == [2]


def test_a_view_hidden_while_nothing_changed_is_not_set_again() -> None:
    desk = Desk()
    desk.views["cell"].shown = False
    desk.controller.set_value(BIAS, 2.0)
    desk.frames.due()
    desk.controller.undo()
    desk.frames.due()
    desk.views["cell"].shown = True
    desk.controller.catch_up(desk.views["cell"])
    assert desk.views["cell"].parts == []


def test_a_detached_view_is_left_alone() -> None:
    desk = Desk()
    desk.controller.detach(desk.views["weights"])
    desk.controller.set_value(BIAS, 2.0)
    desk.frames.due()
    assert desk.views["weights"].parts == []


def test_flush_shows_at_once_and_the_frame_asked_for_then_does_nothing() -> None:
    desk = Desk()
    told: list[str] = []
    desk.controller.on_change.append(lambda: told.append(desk.controller.undo_label))
    desk.controller.set_value(BIAS, 2.0)
    desk.controller.flush()
    desk.frames.due()
    assert told == ["move forget bias b_f"]
    assert len(desk.views["weights"].parts) == 1


def test_the_frame_is_always_that_of_the_state() -> None:
    desk = Desk()
    desk.controller.set_value(BIAS, 2.0)
    assert desk.controller.frame.weights.values["b_f"] == 2.0
    assert desk.controller.frame is desk.controller.frame


# One drag


def test_one_drag_is_one_undo_step() -> None:
    desk = Desk()
    before = desk.controller.state
    desk.controller.begin_edit(X3)
    for n in range(5):
        desk.controller.edit(X3, n / 5)
        desk.frames.due()
    assert desk.controller.undo_label == "move input x at t = 3"
    desk.controller.end_edit()
    after = desk.controller.state
    desk.controller.undo()
    assert desk.controller.state == before
    assert desk.controller.undo_label == ""
    desk.controller.redo()
    assert desk.controller.state == after


def test_a_drag_that_ends_where_it_began_leaves_no_step() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    desk.controller.edit(BIAS, 3.0)
    desk.controller.edit(BIAS, 0.6)
    desk.controller.end_edit()
    desk.controller.end_edit()
    assert desk.controller.undo_label == ""


def test_a_drag_hides_what_could_be_redone_only_while_it_moved_something() -> None:
    desk = Desk()
    desk.controller.set_value(BIAS, 2.0)
    desk.controller.undo()
    desk.controller.begin_edit(BIAS)
    assert desk.controller.redo_label == "move forget bias b_f"
    desk.controller.edit(BIAS, 1.0)
    assert desk.controller.redo_label == ""
    desk.controller.edit(BIAS, 0.6)
    desk.controller.end_edit()
    assert desk.controller.redo_label == "move forget bias b_f"


def test_whatever_else_is_done_ends_the_drag() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    desk.controller.edit(BIAS, 2.0)
    desk.controller.set_value(X3, 0.5)
    desk.controller.undo()
    assert desk.controller.state.scene.cell.f.b == (2.0,)
    desk.controller.undo()
    assert desk.controller.state == SimState.of(plain_scene())


def test_undo_in_the_middle_of_a_drag_takes_the_drag_back() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    desk.controller.edit(BIAS, 2.0)
    desk.controller.undo()
    assert desk.controller.state == SimState.of(plain_scene())
    desk.controller.redo()
    assert desk.controller.state.scene.cell.f.b == (2.0,)


def test_an_edit_of_another_quantity_is_a_step_of_its_own() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    desk.controller.edit(X3, 0.5)
    assert desk.controller.undo_label == "move input x at t = 3"


def test_a_drag_goes_on_while_the_sequence_plays() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    for step in range(6, 10):
        desk.controller.edit(BIAS, step / 4)
        desk.controller.set_step(step)
        desk.frames.due()
    desk.controller.end_edit()
    assert desk.controller.undo_label == "move forget bias b_f"
    desk.controller.undo()
    assert desk.controller.state == SimState.of(plain_scene())


def test_a_drag_that_moved_nothing_while_the_sequence_played_is_a_change_of_step() -> None:
    desk = Desk()
    desk.controller.set_step(4)
    desk.controller.begin_edit(BIAS)
    desk.controller.set_step(7)
    desk.controller.end_edit()
    assert desk.controller.undo_label == "go to another step"
    desk.controller.undo()
    assert desk.controller.state.scene.step == 5


def test_limits_stay_as_wide_as_they_were_when_the_drag_began() -> None:
    full = one_unit_gate(0.0, 0.0, 40.0)
    cell = Cell(1, 1, full, full, full, full)
    desk = Desk(replace(plain_scene(step=12), cell=cell, initial_c=(8.0,)))
    held = Quantity("c_previous", 12)
    assert value_of(desk.controller.frame, held) == pytest.approx(19)
    assert desk.controller.limits(held).high == 20
    desk.controller.begin_edit(held)
    for value in (15.0, 1.0, 19.5):
        desk.controller.edit(held, value)
        assert value_of(desk.controller.frame, held) == value


# A gate dragged along its curve


def test_a_gate_follows_along_its_curve_and_only_the_last_place_is_worked_out() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    for n in range(30):
        desk.controller.edit_pre_activation("f", n / 10)
    assert desk.frames.due() == 1
    assert desk.views["operating"].parts[0].points["f"][0] == pytest.approx(2.9, abs=1e-9)
    assert desk.frames.waiting == []
    desk.controller.end_edit()
    desk.controller.undo()
    assert desk.controller.state == SimState.of(plain_scene())


def test_a_drag_along_the_curve_that_ends_before_the_frame_counts() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    desk.controller.edit_pre_activation("f", -1.0)
    desk.controller.end_edit()
    assert desk.controller.frame.operating.points["f"][0] == pytest.approx(-1, abs=1e-9)
    assert desk.controller.undo_label == "move forget bias b_f"


def test_a_gate_set_at_once_is_one_step() -> None:
    desk = Desk()
    desk.controller.edit_pre_activation("o", 0.25)
    assert desk.controller.frame.operating.points["o"][0] == pytest.approx(0.25, abs=1e-9)
    assert desk.controller.undo_label == "move output bias b_o"


# Steps, lengths, reset


def test_steps_that_follow_each_other_are_undone_together_and_change_nothing() -> None:
    desk = Desk()
    for step in (6, 7, 8):
        desk.controller.set_step(step)
    assert not desk.controller.state.changed
    desk.controller.undo()
    assert desk.controller.state.scene.step == 5
    assert desk.controller.undo_label == ""


def test_a_quantity_that_is_gone_is_not_edited() -> None:
    desk = Desk()
    last = Quantity("x", 12)
    desk.controller.set_length(4)
    before = desk.controller.state
    desk.controller.begin_edit(last)
    desk.controller.edit(last, 1.0)
    desk.controller.end_edit()
    desk.controller.reset_value(last)
    desk.controller.release(last)
    assert desk.controller.state is before
    assert desk.controller.limits(last).high == 3


def test_reset_and_letting_go_are_undone() -> None:
    desk = Desk()
    held = Quantity("h_previous", 4)
    desk.controller.set_value(held, 0.5)
    desk.controller.release(held)
    assert desk.controller.undo_label == "let go of previous hidden state h at t = 4"
    desk.controller.undo()
    assert stored_value(desk.controller.state.scene, held) == 0.5
    desk.controller.reset_value(held)
    assert desk.controller.undo_label == "reset previous hidden state h at t = 4"
    desk.controller.set_value(BIAS, 2.0)
    desk.controller.reset()
    assert desk.controller.state == SimState.of(plain_scene())
    desk.controller.undo()
    assert desk.controller.state.scene.cell.f.b == (2.0,)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e300])
def test_no_number_breaks_it(value: float) -> None:
    desk = Desk()
    desk.controller.set_value(BIAS, value)
    desk.controller.edit_pre_activation("g", value)
    desk.frames.due()
    assert abs(desk.controller.frame.weights.values["b_f"]) <= 10


# Pointing


def test_pointing_lights_and_leaving_clears() -> None:
    desk = Desk()
    desk.controller.point_at(Quantity("f", 5))
    desk.frames.due()
    desk.controller.point_at(None)
    desk.frames.due()
    lit, cleared = desk.views["highlight"].parts
    assert lit == highlight(desk.controller.frame, Quantity("f", 5))
    assert cleared is None
    assert desk.touched() == {"highlight"}


def sentences(desk: Desk) -> list[str]:
    parts: list[Highlight] = desk.views["highlight"].parts
    return [part.sentence for part in parts]


def test_the_sentence_is_kept_true_while_dragging() -> None:
    desk = Desk()
    desk.controller.point_at(BIAS)
    desk.frames.due()
    desk.controller.begin_edit(BIAS)
    desk.controller.edit(BIAS, 1.0)
    desk.frames.due()
    assert sentences(desk) == [
        "forget bias b_f = 0.60; feeds f at every step",
        "forget bias b_f = 1.00; feeds f at every step",
    ]


def test_what_is_pointed_at_in_the_cell_follows_the_step_shown() -> None:
    desk = Desk()
    desk.controller.point_at(Quantity("x", 5))
    desk.controller.set_step(6)
    desk.frames.due()
    assert sentences(desk) == ["input x at t = 6 is 0.00; feeds f, i, g and o"]
    desk.controller.point_at(Quantity("x", 2))
    desk.controller.set_step(7)
    desk.frames.due()
    assert sentences(desk)[-1] == "input x at t = 2 is 0.00; feeds f, i, g and o"


def test_what_is_gone_is_no_longer_lit() -> None:
    desk = Desk()
    desk.controller.point_at(Quantity("x", 12))
    desk.controller.set_length(4)
    desk.frames.due()
    assert desk.views["highlight"].parts == []


# Everything at once


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
