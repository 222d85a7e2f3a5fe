"""What a layer makes of the states that it is given, and its parameters as one vector."""

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.layer import Gradients, unstacked
from lstm_gui.nets.rnn import Rnn
from tests.nets.cells import CELLS, Array, drawn, every_cell, one_of_each, problem
from tests.nets.gradient_check import drawn_state

zeros = np.zeros


# Parameters


@every_cell
@given(seed=st.integers(0, 2**32 - 1), inputs=st.integers(1, 4), units=st.integers(1, 4))
@settings(max_examples=4)
def test_parameters_go_through_a_vector_and_back_to_the_bit(
    kind: str, seed: int, inputs: int, units: int
) -> None:
    rng = np.random.default_rng(seed)
    cell, other = (CELLS[kind](rng, inputs, units, np.float32) for _ in range(2))
    assert cell.vector.tolist() == [x for array in cell.arrays.values() for x in array.ravel().tolist()]
    assert cell.count == len(cell.vector)
    again = cell.with_vector(other.vector)
    assert list(again.arrays) == list(cell.arrays)
    for name, array in again.arrays.items():
        np.testing.assert_array_equal(array, other.arrays[name])
    x = drawn(rng, np.float32, 3, 2, inputs)
    np.testing.assert_array_equal(again.forward(x).output, other.forward(x).output)
    np.testing.assert_array_equal(again.with_arrays(cell.arrays).vector, cell.vector)


@every_cell
def test_a_layer_takes_the_precision_of_the_vector(kind: str) -> None:
    cell, *_ = problem(kind, 0, 2, 3, 0, 0)
    assert cell.with_vector(cell.vector.astype(np.float32)).dtype == np.float32


@one_of_each
def test_a_vector_that_does_not_fit_is_refused(kind: str) -> None:
    cell, *_ = problem(kind, 0, 2, 3, 0, 0)
    size, names = cell.count, ", ".join(cell.arrays)
    refused: list[tuple[Any, str]] = [
        (zeros(size + 1), f"vector has shape ({size + 1},); wanted ({size},)"),
        (zeros((size, 1)), f"vector has shape ({size}, 1); wanted ({size},)"),
        (zeros(size).tolist(), f"vector is a list; wanted an array of shape ({size},)"),
        (zeros(size, int), f"W is int64; wanted float32 or float64, the same for {names}"),
    ]
    for wrong, sentence in refused:
        with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
            cell.with_vector(wrong)


def test_gradients_stand_in_their_vector_as_they_do_in_their_arrays() -> None:
    found = Gradients({"W": np.arange(4.0).reshape(2, 2), "b": np.array([9.0])}, zeros((0, 0, 2)), ())
    assert found.vector.tolist() == [0, 1, 2, 3, 9]
    assert found["b"].tolist() == [9]


# States


@every_cell
def test_a_state_is_a_tuple_of_what_was_given(kind: str) -> None:
    cell, _, state = problem(kind, 0, 2, 3, 0, 5)
    either: list[Any] = [state, list(state)]
    for given_in in either:
        for array, wanted in zip(cell.state_from(given_in, 5), state, strict=True):
            assert array is wanted
    assert [array.shape for array in cell.state_from(None, 5)] == list(cell.state_shapes(5))
    assert {array.dtype for array in cell.state_from(None, 5)} == {cell.dtype}
    assert not any(array.any() for array in cell.state_from(None, 5))


@every_cell
def test_a_state_may_be_stacked_over_the_one_cell(kind: str) -> None:
    """As PyTorch and ONNX have it: h (1, B, H)."""
    cell, x, state = problem(kind, 0, 2, 3, 4, 5)
    stacked = tuple(array[np.newaxis] for array in state)
    np.testing.assert_array_equal(cell.forward(x, stacked).output, cell.forward(x, state).output)


