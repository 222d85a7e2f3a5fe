"""Keras's layers give what its formulas, written out here number by number, give; and they come back."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional, Reversed
from lstm_gui.nets.convert.keras import from_keras, to_keras
from tests.nets.cells import problem
from tests.nets.convert.keras_by_hand import SCALAR, by_hand
from tests.nets.convert.tools import assert_same_arguments

Array = NDArray[Any]
GATES = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}


@st.composite
def configs(draw: st.DrawFn, class_name: str) -> dict[str, Any]:
    """The weights and options of a layer, so small that four steps of any activation stay small."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    units, columns = 3, 3 * GATES[class_name]
    found: dict[str, Any] = {"kernel": rng.uniform(-1, 1, (2, columns)) / 2}
    found["recurrent_kernel"] = rng.uniform(-1, 1, (units, columns)) / 4
    found["activation"] = draw(st.sampled_from(sorted(SCALAR)))
    if class_name != "SimpleRNN":
        found["recurrent_activation"] = draw(st.sampled_from(sorted(SCALAR)))
    if class_name == "GRU":
        found["reset_after"] = draw(st.booleans())
    if draw(st.booleans()):
        found["bias"] = rng.uniform(-1, 1, (2, columns) if found.get("reset_after") else columns)
    return found


every_class = pytest.mark.parametrize("class_name", GATES)
X = np.random.default_rng(0).uniform(-1, 1, (4, 2, 2))


def assert_close(ours: Array, theirs: Array) -> None:
    """No number is off by more than 1e-12 of the largest, or of 1."""
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12 * max(1, np.abs(theirs).max()))


@every_class
@settings(max_examples=40)
@given(data=st.data())
def test_equals_the_formulas(class_name: str, data: st.DataObject) -> None:
    config = data.draw(configs(class_name))
    output = from_keras(class_name, **config).forward(X).output
    assert_close(output, by_hand(class_name, config, X))


@every_class
@settings(max_examples=10)
@given(data=st.data())
def test_backwards_is_the_order_of_x_where_keras_gives_that_of_its_steps(
    class_name: str, data: st.DataObject
) -> None:
    config = data.draw(configs(class_name))
    layer = from_keras(class_name, **config, go_backwards=True)
    assert isinstance(layer, Reversed)
    assert_close(layer.forward(X).output[::-1], by_hand(class_name, config, X[::-1]))


@every_class
@settings(max_examples=10)
@given(data=st.data())
def test_both_directions_are_concatenated_in_the_order_of_x(class_name: str, data: st.DataObject) -> None:
    forward, backward = data.draw(configs(class_name)), data.draw(configs(class_name))
    layer = from_keras(class_name, **forward, backward_layer=backward)
    assert isinstance(layer, Bidirectional)
    ahead, back = by_hand(class_name, forward, X), by_hand(class_name, backward, X[::-1])[::-1]
    assert_close(layer.forward(X).output, np.concatenate([ahead, back], axis=2))
    assert_same_arguments({**forward, "backward_layer": backward}, to_keras(layer)[1])


@every_class
@given(data=st.data(), dtype=st.sampled_from((np.float32, np.float64)))
def test_a_layer_comes_back_to_the_bit(class_name: str, data: st.DataObject, dtype: type) -> None:
    config = data.draw(configs(class_name))
    config |= {name: array.astype(dtype) for name, array in config.items() if isinstance(array, np.ndarray)}
    layer = from_keras(class_name, **config)
    name, back = to_keras(layer)
    assert name == class_name
    assert_same_arguments(config, back)
    assert_same_arguments(config, to_keras(BatchFirst(layer))[1])


def test_no_activation_is_linear() -> None:
    config: dict[str, Any] = {
        "kernel": np.ones((1, 1)),
        "recurrent_kernel": np.ones((1, 1)),
        "activation": None,
    }
    assert to_keras(from_keras("SimpleRNN", **config))[1]["activation"] == "linear"


SQUARE = {"kernel": np.ones((2, 9)), "recurrent_kernel": np.ones((3, 9))}


@pytest.mark.parametrize(
    ("class_name", "more", "sentence"),
    [
        ("Dense", {}, "class_name is 'Dense'; wanted one of SimpleRNN, LSTM, GRU"),
        ("LSTM", {}, r"recurrent_kernel has shape \(3, 9\); wanted \(3, 12\)"),
        (
            "GRU",
            {"recurrent_kernel": np.ones(9)},
            r"recurrent_kernel has shape \(9,\); wanted \(hidden, 3·hidden\)",
        ),
        ("GRU", {"kernel": np.ones((2, 8))}, r"kernel has shape \(2, 8\); wanted \(inputs, 9\)"),
        ("GRU", {"bias": np.ones(9)}, r"bias has shape \(9,\); wanted \(2, 9\)"),
        ("GRU", {"bias": np.ones((2, 9)), "reset_after": False}, r"bias has shape \(2, 9\); wanted \(9,\)"),
        ("GRU", {"activation": "mish"}, "activation is 'mish'; wanted one of tanh, sigmoid, relu, linear, "),
        ("GRU", {"recurrent_activation": "σ"}, "recurrent_activation is 'σ'; wanted one of tanh, "),
        (
            "SimpleRNN",
            {"reset_after": False},
            "reset_after is given; wanted none, as SimpleRNN has no reset_after",
        ),
        (
            "GRU",
            {"go_backwards": True, "backward_layer": SQUARE},
            "go_backwards is given beside backward_layer; ",
        ),
    ],
)
def test_what_does_not_fit_is_refused(class_name: str, more: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}"):
        from_keras(class_name, **{**SQUARE, **more})


def test_two_kinds_of_layers_are_not_one_bidirectional() -> None:
    layer = Bidirectional(problem("RNN: tanh", 0, 2, 3, 1, 1)[0], problem("LSTM: plain", 0, 2, 3, 1, 1)[0])
    with pytest.raises(ValueError, match=r"^Keras has no Bidirectional of two kinds of layers; "):
        to_keras(layer)


@pytest.mark.parametrize(
    ("kind", "lack"),
    [
        ("LSTM: peepholes", "peepholes"),
        ("LSTM: FGR", "peepholes"),
        ("LSTM: projection", "projection"),
        ("LSTM: 1997", "LSTM of this variant"),
        ("RNN: clipped", "clip"),
        ("RNN: sine", "activation sine with these constants"),
        ("GRU: reset after, z writes", "GRU whose z writes the new"),
    ],
)
def test_a_refusal_says_what_keras_has_not(kind: str, lack: str) -> None:
    with pytest.raises(ValueError, match=f"^Keras has no {lack}; the layer cannot be expressed in it$"):
        to_keras(problem(kind, 0, 2, 3, 1, 1)[0])
