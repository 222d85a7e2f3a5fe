"""Finds where a run, or its way back, first left the finite numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray


@dataclass(frozen=True)
class NotFinite:
    """The first number that is infinite or not a number, in the order in which they were computed."""

    t: int  # its index in time; it belongs to step t + 1
    quantity: str
    place: tuple[int, ...]  # its index within the step: (sequence, unit), as the axes of the quantity are
    value: float


def first_not_finite(quantities: Mapping[str, FloatArray], backwards: bool = False) -> NotFinite | None:
    """The first number that is not finite, or None where all are.

    `quantities` are arrays (T, …) in the order in which a step computes them, as `Trace.quantities` are;
    `backwards` is for those that were computed from the last step to the first.
    """
    found = {}
    for name, array in quantities.items():
        steps = np.flatnonzero(~np.isfinite(array).all(axis=tuple(range(1, array.ndim))))
        if steps.size:
            found[name] = int(steps[-1 if backwards else 0])
    if not found:
        return None
    t = max(found.values()) if backwards else min(found.values())
    name = next(name for name, step in found.items() if step == t)
    place = tuple(int(k) for k in np.argwhere(~np.isfinite(quantities[name][t]))[0])
    return NotFinite(t, name, place, float(quantities[name][t][place]))
