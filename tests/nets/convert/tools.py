"""The three tools as pairs of functions, and what of a layer goes there and back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.convert.keras import from_keras, to_keras
from lstm_gui.nets.convert.onnx import from_onnx, to_onnx
from lstm_gui.nets.convert.torch import from_torch, to_torch
from lstm_gui.nets.layer import Layer

Array = NDArray[Any]


@dataclass(frozen=True)
class Tool:
    """A tool's name, and the way there and back."""

    name: str
    written: Callable[[Layer[Any]], tuple[str, dict[str, Any]]]
    read: Callable[[str, dict[str, Any]], Layer[Any]]

    def there_and_back(self, layer: Layer[Any]) -> Layer[Any]:
        """The layer that another tool would give back."""
        return self.read(*self.written(layer))


TOOLS = (
    Tool("PyTorch", to_torch, from_torch),
    Tool("ONNX", to_onnx, lambda op_type, arguments: from_onnx(op_type, **arguments)),
    Tool("Keras", to_keras, lambda class_name, config: from_keras(class_name, **config)),
)


def assert_same_layer(layer: Layer[Any], other: Layer[Any]) -> None:
    """The same kind and arrays, to the bit; where one bias has become two, the second is zero."""
    assert type(layer) is type(other)
    assert layer.dtype == other.dtype
    for name, array in other.arrays.items():
        if name in layer.arrays:
            np.testing.assert_array_equal(array, layer.arrays[name], err_msg=name)
        else:
            assert name.endswith("b_u")
            assert not array.any()
    assert layer.arrays.keys() <= other.arrays.keys()


def assert_same_arguments(given: dict[str, Any], other: dict[str, Any]) -> None:
    """The same names, arrays to the bit, and options."""
    assert given.keys() == other.keys()
    for name, value in given.items():
        if isinstance(value, dict):
            assert_same_arguments(value, other[name])
        else:
            np.testing.assert_array_equal(other[name], value, err_msg=name)
            assert not isinstance(value, np.ndarray) or (
                other[name].dtype == value.dtype and not np.shares_memory(value, other[name])
            )
