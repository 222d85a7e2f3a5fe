"""Limits are wide enough for what stands there, and come from a fixed ladder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.simulator.limits import Limits, ladder, limits
from lstm_gui.simulator.quantity import Quantity
from tests.simulator.scenes import DRAGGABLE

LADDER = [digit * 10**power for power in range(7) for digit in (1, 2, 5)]


@given(st.floats(0, 4e6))
def test_the_ladder_is_the_first_rung_not_below(value: float) -> None:
    assert ladder(value) == min(rung for rung in LADDER if rung >= value)


@pytest.mark.parametrize("rung", LADDER)
def test_a_rung_is_its_own_limit(rung: int) -> None:
    assert ladder(rung) == rung


@given(st.sampled_from(sorted(DRAGGABLE)), st.floats(-1e6, 1e6))
def test_limits_hold_what_stands_there(name: str, value: float) -> None:
    allowed = limits(Quantity(name), value)
    assert allowed.hold(value) == value
    assert allowed.low == -allowed.high


@pytest.mark.parametrize(
    ("name", "high"), [("x", 3), ("h_previous", 1), ("c_previous", 10), ("W_f", 10), ("U_i", 10), ("b_o", 10)]
)
def test_the_usual_limits(name: str, high: float) -> None:
    assert limits(Quantity(name)) == Limits(-high, high, step=0.05, decimals=2)


@given(st.floats(allow_nan=False))
def test_held_values_are_within(value: float) -> None:
    assert -3 <= Limits(-3, 3).hold(value) <= 3
