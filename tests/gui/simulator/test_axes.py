"""A step and a value have one place, and the place leads back to them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lstm_gui.gui.simulator.axes import Axes

AXES = st.builds(
    lambda wide, high, steps, reach: Axes(QRectF(40, 20, wide, high), steps, -reach, reach),
    st.floats(100, 2000),
    st.floats(20, 800),
    st.integers(1, 64),
    st.sampled_from([0.5, 1.0, 2.0, 10.0]),
)


@given(AXES, st.data())
def test_there_and_back(axes: Axes, data: st.DataObject) -> None:
    step = data.draw(st.integers(1, axes.steps))
    value = data.draw(st.floats(axes.low, axes.high))
    where = axes.point(step, value)
    assert axes.step(where.x()) == step
    assert abs(axes.value(where.y()) - value) < 1e-6 * max(1.0, axes.high)
    assert axes.box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(where)


@given(AXES, st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1, max_size=64))
def test_a_curve_stays_in_the_box_whatever_its_values(axes: Axes, values: list[float]) -> None:
    for n, (_, y) in enumerate(axes.places(values).tolist()):
        assert abs(y - axes.y(values[n])) < 1e-6 * max(1.0, axes.box.height())
        assert axes.box.top() - 1e-6 <= y <= axes.box.bottom() + 1e-6


@given(AXES, st.data())
def test_steps_in_view_fill_the_box(axes: Axes, data: st.DataObject) -> None:
    first = data.draw(st.integers(1, axes.steps))
    last = data.draw(st.integers(first, axes.steps))
    near = replace(axes, view=(first, last))
    step = data.draw(st.integers(first, last))
    assert near.shows(step)
    assert near.step(near.x(step)) == step
    assert near.box.left() <= near.x(step) <= near.box.right()
    assert (near.step(-1e4), near.step(1e5)) == (first, last)
    assert not near.shows(first - 1)
    assert not near.shows(last + 1)
    places = near.places([0.0] * axes.steps)
    assert len(places[near.shown]) == last - first + 1
    assert len(places[near.beside]) == min(axes.steps, last + 1) - max(1, first - 1) + 1
    assert near.is_whole == ((first, last) == (1, axes.steps))
