"""The words at a baseline: no curve passes through them where there is room, and they stay where they are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.baseline_label import SLOTS, BaselineLabel, Slot, best_slot, rect_of
from lstm_gui.gui.training.baseline_words import baseline_meanings, baseline_title
from lstm_gui.gui.training.loss_axes import LossAxes
from lstm_gui.gui.training.views.plot_paint import crossed
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.task import Baseline
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import ENTRIES, made

AXES = LossAxes(QRectF(50, 30, 360, 170), 500, 0.01, 1.0, log=True)
WIDE = 180.0
HEIGHTS = st.lists(st.floats(30, 200), min_size=2, max_size=40)


def curve(heights: list[float]) -> FloatArray:
    return np.stack([np.linspace(50, 410, len(heights)), np.array(heights)], 1)


@given(HEIGHTS, st.floats(30, 200), st.sampled_from([None, *SLOTS]))
def test_the_words_stand_in_the_chart_and_free_where_that_can_be(
    heights: list[float], y: float, before: Slot | None
) -> None:
    places = [curve(heights)]
    slot = best_slot(AXES, y, WIDE, places, 1.0, before)
    rect = rect_of(slot, AXES, y, WIDE, 1.0)
    assert AXES.box.contains(rect)
    fitting = [one for one in SLOTS if AXES.box.contains(rect_of(one, AXES, y, WIDE, 1.0))]
    over = {one: crossed(rect_of(one, AXES, y, WIDE, 1.0), places, 3.0) for one in fitting}
    assert over[slot] == min(over.values())
    if before in over and over[before] == 0:
        assert slot == before


def test_a_curve_along_the_line_has_the_words_below_or_above_it() -> None:
    along = [curve([98.0, 97.0, 99.0])]
    slot = best_slot(AXES, 100.0, WIDE, along, 1.0, None)
    assert slot.right
    assert slot.below
    both = [*along, curve([110.0, 112.0])]
    moved = best_slot(AXES, 100.0, WIDE, both, 1.0, slot)
    assert crossed(rect_of(moved, AXES, 100.0, WIDE, 1.0), both, 3.0) == 0


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("loss", [1.0, 0.3, 0.01])
def test_they_are_drawn_wherever_the_line_is(loss: float) -> None:
    image = QImage(460, 240, QImage.Format.Format_ARGB32)
    painter, label = QPainter(image), BaselineLabel()
    ends = [curve([200.0, 31.0, 60.0, 199.0])]
    for name in ("chance", "a line with a name of which nobody knows how long it is"):
        label.paint(painter, AXES, Baseline(name, loss, loss), ends, Style(palette("light")))
    painter.end()
    assert label.slot in SLOTS


def test_every_baseline_of_the_tasks_has_plain_words() -> None:
    names = {"seasonal persistence"}
    for entry in ENTRIES:
        if not entry.wants:
            names |= {baseline.name for baseline in made(TaskChoice(entry.name)).baselines}
    assert not [name for name in names if "chance" in baseline_title(name)]
    assert baseline_title("chance") == "always the same answer"
    assert baseline_title("what another program wrote") == "what another program wrote"
    for name in names:
        longest, shortest = baseline_meanings(name)
        assert longest.startswith(shortest)
        assert "without a network" in shortest
