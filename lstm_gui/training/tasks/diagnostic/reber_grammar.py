"""The embedded Reber grammar as a table, so that a whole batch of strings is drawn at once.

The table is made from `sequences.languages`, which has the grammar; each of its rows is a state with two ways
on, equally likely (twice the same where there is only one).
"""

import numpy as np
from numpy.typing import NDArray

from lstm_gui.sequences.languages import REBER_INNER, REBER_INNER_END, REBER_SYMBOLS

Way = tuple[
    str, tuple[str, int]
]  # a symbol, and the state after it: its branch, and where in the inner string
START, BRANCH, LAST = ("", 0), ("", 1), -1


def _ways(state: tuple[str, int]) -> tuple[Way, ...]:
    """The ways on from a state. After the end of a string the next one begins."""
    branch, inner = state
    if state == START:
        return (("B", BRANCH),)
    if state == BRANCH:
        return tuple((symbol, (symbol, 0)) for symbol in "TP")
    if inner == REBER_INNER_END:
        return ((branch, (branch, LAST)),)
    if inner == LAST:
        return (("E", START),)
    return tuple((symbol, (branch, after)) for symbol, after in REBER_INNER[inner])


_INSIDE = [(branch, inner) for branch in "TP" for inner in (*REBER_INNER, REBER_INNER_END, LAST)]
_STATES = [START, BRANCH, *_INSIDE]
_TWO = [(ways[0], ways[-1]) for ways in map(_ways, _STATES)]

SYMBOL = np.array([REBER_SYMBOLS.index(symbol) for two in _TWO for symbol, _ in two], np.int8)
"""The symbol of each way on: 2 · state + 0 or 1."""
AFTER = np.array([2 * _STATES.index(state) for two in _TWO for _, state in two], np.intp)
"""Where it leads: twice the number of the state."""
_MAY = np.array(
    [[any(symbol == way for way, _ in two) for symbol in REBER_SYMBOLS] for two in _TWO], np.float32
)
FOLLOWS = _MAY[AFTER // 2]
"""(ways, 7): whether each symbol may follow."""
_ONLY = np.array(
    [2 * (way // 2) if _TWO[way // 2][0] == _TWO[way // 2][1] else way for way in range(2 * len(_TWO))]
)
"""The number of each way on, the lower one where two are the same: a string has one row of numbers."""


def ways_drawn(rng: np.random.Generator, steps: int, size: int) -> NDArray[np.intp]:
    """(steps, size) ways taken from the start on, string after string."""
    ways = rng.integers(0, 2, (steps, size), dtype=np.int8).astype(np.intp)
    state = np.zeros(size, np.intp)
    for row in ways:
        row += state
        AFTER.take(row, out=state, mode="clip")  # two calls a step, whatever the size of the batch
    return _ONLY[ways]


def ends(ways: NDArray[np.intp]) -> NDArray[np.bool_]:
    """(steps, size): whether a string is over with this step; the E within a string is none of its end."""
    over: NDArray[np.bool_] = AFTER[ways] == 0
    return over