def test_a_state_of_one_array_may_be_that_array() -> None:
    cell, x, (h,) = problem("GRU: reset after, z keeps", 0, 2, 3, 4, 5)
    np.testing.assert_array_equal(cell.forward(x, h).output, cell.forward(x, (h,)).output)
    np.testing.assert_array_equal(cell.forward(x, h[np.newaxis]).output, cell.forward(x, (h,)).output)


@pytest.mark.parametrize(
    ("given_in", "sentence"),
    [
        (zeros((2, 3)), "the state has 1 arrays; wanted 2: h, c"),
        (zeros((2, 2, 3)), "the state has 1 arrays; wanted 2: h, c"),
        ((), "the state has 0 arrays; wanted 2: h, c"),
        ([zeros((2, 3))] * 3, "the state has 3 arrays; wanted 2: h, c"),
        (3, "the state is a int; wanted h, c"),
        ({"h": 1}, "the state is a dict; wanted h, c"),
        ((zeros((2, 4)), zeros((2, 3))), "h_0 has shape (2, 4); wanted (2, 3)"),
        ((zeros((2, 3)), zeros((3, 2))), "c_0 has shape (3, 2); wanted (2, 3)"),
        ((zeros((2, 3)), zeros((1, 2, 3))), "c_0 has shape (1, 2, 3); wanted (2, 3)"),
        ((zeros((2, 3)), zeros((2, 3), "f4")), "c_0 is float32; wanted float64, as the weights are"),
        ((zeros((2, 3)), [[1], [1, 2]]), "c_0 is a list; wanted an array of shape (2, 3)"),
        ((None, zeros((2, 3))), "h_0 is a NoneType; wanted an array of shape (2, 3)"),
    ],
)
def test_a_state_that_does_not_fit_is_refused_in_one_sentence(given_in: Any, sentence: str) -> None:
    cell, *_ = problem("LSTM: plain", 0, 2, 3, 0, 0)
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        cell.state_from(given_in, 2)
    with pytest.raises(ValueError, match=f"^{re.escape(sentence.replace('_0', '*'))}$"):
        cell.state_from(given_in, 2, "{}*")


@given(st.integers(1, 4), st.integers(1, 3), st.integers(0, 3))
def test_quantities_stacked_over_cells_come_apart_cell_by_cell(cells: int, kinds: int, batch: int) -> None:
    shapes = [(batch, kind + 1) for kind in range(kinds)]
    stacked: tuple[Array, ...] = tuple(
        np.full((cells, *shape), kind) + np.arange(cells).reshape(-1, 1, 1) * 10.0
        for kind, shape in enumerate(shapes)
    )
    names = [f"{cell}.q{kind}" for cell in range(cells) for kind in range(kinds)]
    found = unstacked(stacked, dict(zip(names, shapes * cells, strict=True)))
    assert [array.shape for array in found] == shapes * cells
    if batch:
        assert [array.flat[0] for array in found] == [
            10 * cell + kind for cell in range(cells) for kind in range(kinds)
        ]


def test_what_is_not_stacked_stays_as_it_is() -> None:
    h = zeros((2, 3))
    for arrays in ((), (h,), (h, h), (h, h, h), (h[np.newaxis], h)):
        assert unstacked(arrays, {"0.h": (2, 3), "1.h": (2, 3)}) is arrays


def test_what_cells_of_different_kinds_carry_is_not_stacked() -> None:
    arrays = (zeros((3, 2, 3)),)
    assert unstacked(arrays, {"0.h": (2, 3), "0.c": (2, 3), "1.h": (2, 3)}) is arrays
    assert unstacked(arrays, {"h": (2, 3), "c": (2, 3), "n": (2, 3)}) is arrays


def test_a_layer_says_how_many_numbers_its_parameters_are() -> None:
    cell = Rnn(zeros((3, 2)), zeros((3, 3)), zeros(3))
    assert cell.count == 6 + 9 + 3
    assert drawn_state(np.random.default_rng(0), cell, 4)[0].shape == (4, 3)
