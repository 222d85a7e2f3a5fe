"""The curves that gates squash by, for one number: what drawings and equations need, not the run itself."""

import math


def squashed(gate: str, z: float) -> float:
    """σ(z) of a gate, tanh(z) of the candidate: the shape of the curve, not the value of any gate."""
    return math.tanh(z) if gate == "g" else 0.5 * (1.0 + math.tanh(z / 2.0))
