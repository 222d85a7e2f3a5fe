"""Modules of PyTorch of any form become layers and come back; what does not fit is refused by its name."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.convert.torch import GATES, from_torch, to_torch
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.stacked import Stacked
from tests.nets.cells import Array, problem
from tests.nets.convert.tools import assert_same_arguments


def state_dict(
    mode: str,
    inputs: int = 2,
    hidden: int = 3,
    layers: int = 1,
    directions: int = 1,
    bias: bool = True,
    proj_size: int = 0,
    dtype: type = np.float64,
) -> dict[str, Array]:
    """Arrays of the shapes of a module, by their names and in the module's order."""
    rng = np.random.default_rng(0)
    rows, outputs = GATES[mode] * hidden, proj_size or hidden
    found: dict[str, Array] = {}
    for k in range(layers):
        reads = directions * outputs if k else inputs
        shapes: dict[str, tuple[int, ...]] = {"weight_ih": (rows, reads), "weight_hh": (rows, outputs)}
        shapes |= {"bias_ih": (rows,), "bias_hh": (rows,)} if bias else {}
        shapes |= {"weight_hr": (proj_size, hidden)} if proj_size else {}
        for suffix in (f"_l{k}", f"_l{k}_reverse")[:directions]:
            found |= {role + suffix: rng.normal(size=shape).astype(dtype) for role, shape in shapes.items()}
    return found


@given(
    st.sampled_from(sorted(GATES)),
    st.integers(1, 11),
    st.integers(1, 2),
    st.booleans(),
    st.integers(0, 2),
    st.sampled_from((np.float32, np.float64)),
)
def test_a_module_comes_back_to_the_bit(
    mode: str, layers: int, directions: int, bias: bool, proj_size: int, dtype: type
) -> None:
    proj_size = proj_size if mode == "LSTM" else 0
    arrays = state_dict(
        mode, layers=layers, directions=directions, bias=bias, proj_size=proj_size, dtype=dtype
    )
    layer = from_torch(mode, arrays)
    assert layer.dtype == dtype
    assert layer.outputs == directions * (proj_size or 3)
    kind, back = to_torch(layer)
    assert (kind, list(back)) == (mode, list(arrays))
    assert_same_arguments(arrays, back)


def test_layers_and_directions_are_stacked() -> None:
    layer = from_torch("GRU", state_dict("GRU", layers=2, directions=2))
    assert isinstance(layer, Stacked)
    assert isinstance(layer.layers[1], Bidirectional)
    x, h = np.ones((4, 5, 2)), np.ones((4, 5, 3))
    assert layer.forward(x, h).output.shape == (4, 5, 6)


def test_a_kind_rnn_has_a_nonlinearity() -> None:
    arrays = state_dict("RNN_TANH")
    assert to_torch(from_torch("RNN", arrays))[0] == "RNN_TANH"
    assert to_torch(from_torch("RNN", arrays, nonlinearity="relu"))[0] == "RNN_RELU"


def changed(arrays: dict[str, Array], name: str, array: Any) -> dict[str, Any]:
    """The arrays with one of them replaced, or taken away when it is None."""
    rest = {other: kept for other, kept in arrays.items() if other != name}
    return rest if array is None else {**rest, name: array}


@pytest.mark.parametrize(
    ("name", "array", "sentence"),
    [
        ("weight_hh_l0", np.ones((11, 3)), r"weight_hh_l0 has shape \(11, 3\); wanted \(12, 3\)"),
        ("weight_hh_l0", np.ones((12, 2)), r"weight_hh_l0 has shape \(12, 2\); wanted \(8, 2\)"),
        ("weight_hh_l0", np.ones(12), r"weight_hh_l0 has shape \(12,\); wanted \(4·hidden, hidden\)"),
        ("weight_ih_l0", np.ones((8, 2)), r"weight_ih_l0 has shape \(8, 2\); wanted \(12, inputs\)"),
        ("weight_ih_l1", np.ones((12, 2)), r"weight_ih_l1 has shape \(12, 2\); wanted \(12, 3\)"),
        ("bias_hh_l1", np.ones(11), r"bias_hh_l1 has shape \(11,\); wanted \(12,\)"),
        ("bias_ih_l0", [0.0] * 12, r"bias_ih_l0 is a list; wanted an array of shape \(12,\)"),
        ("bias_ih_l0", None, r"bias_ih_l0 is missing; wanted it beside bias_hh_l0, bias_hh_l1, bias_ih_l1, "),
        ("weight_hr_l0", np.ones((2, 3)), r"weight_hr_l1 is missing; wanted it beside "),
        ("weight_hx_l0", np.ones(1), r"there is no weight_hx_l0; wanted bias_hh_l0, bias_hh_l1, "),
        ("weight_ih_l3", np.ones(1), r"there is no weight_ih_l3; wanted "),
        (
            "bias_ih_l0",
            np.ones(12, dtype=np.float32),
            r"b is float32; wanted float32 or float64, the same for",
        ),
    ],
)
def test_arrays_that_do_not_fit_are_refused(name: str, array: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}[^.]*$"):
        from_torch("LSTM", changed(state_dict("LSTM", layers=2), name, array))


def test_a_projection_is_of_the_lstm_alone() -> None:
    arrays = {**state_dict("GRU"), "weight_hr_l0": np.ones((2, 3))}
    with pytest.raises(ValueError, match=r"^there is no weight_hr_l0; wanted bias_hh_l0, "):
        from_torch("GRU", arrays)


def test_a_projection_fits_what_it_projects() -> None:
    arrays = changed(state_dict("LSTM", proj_size=2), "weight_hr_l0", np.ones((2, 4)))
    with pytest.raises(ValueError, match=r"^weight_hh_l0 has shape \(12, 2\); wanted \(16, 2\)$"):
        from_torch("LSTM", arrays)


@pytest.mark.parametrize(("kind", "nonlinearity"), [("Transformer", "tanh"), ("RNN", "sine")])
def test_a_kind_that_is_not_there_is_refused(kind: str, nonlinearity: str) -> None:
    with pytest.raises(ValueError, match=r"^the kind is \w+; wanted one of RNN_TANH, RNN_RELU, LSTM, GRU$"):
        from_torch(kind, state_dict("RNN_TANH"), nonlinearity)


def a_cell(kind: str, inputs: int = 2, units: int = 3) -> Layer[Any]:
    """A cell of a kind."""
    return problem(kind, 0, inputs, units, 1, 1)[0]


@pytest.mark.parametrize(
    ("layer", "sentence"),
    [
        (a_cell("LSTM: projection", units=2), "projection to as many numbers as there are units"),
        (Stacked((a_cell("RNN: tanh"), a_cell("RNN: tanh", 3, 4))), "module of layers of different sizes"),
        (
            Stacked((Bidirectional(a_cell("RNN: tanh"), a_cell("RNN: tanh")), a_cell("RNN: tanh", 6))),
            "module of layers with different directions",
        ),
    ],
)
def test_layers_that_are_no_module_are_refused(layer: Layer[Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^PyTorch has no {sentence}; the layer cannot be expressed in it$"):
        to_torch(layer)
