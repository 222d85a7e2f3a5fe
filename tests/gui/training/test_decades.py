"""Axes of powers of ten hold what they are given, and say it."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from lstm_gui.gui.training.decades import Decades, decades_of, power_words


@given(some.lists(some.floats(1e-11, 1e11), min_size=1))
def test_every_number_has_its_place_between_the_ends(values: list[float]) -> None:
    axis = decades_of(values)
    shares = axis.share(np.array(values))
    assert ((shares >= 0) & (shares <= 1)).all()
    assert 10.0**axis.low <= min(values) * 1.0001
    assert 10.0**axis.high >= max(values) * 0.9999


def test_an_axis_never_becomes_shorter() -> None:
    before = decades_of([1e-3, 10])
    assert decades_of([0.5], before) == before
    assert decades_of([1e-5], before) == Decades(-5, 1)


def test_what_is_not_finite_stands_at_an_end() -> None:
    axis = decades_of([math.inf, 0.0, -1.0])
    assert axis.share(np.array([math.inf, 0.0])).tolist() == [1.0, 0.0]


def test_a_power_that_is_the_only_number_has_room_on_both_sides() -> None:
    assert decades_of([1.0]) == Decades(-1, 1)


@pytest.mark.parametrize(("power", "words"), [(-2, "0.01"), (0, "1"), (6, "10⁶"), (-12, "10⁻¹²")])
def test_powers_in_words(power: int, words: str) -> None:
    assert power_words(power) == words
