"""The controller with views that only remember: no Qt, frames when the test says so."""

import math
from dataclasses import replace

import pytest

from lstm_gui.sequences.sequence import signal
from lstm_gui.simulator.audience import PART_NAMES
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.origins import made_of
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import stored_value
from tests.simulator.desk import BIAS, X3, Desk, Frames, RecordingView
from tests.simulator.scenes import plain_scene

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
    assert desk.controller.state.scene.cell.gate("f").b == (2.0,)


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
    assert replace(lit, made=None) == highlight(desk.controller.frame, Quantity("f", 5))
    assert lit.made == made_of(desk.controller.frame, Quantity("f", 5))
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
        "forget bias b_f = 0.60 at every step",
        "forget bias b_f = 1.00 at every step",
    ]


def test_what_is_pointed_at_in_the_cell_follows_the_step_shown() -> None:
    desk = Desk()
    desk.controller.point_at(Quantity("x", 5))
    desk.controller.set_step(6)
    desk.frames.due()
    assert sentences(desk) == ["input x at t = 6 is 0.00"]
    desk.controller.point_at(Quantity("x", 2))
    desk.controller.set_step(7)
    desk.frames.due()
    assert sentences(desk)[-1] == "input x at t = 2 is 0.00"


def test_what_is_gone_is_no_longer_lit() -> None:
    desk = Desk()
    desk.controller.point_at(Quantity("x", 12))
    desk.controller.set_length(4)
    desk.frames.due()
    assert desk.views["highlight"].parts == []


def test_another_sequence_is_one_undo_step_with_its_name() -> None:
    desk = Desk()
    before = desk.controller.state
    desk.controller.set_sequence(signal([1, 0, 1]), "pasted numbers")
    assert desk.controller.undo_label == "input “pasted numbers”"
    assert desk.controller.state.scene.steps == 3
    desk.controller.undo()
    assert desk.controller.state == before


def test_a_preset_is_read_and_each_new_seed_is_undone_alone() -> None:
    desk = Desk()
    desk.controller.choose_preset("noise", "Noise")
    first = desk.controller.state
    for _ in range(2):
        desk.controller.new_seed()
    assert desk.controller.state.scene.seed == first.scene.seed + 2
    assert desk.controller.undo_label == "new seed"
    for _ in range(2):
        desk.controller.undo()
    assert desk.controller.state == first


def test_a_preset_that_needs_more_inputs_gives_the_cell_as_many() -> None:
    desk = Desk()
    before = desk.controller.state
    desk.controller.choose_preset("adding", "Adding")
    assert desk.controller.state.scene.cell.inputs == 2
    assert desk.controller.undo_label == "input “Adding”"
    desk.controller.undo()
    assert desk.controller.state == before


def test_a_new_seed_where_none_drew_the_input_is_nothing_to_undo() -> None:
    desk = Desk()
    desk.controller.new_seed()
    assert desk.controller.undo_label == ""
