"""A frame: everything shown for one state, cut into the parts that the views show.

Parts are compared with ==, so a view is set only when its part changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.lessons.scene import Matrix, Names
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.direction import BACK
from lstm_gui.simulator.explosion import explosion
from lstm_gui.simulator.made import Asked
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.seen import Seen, address_of
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.unit_runs import UnitRuns

if TYPE_CHECKING:  # loaded when something is first pointed at
    from lstm_gui.simulator.contributions import Contributions


@dataclass(frozen=True, slots=True)
class CellPart:
    """The numbers of the cell at the step shown, by quantity name ("x", "c_previous", "f", "z_f" …)."""

    step: int
    values: Mapping[str, float]
    overridden: frozenset[str]  # of "h_previous", "c_previous" …: put there by hand at this step
    kind: Kind = LSTM
    direction: str = ""  # "→" or "←" where the sequence is read both ways: "previous" is t + 1 in the latter
    input_name: str = ""  # what the input and the unit shown are called, or ""
    unit_name: str = ""
    seen: Seen = field(default_factory=Seen)
    matrices: Mapping[str, Matrix] = field(default_factory=dict)  # of a matrix memory, a row for each unit
    matrix_limit: float = 1.0  # its numbers lie within −limit … limit at every step
    pair: tuple[float, float] = (0.0, 0.0)  # of the cell that reads from the end: what both give, h→ and h←
    hidden: Mapping[str, str] = field(default_factory=dict)  # what is not told -> what stands in its place

    def written(self, name: str) -> str:
        """A number as it stands on screen, or what stands in its place."""
        return self.hidden[name] if name in self.hidden else number_text(self.values[name])

    def address(self, name: str) -> Quantity:
        """The quantity that a name stands for in this part."""
        seen, graph = self.seen, graph_of(self.kind)
        return address_of(name, self.step, seen.unit, seen.source, graph, backward=self.direction == BACK)


@dataclass(frozen=True, slots=True)
class TimelinePart:
    """The curves through time, and the step the cursor stands at."""

    step: int
    curves: Mapping[str, tuple[float, ...]]  # "x", "f", "i", "g", "o", "c", "h" …; one number a step
    overridden: tuple[Quantity, ...]
    x_limit: float  # the axis of x runs −limit … limit
    c_limit: float  # the axis of what may be negative (c, h, g …) runs −limit … limit
    labels: tuple[str, ...] = ()  # what the steps are called; or none at all
    seeded: bool = False  # whether x was drawn by the scene's seed, so that another would give another
    kind: Kind = LSTM
    backward: "TimelinePart | None" = None  # of the cell that reads from the end, at the same steps
    direction: str = ""  # "→" or "←" where the sequence is read both ways, and
    looks_back: bool = False  # whether the cell looked at is the latter
    unit: int = 0  # whose curves they are, and
    source: int = 0  # which input x is, both counted from 0
    runs: UnitRuns | None = None  # of all units and inputs, where there are several
    asked: tuple[Asked, ...] = ()  # what the task that the input poses asks, at the steps at which it does
    ghost: "TimelinePart | None" = None  # a run that was pinned, to stand behind this one
    names: Names = field(default_factory=Names)  # what inputs and units are called; or none at all
    scale_limit: float = 1.0  # the axis of normaliser and stabiliser runs −limit … limit

    @property
    def units(self) -> int:
        """How many units the cell has."""
        return 1 if self.runs is None else self.runs.units

    def address(self, name: str, step: int, row: int) -> Quantity:
        """The quantity that a name stands for in a row of this part: a unit of the cell, of "x" an input."""
        unit, source = (0, row) if name == "x" else (row, 0)
        return address_of(name, step, unit, source, graph_of(self.kind), backward=self.direction == BACK)

    def input(self, source: int) -> tuple[float, ...]:
        """One of the inputs, a number a step; they are counted from 0."""
        if self.runs is None or source == self.source:
            return self.curves["x"]
        return tuple(self.runs.arrays["x"][:, source].tolist())


@dataclass(frozen=True, slots=True)
class OperatingPart:
    """Where each block that is squashed stands on its curve at the step shown."""

    points: Mapping[str, tuple[float, float]]  # gate -> (pre-activation, activation)
    kind: Kind = LSTM
    direction: str = ""
    unit: int = 0  # whose points they are
    against: Mapping[str, float] = field(default_factory=dict)  # what exponential gates face

    def address(self, name: str, step: int) -> Quantity:
        """The quantity that a name stands for in this part, at a step."""
        return address_of(name, step, self.unit, 0, graph_of(self.kind), backward=self.direction == BACK)


_MANY = 90  # characters: more are no longer read at a glance


@dataclass(frozen=True, slots=True)
class Equation:
    """One equation with its numbers: f = σ(1.2·1.00 + 0.5·0.42 + 0.6) = σ(2.01) = 0.88.

    The signs are "=", or "≈" where the numbers as they are shown come to another one than is shown.
    """

    quantity: Quantity
    substituted: str  # "σ(1.20·1.00 + 0.50·0.42 + 0.60)"
    reduced: str  # "σ(2.01)", or "" where there is no step between
    value: str  # "0.88"
    between: str = "="  # the sign from `substituted` to `reduced`
    from_reduced: str = "="  # the sign from `reduced` to `value`
    at_once: str = "="  # the sign from `substituted` to `value`

    @property
    def result(self) -> str:
        """What follows `substituted`: "= σ(2.01) = 0.88"."""
        if not self.reduced:
            return f"{self.at_once} {self.value}"
        return f"{self.between} {self.reduced} {self.from_reduced} {self.value}"

    @property
    def whole(self) -> str:
        """All of it in one line, without the symbol it begins with."""
        return f"{self.substituted} {self.result}"

    @property
    def brief(self) -> str:
        """All of it, but what its terms come to in place of them where they are many."""
        if not self.reduced or len(self.substituted) <= _MANY:
            return self.whole
        return f"{self.reduced} {self.from_reduced} {self.value}"


@dataclass(frozen=True, slots=True)
class EquationsPart:
    """The equations at the step shown, in the order of reading: of f, i, g, o, c and h of an LSTM."""

    equations: tuple[Equation, ...]
    kind: Kind = LSTM
    direction: str = ""


@dataclass(frozen=True, slots=True)
class WeightsPart:
    """The weights and biases by quantity name ("W_f", "U_f", "b_f" …)."""

    values: Mapping[str, float]  # of the unit shown: of the input shown, of itself, its bias
    arrays: Mapping[str, Matrix]  # of all units, (units, columns)
    kind: Kind = LSTM
    unit: int = 0  # the unit and
    source: int = 0  # the input shown
    limit: float = 1.0  # all weights lie within −limit … limit
    names: Names = field(default_factory=Names)  # what inputs and units are called; or none at all
    direction: str = ""


@dataclass(frozen=True, slots=True)
class TransportPart:
    """What the bar above the cell shows."""

    title: str
    caption: str
    step: int
    steps: int
    changed: bool
    kind: Kind = LSTM
    direction: str = ""  # the one that is looked at: "→" or "←" where the sequence is read both ways, else ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """What is pointed at, what it is made of, what it feeds, and its equation with the numbers in it."""

    focus: Quantity
    causes: frozenset[Quantity]
    effects: frozenset[Quantity]
    sentence: str
    kind: Kind = LSTM
    made: "Contributions | None" = None  # what it is made of, with sizes


@dataclass(frozen=True, eq=False)
class Frame:
    """Everything shown for one state.

    Where the sequence is read in both directions, operating points, equations and weights are those of the
    direction looked at. The rest is of the cell that reads from the beginning; `backward` holds the other.
    """

    state: SimState
    trace: CellTrace
    arrays: Mapping[str, FloatArray]  # every quantity with a step, (T, units), and x (T, inputs)
    cell: CellPart
    timeline: TimelinePart
    operating: OperatingPart
    write: Callable[[], EquationsPart]  # the equations: they take long, and are asked for when they are shown
    weights: WeightsPart
    transport: TransportPart
    backward: "Frame | None" = None  # of the scene in the mirror, see direction.py
    backward_cell: CellPart | None = None  # the cell that reads from the end, at the step shown

    @cached_property
    def equations(self) -> EquationsPart:
        """The equations with their numbers."""
        return self.write()

    @cached_property
    def explosion(self) -> Quantity | None:
        """The first number of the run that is infinite or not a number, if any."""
        return explosion(self.arrays, self.state.scene.cell.graph)
