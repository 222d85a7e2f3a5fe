"""Refuses arrays that do not fit, in one sentence that names the array, what it is and what was wanted."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray

FLOATS = (np.float32, np.float64)
Lengths = NDArray[np.integer[Any]]


def check_shape(name: str, array: NDArray[Any], wanted: Sequence[int | str]) -> None:
    """Raise ValueError unless `array` has the shape wanted, in which a name stands for any size from 1 on."""
    if not isinstance(array, np.ndarray):
        raise ValueError(f"{name} is a {type(array).__name__}; wanted an array of shape {_text(wanted)}")
    if array.shape == wanted:
        return
    sizes = zip(array.shape, wanted, strict=False)
    fits = all(size > 0 if isinstance(want, str) else size == want for size, want in sizes)
    if array.ndim != len(wanted) or not fits:
        raise ValueError(f"{name} has shape {array.shape}; wanted {_text(wanted)}")


def check_sequence(x: FloatArray, inputs: int, dtype: np.dtype[Any]) -> None:
    """Raise ValueError unless x is (T, B, inputs) of the type given; T and B may be 0."""
    if not isinstance(x, np.ndarray):
        raise ValueError(f"x is a {type(x).__name__}; wanted an array of shape (time, batch, {inputs})")
    if x.ndim != 3 or x.shape[2] != inputs:
        raise ValueError(f"x has shape {x.shape}; wanted (time, batch, {inputs})")
    check_dtype("x", x, dtype)


def check_dtype(name: str, array: FloatArray, dtype: np.dtype[Any]) -> None:
    """Raise ValueError unless `array` has the precision of the weights it meets."""
    if array.dtype != dtype:
        raise ValueError(f"{name} is {array.dtype}; wanted {dtype}, as the weights are")


def check_parameters(arrays: dict[str, FloatArray]) -> None:
    """Raise ValueError unless all arrays of a cell are float32 or all are float64."""
    first = next(iter(arrays.values())).dtype
    for name, array in arrays.items():
        if array.dtype not in FLOATS or array.dtype != first:
            raise ValueError(
                f"{name} is {array.dtype}; wanted float32 or float64, the same for {', '.join(arrays)}"
            )


def checked_lengths(lengths: Lengths | Sequence[int] | None, steps: int, batch: int) -> Lengths | None:
    """Lengths (B,) from 0 to T as an array, or None where every sequence is as long as x."""
    if lengths is None:
        return None
    try:
        found = np.asarray(lengths)
    except ValueError:
        raise ValueError(f"lengths has rows of different sizes; wanted shape ({batch},)") from None
    if found.shape != (batch,):
        raise ValueError(f"lengths has shape {found.shape}; wanted ({batch},)")
    if batch and found.dtype.kind not in "iu":
        raise ValueError(f"lengths is {found.dtype}; wanted whole numbers")
    if batch and not (found.min() >= 0 and found.max() <= steps):
        raise ValueError(f"lengths runs from {found.min()} to {found.max()}; wanted 0 to {steps}")
    return None if (found == steps).all() else found.astype(np.int64)


def alive(lengths: Lengths, steps: int) -> NDArray[np.bool_]:
    """Whether sequence b still runs at index t: (T, B)."""
    running: NDArray[np.bool_] = np.arange(steps)[:, np.newaxis] < lengths
    return running


def without_padding(array: FloatArray, lengths: Lengths | None) -> FloatArray:
    """(T, B, ·) with zeros past each sequence's length, where there may have been anything."""
    if lengths is None:
        return array
    return np.where(alive(lengths, len(array))[..., np.newaxis], array, array.dtype.type(0))


def _text(wanted: Sequence[int | str]) -> str:
    return f"({', '.join(map(str, wanted))}{',' if len(wanted) == 1 else ''})"
