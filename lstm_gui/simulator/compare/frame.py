"""What is shown of a comparison for one state, cut into parts that are compared with ==."""

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_gui.graph.kind import Kind
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.quantity import Quantity

Curve = tuple[float, ...]

SCENE = "scene"
"""The source of the first lane's weights; those of the others stand in lessons/comparison.py."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A number of a lane that can be moved, and how far from 0 it stood when the lane was put beside."""

    quantity: Quantity
    value: float
    reach: float


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the weights of a lane come from."""

    source: str  # SCENE, or one of comparison.SOURCES
    about: str = ""  # how they were made, where they were trained
    other: tuple[str, ...] = ()  # where they are the scene's: the arrays that were changed since, "b_f" …
    changed: bool = False  # whether they are others than when the lane was put beside
    told: str = ""  # where they are the scene's: what did not carry over, in a sentence
    of_two: bool = False  # whether a second cell of the scene reads from the end, and is not compared


@dataclass(frozen=True, slots=True)
class LanePart:
    """One cell: its curves, its settings, and where they come from."""

    title: str  # "" for the scene's own cell
    kind: Kind
    provenance: Provenance
    run: TimelinePart  # the axes are those of all lanes
    settings: tuple[Setting, ...]
    units: int  # how many the cell has; `run` is of one
    stopped: Quantity | None  # the first number that is infinite or not a number
    difference: Mapping[str, Curve] | None  # of h and c, while a run is pinned; see CompareLanes
    difference_limit: float  # the axis of that runs −limit … limit


@dataclass(frozen=True, slots=True)
class CompareLanes:
    """The lanes, that of the scene first.

    While a run is pinned each has the difference of its h and c to those of the scene; the scene's own lane
    has that of the present run to the pinned one.
    """

    step: int
    steps: int
    lanes: tuple[LanePart, ...]
    ghost: TimelinePart | None  # the run that was pinned last, to stand behind the present one


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of the table."""

    symbol: str
    value: float
    difference: float | None  # to the same quantity of the first lane; None where that has none


@dataclass(frozen=True, slots=True)
class CompareTable:
    """The numbers at the step shown: a row for each palette role, a column for each lane."""

    step: int
    columns: tuple[str, ...]  # the titles; "" for the scene's own cell
    kinds: tuple[Kind, ...]
    steps: tuple[int, ...]  # the step of each column: a pinned run may be shorter
    rows: tuple[tuple[str, tuple[Entry | None, ...]], ...]  # role -> entries


@dataclass(frozen=True, slots=True)
class CompareFrame:
    """All of it."""

    input: TimelinePart  # of the scene: what all lanes read
    lanes: CompareLanes
    table: CompareTable
