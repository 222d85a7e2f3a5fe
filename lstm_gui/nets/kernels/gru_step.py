"""The two halves of a GRU's step for one sequence, compiled; its equations are explained in `nets/gru.py`."""

from typing import NamedTuple

from lstm_gui.nets.kernels.compiling import inlined
from lstm_gui.nets.kernels.functions import sigmoid, tanh
from lstm_gui.nets.kernels.memory import lanes, load, store
from lstm_gui.nets.kernels.vector import Numbers

RESET_AFTER, Z_KEEPS = 1, 2
"""A form of the GRU is a sum of these."""


class Run(NamedTuple):
    """Where the arrays of a run begin, and its sizes."""

    z: Numbers  # (T, B, 3H)
    gates: Numbers  # (T, B, 3H)
    let_through: Numbers  # (T, B, H)
    h_previous: Numbers  # (T, B, H)
    h: Numbers  # (T, B, H)
    batch: int
    units: int


@inlined
def squash_gates(run: Run, row: int, form: int) -> None:
    """r and z of a row, which is one sequence at one step; with the reset before r ∘ h₋ as well."""
    j = _gates(run, row, 0, form, "vector")
    j = _gates(run, row, j, form, "quarter")
    j = _gates(run, row, j, form, "one")


@inlined
def write_state(run: Run, row: int, form: int) -> None:
    """n and h of a row."""
    j = _state(run, row, 0, form, "vector")
    j = _state(run, row, j, form, "quarter")
    j = _state(run, row, j, form, "one")


@inlined
def _gates(run: Run, row: int, j: int, form: int, width: str) -> int:
    """The units from j on, as many at once as a width holds; returns the first that is left."""
    units = run.units
    while units - j >= lanes(run.z, width):
        at, state_at = row * 3 * units + j, row * units + j
        r = sigmoid(load(run.z, at, width))
        store(run.gates, at, r)
        store(run.gates, at + units, sigmoid(load(run.z, at + units, width)))
        if not form & RESET_AFTER:
            store(run.let_through, state_at, r * load(run.h_previous, state_at, width))
        j += lanes(run.z, width)
    return j


@inlined
def _state(run: Run, row: int, j: int, form: int, width: str) -> int:
    """The units from j on, as many at once as a width holds; returns the first that is left."""
    units = run.units
    while units - j >= lanes(run.z, width):
        at, state_at = row * 3 * units + j, row * units + j
        z_n, old_h = load(run.z, at + 2 * units, width), load(run.h_previous, state_at, width)
        if form & RESET_AFTER:
            z_n = z_n + load(run.gates, at, width) * load(run.let_through, state_at, width)
            store(run.z, at + 2 * units, z_n)
        n = tanh(z_n)
        store(run.gates, at + 2 * units, n)
        kept = load(run.gates, at + units, width)
        if not form & Z_KEEPS:
            kept = 1.0 - kept
        store(run.h, state_at, (1.0 - kept) * n + kept * old_h)
        j += lanes(run.z, width)
    return j
