"""Cards that the simulator grades, as data: what is asked, and what decides whether an answer is right.

Three kinds: to predict a number, or a curve over several steps, of a scene; to move knobs until a goal is
reached on every sequence; to compute a number from values that a seed draws. What is right is written nowhere
but in the simulator, which runs the scene.
"""

from dataclasses import dataclass
from typing import TypeAlias

from lstm_gui.lessons import catalogue
from lstm_gui.lessons.goal import Goal
from lstm_gui.lessons.scene import Scene
from lstm_gui.sequences.presets import BY_ID
from lstm_gui.sequences.sequence import Matrix


@dataclass(frozen=True, slots=True)
class Asked:
    """What every graded card has."""

    title: str
    topic: str
    concept: str  # what it is about; cards of one concept share a schedule
    question: str
    hints: tuple[str, ...]  # one more at each request
    why: str  # told with the result
    scene: str | Scene  # what it begins with: a bundled scene by its name, or one of its own

    def opened(self) -> Scene:
        """The scene that it begins with."""
        return self.scene if isinstance(self.scene, Scene) else catalogue.load(self.scene)


@dataclass(frozen=True, slots=True)
class Predict:
    """One quantity of the scene is hidden: what is it at a step, or over several?"""

    asked: Asked
    name: str  # of the quantity, as the cell's graph calls it
    unit: int  # 0 is the first
    first: int  # the first step asked for; 1 is the first
    last: int
    tolerance: float

    @property
    def count(self) -> int:
        """How many numbers are asked for."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Knob:
    """A weight or a bias that may be moved, where it stands at first, and where an example leaves it."""

    name: str  # "b_f"
    unit: int  # 0 is the first
    source: int  # the column; 0 is the first
    start: float
    solution: float


@dataclass(frozen=True, slots=True)
class Put:
    """A number that is put into a sequence."""

    step: int  # 1 is the first
    source: int  # which input; 0 is the first
    value: float


_MOST_TOLD = 3  # numbers put into a sequence that its name tells


@dataclass(frozen=True, slots=True)
class Drawn:
    """Sequences that seeds draw, 1, 2, …, with numbers put into each."""

    preset: str
    steps: int
    seeds: int  # how many
    settings: tuple[tuple[str, float], ...] = ()
    put: tuple[Put, ...] = ()

    def sequences(self) -> tuple[tuple[str, Matrix], ...]:
        """Each sequence with what it is called."""
        chosen = dict(self.settings)
        made = (
            (seed, BY_ID[self.preset].make(self.steps, seed, chosen)) for seed in range(1, self.seeds + 1)
        )
        words = self.preset.replace("_", " ") + self._put_words()
        return tuple((f"{words}, seed {seed}", self._with_put(one.inputs)) for seed, one in made)

    def _put_words(self) -> str:
        """What tells it from the same sequences with something else put in; "" where that is much."""
        told = [f"{put.value:g} at t = {put.step}".replace("-", "−") for put in self.put]
        return f" with {', '.join(told)}" if 0 < len(told) <= _MOST_TOLD else ""

    def _with_put(self, inputs: Matrix) -> Matrix:
        rows = [list(row) for row in inputs]
        for put in self.put:
            rows[put.step - 1][put.source] = put.value
        return tuple(tuple(row) for row in rows)


@dataclass(frozen=True, slots=True)
class Given:
    """A sequence that is written out."""

    title: str
    inputs: Matrix

    def sequences(self) -> tuple[tuple[str, Matrix], ...]:
        """It alone, with what it is called."""
        return ((self.title, self.inputs),)


@dataclass(frozen=True, slots=True)
class Challenge:
    """Move the knobs until the goal is reached on every sequence."""

    asked: Asked
    goal: Goal
    knobs: tuple[Knob, ...]
    checked_on: tuple[Drawn | Given, ...]

    def sequences(self) -> tuple[tuple[str, Matrix], ...]:
        """Every sequence that it is checked on, with what it is called."""
        return tuple(found for source in self.checked_on for found in source.sequences())


@dataclass(frozen=True, slots=True)
class Draw:
    """A number of the scene that a seed draws, rounded so that one can compute with it."""

    name: str  # "x", "c_previous", "b_f"
    step: int  # 0 for a weight or a bias
    unit: int  # 0 is the first
    source: int  # the column, or which input; 0 is the first
    low: float
    high: float
    decimals: int


@dataclass(frozen=True, slots=True)
class Numeric:
    """Compute a number of the scene, some of whose values a seed draws."""

    asked: Asked
    name: str
    unit: int
    step: int
    tolerance: float
    draws: tuple[Draw, ...]
    worked: tuple[str, ...]  # the quantities whose equations, with these numbers, are the way to the answer


Graded: TypeAlias = Predict | Challenge | Numeric

MOST_SEEDS = 64
MOST_SEQUENCES = 100
