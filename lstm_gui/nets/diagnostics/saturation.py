"""How much of a run is saturated: the shares of activations near the ends of their functions.

Near an end the slope is near zero, so that a saturated gate passes its value on and learns little. An
activation is near an end when it is within `distance` of the way from one end to the other: at 0.1 below 0.1
or above 0.9 for σ (Karpathy, Johnson & Li 2015, "Visualizing and understanding recurrent networks"), and
below −0.8 or above 0.8 for tanh. A function with one end (ReLU: 0) is measured in its own units.

T time, B batch, H units.
"""

from dataclasses import dataclass
from math import inf, isinf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import Activation, FloatArray
from lstm_gui.nets.diagnostics.squashed import squashed
from lstm_gui.nets.layer import Layer, Trace
from lstm_gui.nets.shapes import alive

FAR = 1e30
"""Where a function that has an end has reached it, and one that has none is beyond √FAR."""


@dataclass(frozen=True, eq=False)
class Saturation:
    """Shares, from 0 to 1, of the steps that a unit spends near the ends of its activation: (H,) each."""

    low: FloatArray
    high: FloatArray

    @property
    def share(self) -> float:
        """The share of all steps and units that is near one end or the other."""
        return float((self.low + self.high).mean())


def saturation(layer: Layer[Any], trace: Trace, distance: float = 0.1) -> dict[str, Saturation]:
    """The saturation of each gate and each squashed quantity of a run, by its name in `Trace.quantities`.

    Gates that a variant lacks, and functions without an end, are left out; so are steps past a sequence's
    length. (The xLSTM's σ(z_f), which the trace does not hold as such, is called f.) Raises ValueError for a
    distance that is not between 0 and 0.5.
    """
    if not 0 < distance <= 0.5:
        raise ValueError(f"the distance is {distance}; wanted more than 0 and at most 0.5")
    steps, batch = trace.x.shape[:2]
    counted = np.ones((steps, batch), dtype=bool) if trace.lengths is None else alive(trace.lengths, steps)
    found = {}
    for name, (activated, activation) in squashed(layer, trace).items():
        low, high = ends(activation)
        if not (isinf(low) and isinf(high)):
            near = distance if isinf(high - low) else distance * (high - low)
            rows = activated[counted]  # (steps counted, H)
            found[name] = Saturation(share_of(rows <= low + near), share_of(rows >= high - near))
    return found


def share_of(near: NDArray[np.bool_]) -> FloatArray:
    """For how many of the rows something holds: (N, H) to (H,); 0 where there are none."""
    share: FloatArray = near.sum(axis=0) / max(len(near), 1)
    return share


def ends(activation: Activation) -> tuple[float, float]:
    """The lowest and the highest value that an activation comes to, infinite where it has no end."""
    with np.errstate(over="ignore"):  # a function without an end may overflow on its way
        values = activation.value(np.array([-FAR, FAR]))
    low, high = sorted(float(value) for value in values)
    return (low if abs(low) < FAR**0.5 else -inf), (high if abs(high) < FAR**0.5 else inf)
