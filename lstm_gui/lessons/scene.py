"""A scene: one state of the simulator as plain data, small enough to read and to compare."""

from dataclasses import dataclass

MAX_STEPS = 64
MAX_UNITS = 16
MAX_INPUTS = 8
MAX_MAGNITUDE = 1e6

Vector = tuple[float, ...]
Matrix = tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class GateWeights:
    """What one gate multiplies and adds."""

    W: Matrix  # (units, inputs)
    U: Matrix  # (units, units)
    b: Vector  # (units,)


@dataclass(frozen=True, slots=True)
class Cell:
    """An LSTM cell: its sizes and the weights of its gates i, f, g, o."""

    inputs: int
    units: int
    i: GateWeights
    f: GateWeights
    g: GateWeights
    o: GateWeights
    kind: str = "lstm"

    def gate(self, name: str) -> GateWeights:
        """The weights of gate "i", "f", "g" or "o"."""
        weights: GateWeights = getattr(self, name)
        return weights


@dataclass(frozen=True, slots=True, order=True)
class Override:
    """A state put in place of the one the cell computed: what step `step` reads as h_{t−1} or c_{t−1}."""

    step: int  # 1 is the first step
    state: str  # "h" or "c"
    unit: int  # 0 is the first unit
    value: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A cell, the sequence it reads, where it starts, and the step that is shown."""

    title: str
    caption: str  # a claim that a test checks
    cell: Cell
    initial_h: Vector  # (units,)
    initial_c: Vector  # (units,)
    inputs: Matrix  # (steps, inputs)
    overrides: tuple[Override, ...] = ()
    step: int = 1  # the step shown; 1 is the first
    seed: int = 0
    labels: tuple[str, ...] = ()  # what the steps are called, "" for no name; or none at all
    drawn_as: str = ""  # the preset that `seed` drew the inputs from, though some were moved since

    @property
    def steps(self) -> int:
        """How many steps the sequence has."""
        return len(self.inputs)
