"""What the cells shown before had and the present one has no place for, kept until a cell has one again.

Arrays are known by what their block means, not by what it is called: `U` of "keep" is that of an LSTM's f as
well as that of a GRU's z. States are known by their names; a cell state beside a normaliser is another one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.lessons.scene import Cell, Matrix, Override, Vector


@dataclass(frozen=True, slots=True)
class KnownArray:
    """An array of a cell, by what it means."""

    array: str  # "W"
    meaning: str  # of its block: "keep"
    opposite: str  # of its block, or ""
    rows: Matrix
    said: bool = False  # whether the present cell says it too, by a gate that means the opposite


@dataclass(frozen=True, slots=True)
class KnownState:
    """Where a state starts, and what was put in its place by hand."""

    state: str  # as `state_meaning` has it
    values: Vector
    overrides: tuple[Override, ...]

    def sized(self, units: int, steps: int) -> "KnownState":
        """What there is room for in a scene of these sizes."""
        values = (*self.values, *(0.0,) * units)[:units]
        overrides = tuple(one for one in self.overrides if one.unit < units and one.step <= steps)
        return replace(self, values=values, overrides=overrides)


@dataclass(frozen=True, slots=True)
class Remembered:
    """Arrays and states that the present cell has no place for."""

    arrays: tuple[KnownArray, ...] = ()
    states: tuple[KnownState, ...] = ()
    grown: bool = False  # whether the cell has more units than it had, for the sake of a matrix memory
    backward: "Remembered | None" = None  # of the cell that reads from the end, where there is one

    def with_arrays(self, arrays: Iterable[KnownArray]) -> "Remembered":
        """The same with these arrays in the place of those that mean the same."""
        newer = tuple(arrays)
        known = {(one.array, one.meaning) for one in newer}
        kept = (one for one in self.arrays if (one.array, one.meaning) not in known)
        return replace(self, arrays=(*kept, *newer))

    def without_arrays(self, found: Iterable[tuple[str, str]]) -> "Remembered":
        """The same without the arrays of these letters and meanings."""
        gone = set(found)
        return replace(self, arrays=tuple(one for one in self.arrays if (one.array, one.meaning) not in gone))


def known_arrays(cell: Cell) -> dict[str, KnownArray]:
    """The arrays of a cell by name, each with what it means."""
    graph = cell.graph
    return {
        name: KnownArray(
            given.array, graph.block(given.block).meaning, graph.block(given.block).opposite, cell.array(name)
        )
        for name, given in graph.parameter.items()
    }


def state_meaning(graph: CellGraph, state: str) -> str:
    """What a state is known by: its name, but for a cell state that a normaliser divides."""
    return "c by n" if state == "c" and "n" in graph.carried else state
