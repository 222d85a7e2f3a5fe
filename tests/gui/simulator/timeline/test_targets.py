"""What a task asks is marked in the row of x or on the axis of h, until the input is another."""

from dataclasses import replace

import pytest

from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.sequences.presets import BY_ID
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.inputs import set_preset
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.sizes import set_inputs, set_units
from lstm_gui.simulator.state import SimState
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE
from tests.simulator.scenes import plain_scene


def part_for(preset: str, steps: int = 12, units: int = 1) -> TimelinePart:
    state = set_inputs(set_units(SimState.of(plain_scene(steps)), units), BY_ID[preset].width)
    return resolve(set_preset(state, preset)).timeline


@pytest.mark.parametrize("preset", ["parity", "adding", "copy", "a_n_b_n"])
@pytest.mark.parametrize("units", [1, 3])
def test_targets_are_seen(show: Show, preset: str, units: int) -> None:
    view = show(TimelineView(STYLE), (700, 345))
    view.show_all_units(True)
    part = part_for(preset, units=units)
    view.show_part(part)
    asked = view.grab().toImage()
    view.show_part(replace(part, asked=()))
    assert view.grab().toImage() != asked


def test_targets_out_of_view_leave_no_legend(show: Show) -> None:
    view = show(TimelineView(STYLE), (700, 345))
    part = part_for("adding", steps=120)
    for one in (part, replace(part, asked=())):
        view.show_part(one)
    view.zoom_time(1, 1)
    plain = view.grab().toImage()
    view.show_part(part)
    assert view.grab().toImage() == plain


def test_many_answers_are_squares_without_words(show: Show) -> None:
    view = show(TimelineView(STYLE), (400, 345))
    part = part_for("a_n_b_n", steps=200)
    view.show_part(part)
    crowded = view.grab().toImage()
    view.show_part(replace(part, asked=tuple(replace(one, text="abcdefgh") for one in part.asked)))
    assert view.grab().toImage() == crowded


def test_the_cursor_says_the_name_of_its_step(show: Show) -> None:
    view = show(TimelineView(STYLE), (700, 345))
    part = replace(part_for("a_n_b_n"), asked=())
    view.show_part(part)
    named = view.grab().toImage()
    view.show_part(replace(part, labels=()))
    assert view.grab().toImage() != named
