"""A stroke passes every step between two places of the mouse, on a straight line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.timeline.stroke import Stroke

AXES = Axes(QRectF(0, 0, 640, 100), 64, -1.0, 1.0)
POINTS = st.tuples(st.floats(-50, 700), st.floats(-50, 150)).map(lambda place: QPointF(*place))


@given(POINTS, st.lists(POINTS, min_size=1, max_size=8))
def test_no_step_on_the_way_is_left_out(start: QPointF, places: list[QPointF]) -> None:
    stroke = Stroke(start, AXES, 1.0)
    assert list(stroke.begin()) == [stroke.first]
    at = stroke.first
    for place in places:
        passed = stroke.to(place)
        end = AXES.step(place.x())
        between = set(range(min(at, end), max(at, end) + 1)) - {at}
        assert set(passed) == between | {end}
        assert all(-3.0 <= value <= 3.0 and round(value, 2) == value for value in passed.values())
        at = end


def test_between_two_places_the_values_rise_evenly() -> None:
    stroke = Stroke(AXES.point(10, -1.0), AXES, 1.0)
    assert stroke.to(AXES.point(14, 1.0)) == pytest.approx({11: -0.5, 12: 0.0, 13: 0.5, 14: 1.0})
    assert stroke.to(AXES.point(12, 0.0)) == pytest.approx({13: 0.5, 12: 0.0})


def test_it_reaches_as_far_as_the_axis_did() -> None:
    wide = Axes(QRectF(0, 0, 640, 100), 64, -50.0, 50.0)
    assert Stroke(wide.point(3, 40.0), wide, 50.0).begin() == pytest.approx({3: 40.0})
