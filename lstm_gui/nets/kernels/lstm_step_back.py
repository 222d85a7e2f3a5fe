"""Back through one step of the LSTM for one sequence, compiled; explained in `nets/lstm_gradient.py`."""

from typing import Any, NamedTuple

from lstm_gui.nets.kernels.compiling import inlined
from lstm_gui.nets.kernels.lstm_form import (
    COUPLED,
    FORGET_GATE,
    INPUT_GATE,
    LINEAR_CANDIDATE,
    LINEAR_CELL,
    OUTPUT_GATE,
    PEEPHOLES,
    places,
)
from lstm_gui.nets.kernels.memory import beyond, filled, lanes, load, store, will_read, will_write
from lstm_gui.nets.kernels.vector import Numbers


class Back(NamedTuple):
    """Where the arrays of a run and its gradients begin, and the sizes."""

    gates: Numbers  # (T, B, 4H)
    c_previous: Numbers  # (T, B, H)
    c: Numbers  # (T, B, H)
    tanh_c: Numbers  # (T, B, H)
    p: Numbers  # (mH,)
    d_output: Numbers  # (T, B, H)
    d_z: Numbers  # (T, B, kH)
    d_h: Numbers  # (B, H) what later steps pass back
    d_c: Numbers  # (B, H)
    d_p: Numbers  # (mH,)
    batch: int
    units: int
    columns: int  # kH


@inlined
def step_back(back: Back, row: int, sequence: int, form: int) -> None:
    """All units of a row, which is one sequence at one step."""
    j = _groups(back, row, sequence, 0, form, "vector")
    j = _groups(back, row, sequence, j, form, "quarter")
    j = _groups(back, row, sequence, j, form, "one")


@inlined
def _groups(back: Back, row: int, sequence: int, j: int, form: int, width: str) -> int:
    """The units from j on, as many at once as a width holds; returns the first that is left."""
    while back.units - j >= lanes(back.d_z, width):
        if lanes(back.d_z, width) > lanes(back.d_z, "quarter"):  # fewer are near anyway
            _ask_for_row(back, row - back.batch, j)
        _equations(back, row, sequence, j, form, width)
        j += lanes(back.d_z, width)
    return j


@inlined
def _equations(back: Back, row: int, sequence: int, j: int, form: int, width: str) -> None:
    """Back through the equations of a step, for the units from j on that a width holds."""
    units = back.units
    f_at, g_at, o_at = places(form, units)
    gates, d_z = beyond(back.gates, row * 4 * units + j), beyond(back.d_z, row * back.columns + j)
    p, d_p = beyond(back.p, j), beyond(back.d_p, j)
    at, own = row * units + j, sequence * units + j
    i, f = load(gates, 0, width), load(gates, units, width)
    g, o = load(gates, 2 * units, width), load(gates, 3 * units, width)
    old_c, squashed = load(back.c_previous, at, width), load(back.tanh_c, at, width)

    d_h = load(back.d_h, own, width) + load(back.d_output, at, width)
    d_squashed = d_h * o
    if not form & LINEAR_CELL:
        d_squashed = d_squashed * (1.0 - squashed * squashed)
    d_c = load(back.d_c, own, width) + d_squashed
    if form & OUTPUT_GATE:
        d_z_o, p_o, d_p_o, c = beyond(d_z, o_at), beyond(p, g_at), beyond(d_p, g_at), load(back.c, at, width)
        d_c = d_c + _through_gate(d_z_o, d_h * squashed, o, p_o, d_p_o, c, form, width)
    d_g = d_c * i
    if not form & LINEAR_CANDIDATE:
        d_g = d_g * (1.0 - g * g)
    store(d_z, g_at, d_g)
    d_old_c = d_c * f
    if form & FORGET_GATE:
        d_z_f, p_f, d_p_f = beyond(d_z, f_at), beyond(p, f_at), beyond(d_p, f_at)
        d_old_c = d_old_c + _through_gate(d_z_f, d_c * old_c, f, p_f, d_p_f, old_c, form, width)
    if form & INPUT_GATE:
        gained = g
        if form & COUPLED:
            gained = g - old_c
        d_old_c = d_old_c + _through_gate(d_z, d_c * gained, i, p, d_p, old_c, form, width)
    store(back.d_c, own, d_old_c)
    store(back.d_h, own, filled(d_z, 0.0, width))


@inlined
def _through_gate(
    d_z: Numbers, d_gate: Any, gate: Any, p: Numbers, d_p: Numbers, c: Any, form: int, width: str
) -> Any:
    """Write d_z of a gate from what reaches it; returns what goes on to the c it saw, d_z ∘ p."""
    through = d_gate * (gate * (1.0 - gate))
    store(d_z, 0, through)
    if not form & PEEPHOLES:
        return filled(d_z, 0.0, width)
    store(d_p, 0, load(d_p, 0, width) + through * c)
    return through * load(p, 0, width)


@inlined
def _ask_for_row(back: Back, row: int, j: int) -> None:
    """A row that will be read, written long ago: have it near by then."""
    for block in range(4):
        will_read(back.gates, (row * 4 + block) * back.units + j)
        will_write(back.d_z, row * back.columns + block * back.units + j)
    at = row * back.units + j
    will_read(back.tanh_c, at)
    will_read(back.c_previous, at)
    will_read(back.d_output, at)
