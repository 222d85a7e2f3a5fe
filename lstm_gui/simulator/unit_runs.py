"""The run of every unit of a cell, for views that show all of them at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray

Arrays = Mapping[str, FloatArray]


@dataclass(frozen=True, eq=False, slots=True)
class UnitRuns:
    """What every unit computed, step by step, and every input; equal to another where every number is."""

    arrays: Arrays  # (T, units) by quantity name; "x" is (T, inputs)
    limits: Mapping[str, float]  # what may be negative lies within −limit … limit

    __hash__ = None  # type: ignore[assignment]  # arrays have no hash

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, UnitRuns):
            return NotImplemented
        if self.limits != other.limits or self.arrays.keys() != other.arrays.keys():
            return False
        return all(
            np.array_equal(array, other.arrays[name], equal_nan=True) for name, array in self.arrays.items()
        )

    @property
    def steps(self) -> int:
        """How many steps were run."""
        return len(self.arrays["x"])

    @property
    def inputs(self) -> int:
        """How many numbers the cell reads at a step."""
        return len(self.arrays["x"][0])

    @property
    def units(self) -> int:
        """How many units the cell has."""
        return max(len(array[0]) for name, array in self.arrays.items() if name != "x")
