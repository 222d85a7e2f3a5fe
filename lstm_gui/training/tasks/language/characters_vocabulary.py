"""Which characters a network can tell apart, and their numbers."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

UNKNOWN = "\ufffd"  # stands for every character that is too rare to have a number of its own

Numbers = NDArray[np.int64]  # (T,) of characters, from 0 to size − 1


@dataclass(frozen=True)
class Vocabulary:
    """The signs in the order of their numbers; the last is UNKNOWN."""

    signs: tuple[str, ...]
    folded: bool = False  # whether capitals are read as small letters

    @property
    def size(self) -> int:
        """How many there are, UNKNOWN included (K)."""
        return len(self.signs)

    def read(self, text: str) -> str:
        """A text as the network has it, as long as before: folded where that was chosen."""
        return "".join(map(_small, text)) if self.folded else text

    def numbers(self, text: str) -> Numbers:
        """The number of each character."""
        points = np.frombuffer(self.read(text).encode("utf-32-le", "surrogatepass"), np.uint32)
        keys, values = self._table
        place = np.minimum(np.searchsorted(keys, points), len(keys) - 1)
        return np.where(keys[place] == points, values[place], self.size - 1)

    @cached_property
    def _table(self) -> tuple[NDArray[Any], Numbers]:
        """Code points in ascending order, and the number of each."""
        points = np.array([ord(sign) for sign in self.signs], np.uint32)
        order = np.argsort(points)
        return points[order], order.astype(np.int64)

    @cached_property
    def one_hot(self) -> NDArray[np.float32]:
        """(K, K): row k is what a network reads for sign k."""
        return np.eye(self.size, dtype=np.float32)


def vocabulary_of(text: str, most: int, *, folded: bool) -> Vocabulary:
    """The `most` commonest characters of a text, the commonest first, and UNKNOWN."""
    text = "".join(map(_small, text)) if folded else text
    counts = Counter(text)
    counts.pop(UNKNOWN, None)
    ranked = sorted(counts, key=lambda sign: (-counts[sign], sign))
    return Vocabulary((*ranked[:most], UNKNOWN), folded)


def _small(sign: str) -> str:
    """The small letter, where that is one character: a text keeps its length."""
    small = sign.lower()
    return small if len(small) == 1 else sign
