"""The address of a number on screen: its name and the step it belongs to."""

from dataclasses import dataclass

from lstm_gui.nets.lstm_variant import GATES

STATES = ("h_previous", "c_previous")
PARAMETERS = tuple(f"{letter}_{gate}" for gate in GATES for letter in ("W", "U", "b"))
COMPUTED = (*(f"z_{gate}" for gate in GATES), *GATES, "c", "tanh_c", "h")
NAMES = ("x", *STATES, *PARAMETERS, *COMPUTED)
DRAGGABLE = frozenset(("x", *STATES, *PARAMETERS))


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A number of the cell that is shown: "f" at step 5, or the bias "b_f", which has no step.

    `unit` and `source` count from 0; `source` is the column of a weight, or which input x is.
    """

    name: str  # one of NAMES
    step: int = 0  # 1 is the first step; 0 for parameters
    unit: int = 0
    source: int = 0

    def __post_init__(self) -> None:
        if self.name not in NAMES:
            raise ValueError(f"no quantity is called {self.name!r}")

    @property
    def gate(self) -> str:
        """The gate a parameter, pre-activation or activation belongs to: "i", "f", "g", "o", or ""."""
        tail = self.name.rsplit("_", 1)[-1]
        return tail if tail in GATES else ""

    @property
    def role(self) -> str:
        """The palette role that colours it: x, f, i, g, o, c or h."""
        return self.gate or {"h_previous": "h", "c_previous": "c", "tanh_c": "c"}.get(self.name, self.name)
