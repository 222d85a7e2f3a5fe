"""What a gate, or another block of a cell, adds up, as a person writes it: "20·take − 10"."""

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_gui.lessons.program import Program
from lstm_gui.lessons.scene import GateWeights, Scene

MINUS = "−"
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class WrittenSum:
    """What one unit of a block adds up."""

    unit: int  # 1 is the first
    block: str  # "i"
    text: str  # "20·take − 10"


def written_sums(scene: Scene, program: Program) -> list[WrittenSum]:
    """Every sum of a program's cell, all blocks of a unit together."""
    weights = {block.name: scene.cell.gate(block.name) for block in scene.cell.graph.blocks}
    return [
        WrittenSum(unit + 1, block, written_sum(gate, unit, program))
        for unit in range(scene.cell.units)
        for block, gate in weights.items()
    ]


def written_sum(weights: GateWeights, unit: int, program: Program) -> str:
    """The sum of one unit of a gate, what weighs nothing left out; `unit` counts from 0.

    h is the hidden state of the step before; h₂ is that of the second unit.
    """
    h = _hidden_names(len(program.units))
    terms = [*_terms(weights.W[unit], program.inputs), *_terms(weights.U[unit], h)]
    bias = weights.b[unit]
    return _joined([*terms, *([_signed(bias, "")] if bias else [])])


def _hidden_names(units: int) -> list[str]:
    return ["h"] if units == 1 else [f"h{unit}".translate(_SUBSCRIPTS) for unit in range(1, units + 1)]


def _terms(row: Sequence[float], names: Sequence[str]) -> list[str]:
    return [_signed(weight, name) for weight, name in zip(row, names, strict=True) if weight]


def _signed(weight: float, name: str) -> str:
    """The sign, a space, and the term: "− 20·take"."""
    size = "" if name and abs(weight) == 1 else f"{abs(weight):g}"
    return f"{MINUS if weight < 0 else '+'} {'·'.join(part for part in (size, name) if part)}"


def _joined(terms: Sequence[str]) -> str:
    """The terms one after the other: a first + is left out, a first − stands close."""
    if not terms:
        return "0"
    text = " ".join(terms)
    return text.removeprefix("+ ") if text.startswith("+") else text.replace(" ", "", 1)
