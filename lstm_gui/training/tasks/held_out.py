"""Sequences of symbols in three parts that share none: to learn from, to judge by, and to test with.

Which part a sequence belongs to is decided by the sequence itself, so that one drawn twice is always of the
same part, and a network is never judged on what it has learnt from, however few sequences there are.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[Any]  # (T, B) whole numbers, one a symbol

LEARN, VALIDATION, TEST = "learn", "validation", "test"
SHARES = {LEARN: 0.75, VALIDATION: 0.125, TEST: 0.125}
LONGEST = 4096  # steps

_FACTORS = np.random.default_rng(7).integers(
    2**64, size=LONGEST, dtype=np.uint64, endpoint=False
) | np.uint64(1)
_EIGHTHS = np.array([VALIDATION, TEST, *[LEARN] * 6])


def parts(codes: Codes) -> NDArray[np.str_]:
    """The part of each of (T, B) sequences: an eighth to judge by, one to test with, the rest to learn."""
    mixed: NDArray[np.uint64] = _FACTORS[: len(codes)] @ (codes + 1).astype(np.uint64)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0x9E3779B97F4A7C15)
    named: NDArray[np.str_] = _EIGHTHS[mixed >> np.uint64(61)]
    return named


def of_part(draw: Callable[[int], Codes], size: int, part: str) -> Codes:
    """(T, size) sequences of one part, by drawing until there are enough: `draw(count)` gives (T, count)."""
    found: list[Codes] = []
    missing = size
    while missing > 0:
        codes = draw(int(1.2 * missing / SHARES[part]) + 8)
        found.append(codes[:, parts(codes) == part])
        missing -= found[-1].shape[1]
    return (found[0] if len(found) == 1 else np.concatenate(found, axis=1))[:, :size]
