"""A sequence of inputs, what its steps are called, and what a network is to answer at them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Vector = tuple[float, ...]
Matrix = tuple[Vector, ...]
Targets = tuple[Vector | None, ...]


@dataclass(frozen=True, slots=True)
class InputSequence:
    """What a cell reads, step by step. `labels` and `targets` have one item a step, or none at all."""

    inputs: Matrix  # (steps, width)
    labels: tuple[str, ...] = ()  # "" where a step has no name
    targets: Targets = ()  # (steps, answers); None at a step at which nothing is asked
    answers: tuple[str, ...] = ()  # what the numbers of a target are called, where they are choices
    columns: tuple[str, ...] = ()  # what the inputs are called

    def __post_init__(self) -> None:
        if not self.inputs or len({len(row) for row in self.inputs}) != 1:
            raise ValueError("a sequence has at least one step, and as many numbers at each")
        for beside in (self.labels, self.targets):
            if beside and len(beside) != len(self.inputs):
                raise ValueError("labels and targets stand at steps: as many as there are, or none")
        if self.columns and len(self.columns) != self.width:
            raise ValueError("each input has a name, or none has")

    @property
    def steps(self) -> int:
        """How many steps it has."""
        return len(self.inputs)

    @property
    def width(self) -> int:
        """How many numbers a step has."""
        return len(self.inputs[0])


def signal(
    values: Iterable[float],
    labels: tuple[str, ...] = (),
    targets: Targets = (),
    answers: tuple[str, ...] = (),
) -> InputSequence:
    """A sequence with one number a step."""
    return InputSequence(tuple((float(value),) for value in values), labels, targets, answers)


def one_hot(index: int, width: int) -> Vector:
    """A vector of `width` zeros with a 1 at `index`."""
    return tuple(float(place == index) for place in range(width))


def coded(symbols: str, alphabet: Sequence[str]) -> Matrix:
    """Symbols as one-hot vectors: (symbols, alphabet). ValueError for one that is not in the alphabet."""
    return tuple(one_hot(alphabet.index(symbol), len(alphabet)) for symbol in symbols)


def at_least(least: int, **sizes: int) -> None:
    """Raise ValueError where a size is below `least`."""
    for name, size in sizes.items():
        if size < least:
            raise ValueError(f"{name} is {size}; it must be {least} or more")
