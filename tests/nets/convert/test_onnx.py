"""Operators of ONNX with any attributes become layers and come back; what does not fit is refused by name."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.convert.onnx import from_onnx, to_onnx
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.rnn import Rnn
from tests.nets.cells import Array, problem
from tests.nets.convert.tools import assert_same_arguments
from tests.nets.reference.onnx_cases import GATES, onnx_cases

every_operator = pytest.mark.parametrize("op_type", GATES)
DEFAULTS = {
    "RNN": {"activations": ["Tanh"]},
    "GRU": {"activations": ["Sigmoid", "Tanh"]},
    "LSTM": {"activations": ["Sigmoid", "Tanh", "Tanh"]},
}


def arguments(op_type: str, directions: int = 1, hidden: int = 2, **more: Any) -> dict[str, Any]:
    """W and R that fit each other, and more."""
    rng, rows = np.random.default_rng(0), GATES[op_type] * hidden
    return {
        "W": rng.normal(size=(directions, rows, 3)),
        "R": rng.normal(size=(directions, rows, hidden)),
        "direction": "bidirectional" if directions == 2 else "forward",
        **more,
    }


@every_operator
@settings(max_examples=60)
@given(data=st.data(), layout=st.integers(0, 1), dtype=st.sampled_from((np.float32, np.float64)))
def test_an_operator_comes_back_to_the_bit(
    op_type: str, data: st.DataObject, layout: int, dtype: type
) -> None:
    case = data.draw(onnx_cases(op_type))
    weights: dict[str, Array] = {name: array.astype(dtype) for name, array in case.weights.items()}
    given_to_it: dict[str, Any] = {**weights, **case.attributes, "layout": layout}
    name, back = to_onnx(from_onnx(op_type, **given_to_it))
    assert name == op_type
    assert_same_arguments(as_written(op_type, given_to_it), back)


def as_written(op_type: str, given_to_it: dict[str, Any]) -> dict[str, Any]:
    """The arguments with zeros where input_forget leaves f unread, and default activations unnamed."""
    found = dict(given_to_it)
    if given_to_it.get("input_forget"):
        for name, blocks in {"W": "iofc", "R": "iofc", "B": "iofciofc", "P": "iof"}.items():
            if name in found:
                found[name] = without_f(found[name], blocks)
    directions = len(found["W"])
    if found.get("activations") == DEFAULTS[op_type]["activations"] * directions:
        del found["activations"]
    return found


def without_f(array: Array, blocks: str) -> Array:
    """The array (directions, rows, …) with zeros in the blocks of f."""
    found = array.copy()
    hidden = array.shape[1] // len(blocks)
    for k, block in enumerate(blocks):
        if block == "f":
            found[:, k * hidden : (k + 1) * hidden] = 0
    return found


def test_the_blocks_stand_where_onnx_has_them() -> None:
    """Row by row for one unit: LSTM i, o, f, c and P i, o, f; GRU z, r, h; B is Wb, then Rb."""
    column = np.arange(1.0, 5.0).reshape(1, 4, 1)
    B, P = np.arange(1.0, 9.0).reshape(1, 8), np.array([[1.0, 2.0, 3.0]])
    lstm = from_onnx("LSTM", W=column, R=10 * column, B=B, P=P)
    assert isinstance(lstm, Lstm)
    assert lstm.p is not None
    assert lstm.b_u is not None
    assert [*lstm.W.ravel(), *lstm.U.ravel()] == [1, 3, 4, 2, 10, 30, 40, 20]  # i, f, g, o
    assert [*lstm.b, *lstm.b_u, *lstm.p] == [1, 3, 4, 2, 5, 7, 8, 6, 1, 3, 2]
    gru = from_onnx("GRU", W=column[:, :3], R=10 * column[:, :3], B=B[:, :6])
    assert isinstance(gru, Gru)
    assert gru.b_u is not None
    assert [*gru.W.ravel(), *gru.U.ravel(), *gru.b, *gru.b_u] == [
        2,
        1,
        3,
        20,
        10,
        30,
        2,
        1,
        3,
        5,
        4,
        6,
    ]  # r, z, n


@pytest.mark.parametrize("after", [False, True])
def test_the_gru_resets_before_or_after_and_its_z_keeps(after: bool) -> None:
    layer = from_onnx("GRU", **arguments("GRU", linear_before_reset=int(after)))
    assert isinstance(layer, Gru)
    assert (layer.reset_after, layer.z_keeps) == (after, True)


@every_operator
@pytest.mark.parametrize("directions", [1, 2])
def test_with_layout_1_the_batch_is_first_in_x_and_states_alone(op_type: str, directions: int) -> None:
    rng = np.random.default_rng(1)
    x, states = rng.normal(size=(4, 5, 3)), rng.normal(size=(2 if op_type == "LSTM" else 1, directions, 5, 2))
    given_to_it = arguments(op_type, directions)
    usual = from_onnx(op_type, **given_to_it).forward(x, tuple(states), [4, 0, 1, 2, 3])
    turned = tuple(state.swapaxes(0, 1) for state in states)
    trace = from_onnx(op_type, **given_to_it, layout=1).forward(x.swapaxes(0, 1), turned, [4, 0, 1, 2, 3])
    assert trace.output.shape == (4, 5, 2 * directions)
    np.testing.assert_array_equal(trace.output, usual.output)
    for mine, theirs in zip(trace.final, usual.final, strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_one_state_may_be_given_bare() -> None:
    x, h = np.ones((4, 5, 3)), np.full((1, 5, 2), 0.5)
    layer = from_onnx("RNN", **arguments("RNN"))
    np.testing.assert_array_equal(layer.forward(x, h).output, layer.forward(x, (h,)).output)


def test_words_may_be_bytes_as_they_are_in_files() -> None:
    layer = from_onnx(
        "RNN", **arguments("RNN", 2, activations=[b"relu", b"Tanh"]) | {"direction": b"bidirectional"}
    )
    assert isinstance(layer, Bidirectional)
    assert to_onnx(layer)[1]["activations"] == ["Relu", "Tanh"]


def test_numbers_of_numpy_bring_no_precision_of_their_own() -> None:
    one: Array = np.ones((1, 1, 1), dtype=np.float32)
    x = np.ones((3, 1, 1), dtype=np.float32)
    constants: dict[str, Any] = {"activation_alpha": np.full(1, 0.5), "clip": np.float64(0.5)}
    layer = from_onnx("RNN", W=one, R=one, activations=["Elu"], **constants)
    trace = layer.forward(x)
    assert trace.output.dtype == layer.backward(trace, trace.output).x.dtype == np.float32


def test_what_one_direction_has_not_is_zeros() -> None:
    without, peeping = problem("LSTM: NP", 1, 2, 3, 1, 1)[0], problem("LSTM: peepholes", 2, 2, 3, 1, 1)[0]
    without = without.with_arrays({"b": np.zeros_like(without.b)})
    _, found = to_onnx(Bidirectional(without, peeping))
    assert not found["P"][0].any()
    assert not found["B"][0].any()
    assert found["P"][1].any()
    assert found["B"][1].any()


@pytest.mark.parametrize(
    ("op_type", "more", "sentence"),
    [
        ("Transformer", {}, "op_type is 'Transformer'; wanted RNN, GRU or LSTM"),
        ("LSTM", {"direction": "up"}, "direction is 'up'; wanted forward, reverse or bidirectional"),
        ("LSTM", {"direction": "bidirectional"}, r"R has shape \(1, 8, 2\); wanted \(2, 4·hidden, hidden\)"),
        ("LSTM", {"R": np.ones((1, 7, 2))}, r"R has shape \(1, 7, 2\); wanted \(1, 8, 2\)"),
        ("LSTM", {"W": np.ones((1, 6, 3))}, r"W has shape \(1, 6, 3\); wanted \(1, 8, inputs\)"),
        ("LSTM", {"W": [1.0]}, r"W is a list; wanted an array of shape \(1, 8, inputs\)"),
        ("LSTM", {"B": np.ones((1, 8))}, r"B has shape \(1, 8\); wanted \(1, 16\)"),
        ("LSTM", {"P": np.ones((1, 8))}, r"P has shape \(1, 8\); wanted \(1, 6\)"),
        (
            "LSTM",
            {"W": np.ones((1, 8, 3), np.float32)},
            "U is float64; wanted float32 or float64, the same for W, U, b",
        ),
        ("LSTM", {"hidden_size": 3}, r"hidden_size is 3; wanted 2, as R has shape \(1, 8, 2\)"),
        ("LSTM", {"layout": 2}, "layout is 2; wanted 0 or 1"),
        ("LSTM", {"input_forget": 2}, "input_forget is 2; wanted 0 or 1"),
        ("LSTM", {"clip": 0.0}, "clip is 0.0; wanted more than 0"),
        ("LSTM", {"activations": ["Tanh"]}, "activations has 1 names; wanted 3: 3 a direction"),
        (
            "LSTM",
            {"linear_before_reset": 1},
            "linear_before_reset is given; wanted none, as the operator LSTM has no",
        ),
        (
            "RNN",
            {"input_forget": 1},
            "input_forget is given; wanted none, as the operator RNN has no input_forget",
        ),
        ("GRU", {"P": np.ones((1, 6))}, "P is given; wanted none, as the operator GRU has no P"),
    ],
)
def test_what_does_not_fit_is_refused(op_type: str, more: dict[str, Any], sentence: str) -> None:
    known = op_type if op_type in GATES else "RNN"
    with pytest.raises(ValueError, match=f"^{sentence}"):
        from_onnx(op_type, **arguments(known) | more)


@pytest.mark.parametrize(
    ("kinds", "sizes"),
    [(("RNN: tanh", "RNN: clipped"), (3, 3)), (("RNN: tanh", "RNN: tanh"), (3, 4))],
    ids=["attributes", "sizes"],
)
def test_directions_that_differ_are_refused(kinds: tuple[str, str], sizes: tuple[int, int]) -> None:
    cells = [problem(kind, 0, 2, size, 1, 1)[0] for kind, size in zip(kinds, sizes, strict=True)]
    with pytest.raises(ValueError, match=r"^ONNX has no two directions that differ in size or attributes; "):
        to_onnx(Bidirectional(*cells))


def test_nothing_shares_memory() -> None:
    given_to_it = arguments("RNN", B=np.ones((1, 4)))
    layer = from_onnx("RNN", **given_to_it)
    assert isinstance(layer, Rnn)
    for array in layer.arrays.values():
        assert not any(np.shares_memory(array, given_to_it[name]) for name in ("W", "R", "B"))
