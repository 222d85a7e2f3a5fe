"""All together: layers with a read-out learn tiny tasks, and the same seed gives the same run to the bit."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.clipping import clipped_by_norm
from lstm_gui.nets.initialisers import orthogonal, uniform
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.losses import Loss, cross_entropy, mean_squared_error
from lstm_gui.nets.memory_bias import with_forget_bias
from lstm_gui.nets.optimisers import NO_MEMORY, Adam, AdamW, Memory, Optimiser, RmsProp, Sgd
from lstm_gui.nets.readout import Readout
from lstm_gui.nets.stacked import Stacked
from lstm_gui.nets.zeros import zeros_gru, zeros_lstm, zeros_readout
from tests.nets.gradient_check import Array, numeric

STEPS, BATCH, UNITS, DELAY = 7, 16, 8, 2


@dataclass(frozen=True, eq=False)
class Learner:
    """A layer, its read-out, and what the optimiser remembers."""

    layer: Layer[Any]
    readout: Readout
    memory: Memory = NO_MEMORY

    @property
    def vector(self) -> Array:
        return np.concatenate([self.layer.vector, self.readout.vector])

    def after(self, gradient: Array, optimiser: Optimiser, rate: float | None) -> "Learner":
        vector, memory = optimiser.step(self.vector, gradient, self.memory, rate)
        layer = self.layer.with_vector(vector[: self.layer.count])
        return Learner(layer, self.readout.with_vector(vector[self.layer.count :]), memory)


Step = Callable[[Learner, np.random.Generator], tuple[Loss, Array]]


def echo_step(learner: Learner, rng: np.random.Generator) -> tuple[Loss, Array]:
    """The loss of giving back what was read two steps ago, and its gradient; nothing is asked before."""
    x = rng.normal(size=(STEPS, BATCH, 1)).astype(np.float32)
    asked = np.zeros((STEPS, BATCH))
    asked[DELAY:] = 1
    trace = learner.layer.forward(x)
    loss = mean_squared_error(learner.readout.forward(trace.output), np.roll(x, DELAY, axis=0), asked)
    back = learner.readout.backward(trace.output, loss.d_y)
    return loss, np.concatenate([learner.layer.backward(trace, back.x).vector, back.vector])


def first_symbol_step(learner: Learner, rng: np.random.Generator) -> tuple[Loss, Array]:
    """The loss of naming, after each of its steps, the first of a sequence of symbols; lengths differ."""
    symbols = rng.integers(0, 3, (STEPS, BATCH))
    lengths = rng.integers(1, STEPS + 1, BATCH)
    x = np.eye(3, dtype=learner.layer.dtype)[symbols]
    target = np.broadcast_to(symbols[0], symbols.shape)
    trace = learner.layer.forward(x, lengths=lengths)
    loss = cross_entropy(learner.readout.forward(trace.output), target, lengths=lengths)
    back = learner.readout.backward(trace.output, loss.d_y)
    return loss, np.concatenate([learner.layer.backward(trace, back.x).vector, back.vector])


def trained(
    learner: Learner, step: Step, optimiser: Optimiser, steps: int, seed: int
) -> tuple[Learner, list[float]]:
    """The learner after so many steps, each loss on the way, the rate falling to nothing along a cosine."""
    rng = np.random.default_rng(seed)
    losses = []
    for k in range(steps):
        loss, gradient = step(learner, rng)
        rate = optimiser.rate * 0.5 * (1 + math.cos(math.pi * k / steps))
        learner = learner.after(clipped_by_norm(gradient, 1.0).gradient, optimiser, rate)
        losses.append(loss.value)
    return learner, losses


def new_lstm(inputs: int, outputs: int, seed: int) -> Learner:
    rng = np.random.default_rng(seed)
    layer = with_forget_bias(uniform(zeros_lstm(inputs, UNITS, dtype=np.float32), rng), 1.0)
    return Learner(layer, uniform(zeros_readout(UNITS, outputs, dtype=np.float32), rng))


def test_an_lstm_learns_to_echo_and_the_same_seed_gives_the_same_run() -> None:
    (learner, losses), (again, losses_again) = (
        trained(new_lstm(1, 1, seed=3), echo_step, Adam(0.03), 300, seed=4) for _ in range(2)
    )
    assert np.mean(losses[:10]) > 0.9  # x has variance 1: nothing is known yet
    assert np.mean(losses[-10:]) < 0.02
    assert learner.vector.dtype == np.float32
    assert losses == losses_again
    assert learner.vector.tobytes() == again.vector.tobytes()


@pytest.mark.parametrize(
    "optimiser", [Sgd(0.3, 0.9), Sgd(0.3, 0.9, nesterov=True), RmsProp(0.01), Adam(0.03), AdamW(0.03)]
)
def test_every_optimiser_learns_to_keep_the_first_symbol(optimiser: Optimiser) -> None:
    _, losses = trained(new_lstm(3, 3, seed=1), first_symbol_step, optimiser, 150, seed=2)
    assert np.mean(losses[:5]) > 0.8  # log 3 is chance
    assert np.mean(losses[-10:]) < 0.05


def a_deep_learner(dtype: type) -> Learner:
    rng, units = np.random.default_rng(5), 4
    both = Bidirectional(zeros_gru(3, units, dtype=dtype), zeros_lstm(3, units, peepholes=True, dtype=dtype))
    layer = orthogonal(Stacked((both, zeros_lstm(2 * units, units, dtype=dtype))), rng)
    return Learner(layer, orthogonal(zeros_readout(units, 3, dtype=dtype), rng))


def test_layers_of_layers_learn_as_one_does() -> None:
    _, losses = trained(a_deep_learner(np.float32), first_symbol_step, Adam(0.03), 100, seed=6)
    assert np.mean(losses[:5]) > 0.8
    assert np.mean(losses[-10:]) < 0.1


def test_the_gradient_of_the_whole_way_equals_central_differences() -> None:
    learner = a_deep_learner(np.float64)
    count = learner.layer.count
    directions = np.random.default_rng(8).normal(size=(12, len(learner.vector)))
    way = np.zeros(len(directions))  # how far the parameters are moved in each direction

    def loss() -> tuple[Loss, Array]:
        vector = learner.vector + way @ directions
        moved = Learner(
            learner.layer.with_vector(vector[:count]), learner.readout.with_vector(vector[count:])
        )
        return first_symbol_step(moved, np.random.default_rng(7))

    _, gradient = loss()
    np.testing.assert_allclose(directions @ gradient, numeric(lambda: loss()[0].value, way), rtol=1e-6)
