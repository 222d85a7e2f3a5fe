"""An sLSTM and an mLSTM with either forget gate, drawn, for the properties that hold of them all."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.layer import State
from lstm_gui.nets.mlstm import Mlstm
from lstm_gui.nets.mlstm_trace import MlstmTrace
from lstm_gui.nets.slstm import Slstm
from lstm_gui.nets.slstm_trace import SlstmTrace
from tests.nets.gradient_check import drawn_state

Array = NDArray[Any]
XlstmTrace = SlstmTrace | MlstmTrace


def drawn(rng: np.random.Generator, dtype: type, *shape: int) -> Array:
    """Numbers of about 1, as an array of its own."""
    return rng.normal(size=shape).astype(dtype)


def drawn_slstm(
    exponential: bool, rng: np.random.Generator, inputs: int, units: int, dtype: type = np.float64
) -> Slstm:
    """An sLSTM."""
    rows = 4 * units
    W, U, b = drawn(rng, dtype, rows, inputs), drawn(rng, dtype, rows, units), drawn(rng, dtype, rows)
    return Slstm(W, U, b, exponential)


def drawn_mlstm(
    exponential: bool, rng: np.random.Generator, inputs: int, units: int, dtype: type = np.float64
) -> Mlstm:
    """An mLSTM."""
    rows = 4 * units + 2
    return Mlstm(drawn(rng, dtype, rows, inputs), drawn(rng, dtype, rows), exponential)


XLSTM_CELLS: dict[str, Callable[..., Any]] = {
    f"{name}, f by {'exp' if exponential else 'σ'}": partial(kind, exponential)
    for name, kind in (("sLSTM", drawn_slstm), ("mLSTM", drawn_mlstm))
    for exponential in (False, True)
}


def stored_state(rng: np.random.Generator, cell: Slstm | Mlstm, batch: int) -> State:
    """A state in which something is stored; an sLSTM's normaliser is a sum of weights, and so positive."""
    h, stored, n, m = drawn_state(rng, cell, batch)
    return h, stored, np.abs(n) + cell.dtype.type(0.5), m


def with_stabiliser(state: State, shift: float) -> State:
    """The same state with m moved by so much, and what is stored divided by as much more."""
    h, stored, n, m = state
    return h, stored * np.exp(-shift), n * np.exp(-shift), m + shift


def lengths_for(steps: int, batch: int) -> st.SearchStrategy[list[int] | None]:
    """Lengths from 0 on, or none."""
    return st.none() | st.lists(st.integers(0, steps), min_size=batch, max_size=batch)


def far_out(rng: np.random.Generator, *shape: int) -> Array:
    """Pre-activations of about 1 and, as often, of ±80 and ±1e4."""
    far = rng.choice([-1e4, -80, 80, 1e4], shape)
    return np.where(rng.random(shape) < 0.5, far, rng.normal(size=shape))


def resolution(trace: XlstmTrace) -> float:
    """By how much, in proportion, weights may be off that are exp of differences between numbers of a run."""
    largest = float(np.abs(trace.m).max() + np.abs(trace.log_f).sum(axis=0).max() + 1)
    return 8 * largest * float(np.finfo(trace.h.dtype).eps)
