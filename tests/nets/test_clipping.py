"""Clipping bounds what it says, keeps what it says, and tells what it changed."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.clipping import clipped_by_norm, clipped_by_value, norm
from tests.nets.gradient_check import Array
from tests.nets.live_torch import torch_or_skip

limits = st.floats(1e-3, 1e3)
gradients = st.lists(st.floats(-1e6, 1e6), max_size=8).map(
    lambda numbers: np.array(numbers, dtype=np.float64)
)


@given(gradients, limits)
@settings(max_examples=100)
def test_by_norm_keeps_the_direction_and_bounds_the_norm(gradient: Array, limit: float) -> None:
    before = math.sqrt(math.fsum(float(number) ** 2 for number in gradient))
    clipped = clipped_by_norm(gradient, limit)
    assert clipped.norm == pytest.approx(before, rel=1e-12)
    assert clipped.norm_after == pytest.approx(min(before, limit), rel=1e-12)
    share = 1 if before <= limit else limit / before
    np.testing.assert_allclose(clipped.gradient, gradient * share, rtol=1e-12)
    assert clipped.changed == np.count_nonzero(clipped.gradient != gradient)


@given(gradients, limits)
@settings(max_examples=100)
def test_by_value_bounds_each_number(gradient: Array, limit: float) -> None:
    clipped = clipped_by_value(gradient, limit)
    assert clipped.gradient.tolist() == [max(-limit, min(limit, float(number))) for number in gradient]
    assert clipped.changed == sum(abs(float(number)) > limit for number in gradient)
    assert clipped.norm == pytest.approx(norm(gradient))
    assert clipped.norm_after == pytest.approx(norm(clipped.gradient))


@pytest.mark.parametrize("clip", [clipped_by_norm, clipped_by_value])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_precision_and_shape_stay_and_what_is_given_is_not_changed(clip: type, dtype: type) -> None:
    gradient: Array = np.array([[3.0, -4.0], [0.0, 12.0]], dtype)
    gradient.flags.writeable = False
    clipped = clip(gradient, np.float64(1.5))
    assert clipped.gradient.dtype == dtype
    assert clipped.gradient.shape == (2, 2)
    assert clipped.norm == 13
    assert clipped.changed == 3
    assert clip(gradient, 13).changed == 0
    assert clip(gradient, 13).norm_after == 13


def test_no_square_overflows() -> None:
    gradient = np.array([3e30, 4e30], np.float32)
    clipped = clipped_by_norm(gradient, 10.0)
    assert clipped.norm == pytest.approx(5e30, rel=1e-6)
    np.testing.assert_allclose(clipped.gradient, [6, 8], rtol=1e-6)
    assert norm(np.array([3e-30, 4e-30], np.float32)) == pytest.approx(5e-30, rel=1e-6)


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_what_is_not_finite_stays_and_shows(number: float) -> None:
    gradient = np.array([1.0, number, 2.0])
    clipped = clipped_by_norm(gradient, 1.0)
    np.testing.assert_array_equal(clipped.gradient, gradient)
    assert not math.isfinite(clipped.norm)
    assert not math.isfinite(clipped.norm_after)
    assert clipped.changed == 0


@pytest.mark.parametrize("limit", [0, -1.0, math.nan])
def test_a_limit_must_be_above_zero(limit: float) -> None:
    for clip in (clipped_by_norm, clipped_by_value):
        with pytest.raises(ValueError, match=f"^limit is {limit}; wanted more than 0$"):
            clip(np.ones(2), limit)


def test_equals_pytorch_which_adds_a_millionth_to_the_norm() -> None:
    """torch 2.13.0: grad = tensor([3., -4., 12.]); clip_grad_norm_(p, 6.5) and clip_grad_value_(p, 3.5)."""
    gradient = np.array([3.0, -4.0, 12.0])
    by_norm = [1.4999998846153937, -1.9999998461538582, 5.999999538461575]
    np.testing.assert_allclose(clipped_by_norm(gradient, 6.5).gradient, by_norm, rtol=1e-6)
    assert clipped_by_value(gradient, 3.5).gradient.tolist() == [3.0, -3.5, 3.5]


def test_equals_pytorch_live() -> None:
    torch = torch_or_skip()
    for seed in range(5):
        gradient = np.random.default_rng(seed).normal(size=20)
        for limit in (0.5, 1e3):
            theta = torch.zeros(20, dtype=torch.float64, requires_grad=True)
            theta.grad = torch.tensor(gradient)
            total = torch.nn.utils.clip_grad_norm_([theta], limit)
            clipped = clipped_by_norm(gradient, limit)
            assert clipped.norm == pytest.approx(float(total), rel=1e-12)
            np.testing.assert_allclose(clipped.gradient, theta.grad.numpy(), rtol=1e-6)
            theta.grad = torch.tensor(gradient)
            torch.nn.utils.clip_grad_value_([theta], limit)
            np.testing.assert_array_equal(clipped_by_value(gradient, limit).gradient, theta.grad.numpy())
