"""Layers from Keras's SimpleRNN, LSTM and GRU, alone or in Bidirectional, and back.

Weights and options have Keras's names, shapes and orders; `keras_layers.py` has what they mean for a cell.
Where Keras reads (B, T, I), our layers read x (T, B, I), time first. Their output is in the order of x, also
with `go_backwards`, where Keras gives the last step first unless it is in Bidirectional.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from lstm_gui.nets.activation import IDENTITY, RELU, SIGMOID, TANH, Activation, FloatArray
from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional, Reversed
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.convert.keras_layers import LAYERS, KerasLayer, Options, Weights
from lstm_gui.nets.convert.onnx_activations import SOFTPLUS, SOFTSIGN, elu, hard_sigmoid, leaky_relu
from lstm_gui.nets.convert.refusal import refuse_if, unknown
from lstm_gui.nets.layer import Layer

ACTIVATIONS = {
    "tanh": TANH,
    "sigmoid": SIGMOID,
    "relu": RELU,
    "linear": IDENTITY,
    "hard_sigmoid": hard_sigmoid(1 / 6, 0.5),  # of Keras 3; Keras 2 had 0.2 in place of 1/6
    "leaky_relu": leaky_relu(0.2),
    "elu": elu(1.0),
    "softsign": SOFTSIGN,
    "softplus": SOFTPLUS,
}


def from_keras(
    class_name: str,
    *,
    kernel: FloatArray,
    recurrent_kernel: FloatArray,
    bias: FloatArray | None = None,
    activation: str | None = "tanh",
    recurrent_activation: str | None = "sigmoid",
    reset_after: bool = True,
    go_backwards: bool = False,
    backward_layer: Mapping[str, Any] | None = None,
) -> Layer[Any]:
    """A layer from the weights and options of "SimpleRNN", "LSTM" or "GRU".

    An activation None is "linear". `backward_layer` makes it a Bidirectional that concatenates, and says of
    that layer what the other arguments say of the forward one. Raises ValueError naming what does not fit.
    """
    layers = {layer.name: layer for layer in LAYERS.values()}
    if class_name not in layers:
        raise ValueError(f"class_name is {class_name!r}; wanted one of {', '.join(layers)}")
    given = Options(
        _activation("activation", activation),
        _activation("recurrent_activation", recurrent_activation),
        reset_after,
    )
    _check_own(layers[class_name], given)
    layer: Layer[Any] = layers[class_name].cell(Weights(kernel, recurrent_kernel, bias), given)
    if backward_layer is None:
        return Reversed(layer) if go_backwards else layer
    if go_backwards or "go_backwards" in backward_layer:
        raise ValueError("go_backwards is given beside backward_layer; wanted none, as only that one does")
    return Bidirectional(layer, from_keras(class_name, **backward_layer))


def to_keras(layer: Layer[Any]) -> tuple[str, dict[str, Any]]:
    """The class name of a layer, and its weights and options by name, which `from_keras` takes.

    There is no bias where there is no b_u and all b are zero. Raises ValueError for a layer that Keras cannot
    express.
    """
    if isinstance(layer, BatchFirst):
        return to_keras(layer.layer)
    if isinstance(layer, Reversed):
        name, found = _described(layer.layer)
        return name, {**found, "go_backwards": True}
    if not isinstance(layer, Bidirectional):
        return _described(layer)
    name, found = _described(layer.forward_layer)
    other, backward = _described(layer.backward_layer)
    refuse_if("Keras", {"Bidirectional of two kinds of layers": other != name})
    return name, {**found, "backward_layer": backward}


def _described(cell: Layer[Any]) -> tuple[str, dict[str, Any]]:
    """The class name of a cell, its weights and its options."""
    if not isinstance(cell, Cell) or type(cell) not in LAYERS:
        raise unknown("Keras", cell)
    layer = LAYERS[type(cell)]
    options, weights = layer.written(cell), layer.weights(cell)
    arrays = {field.name: getattr(weights, field.name) for field in fields(weights)}
    own = {name: getattr(options, name) for name in layer.options}
    named = {name: _name(value) if isinstance(value, Activation) else value for name, value in own.items()}
    return layer.name, {name: array for name, array in arrays.items() if array is not None} | named


def _activation(option: str, name: str | None) -> Activation:
    """The activation of a name. Raises ValueError for one that is not known here."""
    known = "linear" if name is None else name
    if known not in ACTIVATIONS:
        raise ValueError(f"{option} is {name!r}; wanted one of {', '.join(ACTIVATIONS)}")
    return ACTIVATIONS[known]


def _name(activation: Activation) -> str:
    """Keras's name of an activation. Raises ValueError where it has none."""
    names = {known: name for name, known in ACTIVATIONS.items()}
    refuse_if("Keras", {f"activation {activation.name} with these constants": activation not in names})
    return names[activation]


def _check_own(layer: KerasLayer[Any], given: Options) -> None:
    """Raise ValueError for an option that only other layers have."""
    for field in fields(given):
        if field.name not in layer.options and getattr(given, field.name) != field.default:
            raise ValueError(f"{field.name} is given; wanted none, as {layer.name} has no {field.name}")
