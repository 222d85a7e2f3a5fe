"""The equations of the cells by lists and loops over single numbers, apart from the code under test."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from lstm_gui.nets.activation import Activation
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.rnn import Rnn
from tests.nets.cells import Array

Row = list[float]
Step = dict[str, Row]  # every quantity of a step by its name, in the order in which the step computes them

FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "relu": lambda z: max(z, 0.0),
    "identity": lambda z: z,
    "sine": math.sin,
    "wave": lambda z: 0.4 * math.sin(z) + 0.5,
}


def by_numbers(cell: Cell[Any], x: list[Row], state: list[Row]) -> list[Step]:
    """Every step of one sequence x from a state."""
    if isinstance(cell, Lstm):
        return lstm_by_numbers(cell, x, state)
    h, steps = state[0], []
    for x_t in x:
        if isinstance(cell, Rnn):
            steps.append(rnn_step(cell, x_t, h))
        else:
            assert isinstance(cell, Gru)
            steps.append(gru_step(cell, x_t, h))
        h = steps[-1]["h"]
    return steps


def rnn_step(cell: Rnn, x_t: Row, h: Row) -> Step:
    """The simple recurrent cell of Elman 1990."""
    b_u = vector(cell.b_u, len(h))
    z = [
        clipped(dot(cell.W[j], x_t) + dot(cell.U[j], h) + float(cell.b[j]) + b_u[j], cell.clip)
        for j in range(len(h))
    ]
    return {"z_h": z, "h": [squashed(cell.activation, number) for number in z]}


def gru_step(cell: Gru, x_t: Row, h: Row) -> Step:
    """The GRU of Cho et al. 2014, and with the reset after the product, as cuDNN has it."""
    units = len(h)
    b_u = vector(cell.b_u, 3 * units)
    step: Step = {name: [] for name in ("z_r", "z_z", "r", "z", "let_through", "z_n", "n", "h")}

    def reads(block: int, j: int) -> float:
        row = block * units + j
        return dot(cell.W[row], x_t) + float(cell.b[row])

    def recalls(block: int, j: int, seen: Row) -> float:
        row = block * units + j
        return dot(cell.U[row], seen) + b_u[row]

    for block, gate in enumerate("rz"):
        step[f"z_{gate}"] = [clipped(reads(block, j) + recalls(block, j, h), cell.clip) for j in range(units)]
        step[gate] = [squashed(cell.gate_activation, number) for number in step[f"z_{gate}"]]
    if cell.reset_after:
        step["let_through"] = [recalls(2, j, h) for j in range(units)]
        recalled = [step["r"][j] * step["let_through"][j] for j in range(units)]
    else:
        step["let_through"] = [step["r"][j] * h[j] for j in range(units)]
        recalled = [recalls(2, j, step["let_through"]) for j in range(units)]
    for j in range(units):
        step["z_n"].append(clipped(reads(2, j) + recalled[j], cell.clip))
        step["n"].append(squashed(cell.candidate_activation, step["z_n"][j]))
        kept = step["z"][j] if cell.z_keeps else 1 - step["z"][j]
        step["h"].append(kept * h[j] + (1 - kept) * step["n"][j])
    return step


def lstm_by_numbers(cell: Lstm, x: list[Row], state: list[Row]) -> list[Step]:
    """The LSTM with all its variants."""
    h, c = state[:2]
    gates = [name for name in "ifo" if name in has_weights(cell)]
    a = state[2] if cell.G is not None else [0.0] * len(gates) * len(c)
    steps = []
    for x_t in x:
        steps.append(lstm_step(cell, x_t, h, c, a))
        h, c = steps[-1]["h"], steps[-1]["c"]
        a = [number for name in gates for number in steps[-1][name]]
    return steps


def has_weights(cell: Lstm) -> list[str]:
    """The blocks of an LSTM's rows, in order."""
    variant = cell.variant
    present = {
        "i": variant.input_gate,
        "f": variant.forget_gate and not variant.coupled,
        "g": True,
        "o": variant.output_gate,
    }
    return [name for name in present if present[name]]


def lstm_step(cell: Lstm, x_t: Row, h: Row, c: Row, a: Row) -> Step:
    """The peephole LSTM in the order of Greff et al. 2015, with what each variant changes."""
    variant, units, blocks = cell.variant, len(c), has_weights(cell)
    gates = [name for name in blocks if name != "g"]
    b_u, p = vector(cell.b_u, len(blocks) * units), vector(cell.p, len(gates) * units)
    step: Step = {f"z_{name}": [] for name in blocks}
    step |= {name: [] for name in ("i", "f", "g", "o", "c", "tanh_c")}

    def squash(name: str, j: int, c_seen: float) -> float:
        row = blocks.index(name) * units + j
        z = dot(cell.W[row], x_t) + dot(cell.U[row], h) + float(cell.b[row]) + b_u[row]
        if name in gates:
            row = gates.index(name) * units + j
            z += p[row] * c_seen + (dot(cell.G[row], a) if cell.G is not None else 0.0)
        step[f"z_{name}"].append(clipped(z, variant.clip))
        function = variant.candidate_activation if name == "g" else variant.gate_activation
        return squashed(function, step[f"z_{name}"][j])

    for j in range(units):
        i = squash("i", j, c[j]) if variant.input_gate else 1.0
        f = squash("f", j, c[j]) if "f" in gates else 1 - i if variant.coupled else 1.0
        g = squash("g", j, c[j])
        new = i * g + f * c[j]
        o = squash("o", j, new) if variant.output_gate else 1.0
        for name, number in zip("ifgoc", (i, f, g, o, new), strict=True):
            step[name].append(number)
        step["tanh_c"].append(squashed(variant.cell_activation, new))
    m = [step["o"][j] * step["tanh_c"][j] for j in range(units)]
    return step | ({"h": m} if cell.R is None else {"m": m, "h": [dot(row, m) for row in cell.R]})


def dot(a: Sequence[float] | Array, b: Sequence[float]) -> float:
    """Σ a_k b_k, added one after another."""
    return sum(float(p) * q for p, q in zip(a, b, strict=True))


def vector(array: Array | None, size: int) -> Row:
    """The numbers of an array that may be absent, which is as if they were 0."""
    return [0.0] * size if array is None else [float(number) for number in array]


def squashed(activation: Activation, z: float) -> float:
    """The activation of one pre-activation."""
    return FUNCTIONS[activation.name](z)


def clipped(z: float, clip: float | None) -> float:
    """z, or what of −clip and clip is nearer to it."""
    return z if clip is None else min(max(z, -clip), clip)
