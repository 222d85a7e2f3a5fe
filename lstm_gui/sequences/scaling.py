"""Numbers brought to the range that a cell's tanh has, −1 … 1."""

from collections.abc import Sequence


def to_unit_range(values: Sequence[float]) -> tuple[float, ...]:
    """The smallest becomes −1, the largest 1, the others between as they were; all alike become 0."""
    low, high = min(values), max(values)
    middle, half = low / 2 + high / 2, high / 2 - low / 2
    if not half:
        return (0.0,) * len(values)
    return tuple(max(-1.0, min(1.0, (value - middle) / half)) for value in values)
