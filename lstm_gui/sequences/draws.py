"""Random numbers that are the same for a seed on every machine, and stay so.

Of Python's generator only random() is promised to give the same numbers in every version, so all else is
made from it here.
"""

import random


class Draws:
    """A stream of random numbers that its seed decides."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def uniform(self, low: float = 0.0, high: float = 1.0) -> float:
        """A number of low … high."""
        return low + (high - low) * self._random.random()

    def below(self, count: int) -> int:
        """A whole number of 0 … count − 1."""
        return int(self._random.random() * count)

    def between(self, first: int, last: int) -> int:
        """A whole number of first … last."""
        return first + self.below(last - first + 1)
