"""What counts in a loss, and the refusal of weights that do not fit."""

import math
from typing import Any

import numpy as np
import pytest

from lstm_gui.nets.counting import counting

Y = np.zeros((4, 3, 2), np.float32)


def test_without_weights_all_count_alike() -> None:
    assert counting(Y, None, None, numbers=True) is None
    assert counting(Y, None, [4, 4, 4], numbers=True) is None


@pytest.mark.parametrize("numbers", [True, False])
def test_a_weight_for_each_step_and_lengths(numbers: bool) -> None:
    weights = np.arange(12).reshape(4, 3)
    found = counting(Y, weights, [4, 0, 2], numbers)
    assert found is not None
    assert found.dtype == np.float32
    assert found[..., 0].tolist() == [[0, 0, 2], [3, 0, 5], [6, 0, 0], [9, 0, 0]]
    alone = counting(Y, None, [4, 0, 2], numbers)
    assert alone is not None
    assert alone[..., 0].tolist() == [[1, 0, 1], [1, 0, 1], [1, 0, 0], [1, 0, 0]]


def test_a_weight_for_each_number() -> None:
    weights = np.arange(24.0).reshape(4, 3, 2)
    found = counting(Y, weights, [4, 0, 2], numbers=True)
    assert found is not None
    assert found.tolist() == np.where(np.arange(4)[:, None, None] < [[[4], [0], [2]]], weights, 0).tolist()


@pytest.mark.parametrize(
    ("y", "weights", "lengths", "sentence"),
    [
        (Y, np.ones((4, 2)), None, r"weights has shape \(4, 2\); wanted \(4, 3\)"),
        (Y, [1, 1], None, r"weights is a list; wanted an array of shape \(4, 3\)"),
        (Y, np.full((4, 3), -1.0), None, "weights runs from -1.0 to -1.0; wanted 0 or more, and finite"),
        (Y, np.full((4, 3), math.inf), None, "weights runs from inf to inf; wanted 0 or more, and finite"),
        (Y, np.full((4, 3), math.nan), None, "weights runs from nan to nan; wanted 0 or more, and finite"),
        (Y, None, [4, 4], r"lengths has shape \(2,\); wanted \(3,\)"),
        (Y, None, [4, 4, 5], "lengths runs from 4 to 5; wanted 0 to 4"),
        (
            Y[0],
            None,
            [4, 4, 4],
            r"y has shape \(3, 2\); wanted \(time, batch, outputs\), as there are lengths",
        ),
        (np.array(1.0), None, None, r"y has shape \(\); wanted \(outputs,\)"),
        (np.zeros((2, 0)), None, None, r"y has shape \(2, 0\); wanted \(2, outputs\)"),
        ([1.0], None, None, r"y is a list; wanted an array of shape \(outputs,\)"),
        (np.zeros((2, 1), int), None, None, "y is int64; wanted float32 or float64"),
    ],
)
def test_what_does_not_fit_is_named(y: Any, weights: Any, lengths: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        counting(y, weights, lengths, numbers=True)


def test_a_step_has_one_weight_where_steps_are_the_elements() -> None:
    with pytest.raises(ValueError, match=r"^weights has shape \(4, 3, 2\); wanted \(4, 3\)$"):
        counting(Y, np.ones(Y.shape), None, numbers=False)
