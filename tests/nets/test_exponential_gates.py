"""The exponential gates: the logarithm of the forget gate, the stabiliser, and the way back through it."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.activation import IDENTITY
from lstm_gui.nets.exponential_gates import (
    LOG_SIGMOID,
    log_forget,
    log_of_largest,
    stabilise,
    stabilise_back,
    store_back,
)

Array = NDArray[Any]
numbers = st.floats(-1e4, 1e4)


def stabilised(z_i: float, kept: float, empty: bool = False, dtype: type = np.float64) -> tuple[float, ...]:
    """m, i′ and f′ of one unit."""
    found: Array = np.empty((3, 1, 1), dtype)
    stabilise(np.full((1, 1), z_i, dtype), np.full((1, 1), kept, dtype), np.array([[empty]]), *found)
    return tuple(found.ravel().tolist())


@given(st.floats(-30, 30))
def test_the_logarithm_of_a_logistic_gate_and_its_slope(z: float) -> None:
    f = 1 / (1 + math.exp(-z))
    found = LOG_SIGMOID.value(np.array(z))
    assert found == pytest.approx(math.log(f), rel=1e-12, abs=1e-15)
    assert LOG_SIGMOID.slope(np.array(z), found) == pytest.approx(1 / (1 + math.exp(z)), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_it_is_exact_where_the_gate_itself_is_no_float(dtype: type) -> None:
    z: Array = np.array([-1e4, -200, 200, 1e4], dtype)
    log_f = LOG_SIGMOID.value(z)
    np.testing.assert_array_equal(log_f[:2], z[:2])
    np.testing.assert_allclose(log_f[2:], 0, atol=1e-80)
    np.testing.assert_array_equal(LOG_SIGMOID.slope(z, log_f)[[0, 1, 3]], [1, 1, 0])
    assert log_f.dtype == dtype


def test_an_exponential_forget_gate_is_its_own_logarithm() -> None:
    assert log_forget(exponential=True) is IDENTITY
    assert log_forget(exponential=False) is LOG_SIGMOID


@given(numbers, numbers, st.sampled_from([np.float32, np.float64]))
def test_the_larger_gate_is_1_and_their_ratio_is_kept(z_i: float, kept: float, dtype: type) -> None:
    z_i, kept = float(dtype(z_i)), float(dtype(kept))
    m, i, f = stabilised(z_i, kept, dtype=dtype)
    assert m == max(z_i, kept)
    assert max(i, f) == 1
    assert min(i, f) == pytest.approx(math.exp(-abs(z_i - kept)), rel=(1 + abs(z_i - kept)) * 1e-6, abs=1e-37)


@given(numbers, numbers, st.sampled_from([np.float32, np.float64]))
def test_where_nothing_is_stored_the_new_is_taken_whole(z_i: float, kept: float, dtype: type) -> None:
    m, i, f = stabilised(z_i, kept, empty=True, dtype=dtype)
    assert (m, i) == (float(dtype(z_i)), 1)
    assert np.isfinite(dtype(f) ** 3)
    if abs(kept - z_i) < 20:
        assert f == pytest.approx(math.exp(kept - z_i), rel=1e-2)


@given(st.lists(st.floats(-5, 5), min_size=5, max_size=5), st.sampled_from([-1, 1]))
def test_the_way_back_is_the_slope_on_the_side_that_m_is_taken_from(numbers: list[float], side: int) -> None:
    """At a tie too: a step to the side of z_i is counted there, and one to the side of kept is not."""
    d_i, d_f, d_m, z_i, apart = numbers
    kept = z_i - abs(apart) if side == 1 else z_i + abs(apart) + 1e-3
    width = 1e-6

    def loss(z_i: float, kept: float) -> float:
        m, i, f = stabilised(z_i, kept)
        return d_i * i + d_f * f + d_m * m

    m, i, f = (np.array(number) for number in stabilised(z_i, kept))
    found = stabilise_back(np.array(d_i), np.array(d_f), np.array(d_m), i, f, m == z_i)
    here = loss(z_i, kept)
    through_z_i = (loss(z_i + side * width, kept) - here) / (side * width)
    through_kept = (loss(z_i, kept - side * width) - here) / (-side * width)
    np.testing.assert_allclose(found, (through_z_i, through_kept), rtol=1e-4, atol=1e-4)


def test_what_an_empty_store_would_get_is_bounded_and_nothing_else_is() -> None:
    d = np.array([[1e300, -1e300, 5]])
    np.testing.assert_array_equal(store_back(d, np.array([[0.5]])), d / 2)
    bounded = store_back(d, np.array([[2.0]]))
    assert bounded[0, 2] == 10
    np.testing.assert_array_equal(bounded[0, :2], [bounded[0, 0], -bounded[0, 0]])
    assert 1e150 < bounded[0, 0] < 1e160


def test_the_largest_exponent_is_one_that_floats_have() -> None:
    for dtype in (np.dtype(np.float32), np.dtype(np.float64)):
        largest = dtype.type(log_of_largest(dtype))
        assert np.isfinite(np.exp(largest))
        assert np.exp(largest) > np.finfo(dtype).max / 4
