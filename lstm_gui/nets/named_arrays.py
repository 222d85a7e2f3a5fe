"""What every object with parameters can do: name its arrays, and give and take them as one flat vector."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Self

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.shapes import check_shape


class NamedArrays(ABC):
    """A frozen object whose parameters are arrays with names, in a fixed order."""

    @property
    @abstractmethod
    def arrays(self) -> dict[str, FloatArray]:
        """The parameters by name."""

    @abstractmethod
    def with_arrays(self, arrays: Mapping[str, FloatArray]) -> Self:
        """The same with some of its arrays replaced. Raises ValueError naming one that does not fit."""

    @property
    def count(self) -> int:
        """How many numbers the parameters are."""
        return sum(array.size for array in self.arrays.values())

    @property
    def vector(self) -> FloatArray:
        """All parameters as one flat copy, in the order of `arrays`."""
        return flattened(self.arrays)

    def with_vector(self, vector: FloatArray) -> Self:
        """The same with its parameters read from one flat vector. Shares the vector's memory."""
        arrays = self.arrays
        check_shape("vector", vector, (sum(array.size for array in arrays.values()),))
        cut, start = {}, 0
        for name, array in arrays.items():
            cut[name] = vector[start : start + array.size].reshape(array.shape)
            start += array.size
        return self.with_arrays(cut)

    def check_names(self, arrays: Mapping[str, FloatArray]) -> None:
        """Raise ValueError unless each name is one of `arrays`."""
        known = self.arrays
        if unknown := arrays.keys() - known.keys():
            raise ValueError(f"there is no {', '.join(sorted(unknown))}; wanted some of {', '.join(known)}")


def flattened(arrays: Mapping[str, FloatArray]) -> FloatArray:
    """Arrays one after another as one flat copy."""
    return np.concatenate([array.ravel() for array in arrays.values()])
