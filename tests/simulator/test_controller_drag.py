"""One drag is one undo step, whatever happens while it lasts."""

from dataclasses import replace

import pytest

from lstm_gui.lessons.scene import lstm_cell
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import value_of
from tests.simulator.desk import BIAS, X3, Desk
from tests.simulator.scenes import one_unit_gate, plain_scene


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
    assert desk.controller.state.scene.cell.gate("f").b == (2.0,)
    desk.controller.undo()
    assert desk.controller.state == SimState.of(plain_scene())


def test_undo_in_the_middle_of_a_drag_takes_the_drag_back() -> None:
    desk = Desk()
    desk.controller.begin_edit(BIAS)
    desk.controller.edit(BIAS, 2.0)
    desk.controller.undo()
    assert desk.controller.state == SimState.of(plain_scene())
    desk.controller.redo()
    assert desk.controller.state.scene.cell.gate("f").b == (2.0,)


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
    cell = lstm_cell(1, 1, full, full, full, full)
    desk = Desk(replace(plain_scene(step=12), cell=cell).starting("c", (8.0,)))
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


def test_a_stroke_is_one_undo_step() -> None:
    desk = Desk()
    before = desk.controller.state
    desk.controller.begin_edit(X3)
    desk.controller.draw({3: 0.5})
    desk.controller.draw({4: 0.6, 5: 0.7})
    assert desk.controller.undo_label == "draw the input"
    desk.controller.set_step(9)
    desk.controller.draw({6: 0.8})
    desk.controller.end_edit()
    assert [row[0] for row in desk.controller.state.scene.inputs[2:6]] == [0.5, 0.6, 0.7, 0.8]
    assert desk.controller.undo_label == "draw the input"
    desk.controller.undo()
    assert desk.controller.state == before


def test_inputs_put_in_without_a_drag_are_an_undo_step_too() -> None:
    desk = Desk()
    desk.controller.draw({1: 0.5, 2: -0.5})
    assert desk.controller.undo_label == "draw the input"
    desk.controller.begin_edit(BIAS)
    desk.controller.draw({1: 0.25})
    assert desk.controller.state.scene.inputs[0] == (0.25,)
