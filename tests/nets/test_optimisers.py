"""Optimisers equal their definitions as sums over all past gradients, one number at a time, and PyTorch."""

import math
from collections.abc import Callable, Sequence
from dataclasses import FrozenInstanceError, dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.optimisers import NO_MEMORY, Adam, AdamW, Memory, Optimiser, RmsProp, Sgd
from tests.nets.gradient_check import Array
from tests.nets.live_torch import torch_or_skip

seeds = st.integers(0, 2**32 - 1)
shares = st.floats(0, 0.999)
decays = st.sampled_from([0.0, 0.01, 0.5])
ALL = [Sgd(), Sgd(momentum=0.9), Sgd(momentum=0.9, nesterov=True), RmsProp(), Adam(), AdamW()]


def run(
    optimiser: Optimiser, theta: Array, gradients: Sequence[Array], rates: Sequence[float] | None = None
) -> tuple[Array, Memory]:
    memory = NO_MEMORY
    for k, gradient in enumerate(gradients):
        theta, memory = optimiser.step(theta, gradient, memory, None if rates is None else rates[k])
    return theta, memory


# One number at a time, each running mean written out as the sum that it is


def mean_of(past: Sequence[float], share: float, scale: float) -> float:
    """scale Σ_s share^(k − s) past_s."""
    return scale * math.fsum(share ** (len(past) - 1 - s) * value for s, value in enumerate(past))


def by_sgd(o: Sgd, theta: float, gradients: Sequence[float], rates: Sequence[float]) -> float:
    past: list[float] = []
    for gradient, rate in zip(gradients, rates, strict=True):
        past.append(gradient + o.weight_decay * theta)
        velocity = mean_of(past, o.momentum, 1)
        theta -= rate * (past[-1] + o.momentum * velocity if o.nesterov else velocity)
    return theta


def by_rmsprop(o: RmsProp, theta: float, gradients: Sequence[float], rates: Sequence[float]) -> float:
    past: list[float] = []
    for gradient, rate in zip(gradients, rates, strict=True):
        past.append(gradient + o.weight_decay * theta)
        root = math.sqrt(mean_of([g**2 for g in past], o.decay, 1 - o.decay))
        theta -= rate * past[-1] / (root + o.epsilon)
    return theta


def by_adam(o: Adam, theta: float, gradients: Sequence[float], rates: Sequence[float]) -> float:
    """In the order of the last paragraph of Kingma & Ba's section 2, both corrections in the rate."""
    past: list[float] = []
    for gradient, rate in zip(gradients, rates, strict=True):
        if isinstance(o, AdamW):
            past.append(gradient)
            theta -= rate * o.weight_decay * theta
        else:
            past.append(gradient + o.weight_decay * theta)
        k = len(past)
        m = mean_of(past, o.beta_1, 1 - o.beta_1)
        v = mean_of([g**2 for g in past], o.beta_2, 1 - o.beta_2)
        correction = math.sqrt(1 - o.beta_2**k)
        theta -= rate * correction / (1 - o.beta_1**k) * m / (math.sqrt(v) + o.epsilon * correction)
    return theta


ByNumber = Callable[[Any, float, Sequence[float], Sequence[float]], float]


def check(optimiser: Optimiser, by_number: ByNumber, seed: int) -> None:
    rng = np.random.default_rng(seed)
    steps, count = int(rng.integers(1, 12)), int(rng.integers(0, 5))
    theta, gradients = rng.normal(size=count), rng.normal(size=(steps, count))
    rates = rng.uniform(0, 0.1, steps).tolist()
    for given_rates in (rates, None):
        used = rates if given_rates else [optimiser.rate] * steps
        found, memory = run(optimiser, theta, list(gradients), given_rates)
        expected = [by_number(optimiser, theta[k], gradients[:, k].tolist(), used) for k in range(count)]
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-12)
        assert memory.steps == steps


@given(seeds, shares, st.booleans(), decays)
@settings(max_examples=40)
def test_sgd_by_single_numbers(seed: int, momentum: float, nesterov: bool, decay: float) -> None:
    check(Sgd(0.05, momentum, nesterov, decay), by_sgd, seed)


@given(seeds, shares, decays)
@settings(max_examples=40)
def test_rmsprop_by_single_numbers(seed: int, share: float, decay: float) -> None:
    check(RmsProp(decay=share, epsilon=1e-4, weight_decay=decay), by_rmsprop, seed)


@given(seeds, shares, shares, decays, st.sampled_from([Adam, AdamW]))
@settings(max_examples=60)
def test_adam_by_single_numbers(
    seed: int, beta_1: float, beta_2: float, decay: float, kind: type[Adam]
) -> None:
    check(kind(0.05, beta_1, beta_2, 1e-4, decay), by_adam, seed)


