"""tanh in float32: how near the quotient is, and that it never says more than 1."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.kernels.compiling import compiled
from lstm_gui.nets.kernels.functions import tanh
from lstm_gui.nets.kernels.memory import lanes, load, numbers_of, store
from lstm_gui.nets.kernels.rational import BOUND, DENOMINATOR, NUMERATOR, SATURATED

Array = NDArray[Any]


@compiled
def squash(out: Any, x: Any) -> None:
    """tanh of every number of x, a vector at a time."""
    for k in range(0, x.size, lanes(numbers_of(x), "vector")):
        store(numbers_of(out), k, tanh(load(numbers_of(x), k, "vector")))


def squashed(x: Array) -> Array:
    """The compiled tanh of x, whose length vectors divide."""
    out = np.empty_like(x)
    squash(out, x)
    return out


def test_the_quotient_is_nearer_than_float32_can_tell() -> None:
    x = np.linspace(1e-3, 8.3, 100_001)
    over, under = (np.polynomial.Polynomial(terms)(x * x) for terms in (NUMERATOR, DENOMINATOR))
    assert np.abs(x * over / under / np.tanh(x) - 1).max() < 2.7e-8


def test_rounded_to_float32_it_is_within_a_third_of_a_millionth() -> None:
    bits = np.linspace(0, np.float32(12).view(np.int32), 1 << 20).astype(np.int32)
    x = np.concatenate([bits.view(np.float32), -bits.view(np.float32)])
    found, exact = squashed(x), np.tanh(x.astype(np.float64))
    assert np.abs(found).max() == 1
    assert np.all(np.abs(found - exact) <= 3.5e-7 * np.abs(exact))
    np.testing.assert_array_equal(found, -squashed(-x))


def test_it_is_1_where_it_is_saturated() -> None:
    x = np.concatenate([np.linspace(SATURATED, BOUND, 30), [1e4, 3e38, np.inf]]).astype(np.float32).repeat(16)
    assert np.all(squashed(x) == 1)
    assert np.all(squashed(-x) == -1)


def test_small_numbers_pass_as_they_are_and_a_nan_stays_one() -> None:
    x = np.tile(np.array([0, -0.0, 1e-30, -1e-20], np.float32), 4)
    np.testing.assert_array_equal(squashed(x), x)
    np.testing.assert_array_equal(np.signbit(squashed(x)), np.signbit(x))
    x[5] = np.nan
    assert np.flatnonzero(np.isnan(squashed(x))).tolist() == [5]
