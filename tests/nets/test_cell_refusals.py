"""The parameters of every cell by name, and what a cell refuses, in one sentence."""

import re
from typing import Any

import numpy as np
import pytest

from lstm_gui.nets.cell import Cell
from tests.nets.cells import every_cell, one_of_each, problem

# Parameters


@every_cell
def test_rows_follow_the_order_of_the_blocks(kind: str) -> None:
    cell, *_ = problem(kind, 0, 2, 3, 0, 0)
    assert [cell.rows(block) for block in cell.blocks] == [
        slice(3 * k, 3 * k + 3) for k in range(len(cell.blocks))
    ]
    assert (cell.inputs, cell.units, len(cell.W)) == (2, 3, 3 * len(cell.blocks))


@every_cell
def test_with_arrays_replaces_some_and_refuses_what_there_is_not(kind: str) -> None:
    cell, *_ = problem(kind, 0, 2, 3, 0, 0)
    b = np.zeros_like(cell.b)
    other = cell.with_arrays({"b": b})
    assert other.b is b
    assert other.W is cell.W
    assert list(other.arrays) == list(cell.arrays)
    names = ", ".join(cell.arrays)
    with pytest.raises(ValueError, match=f"^there is no Q, V; wanted some of {names}$"):
        cell.with_arrays({"V": b, "b": b, "Q": b})
    with pytest.raises(ValueError, match=rf"^b has shape \(1,\); wanted \({len(b)},\)$"):
        cell.with_arrays({"b": np.zeros(1)})


@every_cell
def test_a_parameter_of_another_kind_is_refused_by_its_name(kind: str) -> None:
    cell, *_ = problem(kind, 0, 2, 3, 0, 0)
    for name in cell.arrays:
        refuses_other_kinds(cell, name)


def refuses_other_kinds(cell: Cell[Any], name: str) -> None:
    """Assert that every other shape and type of one array is refused in one sentence."""
    array, names = cell.arrays[name], ", ".join(cell.arrays)
    with pytest.raises(ValueError, match=rf"^{name} has shape \({array.size}, 1, 1\); wanted \(.*\)$"):
        cell.with_arrays({name: array.reshape(-1, 1, 1)})
    with pytest.raises(ValueError, match=rf"^{name} is a list; wanted an array of shape \(.*\)$"):
        cell.with_arrays({name: array.tolist()})
    for other in (np.int64, np.float16, np.complex128):
        kinds = f"{np.dtype(other)}; wanted float32 or float64, the same for {names}"
        with pytest.raises(ValueError, match=f"^{name} is {kinds}$"):
            cell.with_arrays({name: array.astype(other)})
    at_fault = name if name != "W" else "U"  # the first array says which precision it is
    with pytest.raises(ValueError, match=f"^{at_fault} is float(32|64); wanted float32 or float64, the same"):
        cell.with_arrays({name: array.astype(np.float32)})


# What a run refuses

zeros = np.zeros


@one_of_each
@pytest.mark.parametrize(
    ("x", "lengths", "sentence"),
    [
        (zeros((3, 2)), None, "x has shape (3, 2); wanted (time, batch, 2)"),
        (zeros((3, 2, 1)), None, "x has shape (3, 2, 1); wanted (time, batch, 2)"),
        (zeros((3, 2, 2), "f4"), None, "x is float32; wanted float64, as the weights are"),
        (zeros((3, 2, 2), int), None, "x is int64; wanted float64, as the weights are"),
        ([[[1.0, 2.0]]], None, "x is a list; wanted an array of shape (time, batch, 2)"),
        (None, None, "x is a NoneType; wanted an array of shape (time, batch, 2)"),
        (zeros((3, 2, 2)), [1], "lengths has shape (1,); wanted (2,)"),
        (zeros((3, 2, 2)), 3, "lengths has shape (); wanted (2,)"),
        (zeros((3, 2, 2)), [[1], [1, 2]], "lengths has rows of different sizes; wanted shape (2,)"),
        (zeros((3, 2, 2)), [1.0, 2.0], "lengths is float64; wanted whole numbers"),
        (zeros((3, 2, 2)), ["a", "b"], "lengths is <U1; wanted whole numbers"),
        (zeros((3, 2, 2)), [-1, 3], "lengths runs from -1 to 3; wanted 0 to 3"),
        (zeros((3, 2, 2)), [0, 4], "lengths runs from 0 to 4; wanted 0 to 3"),
    ],
)
def test_a_sequence_that_does_not_fit_is_refused_in_one_sentence(
    kind: str, x: Any, lengths: Any, sentence: str
) -> None:
    cell, *_ = problem(kind, 0, 2, 3, 0, 0)
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        cell.forward(x, None, lengths)


@every_cell
def test_a_state_that_does_not_fit_is_refused_in_one_sentence(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 4, 2)
    for k, name in enumerate(cell.state_names):
        shape = cell.state_shapes(2)[k]
        for wrong, what in (
            (zeros(3), "has shape (3,); wanted {}"),
            (zeros((1, *shape[1:])), f"has shape {(1, *shape[1:])}; wanted {{}}"),
            (zeros(shape, "f4"), "is float32; wanted float64, as the weights are"),
            (zeros(shape).tolist(), "is a list; wanted an array of shape {}"),
        ):
            sentence = f"{name}_0 {what}".format(shape)
            with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
                cell.forward(x, (*state[:k], wrong, *state[k + 1 :]))
    names = ", ".join(cell.state_names)
    with pytest.raises(
        ValueError, match=f"^the state has {len(state) + 1} arrays; wanted {len(state)}: {names}$"
    ):
        cell.forward(x, (*state, state[0]))
