"""The functions of single numbers that cells apply, by the name under which equations write them."""

import math
from collections.abc import Callable


def sigmoid(z: float) -> float:
    """σ(z) = ½(1 + tanh(z/2)), which does not overflow."""
    return 0.5 * (1.0 + math.tanh(z / 2.0))


def log_sigmoid(z: float) -> float:
    """log σ(z), which does not lose what is small."""
    return -math.log1p(math.exp(-z)) if z > 0 else z - math.log1p(math.exp(z))


def exponential(z: float) -> float:
    """exp(z), infinite where it is larger than any float."""
    try:
        return math.exp(z)
    except OverflowError:
        return math.inf


FUNCTIONS: dict[str, Callable[[float], float]] = {
    "σ": sigmoid,
    "tanh": math.tanh,
    "ReLU": lambda z: max(z, 0.0),
    "exp": exponential,
    "log σ": log_sigmoid,
    "abs": abs,
}
