"""ONNX's activations by name, with the constants α and β that some of them have.

The list and the formulas are those of the operators RNN, GRU and LSTM. A layer's values of α stand in one
list, taken from the front by those of its activations that have an α; so do the values of β. When a list is
used up, the defaults follow.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import IDENTITY, RELU, SIGMOID, TANH, Activation, sigmoid


def affine(alpha: float, beta: float) -> Activation:
    """α z + β."""
    if (alpha, beta) == (1, 0):
        return IDENTITY
    return Activation("affine", lambda z: alpha * z + beta, lambda z, _a: np.full_like(z, alpha), alpha, beta)


def leaky_relu(alpha: float) -> Activation:
    """z where z ≥ 0, else α z."""
    return Activation(
        "leaky_relu",
        lambda z: np.where(z >= 0, z, alpha * z),
        lambda z, _a: np.where(z >= 0, np.ones_like(z), np.full_like(z, alpha)),
        alpha,
    )


def thresholded_relu(alpha: float) -> Activation:
    """z where z > α, else 0."""
    return Activation(
        "thresholded_relu",
        lambda z: np.where(z > alpha, z, np.zeros_like(z)),
        lambda z, _a: (z > alpha).astype(z.dtype),
        alpha,
    )


def scaled_tanh(alpha: float, beta: float) -> Activation:
    """α tanh(β z)."""
    return Activation(
        "scaled_tanh",
        lambda z: alpha * np.tanh(beta * z),
        lambda z, _a: alpha * beta * (1 - np.tanh(beta * z) ** 2),
        alpha,
        beta,
    )


def hard_sigmoid(alpha: float, beta: float) -> Activation:
    """α z + β, kept from 0 to 1."""
    return Activation(
        "hard_sigmoid",
        lambda z: np.clip(alpha * z + beta, 0, 1),
        lambda z, a: alpha * ((a > 0) & (a < 1)).astype(z.dtype),
        alpha,
        beta,
    )


def elu(alpha: float) -> Activation:
    """z where z ≥ 0, else α (eᶻ − 1)."""
    return Activation(
        "elu",
        lambda z: np.where(z >= 0, z, alpha * np.expm1(np.minimum(z, 0))),
        lambda z, a: np.where(z >= 0, np.ones_like(z), a + alpha),
        alpha,
    )


SOFTSIGN = Activation("softsign", lambda z: z / (1 + np.abs(z)), lambda z, _a: 1 / (1 + np.abs(z)) ** 2)
SOFTPLUS = Activation("softplus", lambda z: np.logaddexp(z, z.dtype.type(0)), lambda z, _a: sigmoid(z))


@dataclass(frozen=True)
class Function:
    """How an activation of ONNX is made of its constants: their defaults, None where ONNX has none."""

    made_of: Callable[..., Activation]
    defaults: tuple[float | None, ...] = ()  # of α, or of α and β


FUNCTIONS = {
    "Relu": Function(lambda: RELU),
    "Tanh": Function(lambda: TANH),
    "Sigmoid": Function(lambda: SIGMOID),
    "Affine": Function(affine, (None, None)),
    "LeakyRelu": Function(leaky_relu, (0.01,)),
    "ThresholdedRelu": Function(thresholded_relu, (1.0,)),
    "ScaledTanh": Function(scaled_tanh, (None, None)),
    "HardSigmoid": Function(hard_sigmoid, (0.2, 0.5)),
    "Elu": Function(elu, (1.0,)),
    "Softsign": Function(lambda: SOFTSIGN),
    "Softplus": Function(lambda: SOFTPLUS),
}
_BY_LOWER_CASE = {name.lower(): name for name in FUNCTIONS}


def activations_from(
    names: Sequence[str], alphas: Iterable[float] | None = None, betas: Iterable[float] | None = None
) -> list[Activation]:
    """The activations of these names, in upper or lower case. Raises ValueError for one that ONNX has not."""
    given = {"activation_alpha": alphas, "activation_beta": betas}
    lists = {which: iter(() if values is None else values) for which, values in given.items()}
    found = []
    for name in names:
        if name.lower() not in _BY_LOWER_CASE:
            raise ValueError(f"activations has {name!r}; wanted some of {', '.join(FUNCTIONS)}")
        function = FUNCTIONS[_BY_LOWER_CASE[name.lower()]]
        constants = []
        for which, default in zip(lists, function.defaults, strict=False):
            constant = next(lists[which], default)
            if constant is None:
                raise ValueError(f"{which} has no value for {name}; wanted one, as there is no default")
            constants.append(float(constant))  # a number of numpy's would bring its own precision along
        found.append(function.made_of(*constants))
    return found


def attributes_of(activations: Sequence[Activation]) -> dict[str, list[str] | list[float]]:
    """The attributes that name activations and give their constants, those of them that are needed.

    Raises ValueError for an activation that ONNX has not.
    """
    named = [_named(activation) for activation in activations]
    lists: dict[str, list[str] | list[float]] = {
        "activations": [name for name, _, _ in named],
        "activation_alpha": [float(alpha) for _, alpha, _ in named if alpha is not None],
        "activation_beta": [float(beta) for _, _, beta in named if beta is not None],
    }
    return {name: values for name, values in lists.items() if values}


def _named(activation: Activation) -> tuple[str, float | None, float | None]:
    """ONNX's name of an activation, with its α and β where it has them."""
    if activation == IDENTITY:
        return "Affine", 1.0, 0.0
    name = _BY_LOWER_CASE.get(activation.name.replace("_", ""))
    if name is None:
        raise ValueError(f"ONNX has no activation {activation.name}; wanted one of {', '.join(FUNCTIONS)}")
    return name, activation.alpha, activation.beta