# PyTorch


@dataclass(frozen=True)
class Recorded:
    """Where PyTorch's optimiser of some name and settings ended, and the optimiser of ours that it is."""

    kind: str
    settings: dict[str, Any]
    ours: Optimiser
    last: list[float]


RECORDED = [
    Recorded("SGD", {"lr": 0.1}, Sgd(0.1), [0.98, -2.0, 0.25]),
    Recorded("SGD", {"lr": 0.1, "momentum": 0.9}, Sgd(0.1, 0.9), [0.9269, -1.9658, -0.17300000000000007]),
    Recorded(
        "SGD",
        {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01},
        Sgd(0.1, 0.9, nesterov=True, weight_decay=0.01),
        [0.906422212551, -1.9533556251020001, -0.35699120712950005],
    ),
    Recorded("RMSprop", {}, RmsProp(), [0.8619967645868081, -1.9710651356497546, 0.4160025883019728]),
    Recorded(
        "RMSprop",
        {"alpha": 0.9, "weight_decay": 0.1},
        RmsProp(decay=0.9, weight_decay=0.1),
        [0.9507944885846102, -1.9541765125262893, 0.47238197283685435],
    ),
    Recorded("Adam", {}, Adam(), [0.9979389153378965, -1.9984158095524447, 0.4981943560318633]),
    Recorded(
        "Adam",
        {"lr": 0.1, "betas": (0.8, 0.95), "eps": 1e-4, "weight_decay": 0.1},
        Adam(0.1, 0.8, 0.95, 1e-4, 0.1),
        [0.7672566957699354, -1.7452405343327784, 0.3247375939179932],
    ),
    Recorded("AdamW", {}, AdamW(), [0.9979089444815582, -1.998355836852924, 0.4981793801839485]),
    Recorded(
        "AdamW",
        {"lr": 0.1, "weight_decay": 0.5},
        AdamW(0.1, weight_decay=0.5),
        [0.6654384151158965, -1.569431245790718, 0.2598741960046521],
    ),
]
THETA = np.array([1.0, -2.0, 0.5])
GRADIENTS = np.array([[0.1, -0.2, 3.0], [0.4, 0.0, -1.0], [-0.3, 0.2, 0.5]])
each_recorded = pytest.mark.parametrize("recorded", RECORDED, ids=lambda recorded: recorded.kind)


def by_torch(torch: Any, kind: str, settings: dict[str, Any], theta: Array, gradients: Array) -> Array:
    """Where PyTorch's optimiser ends."""
    parameter = torch.tensor(theta, requires_grad=True)
    optimiser = getattr(torch.optim, kind)([parameter], **settings)
    for gradient in gradients:
        parameter.grad = torch.tensor(gradient)
        optimiser.step()
    found: Array = parameter.detach().numpy()
    return found


@each_recorded
def test_equals_what_pytorch_gave(recorded: Recorded) -> None:
    """torch 2.13.0: by_torch(torch, kind, settings, THETA, GRADIENTS).tolist()."""
    found, _ = run(recorded.ours, THETA, list(GRADIENTS))
    np.testing.assert_allclose(found, recorded.last, rtol=1e-13)


@each_recorded
def test_equals_pytorch_live(recorded: Recorded) -> None:
    torch = torch_or_skip()
    rng = np.random.default_rng(7)
    for dtype, rtol in ((np.float64, 1e-12), (np.float32, 1e-5)):
        theta, gradients = rng.normal(size=30).astype(dtype), rng.normal(size=(40, 30)).astype(dtype)
        expected = by_torch(torch, recorded.kind, recorded.settings, theta, gradients)
        found, _ = run(recorded.ours, theta, list(gradients))
        assert found.dtype == expected.dtype == dtype
        np.testing.assert_allclose(found, expected, rtol=rtol, atol=rtol)


def test_defaults_are_those_of_pytorch_live() -> None:
    torch = torch_or_skip()
    theta = [torch.zeros(1, requires_grad=True)]
    for ours, theirs in ((Sgd(), torch.optim.SGD(theta)), (RmsProp(), torch.optim.RMSprop(theta))):
        assert ours.rate == theirs.defaults["lr"]
        assert (ours.weight_decay, theirs.defaults["momentum"]) == (theirs.defaults["weight_decay"], 0)
    assert (RmsProp().decay, RmsProp().epsilon) == (0.99, 1e-8)
    for adam, theirs in ((Adam(), torch.optim.Adam(theta)), (AdamW(), torch.optim.AdamW(theta))):
        known = theirs.defaults
        assert (adam.rate, (adam.beta_1, adam.beta_2)) == (known["lr"], known["betas"])
        assert (adam.epsilon, adam.weight_decay) == (known["eps"], known["weight_decay"])


