"""Back through the two halves of a GRU's step for one sequence, compiled; see `nets/gru_gradient.py`."""

from typing import NamedTuple

from lstm_gui.nets.kernels.compiling import inlined
from lstm_gui.nets.kernels.gru_step import RESET_AFTER, Z_KEEPS
from lstm_gui.nets.kernels.memory import lanes, load, store
from lstm_gui.nets.kernels.vector import Numbers


class Back(NamedTuple):
    """Where the arrays of a run and its gradients begin, and the sizes."""

    gates: Numbers  # (T, B, 3H)
    let_through: Numbers  # (T, B, H)
    h_previous: Numbers  # (T, B, H)
    d_output: Numbers  # (T, B, H)
    d_z: Numbers  # (T, B, 3H)
    d_let_through: Numbers  # (steps at once, B, H)
    d_h: Numbers  # (B, H) what later steps pass back
    batch: int
    units: int


@inlined
def state_back(back: Back, row: int, here: int, sequence: int, form: int) -> None:
    """Back through h, n and z of a row, one sequence at one step, and through r where it came after.

    `here` is the row of d_let_through.
    """
    j = _state(back, row, here, sequence, 0, form, "vector")
    j = _state(back, row, here, sequence, j, form, "quarter")
    j = _state(back, row, here, sequence, j, form, "one")


@inlined
def reset_back(back: Back, row: int, here: int, sequence: int) -> None:
    """Back through r, which came before, from what reaches r ∘ h₋."""
    j = _reset(back, row, here, sequence, 0, "vector")
    j = _reset(back, row, here, sequence, j, "quarter")
    j = _reset(back, row, here, sequence, j, "one")


@inlined
def _state(back: Back, row: int, here: int, sequence: int, j: int, form: int, width: str) -> int:
    """The units from j on, as many at once as a width holds; returns the first that is left."""
    units = back.units
    while units - j >= lanes(back.d_z, width):
        at, state_at, own = row * 3 * units + j, row * units + j, sequence * units + j
        r, z = load(back.gates, at, width), load(back.gates, at + units, width)
        n, old_h = load(back.gates, at + 2 * units, width), load(back.h_previous, state_at, width)
        d_h = load(back.d_h, own, width) + load(back.d_output, state_at, width)
        kept, gained = z, old_h - n
        if not form & Z_KEEPS:
            kept, gained = 1.0 - z, n - old_h
        d_z_n = d_h * (1.0 - kept) * (1.0 - n * n)
        store(back.d_h, own, d_h * kept)
        store(back.d_z, at + units, d_h * gained * (z * (1.0 - z)))
        store(back.d_z, at + 2 * units, d_z_n)
        if form & RESET_AFTER:
            let_through = load(back.let_through, state_at, width)
            store(back.d_z, at, d_z_n * let_through * (r * (1.0 - r)))
            store(back.d_let_through, here * units + j, d_z_n * r)
        j += lanes(back.d_z, width)
    return j


@inlined
def _reset(back: Back, row: int, here: int, sequence: int, j: int, width: str) -> int:
    """The units from j on, as many at once as a width holds; returns the first that is left."""
    units = back.units
    while units - j >= lanes(back.d_z, width):
        at, own = row * 3 * units + j, sequence * units + j
        r, old_h = load(back.gates, at, width), load(back.h_previous, row * units + j, width)
        d_let_through = load(back.d_let_through, here * units + j, width)
        store(back.d_z, at, d_let_through * old_h * (r * (1.0 - r)))
        store(back.d_h, own, load(back.d_h, own, width) + d_let_through * r)
        j += lanes(back.d_z, width)
    return j
