"""Whether a run reaches a goal, by how much, and which step decided it.

One evaluation serves both questions: with ±1 at the comparisons it says whether, with the distance of each
number from what it is compared with it says by how much (the robustness of signal temporal logic, Donzé and
Maler 2010): "all" is the least, "any" the greatest, "not" the negative.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from lstm_gui.lessons.goal import After, AllOf, Always, AnyOf, Compare, Eventually, Goal, Last, Not
from lstm_gui.nets.activation import FloatArray

Arrays = Mapping[str, FloatArray]  # (T, units) by name
Leaf = Callable[[Compare], FloatArray]  # (T,)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a goal on one run."""

    reached: bool
    step: int = 0  # the first that decided against it; 1 is the first, 0 where it was reached
    off: float = 0.0  # by how much the numbers of the cell missed it; infinite where the inputs decide alone


def verdict(goal: Goal, arrays: Arrays) -> Verdict:
    """What became of a goal on the run that gave these arrays, all finite."""
    memo: dict[Goal, FloatArray] = {}

    def truth(part: Goal) -> FloatArray:
        if part not in memo:
            memo[part] = evaluated(part, lambda compare: _sign_of(compare, arrays))
        return memo[part]

    if truth(goal)[0] > 0:
        return Verdict(True)
    distance = evaluated(goal, lambda compare: _missing(compare, arrays))[0]
    return Verdict(False, _decided(goal, 0, False, truth) + 1, float(abs(distance)))


def evaluated(goal: Goal, leaf: Leaf) -> FloatArray:
    """The value of a goal at every step (T,), out of those of its comparisons; above 0 is true."""
    match goal:
        case Compare():
            return leaf(goal)
        case AllOf(parts):
            return reduce(np.minimum, [evaluated(part, leaf) for part in parts])
        case AnyOf(parts):
            return reduce(np.maximum, [evaluated(part, leaf) for part in parts])
        case Not(part):
            return -evaluated(part, leaf)
        case Always(part):
            return _from_the_end(np.minimum, evaluated(part, leaf))
        case Eventually(part):
            return _from_the_end(np.maximum, evaluated(part, leaf))
        case Last(part):
            value = evaluated(part, leaf)
            return np.full_like(value, value[-1])
        case After(start, _, _, _):
            kept = np.maximum(-evaluated(start, leaf), _kept(goal, leaf))
            return _from_the_end(np.minimum, kept)


def _kept(goal: After, leaf: Leaf) -> FloatArray:
    """Whether, from the step after each, what is to hold does so as long as is said (T,)."""
    holds = evaluated(goal.holds, leaf)
    until = np.full_like(holds, -np.inf) if goal.until is None else evaluated(goal.until, leaf)
    kept = np.full_like(holds, np.inf)  # with no step left there is nothing to hold
    for _ in range(min(goal.steps, len(holds))):
        here = np.maximum(until, np.minimum(holds, kept))
        kept = np.append(here[1:], np.inf)
    return kept


def _from_the_end(join: np.ufunc, values: FloatArray) -> FloatArray:
    result: FloatArray = join.accumulate(values[::-1])[::-1]
    return result


def _distance(compare: Compare, arrays: Arrays) -> FloatArray:
    values = arrays[compare.name][:, compare.unit]
    return values - compare.than if compare.sign.startswith(">") else compare.than - values


def _missing(compare: Compare, arrays: Arrays) -> FloatArray:
    """The distance, but of an input, which is given: no knob makes it another, so it counts as far away."""
    if compare.name == "x":
        return _sign_of(compare, arrays) * np.inf
    return _distance(compare, arrays)


def _sign_of(compare: Compare, arrays: Arrays) -> FloatArray:
    distance = _distance(compare, arrays)
    true = distance >= 0 if compare.sign.endswith("=") else distance > 0
    return np.where(true, 1.0, -1.0)


def _decided(goal: Goal, t: int, wanted: bool, truth: Callable[[Goal], FloatArray]) -> int:
    """The index of the step that made a goal true, or not, at `t`; the earliest where several did."""

    def as_wanted(part: Goal) -> FloatArray:
        return truth(part) * (1.0 if wanted else -1.0)

    match goal:
        case Compare():
            return t
        case Not(part):
            return _decided(part, t, not wanted, truth)
        case Last(part):
            return _decided(part, len(truth(part)) - 1, wanted, truth)
        case AllOf(parts) | AnyOf(parts):
            of_these = [_decided(part, t, wanted, truth) for part in parts if as_wanted(part)[t] > 0]
            return max(of_these) if wanted == isinstance(goal, AllOf) else min(of_these)
        case Always(part) | Eventually(part):
            if wanted == isinstance(goal, Always):
                return len(truth(part)) - 1  # it took all of them
            return _decided(part, t + int(np.argmax(as_wanted(part)[t:] > 0)), wanted, truth)
        case After(start, holds, until, steps):
            if wanted:
                return len(truth(holds)) - 1
            free = None if until is None else truth(until)
            return _decided(holds, _broken(truth(start), truth(holds), free, t, steps), False, truth)


def _broken(start: FloatArray, holds: FloatArray, until: FloatArray | None, t: int, steps: int) -> int:
    """The first step at which what should hold after a start at `t` or later does not."""
    free = np.zeros(len(holds), bool) if until is None else until > 0
    broken = []
    for s in range(t, len(holds)):
        if start[s] > 0:
            for u in range(s + 1, min(s + steps, len(holds) - 1) + 1):
                if free[u] or holds[u] <= 0:
                    broken += [] if free[u] else [u]
                    break
    return min(broken)