# What holds of all


@pytest.mark.parametrize("optimiser", ALL)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_nothing_given_is_changed_and_precision_stays(optimiser: Optimiser, dtype: type) -> None:
    rng = np.random.default_rng(3)
    theta, gradient = rng.normal(size=(2, 9)).astype(dtype)
    memory = NO_MEMORY
    for _ in range(3):
        kept = [array for array in (theta, gradient, memory.m, memory.v) if array is not None]
        for array in kept:
            array.flags.writeable = False
        theta, memory = optimiser.step(theta, gradient, memory, rate=np.float64(1e-2))
        new = [array for array in (theta, memory.m, memory.v) if array is not None]
        assert {array.dtype for array in new} == {np.dtype(dtype)}
        assert not any(np.shares_memory(a, b) for a in new for b in kept)
    with pytest.raises(FrozenInstanceError):
        memory.steps = 0  # type: ignore[misc]


def test_settings_out_of_an_array_leave_float32_as_it_is() -> None:
    for optimiser in (
        Adam(rate=np.float64(0.1), beta_1=np.float64(0.5)),
        Sgd(np.float64(1), np.float64(0.5)),
    ):
        theta, memory = optimiser.step(np.ones(2, np.float32), np.ones(2, np.float32))
        theta, memory = optimiser.step(theta, theta, memory)
        assert theta.dtype == np.float32
        assert memory.m is not None
        assert memory.m.dtype == np.float32


@pytest.mark.parametrize("optimiser", ALL)
def test_going_on_from_what_was_kept_is_as_if_nothing_had_been_between(optimiser: Optimiser) -> None:
    gradients = list(np.random.default_rng(4).normal(size=(6, 5)))
    theta, memory = run(optimiser, np.ones(5), gradients[:3])
    run(optimiser, theta, gradients)  # another way from the same place
    for gradient in gradients[3:]:
        theta, memory = optimiser.step(theta, gradient, memory)
    whole, kept = run(optimiser, np.ones(5), gradients)
    assert theta.tobytes() == whole.tobytes()
    assert memory.steps == kept.steps == 6


@pytest.mark.parametrize("optimiser", ALL)
def test_at_rate_0_nothing_moves_but_the_memory(optimiser: Optimiser) -> None:
    theta, memory = optimiser.step(np.ones(3), np.ones(3), rate=0.0)
    assert theta.tolist() == [1, 1, 1]
    assert memory.steps == 1


@pytest.mark.parametrize("optimiser", [Sgd(0.1, 0.5), RmsProp(0.05), Adam(0.1), AdamW(0.1, weight_decay=0.0)])
def test_goes_down_a_valley(optimiser: Optimiser) -> None:
    steepness = np.array([1.0, 3.0])
    theta, memory = np.array([1.0, -1.0]), NO_MEMORY
    for k in range(300):
        theta, memory = optimiser.step(theta, steepness * theta, memory, optimiser.rate * 0.98**k)
    assert np.abs(theta).max() < 0.02


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Adam(rate=-1.0), "rate is -1.0; wanted 0 or more"),
        (lambda: Sgd(weight_decay=math.nan), "weight_decay is nan; wanted 0 or more"),
        (lambda: Adam(beta_2=1.0), "beta_2 is 1.0; wanted less than 1"),
        (lambda: RmsProp(decay=1.5), "decay is 1.5; wanted less than 1"),
        (lambda: Sgd(momentum=1.0), "momentum is 1.0; wanted less than 1"),
    ],
)
def test_settings_that_make_no_sense_are_named(make: Callable[[], Optimiser], sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        make()


def test_arrays_that_do_not_fit_are_named() -> None:
    with pytest.raises(ValueError, match=r"^gradient has shape \(2,\); wanted \(3,\)$"):
        Adam().step(np.ones(3), np.ones(2))
    with pytest.raises(ValueError, match=r"^gradient is float64; wanted float32, as the weights are$"):
        Adam().step(np.ones(3, np.float32), np.ones(3))
    for memory, name in ((Memory(1, m=np.ones(2)), "m"), (Memory(1, v=np.ones(2)), "v")):
        with pytest.raises(ValueError, match=rf"^memory.{name} has shape \(2,\); wanted \(3,\)$"):
            Adam().step(np.ones(3), np.ones(3), memory)
