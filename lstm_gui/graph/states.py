"""What cells carry from step to step, and how far each is usually moved: one table for all of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A quantity that the next step reads, as `<name>_previous`."""

    name: str
    words: str  # "cell state"
    role: str  # the palette role that colours it
    reach: float = 10.0  # the usual range is ±reach, or 0 … reach
    positive: bool = False  # whether a number below 0 would mean nothing
    apart: bool = False  # whether its numbers are of another size than the others', on an axis of their own

    @property
    def previous(self) -> str:
        """The name of what a step reads of it."""
        return f"{self.name}_previous"

    @property
    def low(self) -> float:
        """The least number that means anything, as a share of the largest: 0 or −1."""
        return 0.0 if self.positive else -1.0


HIDDEN = State("h", "hidden state", "h", reach=1.0)
MEMORY = State("C", "matrix memory", "c")
CELL = State("c", "cell state", "c")
NORMALISER = State("n", "normaliser", "n", positive=True, apart=True)
STABILISER = State("m", "stabiliser", "m", apart=True)
GATE_STATES = {
    "i": State("i", "input gate", "i", reach=1.0, positive=True),
    "f": State("f", "forget gate", "f", reach=1.0, positive=True),
    "o": State("o", "output gate", "o", reach=1.0, positive=True),
}

STATES = {
    state.name: state for state in (HIDDEN, CELL, NORMALISER, STABILISER, MEMORY, *GATE_STATES.values())
}
"""A name means the same state in every cell that has it."""
