"""Losses equal their definitions one number at a time, their gradients central differences, both PyTorch."""

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.losses import Loss, binary_cross_entropy, cross_entropy, mean_squared_error
from tests.nets.gradient_check import Array, numeric
from tests.nets.live_torch import torch_or_skip

LossFunction = Callable[..., Loss]
ALL: list[LossFunction] = [mean_squared_error, cross_entropy, binary_cross_entropy]
each_loss = pytest.mark.parametrize("loss", ALL)
seeds = st.integers(0, 2**32 - 1)


def drawn(
    loss: LossFunction, rng: np.random.Generator, steps: int, batch: int, outputs: int
) -> tuple[Array, NDArray[Any]]:
    """A prediction (T, B, K) and a target for it."""
    y = rng.normal(scale=2, size=(steps, batch, outputs))
    if loss is cross_entropy:
        return y, rng.integers(0, outputs, (steps, batch))
    return y, rng.uniform(size=y.shape) if loss is binary_cross_entropy else rng.normal(size=y.shape)


def of_number(loss: LossFunction, y: list[float], target: Any) -> list[float]:
    """The loss of each number of one step, or of the step, by its definition."""
    if loss is mean_squared_error:
        return [(a - b) ** 2 for a, b in zip(y, target, strict=True)]
    if loss is cross_entropy:
        return [-math.log(math.exp(y[target]) / math.fsum(map(math.exp, y)))]
    p = [1 / (1 + math.exp(-a)) for a in y]
    return [-t * math.log(q) - (1 - t) * math.log(1 - q) for q, t in zip(p, target, strict=True)]


def value_of(loss: LossFunction, *arguments: Any) -> float:
    return loss(*arguments).value


@given(seeds, st.integers(1, 4), st.integers(1, 3), st.integers(1, 4), st.booleans(), st.booleans())
@settings(max_examples=60)
def test_the_mean_of_the_definition_and_its_central_differences(
    seed: int, steps: int, batch: int, outputs: int, weighed: bool, padded: bool
) -> None:
    rng = np.random.default_rng(seed)
    weights = rng.choice([0.0, 0.5, 1.0, 3.0], (steps, batch)) if weighed else None
    lengths = rng.integers(0, steps + 1, batch) if padded else None
    for loss in ALL:
        y, target = drawn(loss, rng, steps, batch, outputs)
        total = weight = 0.0
        for t, b in np.ndindex(steps, batch):
            counts = 1.0 if weights is None else float(weights[t, b])
            counts = 0.0 if lengths is not None and t >= lengths[b] else counts
            losses = of_number(loss, y[t, b].tolist(), target[t, b].tolist())
            total += counts * sum(losses)
            weight += counts * len(losses)
        found = loss(y, target, weights, lengths)
        assert found.value == pytest.approx(total / weight if weight else 0, rel=1e-12, abs=1e-14)
        slopes = numeric(partial(value_of, loss, y, target, weights, lengths), y)
        np.testing.assert_allclose(found.d_y, slopes, rtol=1e-6, atol=1e-8)


@each_loss
@given(seed=seeds)
@settings(max_examples=10)
def test_what_does_not_count_is_not_read(loss: LossFunction, seed: int) -> None:
    rng = np.random.default_rng(seed)
    y, target = drawn(loss, rng, 4, 3, 2)
    mask = rng.uniform(size=(4, 3)) < 0.6
    mask[2:, 1] = mask[3:, 2] = False
    clean = loss(y, target, mask)
    y[~mask] = rng.choice([math.nan, math.inf, 1e300])
    target[~mask] = -100 if loss is cross_entropy else math.nan
    found = loss(y, target, mask)
    assert found.value == clean.value
    assert found.d_y.tobytes() == clean.d_y.tobytes()
    assert not found.d_y[~mask].any()
    again = loss(y, target, mask, lengths=[4, 2, 3])
    assert again.value == clean.value
    assert again.d_y.tobytes() == clean.d_y.tobytes()


