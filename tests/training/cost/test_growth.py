"""What grows how: powers are found again, limits are told apart by whether they were reached."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lstm_gui.training.cost.growth import Limit, at, doubling, exponent, limit, ordered
from lstm_gui.training.cost.measure import Cost

SIZES = (1.0, 2.0, 4.0, 8.0)


def power(p: float) -> list[tuple[float, float]]:
    """Seconds that grow as a power."""
    return [(size, 0.01 * size**p) for size in SIZES]


@given(some.floats(0.5, 3), some.floats(1, 4))
def test_a_power_is_found_and_doubling_is_two_to_it(p: float, size: float) -> None:
    assert exponent(power(p)) == pytest.approx(p)
    assert doubling(power(p), size) == pytest.approx(2**p)


@given(some.floats(0.5, 3), some.floats(0.001, 100))
def test_at_a_limit_an_update_takes_just_as_long_as_it_may(p: float, seconds: float) -> None:
    found = limit(power(p), seconds, 1e9)
    assert found is not None
    slowest, quickest = 0.01 * 8**p, 0.01
    assert found.measured == (seconds < slowest)
    if seconds >= quickest:
        assert 0.01 * found.size**p == pytest.approx(seconds, rel=1e-6)
    else:
        assert found == Limit(1.0, measured=True, none=True)


def test_what_can_be_had_at_all_bounds_a_limit() -> None:
    assert limit(power(1), 100, 8) == Limit(8, measured=True, beyond=True)
    assert limit(power(1), 100, 16) == Limit(16, measured=False, beyond=True)
    assert limit([(5, 2.0), (10, 4.0)], 1.0, 16) == Limit(5, measured=True, none=True)


def test_one_size_says_nothing_of_growth() -> None:
    assert exponent([(1, 1)]) is None
    assert limit([(1, 1)], 1, 8) is None
    assert doubling([(1, 1)], 1) is None
    assert at(power(1), 100) is None


def test_costs_stand_in_the_order_of_their_sizes() -> None:
    costs = [Cost(units, 10, 4, 1, 1, 1, seconds) for units, seconds in ((4, 0.2), (1, 0.1), (4, 0.3))]
    assert ordered(costs, lambda cost: cost.units) == [(1, 0.1), (4, 0.3)]
