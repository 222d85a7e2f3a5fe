"""A scene: one state of the simulator as plain data, small enough to read and to compare."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.lessons.comparison import Comparison
from lstm_gui.lessons.shown import Names, Shown
from lstm_gui.lessons.sizes import MAX_INPUTS, MAX_MAGNITUDE, MAX_STEPS, MAX_UNITS

__all__ = [
    "MAX_INPUTS",
    "MAX_MAGNITUDE",
    "MAX_STEPS",
    "MAX_UNITS",
    "Cell",
    "GateWeights",
    "Matrix",
    "Names",
    "Override",
    "Scene",
    "Shown",
    "Vector",
    "lstm_cell",
    "zero_cell",
    "zero_states",
]

Vector = tuple[float, ...]
Matrix = tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class GateWeights:
    """What one block multiplies and adds."""

    W: Matrix  # (units, inputs)
    U: Matrix  # (units, units)
    b: Vector  # (units,)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of any kind: its sizes and its arrays, in the order of its graph's `parameters`."""

    inputs: int
    units: int
    arrays: tuple[Matrix, ...]  # each (units, columns); a bias has one column
    kind: Kind = LSTM

    @property
    def graph(self) -> CellGraph:
        """The description of this kind of cell."""
        return graph_of(self.kind)

    @property
    def shape(self) -> tuple[Kind, int, int]:
        """What two cells must have in common to read the same sequence side by side: kind and sizes."""
        return self.kind, self.inputs, self.units

    def array(self, name: str) -> Matrix:
        """The array of that name: "W_f". Raises KeyError."""
        return self.arrays[self.graph.place[name]]

    def with_arrays(self, changed: Mapping[str, Matrix]) -> "Cell":
        """The same cell with some arrays replaced. Raises KeyError for a name that it does not have."""
        arrays = list(self.arrays)
        for name, rows in changed.items():
            arrays[self.graph.place[name]] = rows
        return replace(self, arrays=tuple(arrays))

    def gate(self, name: str) -> GateWeights:
        """W, U and b of the block "i", "f" …"""
        W, U, b = (self.array(f"{letter}_{name}") for letter in ("W", "U", "b"))
        return GateWeights(W, U, tuple(row[0] for row in b))

    def with_gate(self, name: str, weights: GateWeights) -> "Cell":
        """The same cell with W, U and b of a block replaced."""
        return self.with_arrays(_named(name, weights))


def lstm_cell(
    inputs: int, units: int, i: GateWeights, f: GateWeights, g: GateWeights, o: GateWeights
) -> Cell:
    """An LSTM of these gates."""
    arrays = [_named(name, weights) for name, weights in (("i", i), ("f", f), ("g", g), ("o", o))]
    return Cell(inputs, units, tuple(rows for gate in arrays for rows in gate.values()))


def zero_cell(kind: Kind, inputs: int, units: int) -> Cell:
    """A cell of any kind whose arrays are all zero."""
    sizes = [(given.height(units), given.width(inputs, units)) for given in graph_of(kind).parameters]
    return Cell(inputs, units, tuple(((0.0,) * width,) * height for height, width in sizes), kind)


def zero_states(kind: Kind, units: int) -> Matrix:
    """Where a cell of any kind starts when nothing else is said."""
    return ((0.0,) * units,) * len(graph_of(kind).states)


def _named(gate: str, weights: GateWeights) -> dict[str, Matrix]:
    """The arrays of a block by name, a bias as rows of one number."""
    b = tuple((number,) for number in weights.b)
    return {f"W_{gate}": weights.W, f"U_{gate}": weights.U, f"b_{gate}": b}


@dataclass(frozen=True, slots=True, order=True)
class Override:
    """A state put in place of the one the cell computed: what step `step` reads as h_{t−1} or c_{t−1}."""

    step: int  # 1 is the first step
    state: str  # "h", "c", or another state of the cell
    unit: int  # 0 is the first unit
    value: float


@dataclass(frozen=True, slots=True)
class Backward:
    """The cell that reads the sequence from its end: of the same kind and sizes, with weights of its own.

    What it reads of a step's states comes from the step after, so the last step reads `initial`. Steps are
    counted as those of the scene are.
    """

    cell: Cell
    initial: Matrix
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A cell, the sequence it reads, where it starts, and the step that is shown."""

    title: str
    caption: str  # a claim that a test checks
    cell: Cell
    initial: Matrix  # (states, units), in the order of the states of the cell's graph
    inputs: Matrix  # (steps, inputs)
    overrides: tuple[Override, ...] = ()
    step: int = 1  # the step shown; 1 is the first
    seed: int = 0
    labels: tuple[str, ...] = ()  # what the steps are called, "" for no name; or none at all
    drawn_as: str = ""  # the preset that `seed` drew the inputs from, though some were moved since
    backward: Backward | None = None  # where the sequence is read in both directions
    names: Names = field(default_factory=Names)  # of its inputs and units
    shown: Shown = field(default_factory=Shown)  # where it opens besides `step`
    compare: Comparison = field(default_factory=Comparison)  # the cells that stand beside its own

    @property
    def steps(self) -> int:
        """How many steps the sequence has."""
        return len(self.inputs)

    @property
    def initial_h(self) -> Vector:
        """Where the hidden state starts (units,)."""
        return self.initial_of("h")

    @property
    def initial_c(self) -> Vector:
        """Where the cell state starts (units,). Raises ValueError for a cell that has none."""
        return self.initial_of("c")

    def initial_of(self, state: str) -> Vector:
        """Where a state starts (units,). Raises ValueError for one that the cell does not have."""
        return self.initial[_place(self.cell.graph, state)]

    def starting(self, state: str, values: Vector) -> "Scene":
        """The same scene with a state started elsewhere."""
        place = _place(self.cell.graph, state)
        return replace(self, initial=(*self.initial[:place], values, *self.initial[place + 1 :]))


def _place(graph: CellGraph, state: str) -> int:
    return [known.name for known in graph.states].index(state)
