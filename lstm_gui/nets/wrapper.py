"""A layer around one other layer, whose arrays, sizes and states it has as they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import Layer, TraceT


@dataclass(frozen=True, eq=False)
class Wrapper(Layer[TraceT]):
    """Runs the layer it holds in another way."""

    layer: Layer[Any]

    @property
    def arrays(self) -> dict[str, FloatArray]:
        """The parameters by name."""
        return self.layer.arrays

    def with_arrays(self, arrays: Mapping[str, FloatArray]) -> Self:
        """See `Layer.with_arrays`."""
        return type(self)(self.layer.with_arrays(arrays))

    @property
    def inputs(self) -> int:
        """How many numbers the layer reads at a step (I)."""
        return self.layer.inputs

    @property
    def outputs(self) -> int:
        """How many numbers the layer gives at a step."""
        return self.layer.outputs

    @property
    def dtype(self) -> np.dtype[Any]:
        """float32 or float64: what the layer computes in."""
        return self.layer.dtype

    @property
    def state_names(self) -> tuple[str, ...]:
        """What the layer carries from step to step."""
        return self.layer.state_names

    def state_shapes(self, batch: int) -> tuple[tuple[int, ...], ...]:
        """The shape of each array of the state."""
        return self.layer.state_shapes(batch)
