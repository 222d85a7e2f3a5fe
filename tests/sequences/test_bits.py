"""Bits, and what their parity is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.sequences.bits import parity, random_bits

STEPS, SEEDS = st.integers(1, 256), st.integers(0, 2**63 - 1)


@given(STEPS, SEEDS)
def test_bits_are_bits_and_follow_their_seed(steps: int, seed: int) -> None:
    made = random_bits(steps, seed)
    assert made == random_bits(steps, seed)
    assert [row for row in made.inputs if row not in ((0.0,), (1.0,))] == []
    assert [f"{value:.0f}" for (value,) in made.inputs] == list(made.labels)
    assert made.targets == ()


def test_ones_are_as_likely_as_zeros() -> None:
    ones = sum(value for (value,) in random_bits(20_000, 5).inputs)
    assert abs(ones / 20_000 - 0.5) < 0.01


@given(STEPS, SEEDS)
def test_parity_is_whether_the_ones_so_far_are_odd(steps: int, seed: int) -> None:
    made = parity(steps, seed)
    ones = 0.0
    for (bit,), target in zip(made.inputs, made.targets, strict=True):
        ones += bit
        assert target == (ones % 2,)


def test_no_steps_make_no_bits() -> None:
    with pytest.raises(ValueError, match="steps"):
        parity(0, 1)
