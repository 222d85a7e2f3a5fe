"""A cell of every kind and variant, drawn, for the properties that hold of them all."""

from collections.abc import Callable
from functools import partial
from itertools import product
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from lstm_gui.nets.activation import RELU, SIGMOID, TANH, Activation
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.layer import State
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import GREFF_2015, HOCHREITER_1997, VANILLA, LstmVariant
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.trace import CellTrace
from tests.nets.gradient_check import drawn_state

Array = NDArray[Any]
Draw = Callable[[np.random.Generator, int, int, type], Cell[Any]]

SINE = Activation("sine", np.sin, lambda z, _a: np.cos(z))
WAVE = Activation("wave", lambda z: 0.4 * np.sin(z) + 0.5, lambda z, _a: 0.4 * np.cos(z), 0.4, 0.5)

LSTM_VARIANTS: dict[str, tuple[LstmVariant, str]] = {  # the variant, and its arrays beside W, U and b
    "plain": (VANILLA, ""),
    "two biases": (VANILLA, "b_u"),
    "peepholes": (VANILLA, "p"),
    "1997": (HOCHREITER_1997, ""),
    **{name: (variant, {"NP": "", "FGR": "p G"}.get(name, "p")) for name, variant in GREFF_2015.items()},
    "projection": (VANILLA, "R"),
    "coupled, with all arrays": (LstmVariant(coupled=True), "b_u p G R"),
    "1997, with all arrays": (HOCHREITER_1997, "b_u p G R"),
    "no gates": (LstmVariant(input_gate=False, forget_gate=False, output_gate=False), "b_u"),
    "clipped": (LstmVariant(clip=1.0), "b_u p"),
    "tanh and σ changed round": (LstmVariant(False, True, True, False, TANH, SIGMOID, SIGMOID), "p"),
    "other activations": (LstmVariant(True, True, True, False, WAVE, SINE, SINE), "b_u p G R"),
}
RNN_VARIANTS: dict[str, tuple[Activation, float | None, bool]] = {  # φ, the clip, whether with b_u
    "tanh": (TANH, None, False),
    "tanh, two biases": (TANH, None, True),
    "relu": (RELU, None, True),
    "sine": (SINE, None, False),
    "clipped": (TANH, 1.0, True),
}
GRU_VARIANTS: dict[str, dict[str, Any]] = {
    f"reset {'after' if after else 'before'}, z {'keeps' if keeps else 'writes'}{', two biases' * two}": {
        "reset_after": after,
        "z_keeps": keeps,
        "two_biases": two,
    }
    for after, keeps, two in product((True, False), repeat=3)
} | {
    "clipped": {"clip": 1.0, "two_biases": True},
    "other activations": {"gate_activation": WAVE, "candidate_activation": SINE, "two_biases": True},
}


def drawn(rng: np.random.Generator, dtype: type, *shape: int) -> Array:
    """Numbers of about 1, as an array of its own."""
    return rng.normal(size=shape).astype(dtype)


def drawn_lstm(
    name: str, rng: np.random.Generator, inputs: int, units: int, dtype: type = np.float64
) -> Lstm:
    """One of `LSTM_VARIANTS`; a projection gives about half as many outputs as there are units."""
    variant, more = LSTM_VARIANTS[name]
    rows, gates = len(variant.blocks) * units, len(variant.gates) * units
    outputs = units // 2 + 1 if "R" in more else units
    shapes = {"W": (rows, inputs), "U": (rows, outputs), "b": (rows,)}
    others = {"b_u": (rows,), "p": (gates,), "G": (gates, gates), "R": (outputs, units)}
    shapes |= {array: others[array] for array in more.split()}
    return Lstm(**{array: drawn(rng, dtype, *shape) for array, shape in shapes.items()}, variant=variant)


def drawn_rnn(name: str, rng: np.random.Generator, inputs: int, units: int, dtype: type = np.float64) -> Rnn:
    """One of `RNN_VARIANTS`."""
    activation, clip, two_biases = RNN_VARIANTS[name]
    W, U, b = drawn(rng, dtype, units, inputs), drawn(rng, dtype, units, units), drawn(rng, dtype, units)
    return Rnn(W, U, b, drawn(rng, dtype, units) if two_biases else None, activation, clip)


def drawn_gru(name: str, rng: np.random.Generator, inputs: int, units: int, dtype: type = np.float64) -> Gru:
    """One of `GRU_VARIANTS`."""
    flags = dict(GRU_VARIANTS[name])
    rows = 3 * units
    W, U, b = drawn(rng, dtype, rows, inputs), drawn(rng, dtype, rows, units), drawn(rng, dtype, rows)
    return Gru(W, U, b, drawn(rng, dtype, rows) if flags.pop("two_biases") else None, **flags)


CELLS: dict[str, Draw] = {
    **{f"LSTM: {name}": partial(drawn_lstm, name) for name in LSTM_VARIANTS},
    **{f"RNN: {name}": partial(drawn_rnn, name) for name in RNN_VARIANTS},
    **{f"GRU: {name}": partial(drawn_gru, name) for name in GRU_VARIANTS},
}

every_cell = pytest.mark.parametrize("kind", CELLS)
one_of_each = pytest.mark.parametrize("kind", ["RNN: tanh", "LSTM: plain", "GRU: reset after, z keeps"])
both_precisions = pytest.mark.parametrize("dtype", [np.float32, np.float64])


def problem(
    kind: str, seed: int, inputs: int, units: int, steps: int, batch: int, dtype: type = np.float64
) -> tuple[Cell[Any], Array, State]:
    """A cell, x and a state, drawn."""
    rng = np.random.default_rng(seed)
    cell = CELLS[kind](rng, inputs, units, dtype)
    return cell, drawn(rng, dtype, steps, batch, inputs), drawn_state(rng, cell, batch)


def readable(
    cell: Cell[Any], x: Array, state: State | Array | None = None, lengths: list[int] | None = None
) -> CellTrace:
    """A run through the cell's own steps, whatever kernel there may be: what is right to the bit."""
    trace: CellTrace = cell.begin(x, state, lengths, edited=True)
    cell.advance(trace, 0, trace.steps, trace.initial)
    return trace


def assert_same(trace: CellTrace, other: CellTrace, at: slice = slice(None)) -> None:
    """Every quantity and the output equal, to the bit, those `at` some steps of another run."""
    for name, array in {**trace.quantities, "output": trace.output}.items():
        wanted = other.output if name == "output" else other.quantities[name]
        np.testing.assert_array_equal(array, wanted[at], err_msg=name)


def assert_same_state(state: State, other: State) -> None:
    """Each array equal to the bit."""
    for array, wanted in zip(state, other, strict=True):
        np.testing.assert_array_equal(array, wanted)
