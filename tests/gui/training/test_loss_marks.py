"""Marks of changes: words stand in the chart, none on another, the longest clear of curves."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lstm_gui.gui.training.loss_axes import LossAxes
from lstm_gui.gui.training.loss_marks import clear_height, rooms
from lstm_gui.gui.training.views.plot_paint import Crossings, crossed
from lstm_gui.training.history import Mark
from lstm_gui.training.learning import Learning

AXES = LossAxes(QRectF(50, 30, 360, 170), 500, 0.01, 1.0, log=True)


def marks(steps: list[int]) -> list[Mark]:
    return [Mark(step, Learning(), Learning(batch=8)) for step in sorted(steps)]


@given(st.lists(st.integers(0, 500), max_size=12))
def test_the_words_of_no_mark_reach_those_of_another(steps: list[int]) -> None:
    found = rooms(AXES, marks(steps), 1.0)
    assert len(found) == len(steps)
    wide = [(left, right) for left, right in found if right > left]
    assert all(AXES.box.left() < left < right < AXES.box.right() for left, right in wide)
    lines = [AXES.x(step) for step in steps]
    assert not [x for x in lines for left, right in wide if left < x < right]
    spans = sorted(wide)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_the_last_mark_has_its_words_at_its_left_where_there_is_more_room() -> None:
    (only,) = rooms(AXES, marks([480]), 1.0)
    assert only[1] < AXES.x(480)
    first, last = rooms(AXES, marks([250, 480]), 1.0)
    assert first[0] == first[1]
    assert AXES.x(250) < last[0] < last[1] < AXES.x(480)


@given(st.lists(st.floats(30, 200), min_size=2, max_size=8), st.floats(30, 190))
def test_words_stand_where_the_least_passes_through_them(heights: list[float], top: float) -> None:
    curves = [np.stack([np.linspace(50, 410, len(heights)), np.array(heights)], 1)]
    words, taken = QRectF(100, 0, 90, 13), QRectF(200, top, 180, 31)
    place = clear_height(AXES.box, words, Crossings(curves, 50, 410), taken)
    assert AXES.box.contains(place)
    assert place.left() == words.left()
    lowest = words.translated(0, AXES.box.bottom() - 15)
    assert crossed(place, curves, 1.0) <= crossed(lowest, curves, 1.0)
