"""Optimisers: one step down a gradient. Formulas and defaults are PyTorch's.

For parameters θ, gradient g and learning rate α, element by element:

    SGD         m ← μ m + g                                        θ ← θ − α m
    Nesterov    the same m                                         θ ← θ − α (g + μ m)
    RMSProp     v ← ρ v + (1 − ρ) g²                               θ ← θ − α g / (√v + ε)
    Adam        m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²     θ ← θ − α m̂ / (√v̂ + ε)
    AdamW       θ ← (1 − α λ) θ, then as Adam

with m̂ = m / (1 − β₁ᵏ) and v̂ = v / (1 − β₂ᵏ) at the k-th step. All but AdamW take their weight decay λ into
the gradient: g ← g + λ θ. Sources: Sutskever et al. 2013 (momentum), Tieleman & Hinton 2012 (RMSProp),
Kingma & Ba 2015 (Adam), Loshchilov & Hutter 2019 (AdamW).

An optimiser is its settings alone. What it remembers is a `Memory`, which a step never changes but makes
anew: parameters and memory that are kept are a checkpoint.
"""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.shapes import check_dtype, check_shape


@dataclass(frozen=True, eq=False)
class Memory:
    """What an optimiser keeps from step to step; of no use to one of another kind."""

    steps: int = 0  # taken so far
    m: FloatArray | None = None  # (count,) running mean of the gradients; with SGD the velocity
    v: FloatArray | None = None  # (count,) running mean of their squares


NO_MEMORY = Memory()
"""What every optimiser begins with."""


@dataclass(frozen=True)
class Optimiser(ABC):
    """The settings of an optimiser. Raises ValueError naming one that makes no sense."""

    rate: float = 1e-3  # α, the learning rate

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if not value >= 0:
                raise ValueError(f"{name} is {value}; wanted 0 or more")
            if name in ("momentum", "decay", "beta_1", "beta_2") and value >= 1:
                raise ValueError(f"{name} is {value}; wanted less than 1")
            if isinstance(value, np.generic):  # which would make float64 of float32
                object.__setattr__(self, name, value.item())

    def step(
        self,
        parameters: FloatArray,
        gradient: FloatArray,
        memory: Memory = NO_MEMORY,
        rate: float | None = None,
    ) -> tuple[FloatArray, Memory]:
        """The parameters (count,) after one step, and what to give to the next.

        `rate` takes the place of the optimiser's own for this step, as a schedule wants it. Nothing given is
        changed. Raises ValueError naming the array that does not fit.
        """
        for name, array in (("gradient", gradient), ("memory.m", memory.m), ("memory.v", memory.v)):
            if array is not None:
                check_shape(name, array, parameters.shape)
                check_dtype(name, array, parameters.dtype)
        return self.moved(parameters, gradient, memory, float(self.rate if rate is None else rate))

    @abstractmethod
    def moved(
        self, parameters: FloatArray, gradient: FloatArray, memory: Memory, rate: float
    ) -> tuple[FloatArray, Memory]:
        """The equations: see `step`."""


@dataclass(frozen=True)
class Sgd(Optimiser):
    """Stochastic gradient descent, with momentum where that is not 0."""

    momentum: float = 0.0  # μ
    nesterov: bool = False  # look ahead along the velocity
    weight_decay: float = 0.0  # λ

    def moved(
        self, parameters: FloatArray, gradient: FloatArray, memory: Memory, rate: float
    ) -> tuple[FloatArray, Memory]:
        """See the top."""
        g = decayed(gradient, parameters, self.weight_decay)
        m = g.copy() if memory.m is None else self.momentum * memory.m + g
        way = g + self.momentum * m if self.nesterov else m
        return parameters - rate * way, Memory(memory.steps + 1, m=m if self.momentum else None)


@dataclass(frozen=True)
class RmsProp(Optimiser):
    """Steps of a like size for all parameters: each gradient is divided by its root mean square."""

    rate: float = 1e-2  # α
    decay: float = 0.99  # ρ, of the running mean
    epsilon: float = 1e-8  # ε
    weight_decay: float = 0.0  # λ

    def moved(
        self, parameters: FloatArray, gradient: FloatArray, memory: Memory, rate: float
    ) -> tuple[FloatArray, Memory]:
        """See the top."""
        g = decayed(gradient, parameters, self.weight_decay)
        v = running_mean(memory.v, self.decay, g * g)
        return parameters - rate * g / (np.sqrt(v) + self.epsilon), Memory(memory.steps + 1, v=v)


@dataclass(frozen=True)
class Adam(Optimiser):
    """Momentum and RMSProp in one, both corrected for having begun at zero."""

    beta_1: float = 0.9  # β₁
    beta_2: float = 0.999  # β₂
    epsilon: float = 1e-8  # ε
    weight_decay: float = 0.0  # λ

    def moved(
        self, parameters: FloatArray, gradient: FloatArray, memory: Memory, rate: float
    ) -> tuple[FloatArray, Memory]:
        """See the top."""
        return self.adam(parameters, decayed(gradient, parameters, self.weight_decay), memory, rate)

    def adam(
        self, parameters: FloatArray, g: FloatArray, memory: Memory, rate: float
    ) -> tuple[FloatArray, Memory]:
        """The step itself, whatever the weight decay did before it."""
        k = memory.steps + 1
        m = running_mean(memory.m, self.beta_1, g)
        v = running_mean(memory.v, self.beta_2, g * g)
        root = np.sqrt(v) / math.sqrt(1 - self.beta_2**k) + self.epsilon
        return parameters - (rate / (1 - self.beta_1**k)) * m / root, Memory(k, m, v)


@dataclass(frozen=True)
class AdamW(Adam):
    """Adam, with a weight decay that its running means do not see."""

    weight_decay: float = 1e-2  # λ

    def moved(
        self, parameters: FloatArray, gradient: FloatArray, memory: Memory, rate: float
    ) -> tuple[FloatArray, Memory]:
        """See the top."""
        return self.adam((1 - rate * self.weight_decay) * parameters, gradient, memory, rate)


def decayed(gradient: FloatArray, parameters: FloatArray, weight_decay: float) -> FloatArray:
    """g + λ θ: the gradient of the loss with ½ λ ‖θ‖² added."""
    return gradient + weight_decay * parameters if weight_decay else gradient


def running_mean(before: FloatArray | None, decay: float, new: FloatArray) -> FloatArray:
    """The running mean after a new value; it begins at zero."""
    fresh: FloatArray = (1 - decay) * new
    if before is not None:
        fresh += decay * before
    return fresh


OPTIMISERS: dict[str, type[Optimiser]] = {kind.__name__: kind for kind in (Sgd, RmsProp, Adam, AdamW)}
"""All of them by name, the simplest first."""