@each_loss
def test_only_the_proportions_of_weights_matter(loss: LossFunction) -> None:
    rng = np.random.default_rng(5)
    y, target = drawn(loss, rng, 4, 3, 2)
    weights = rng.uniform(size=(4, 3))
    one, three = loss(y, target, weights), loss(y, target, 3 * weights)
    assert one.value == pytest.approx(three.value, rel=1e-12)
    np.testing.assert_allclose(one.d_y, three.d_y, rtol=1e-12)
    everything = loss(y, target, np.ones((4, 3), dtype=int))
    assert everything.value == pytest.approx(loss(y, target).value, rel=1e-12)


@pytest.mark.parametrize("loss", [mean_squared_error, binary_cross_entropy])
def test_single_numbers_can_be_missing(loss: LossFunction) -> None:
    rng = np.random.default_rng(6)
    y, target = drawn(loss, rng, 5, 2, 3)
    known = rng.uniform(size=y.shape) < 0.5
    expected = loss(y[known], target[known])
    found = loss(y, np.where(known, target, np.nan), known)
    assert found.value == pytest.approx(expected.value, rel=1e-12)
    np.testing.assert_allclose(found.d_y[known], expected.d_y, rtol=1e-12)
    assert not found.d_y[~known].any()


@each_loss
def test_when_nothing_counts_the_loss_is_0(loss: LossFunction) -> None:
    y, target = drawn(loss, np.random.default_rng(7), 3, 2, 2)
    for found in (
        loss(y, target, np.zeros((3, 2))),
        loss(y, target, lengths=[0, 0]),
        loss(y[:0], target[:0]),
        loss(y[:, :0], target[:, :0], lengths=[]),
    ):
        assert found.value == 0
        assert not found.d_y.any()


@each_loss
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_precision_stays_and_what_is_given_is_not_changed(loss: LossFunction, dtype: type) -> None:
    y, target = drawn(loss, np.random.default_rng(8), 3, 2, 2)
    y = y.astype(dtype)
    y.flags.writeable = target.flags.writeable = False
    for weights in (None, np.full((3, 2), 0.3), np.ones((3, 2), bool)):
        found = loss(y, target, weights, [3, 1])
        assert found.d_y.dtype == dtype
        assert found.d_y.shape == y.shape
        assert type(found.value) is float


