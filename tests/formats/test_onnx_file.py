"""What ONNX Runtime makes of a model is what the network gives, for every network that ONNX can express."""

from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui import __version__
from lstm_gui.formats.onnx_file import IR, OPSET, onnx_model
from lstm_gui.formats.protobuf import content, single, whole
from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.graph.made import zero_layer
from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.named_arrays import NamedArrays
from lstm_gui.nets.readout import Readout
from lstm_gui.nets.stacked import Stacked

REFUSED = {
    kind: words
    for kind in EVERY_KIND
    for words in (
        "LSTM without a forget gate" if kind.choices[0] in ("1997", "NFG") else "",
        "LSTM without an input gate" if kind.choices[0] == "NIG" else "",
        "LSTM without an output gate" if kind.choices[0] == "NOG" else "",
        "full gate recurrence" if kind.choices[0] == "FGR" else "",
        "GRU whose z writes the new" if "writes" in kind.choices else "",
        "layer like Slstm" if kind.family == "slstm" else "",
        "layer like Mlstm" if kind.family == "mlstm" else "",
    )
    if words
}
EXPRESSED = [kind for kind in EVERY_KIND if kind not in REFUSED]
sizes = st.integers(1, 4)


def drawn(part: Any, rng: np.random.Generator) -> Any:
    """The same with every number drawn."""
    assert isinstance(part, NamedArrays)
    shapes = {name: array.shape for name, array in part.arrays.items()}
    numbers = {name: rng.uniform(-1, 1, shape).astype(np.float32) for name, shape in shapes.items()}
    return part.with_arrays(numbers)


@st.composite
def networks(draw: st.DrawFn, kind: Kind) -> tuple[Layer[Any], Readout]:
    """One to three layers, each in one direction or two, and a read-out."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    reads, units = draw(sizes), draw(sizes)
    layers: list[Layer[Any]] = []
    for _ in range(draw(st.integers(1, 3))):
        one: Layer[Any] = zero_layer(kind, reads, units, np.float32)
        layers.append(drawn(Bidirectional(one, one) if draw(st.booleans()) else one, rng))
        reads = layers[-1].outputs
    outputs = draw(sizes)
    readout = Readout(np.zeros((outputs, reads), np.float32), np.zeros(outputs, np.float32))
    return layers[0] if len(layers) == 1 else Stacked(tuple(layers)), drawn(readout, rng)


@pytest.mark.parametrize("kind", EXPRESSED, ids=lambda kind: f"{kind.family} {' '.join(kind.choices)}")
@settings(max_examples=8, deadline=None)
@given(data=st.data(), steps=st.integers(1, 6), batch=sizes)
def test_onnx_runtime_gives_what_the_network_gives(
    kind: Kind, data: st.DataObject, steps: int, batch: int
) -> None:
    layer, readout = data.draw(networks(kind))
    content_ = onnx_model(layer, readout)
    onnx.checker.check_model(onnx.load_from_string(content_), full_check=True)
    x = np.random.default_rng(0).uniform(-1, 1, (steps, batch, layer.inputs)).astype(np.float32)
    session = onnxruntime.InferenceSession(content_, providers=["CPUExecutionProvider"])
    (theirs,) = session.run(None, {"x": x})
    ours = readout.forward(layer.forward(x).output)
    np.testing.assert_allclose(theirs, ours, rtol=1e-4, atol=2e-5)


@pytest.mark.parametrize("kind", REFUSED, ids=lambda kind: f"{kind.family} {' '.join(kind.choices)}")
def test_what_onnx_cannot_say_is_refused_in_a_sentence(kind: Kind) -> None:
    layer = zero_layer(kind, 2, 3, np.float32)
    readout = Readout(np.zeros((1, layer.outputs), np.float32), np.zeros(1, np.float32))
    with pytest.raises(
        ValueError, match=f"^ONNX has no {REFUSED[kind]}; the layer cannot be expressed in it$"
    ):
        onnx_model(Stacked((layer, zero_layer(kind, layer.outputs, 2, np.float32))), readout)


def test_the_model_says_what_it_is_and_what_made_it() -> None:
    layer, readout = zero_layer(Kind.of("lstm"), 2, 3), Readout(np.ones((1, 3)), np.ones(1))
    made = onnx.load_from_string(onnx_model(layer, readout, about="σ · 1", texts={"seed": "7"}))
    assert (made.producer_name, made.producer_version, made.doc_string) == ("LSTM Lab", __version__, "σ · 1")
    assert {entry.key: entry.value for entry in made.metadata_props} == {"seed": "7"}
    assert (made.ir_version, made.opset_import[0].version) == (IR, OPSET)
    sides = [dim.dim_param or dim.dim_value for dim in made.graph.input[0].type.tensor_type.shape.dim]
    assert sides == ["time", "batch", 2]
    assert not any(each.data_location for each in made.graph.initializer)  # nothing lies in another file


@given(value=st.integers(-(2**63), 2**63 - 1), text=st.text(max_size=300))
def test_fields_are_read_by_the_tools_own_package(value: int, text: str) -> None:
    raw = content(1, text) + whole(3, value) + single(2, 0.5) + whole(20, 2)
    read = onnx.AttributeProto.FromString(raw)
    assert (read.name, read.i, read.f, read.type) == (text, value, 0.5, onnx.AttributeProto.INT)
