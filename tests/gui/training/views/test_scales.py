"""Axes that change in steps: they hold what they are given, stand still while they can, and say when not."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.training.views.scales import Scales, largest, rounded_up

positive = st.floats(1e-6, 1e6)


@given(positive)
def test_a_round_number_is_no_smaller_and_not_much_larger(value: float) -> None:
    assert value * (1 - 1e-6) <= rounded_up(value) <= 2.5 * value


def test_what_is_no_size_has_the_axis_of_one() -> None:
    assert [rounded_up(value) for value in (0.0, -1.0, float("inf"), float("nan"))] == [1.0] * 4
    assert largest(np.array([1.0, -3.0, np.inf, np.nan]), np.zeros(0)) == 3.0
    assert largest() == 0.0


@given(st.lists(positive, min_size=1, max_size=8))
def test_an_axis_holds_every_number_and_tells_of_its_change(numbers: list[float]) -> None:
    scales, before = Scales(), None
    for number in numbers:
        scales.begin()
        limit = scales.limit("c", number)
        assert limit >= number * (1 - 1e-6)
        assert ("c" in scales.changed) == (before is not None and limit != before)
        before = limit


def test_an_axis_stands_still_while_it_is_filled_and_shrinks_when_it_is_not() -> None:
    scales = Scales()
    assert [scales.limit("c", most) for most in (4.0, 5.0, 2.0, 6.0, 9.0, 0.5)] == [5, 5, 5, 10, 10, 1]


@given(
    st.lists(
        st.tuples(st.floats(-1e5, 1e5, allow_subnormal=False), st.floats(0, 1e5)), min_size=1, max_size=6
    )
)
def test_both_ends_hold_every_number(ranges: list[tuple[float, float]]) -> None:
    scales = Scales()
    for low, room in ranges:
        found = scales.ends("y", low, low + room)
        assert found[0] <= low + 1e-6 * abs(low)
        assert found[1] >= low + room - 1e-6 * abs(low + room)
        assert found[0] < found[1]
        assert scales.ends("y", low, low + room) == found


@given(st.floats(1e-6, 1e6))
def test_fine_steps_leave_no_half_of_the_colours_empty(most: float) -> None:
    found = rounded_up(most, fine=True)
    assert most * (1 - 1e-9) <= found <= rounded_up(most) * (1 + 1e-9)
    assert found <= 1.51 * most