@each_loss
def test_any_axes_may_stand_before_the_last(loss: LossFunction) -> None:
    y, target = drawn(loss, np.random.default_rng(9), 4, 3, 2)
    whole = loss(y, target)
    flat = loss(y.reshape(12, 2), target.reshape(12, *target.shape[2:]))
    assert flat.value == whole.value
    np.testing.assert_array_equal(flat.d_y.reshape(y.shape), whole.d_y)
    turned = np.asfortranarray(y)
    np.testing.assert_allclose(loss(turned, target).d_y, whole.d_y, rtol=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_logits_of_ten_thousand_are_as_good_as_any(dtype: type) -> None:
    y: Array = np.array([[1e4, -1e4], [1e4, -1e4], [1e4, 1e4]], dtype)
    found = cross_entropy(y, np.array([0, 1, 1]))
    assert found.value == pytest.approx((0 + 2e4 + math.log(2)) / 3)
    np.testing.assert_allclose(3 * found.d_y, [[0.0, 0.0], [1.0, -1.0], [0.5, -0.5]], rtol=1e-6)
    found = binary_cross_entropy(y, np.array([[1, 0], [0, 1], [0.5, 1]]))
    assert found.value == pytest.approx((0 + 0 + 1e4 + 1e4 + 5e3 + 0) / 6)
    np.testing.assert_allclose(6 * found.d_y, [[0.0, 0.0], [1.0, -1.0], [0.5, 0.0]], rtol=1e-6)
    found = mean_squared_error(y, -y)
    assert found.value == pytest.approx(4e8)
    np.testing.assert_allclose(found.d_y, y * 4 / 6, rtol=1e-6)


def test_a_class_that_is_alone_costs_nothing() -> None:
    found = cross_entropy(np.array([[3.0], [-3.0]]), np.array([0, 0]))
    assert found.value == 0
    assert not found.d_y.any()


Y = np.array([[2.0, -1.0, 0.5], [0.0, 1e4, -1e4]])
TARGETS: dict[LossFunction, NDArray[Any]] = {
    mean_squared_error: np.array([[1.0, 2.0, 0.0], [1.0, 1.0, 1.0]]),
    cross_entropy: np.array([2, 0]),
    binary_cross_entropy: np.array([[1.0, 0.0, 0.25], [1.0, 0.0, 1.0]]),
}
IN_TORCH = {
    mean_squared_error: "mse_loss",
    cross_entropy: "cross_entropy",
    binary_cross_entropy: "binary_cross_entropy_with_logits",
}
THIRD = 1 / 3
RECORDED: dict[LossFunction, tuple[float, list[list[float]]]] = {
    mean_squared_error: (
        33333335.541666668,
        [[THIRD, -1.0, THIRD / 2], [-THIRD, 3333.0, -3333.6666666666665]],
    ),
    cross_entropy: (
        5000.8706556483285,
        [[0.39279851729463794, 0.019556286635343725, -0.41235480392998164], [-0.5, 0.5, 0.0]],
    ),
    binary_cross_entropy: (
        3333.6637356438837,
        [
            [-0.01986715367035295, 0.04482357022833252, 0.0620765552003091],
            [-THIRD / 4, THIRD / 2, -THIRD / 2],
        ],
    ),
}


@each_loss
def test_equals_what_pytorch_gave(loss: LossFunction) -> None:
    """torch 2.13.0, for each name in IN_TORCH:

    y = torch.tensor(Y, requires_grad=True)
    found = getattr(torch.nn.functional, name)(y, torch.tensor(target))
    found.backward(); print(found.item(), y.grad.tolist())
    """
    value, slopes = RECORDED[loss]
    found = loss(Y, TARGETS[loss])
    assert found.value == pytest.approx(value, rel=1e-13)
    np.testing.assert_allclose(found.d_y, slopes, rtol=1e-12, atol=1e-15)


@each_loss
def test_equals_pytorch_live(loss: LossFunction) -> None:
    torch = torch_or_skip()
    rng = np.random.default_rng(10)
    for outputs in (1, 2, 7):
        y, target = drawn(loss, rng, 6, 4, outputs)
        theirs = torch.tensor(y.reshape(24, outputs), requires_grad=True)
        aim = torch.tensor(target.reshape(24, *target.shape[2:]))
        expected = getattr(torch.nn.functional, IN_TORCH[loss])(theirs, aim)
        expected.backward()
        found = loss(y, target)
        assert found.value == pytest.approx(expected.item(), rel=1e-12, abs=1e-14)
        np.testing.assert_allclose(
            found.d_y.reshape(24, outputs), theirs.grad.numpy(), rtol=1e-12, atol=1e-15
        )


def test_targets_that_do_not_fit_are_named() -> None:
    y = np.zeros((4, 3, 2))
    for loss in (mean_squared_error, binary_cross_entropy):
        with pytest.raises(ValueError, match=r"^target has shape \(4, 3\); wanted \(4, 3, 2\)$"):
            loss(y, np.zeros((4, 3)))
    refused: list[tuple[Array, str]] = [
        (np.zeros((4, 3, 2)), r"target has shape \(4, 3, 2\); wanted \(4, 3\)"),
        (np.zeros((4, 3)), "target is float64; wanted classes as whole numbers"),
        (np.full((4, 3), 2), "target runs from 2 to 2; wanted 0 to 1"),
        (np.full((4, 3), -1), "target runs from -1 to -1; wanted 0 to 1"),
    ]
    for target, sentence in refused:
        with pytest.raises(ValueError, match=f"^{sentence}$"):
            cross_entropy(y, target)
