"""Draws: in range, even, the same for a seed, and written down so that a new Python cannot change them."""

import statistics

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.sequences.draws import Draws

SEEDS = st.integers(0, 2**63 - 1)


@given(SEEDS, st.integers(1, 1000))
def test_whole_numbers_are_in_range(seed: int, count: int) -> None:
    draws = Draws(seed)
    assert all(0 <= draws.below(count) < count for _ in range(20))
    assert all(3 <= draws.between(3, 3 + count) <= 3 + count for _ in range(20))


@given(SEEDS)
def test_a_seed_gives_the_same_numbers(seed: int) -> None:
    first, second = Draws(seed), Draws(seed)
    assert [first.uniform() for _ in range(9)] == [second.uniform() for _ in range(9)]


def test_the_numbers_of_a_seed_stay() -> None:
    draws = Draws(1)
    assert [draws.below(100) for _ in range(8)] == [13, 84, 76, 25, 49, 44, 65, 78]


def test_they_are_spread_evenly() -> None:
    draws = Draws(7)
    drawn = [draws.uniform(-1, 1) for _ in range(20_000)]
    assert abs(statistics.fmean(drawn)) < 0.02
    assert abs(statistics.pvariance(drawn) - 1 / 3) < 0.01
    assert min(drawn) >= -1
    assert max(drawn) <= 1
