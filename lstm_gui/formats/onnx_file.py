"""A network as an ONNX model: recurrent layers of any direction on top of each other, and a read-out.

    x (time, batch, I) → RNN, GRU or LSTM → Transpose, Reshape → … → MatMul, Add → y (time, batch, K)

All numbers are float32, and every sequence starts from zero states. An operator gives (time, directions,
batch, H); what follows it lays the directions side by side, as our layers have them.

The messages are written here instead of by the package onnx: that and what it needs are some 30 MB for a file
that is only ever written, and its wheels follow a new Python late. The tests hold each model to that
package's checker, and its numbers to ONNX Runtime.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui import __version__
from lstm_gui.formats import onnx_proto as proto
from lstm_gui.nets.convert.onnx import to_onnx
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.readout import Readout
from lstm_gui.nets.stacked import Stacked

IR, OPSET = 8, 17  # read by every runtime since 2022
SIDE_BY_SIDE = "side_by_side"  # the shape that has the directions as one side
_ARRAYS = ("W", "R", "B", "P")


def onnx_model(
    layer: Layer[Any], readout: Readout, *, about: str = "", texts: Mapping[str, str] | None = None
) -> bytes:
    """The content of an ONNX file; `about` says what it is, `texts` are kept by name beside it.

    Raises ValueError in one sentence for a cell that ONNX cannot express.
    """
    parts = layer.layers if isinstance(layer, Stacked) else (layer,)
    nodes: list[bytes] = []
    tensors: dict[str, NDArray[Any]] = {
        SIDE_BY_SIDE: np.array([0, 0, -1])
    }  # the first two sides as they are, the others as one
    read = "x"
    for number, part in enumerate(parts):
        read = _add_layer(part, f"layer_{number}", read, nodes, tensors)
    tensors |= {"readout_V": np.ascontiguousarray(readout.V.T), "readout_c": readout.c}
    nodes.append(proto.node("MatMul", (read, "readout_V"), ("readout",), {}))
    nodes.append(proto.node("Add", ("readout", "readout_c"), ("y",), {}))
    graph = proto.graph(
        "network",
        nodes,
        [proto.tensor(name, array) for name, array in tensors.items()],
        [proto.value("x", ("time", "batch", layer.inputs))],
        [proto.value("y", ("time", "batch", readout.outputs))],
    )
    producer = ("LSTM Lab", __version__)
    return proto.model(graph, ir=IR, opset=OPSET, producer=producer, about=about, texts=texts or {})


def _add_layer(
    layer: Layer[Any], name: str, read: str, nodes: list[bytes], tensors: dict[str, NDArray[Any]]
) -> str:
    """Add what runs a layer on what is called `read`; the name of its output (time, batch, outputs)."""
    op_type, found = to_onnx(layer)
    arrays = {key: f"{name}_{key}" for key in _ARRAYS if key in found}
    tensors |= {called: found[key] for key, called in arrays.items()}
    attributes = {key: value for key, value in found.items() if key not in _ARRAYS and key != "layout"}
    # X, W, R, B, sequence_lens, initial_h, initial_c, P: what comes after the last that is given is left out
    inputs = [read, arrays["W"], arrays["R"], arrays.get("B", ""), "", "", "", arrays.get("P", "")]
    while not inputs[-1]:
        inputs.pop()
    nodes.append(proto.node(op_type, inputs, (f"{name}_Y",), attributes))
    nodes.append(proto.node("Transpose", (f"{name}_Y",), (f"{name}_turned",), {"perm": [0, 2, 1, 3]}))
    nodes.append(proto.node("Reshape", (f"{name}_turned", SIDE_BY_SIDE), (name,), {}))
    return name
