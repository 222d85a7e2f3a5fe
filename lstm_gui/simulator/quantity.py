"""The address of a number on screen: its name and the step it belongs to."""

from dataclasses import dataclass
from functools import cache

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import EVERY_KIND, LSTM

_OF_LSTM = frozenset(graph_of(LSTM).names)  # asked first: the graphs of all cells are slow to make


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A number of the cell that is shown: "f" at step 5, or the bias "b_f", which has no step.

    `unit` and `source` count from 0; `source` is the column of a weight, or which input x is.
    """

    name: str  # one of the names of some cell's graph
    step: int = 0  # 1 is the first step; 0 for parameters
    unit: int = 0
    source: int = 0
    backward: bool = False  # of the cell that reads from the end, where there is one; x is of neither

    def __post_init__(self) -> None:
        if self.name not in _OF_LSTM and self.name not in _names_of_any():
            raise ValueError(f"no quantity is called {self.name!r}")

    @property
    def state(self) -> str:
        """The state that this is what a step read of, or ""."""
        return self.name.removesuffix("_previous") if self.name.endswith("_previous") else ""


@cache
def _names_of_any() -> frozenset[str]:
    """The names of the quantities of every cell there is."""
    return frozenset(name for kind in EVERY_KIND for name in graph_of(kind).names)
