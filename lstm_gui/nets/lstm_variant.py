"""The variants of the LSTM as what each changes in its equations."""

from dataclasses import dataclass
from functools import cached_property

from lstm_gui.nets.activation import IDENTITY, SIGMOID, TANH, Activation

GATES = ("i", "f", "g", "o")


@dataclass(frozen=True)
class LstmVariant:
    """Which equations of an LSTM differ. Peepholes, gate recurrence and projection are arrays of the cell."""

    input_gate: bool = True  # without one, i = 1
    forget_gate: bool = True  # without one, f = 1
    output_gate: bool = True  # without one, o = 1
    coupled: bool = False  # f = 1 − i
    gate_activation: Activation = SIGMOID  # of i, f and o
    candidate_activation: Activation = TANH  # of g
    cell_activation: Activation = TANH  # of c on its way to h
    clip: float | None = None  # bounds every |z| before it is squashed, as ONNX has it

    @cached_property
    def blocks(self) -> tuple[str, ...]:
        """Those of i, f, g, o that have weights."""
        absent = {
            "i": not self.input_gate,
            "f": not self.forget_gate or self.coupled,
            "o": not self.output_gate,
        }
        return tuple(gate for gate in GATES if not absent.get(gate, False))

    @cached_property
    def gates(self) -> tuple[str, ...]:
        """Those of the gates i, f, o that have weights: what peepholes and full gate recurrence reach."""
        return tuple(gate for gate in self.blocks if gate != "g")


VANILLA = LstmVariant()

HOCHREITER_1997 = LstmVariant(forget_gate=False)
"""Hochreiter & Schmidhuber 1997: c = c₋ + i∘g."""

GREFF_2015 = {
    "NIG": LstmVariant(input_gate=False),
    "NFG": LstmVariant(forget_gate=False),
    "NOG": LstmVariant(output_gate=False),
    "NIAF": LstmVariant(candidate_activation=IDENTITY),
    "NOAF": LstmVariant(cell_activation=IDENTITY),
    "CIFG": LstmVariant(coupled=True),
    "NP": VANILLA,
    "FGR": VANILLA,
}
"""The eight of Greff et al. 2015, "LSTM: a search space odyssey", by what they take from the peephole LSTM.

NP has no array of peepholes `p`; FGR has the array `G` as well; the others keep their peepholes.
"""
