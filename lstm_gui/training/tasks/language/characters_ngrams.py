"""How likely a character is after the one or two before it: Kneser–Ney smoothing, interpolated.

    p_n(w | v u) = max(c(v u w) − D, 0) / c(v u ·) + D N₁₊(v u ·) / c(v u ·) · p_{n−1}(w | u)

with c the counts of the longest n-grams, and for all shorter ones the number of different characters seen
before them; N₁₊ the number of different characters seen after; D = n₁ / (n₁ + 2 n₂), from how many n-grams
were seen once and twice; and 1/K below single characters (Kneser & Ney 1995; Chen & Goodman 1998, 2.7).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.training.tasks.language.characters_vocabulary import Numbers

Table = NDArray[np.float64]

NAMES = ("character frequencies", "bigrams", "trigrams")
_ELSE = 0.5  # the discount where no n-gram, or every one, was seen once


def ngrams(numbers: Numbers, size: int, order: int) -> Table:
    """p(last | those before), shape (K,) · order, each row along the last axis summing to 1."""
    counted = _counts(numbers, size, order)
    levels = [counted.astype(np.float64)]
    for shorter in range(order - 1, 0, -1):
        seen = _counts(numbers, size, shorter + 1) > 0
        levels.append(seen.sum(axis=0).astype(np.float64))
    p: Table = np.array(1.0 / size)
    for level in reversed(levels):
        p = _discounted(level, p)
    return p


def probabilities(table: Table, numbers: Numbers, start: int, stop: int) -> Table:
    """p of the characters at start … stop − 1 of a text, from those before each, which are there."""
    order = table.ndim
    return np.asarray(table[tuple(numbers[start - back : stop - back] for back in range(order - 1, -1, -1))])


def nats(table: Table, numbers: Numbers, start: int, stop: int) -> float:
    """The mean of −log p over those characters."""
    return float(-np.log(probabilities(table, numbers, start, stop)).mean())


def _counts(numbers: Numbers, size: int, order: int) -> NDArray[Any]:
    """How often each n-gram stands in a text, shape (K,) · order."""
    last = len(numbers) - order + 1
    flat = np.zeros(max(last, 0), np.int64)
    for place in range(order):
        flat = flat * size + numbers[place : place + len(flat)]
    return np.bincount(flat, minlength=size**order).reshape((size,) * order)


def _discounted(counts: Table, shorter: Table) -> Table:
    """Counts less the discount, which is shared out as the shorter n-grams have it."""
    once, twice = np.count_nonzero(counts == 1), np.count_nonzero(counts == 2)
    discount = once / (once + 2 * twice) if once and twice else _ELSE
    total = counts.sum(axis=-1, keepdims=True)
    kinds = np.count_nonzero(counts, axis=-1, keepdims=True)
    shared = np.maximum(counts - discount, 0.0) + discount * kinds * shorter
    return np.where(total > 0, shared / np.maximum(total, 1.0), shorter)
