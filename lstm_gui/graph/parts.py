"""What a description is made of: blocks of weights, the arrays in them, and the quantities computed."""

from dataclasses import dataclass

from lstm_gui.graph.expression import Expression


@dataclass(frozen=True, slots=True)
class Block:
    """One block of rows of the weights: a weighted sum, `z_<name>`, and what becomes of it.

    Blocks of two cells whose `meaning` is the same can take over each other's weights. A block whose meaning
    is the `opposite` of another's does the same with the sign turned: σ(−z) = 1 − σ(z).
    """

    name: str  # "f"
    words: str  # "forget gate"
    role: str  # the palette role that colours it
    meaning: str  # "keep"
    opposite: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """An array that is given: so many numbers in each unit's row."""

    array: str  # "W": what it is called within its block
    block: str  # "f"
    columns: str  # "inputs", "units", or "one"
    words: str  # "forget gate input weight"
    rows: str = "units"  # or "one", where all units share a gate

    @property
    def name(self) -> str:
        """What the array is called in the cell: "W_f"."""
        return f"{self.array}_{self.block}"

    def width(self, inputs: int, units: int) -> int:
        """How many columns it has in a cell of these sizes."""
        return {"inputs": inputs, "units": units, "one": 1}[self.columns]

    def height(self, units: int) -> int:
        """How many rows it has in a cell of so many units."""
        return 1 if self.rows == "one" else units


@dataclass(frozen=True, slots=True)
class Computed:
    """A quantity that the cell computes, under the name that it has in the trace of nets."""

    name: str
    made_of: Expression
    role: str
    words: str
    symbol: str = ""  # how sentences write it, where that is not its name
    station: bool = False  # a way station: shown inside the equation of what it feeds
