"""What does not fit is refused in one sentence that names the array, what it is and what was wanted."""

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.shapes import (
    alive,
    check_dtype,
    check_parameters,
    check_sequence,
    check_shape,
    checked_lengths,
    without_padding,
)

zeros = np.zeros
shapes = st.lists(st.integers(0, 3), max_size=4).map(tuple)


@given(shapes, shapes)
def test_a_shape_fits_itself_alone(shape: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    check_shape("W", zeros(shape), shape)
    if shape != wanted:
        with pytest.raises(ValueError, match=rf"^W has shape {re.escape(str(shape))}; wanted \(.*\)$"):
            check_shape("W", zeros(shape), wanted)


@pytest.mark.parametrize(
    ("array", "wanted", "sentence"),
    [
        (zeros((2, 3)), (2, 4), "W has shape (2, 3); wanted (2, 4)"),
        (zeros((2, 3)), (2, "inputs"), None),
        (zeros((2, 0)), (2, "inputs"), "W has shape (2, 0); wanted (2, inputs)"),
        (zeros((0, 3)), ("4·units", "units"), "W has shape (0, 3); wanted (4·units, units)"),
        (zeros((2, 3)), (6,), "W has shape (2, 3); wanted (6,)"),
        (zeros(()), (1,), "W has shape (); wanted (1,)"),
        (zeros(2), (), "W has shape (2,); wanted ()"),
        ([1.0], (1,), "W is a list; wanted an array of shape (1,)"),
        (None, (2, 2), "W is a NoneType; wanted an array of shape (2, 2)"),
        (1.0, (2, "inputs"), "W is a float; wanted an array of shape (2, inputs)"),
    ],
)
def test_shapes_are_named_in_the_refusal(
    array: Any, wanted: tuple[int | str, ...], sentence: str | None
) -> None:
    if sentence is None:
        check_shape("W", array, wanted)
        return
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        check_shape("W", array, wanted)


@given(st.integers(0, 3), st.integers(0, 3), st.integers(1, 3))
def test_sequences_may_be_empty_in_time_and_batch(steps: int, batch: int, inputs: int) -> None:
    check_sequence(zeros((steps, batch, inputs)), inputs, np.dtype("f8"))
    with pytest.raises(ValueError, match=rf"^x has shape .*; wanted \(time, batch, {inputs + 1}\)$"):
        check_sequence(zeros((steps, batch, inputs)), inputs + 1, np.dtype("f8"))


@pytest.mark.parametrize("dtype", ["f4", "f2", "i8", "?", "c16", "O", "U1"])
def test_another_type_is_refused(dtype: str) -> None:
    name = np.dtype(dtype)
    with pytest.raises(
        ValueError, match=f"^x is {re.escape(str(name))}; wanted float64, as the weights are$"
    ):
        check_sequence(zeros((1, 1, 1), dtype), 1, np.dtype("f8"))
    with pytest.raises(ValueError, match=f"^h_0 is {re.escape(str(name))}; wanted float64, as the weights"):
        check_dtype("h_0", zeros(1, dtype), np.dtype("f8"))


@pytest.mark.parametrize(
    ("dtypes", "fault"),
    [
        (("f8", "f8"), None),
        (("f4", "f4"), None),
        (("f4", "f8"), "b is float64"),
        (("f8", "f4"), "b is float32"),
        (("i8", "i8"), "W is int64"),
        (("f2", "f2"), "W is float16"),
        (("f8", "O"), "b is object"),
    ],
)
def test_parameters_have_one_precision(dtypes: tuple[str, str], fault: str | None) -> None:
    arrays = {name: zeros(1, dtype) for name, dtype in zip("Wb", dtypes, strict=True)}
    if fault is None:
        check_parameters(arrays)
        return
    with pytest.raises(ValueError, match=f"^{fault}; wanted float32 or float64, the same for W, b$"):
        check_parameters(arrays)


@given(st.integers(0, 9), st.lists(st.integers(-2, 12), max_size=4))
def test_lengths_run_from_0_to_the_number_of_steps(steps: int, lengths: list[int]) -> None:
    if any(not 0 <= length <= steps for length in lengths):
        with pytest.raises(ValueError, match=rf"^lengths runs from -?\d+ to -?\d+; wanted 0 to {steps}$"):
            checked_lengths(lengths, steps, len(lengths))
        return
    found = checked_lengths(lengths, steps, len(lengths))
    if all(length == steps for length in lengths):
        assert found is None
    else:
        assert found is not None
        assert found.tolist() == lengths
        assert found.dtype == np.int64


@pytest.mark.parametrize("dtype", ["i1", "u1", "i4", "u8", "i8"])
def test_lengths_may_be_any_whole_numbers(dtype: str) -> None:
    found = checked_lengths(np.array([1, 2], dtype), 3, 2)
    assert found is not None
    assert found.dtype == np.int64
    assert found.tolist() == [1, 2]


def test_lengths_are_a_copy() -> None:
    given_in = np.array([1, 2])
    found = checked_lengths(given_in, 3, 2)
    given_in[:] = 9
    assert found is not None
    assert found.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("lengths", "sentence"),
    [
        ([1, 2, 3], "lengths has shape (3,); wanted (2,)"),
        ([[1, 2]], "lengths has shape (1, 2); wanted (2,)"),
        (2, "lengths has shape (); wanted (2,)"),
        ([[1], [1, 2]], "lengths has rows of different sizes; wanted shape (2,)"),
        ([1.0, 2.0], "lengths is float64; wanted whole numbers"),
        ([True, False], "lengths is bool; wanted whole numbers"),
        ([10**30, 1], "lengths is object; wanted whole numbers"),
        (np.array([2**64 - 1, 1], "u8"), f"lengths runs from 1 to {2**64 - 1}; wanted 0 to 3"),
    ],
)
def test_lengths_that_do_not_fit_are_refused(lengths: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        checked_lengths(lengths, 3, 2)


def test_no_lengths_are_lengths_of_no_sequences() -> None:
    assert checked_lengths([], 3, 0) is None
    assert checked_lengths(None, 3, 2) is None


@given(st.integers(0, 5), st.lists(st.integers(0, 5), max_size=4))
def test_a_sequence_lives_up_to_its_length(steps: int, lengths: list[int]) -> None:
    running = alive(np.array(lengths, int), steps)
    assert running.shape == (steps, len(lengths))
    assert running.sum(axis=0).tolist() == [min(length, steps) for length in lengths]
    assert (np.diff(running.astype(int), axis=0) <= 0).all()


@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_padding_becomes_zero_whatever_it_was(dtype: str) -> None:
    array = np.full((3, 2, 2), np.nan, dtype)
    array[:2, 0] = array[:1, 1] = 7
    found = without_padding(array, np.array([2, 1]))
    assert found.dtype == dtype
    np.testing.assert_array_equal(found[..., 0], [[7, 7], [7, 0], [0, 0]])
    assert np.isnan(array[2]).all()
    assert without_padding(array, None) is array
