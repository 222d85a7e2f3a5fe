"""Biases that set how long a cell remembers before it has learnt anything.

    forget bias     b_f = 1, say: f is σ(1) at first, so that gradients reach further back
                                        (Gers et al. 2000; Jozefowicz, Zaremba & Sutskever 2015)
    chrono          b_f = log u,  b_i = −b_f,  u ~ U(1, Tmax − 1) for each unit
                                        (Tallec & Ollivier 2018, "Can recurrent neural networks warp time?")

Chrono comes from memory times: then f = u / (1 + u) and i = 1 / (1 + u), so that a unit forgets over 1 + u
steps, and those of a layer over 2 … Tmax. Cells differ in which gates keep and which write:

    LSTM, sLSTM, mLSTM      f keeps, i writes
    LSTM with f = 1 − i     i writes
    GRU                     z keeps or z writes; the sign of its bias follows

An exponential gate gets the logarithm of the same f or i, where a logistic one gets the logit.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.initialisers import NamedArraysT, Part, part_by_part, parts
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.mlstm import Mlstm
from lstm_gui.nets.readout import Readout
from lstm_gui.nets.slstm import Slstm


class MemoryGate(NamedTuple):
    """A gate on which it depends how long a cell remembers."""

    block: str
    keeps: bool  # the old; else it writes the new
    exponential: bool = False  # else logistic


def memory_gates(part: Part) -> tuple[MemoryGate, ...]:
    """The gates by which a cell keeps and writes, the one that keeps first; () where none can forget."""
    if isinstance(part, Lstm):
        found = [MemoryGate("f", keeps=True), MemoryGate("i", keeps=False)]
        can_forget = "f" in part.blocks or part.variant.coupled
        return tuple(gate for gate in found if can_forget and gate.block in part.blocks)
    if isinstance(part, Gru):
        return (MemoryGate("z", keeps=part.z_keeps),)
    if isinstance(part, Slstm | Mlstm):
        f = MemoryGate("f", keeps=True, exponential=part.exponential_forget)
        return f, MemoryGate("i", keeps=False, exponential=True)
    return ()


Biases = Callable[[tuple[MemoryGate, ...], int], dict[str, NDArray[np.float64]]]
"""By block, from the memory gates of a cell and the number of rows that each has."""


def with_forget_bias(layer: NamedArraysT, bias: float) -> NamedArraysT:
    """The same layer with this bias in its forget gates.

    Where a gate that writes is all there is, that gets −bias. What cannot forget stays as it is. Raises
    ValueError where nothing in the layer can.
    """

    def biases(gates: tuple[MemoryGate, ...], rows: int) -> dict[str, NDArray[np.float64]]:
        return {gates[0].block: np.full(rows, bias if gates[0].keeps else -bias, dtype=np.float64)}

    return _with_biases(layer, biases)


def with_chrono_bias(layer: NamedArraysT, longest: float, rng: np.random.Generator) -> NamedArraysT:
    """The same layer with memory times drawn from 2 to `longest` steps (Tmax).

    What cannot forget stays as it is. Raises ValueError where nothing in the layer can, or when Tmax < 2.
    """
    if not 2 <= longest < np.inf:
        raise ValueError(f"the longest memory is {longest} steps; wanted 2 or more, and finite")

    def biases(gates: tuple[MemoryGate, ...], rows: int) -> dict[str, NDArray[np.float64]]:
        u = rng.uniform(1, longest - 1, rows)
        return {gate.block: chrono(u, gate) for gate in gates}

    return _with_biases(layer, biases)


def chrono(u: NDArray[np.float64], gate: MemoryGate) -> NDArray[np.float64]:
    """The bias that makes a gate that keeps u / (1 + u), and one that writes 1 / (1 + u)."""
    logit: NDArray[np.float64] = np.log(u) if gate.keeps else -np.log(u)
    return -np.logaddexp(0, -logit) if gate.exponential else logit


def _with_biases(layer: NamedArraysT, biases: Biases) -> NamedArraysT:
    """The same layer with the biases of its memory gates replaced; a second bias is 0 there."""
    found = parts(layer).values()
    if not any(memory_gates(part) for part in found):
        raise ValueError(f"there is no forget gate in {', '.join(type(part).__name__ for part in found)}")

    def arrays_of(part: Part) -> dict[str, FloatArray]:
        gates = memory_gates(part)
        if not gates or isinstance(part, Readout):
            return {}
        arrays: dict[str, FloatArray] = {
            name: part.arrays[name].copy() for name in ("b", "b_u") if name in part.arrays
        }
        rows = part.rows(gates[0].block)
        for block, bias in biases(gates, rows.stop - rows.start).items():
            arrays["b"][part.rows(block)] = bias
            if "b_u" in arrays:
                arrays["b_u"][part.rows(block)] = 0
        return arrays

    return part_by_part(layer, arrays_of)
