"""One step of the LSTM for one sequence, compiled; its equations are explained in `nets/lstm.py`."""

from typing import Any, NamedTuple

from lstm_gui.nets.kernels.compiling import inlined
from lstm_gui.nets.kernels.functions import sigmoid, tanh
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
from lstm_gui.nets.kernels.memory import beyond, lanes, load, store, will_write
from lstm_gui.nets.kernels.vector import Numbers


class Run(NamedTuple):
    """Where the arrays of a run begin, and its sizes."""

    z: Numbers  # (T, B, kH)
    gates: Numbers  # (T, B, 4H)
    c_previous: Numbers  # (T, B, H)
    c: Numbers  # (T, B, H)
    tanh_c: Numbers  # (T, B, H)
    h_previous: Numbers  # (T, B, H)
    h: Numbers  # (T, B, H)
    p: Numbers  # (mH,)
    batch: int
    units: int
    columns: int  # kH


@inlined
def step(run: Run, row: int, form: int) -> None:
    """All units of a row, which is one sequence at one step."""
    j = _groups(run, row, 0, form, "vector")
    j = _groups(run, row, j, form, "quarter")
    j = _groups(run, row, j, form, "one")


@inlined
def _groups(run: Run, row: int, j: int, form: int, width: str) -> int:
    """The units from j on, as many at once as a width holds; returns the first that is left."""
    while run.units - j >= lanes(run.z, width):
        if lanes(run.z, width) > lanes(run.z, "quarter"):  # fewer are near anyway
            _ask_for_room(run, row + run.batch, j)
        _equations(run, row, j, form, width)
        j += lanes(run.z, width)
    return j


@inlined
def _equations(run: Run, row: int, j: int, form: int, width: str) -> None:
    """The equations of a step, in order, for the units from j on that a width holds."""
    units = run.units
    f_at, g_at, o_at = places(form, units)
    z, gates = beyond(run.z, row * run.columns + j), beyond(run.gates, row * 4 * units + j)
    p, at = beyond(run.p, j), row * units + j
    old_c = load(run.c_previous, at, width)

    i = _gate(z, gates, p, old_c, form & INPUT_GATE, form, width)
    if form & COUPLED:
        f = 1.0 - i
        store(gates, units, f)
    else:
        z_f, p_f = beyond(z, f_at), beyond(p, f_at)
        f = _gate(z_f, beyond(gates, units), p_f, old_c, form & FORGET_GATE, form, width)
    g = load(z, g_at, width)
    if not form & LINEAR_CANDIDATE:
        g = tanh(g)
    store(gates, 2 * units, g)
    c = f * old_c + i * g
    store(run.c, at, c)
    o = _gate(beyond(z, o_at), beyond(gates, 3 * units), beyond(p, g_at), c, form & OUTPUT_GATE, form, width)
    squashed = c
    if not form & LINEAR_CELL:
        squashed = tanh(c)
    store(run.tanh_c, at, squashed)
    store(run.h, at, o * squashed)


@inlined
def _gate(z: Numbers, gates: Numbers, p: Numbers, c: Any, weighted: int, form: int, width: str) -> Any:
    """σ of a gate's pre-activation, which may first see p ∘ c; without weights the 1 that stands there."""
    if not weighted:
        return load(gates, 0, width)
    seen = load(z, 0, width)
    if form & PEEPHOLES:
        seen = seen + load(p, 0, width) * c
        store(z, 0, seen)
    gate = sigmoid(seen)
    store(gates, 0, gate)
    return gate


@inlined
def _ask_for_room(run: Run, row: int, j: int) -> None:
    """A row that will be written, where nothing was written yet: have it near by then."""
    for block in range(4):
        will_write(run.z, row * run.columns + block * run.units + j)
        will_write(run.gates, (row * 4 + block) * run.units + j)
    at = row * run.units + j
    will_write(run.c, at)
    will_write(run.tanh_c, at)
    will_write(run.h, at)
