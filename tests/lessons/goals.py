"""Goals of every kind, drawn, and what they mean said again step by step."""

from hypothesis import strategies as st

from lstm_gui.lessons.goal import (
    SIGNS,
    After,
    AllOf,
    Always,
    AnyOf,
    Compare,
    Eventually,
    Goal,
    Last,
    Not,
)

Runs = dict[str, list[float]]

LEVELS = (-1.0, -0.5, 0.0, 0.5, 1.0)
comparisons = st.builds(
    Compare, st.sampled_from(["h", "c"]), st.just(0), st.sampled_from(SIGNS), st.sampled_from(LEVELS)
)


def _larger(inner: st.SearchStrategy[Goal]) -> st.SearchStrategy[Goal]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AllOf, several),
        st.builds(AnyOf, several),
        *(st.builds(kind, inner) for kind in (Not, Always, Eventually, Last)),
        st.builds(After, inner, inner, st.none() | inner, st.integers(1, 4)),
    )


goals: st.SearchStrategy[Goal] = st.recursive(comparisons, _larger, max_leaves=6)
runs = st.integers(1, 7).flatmap(
    lambda steps: st.fixed_dictionaries(
        {name: st.lists(st.sampled_from(LEVELS), min_size=steps, max_size=steps) for name in ("h", "c")}
    )
)


def holds(goal: Goal, run: Runs, t: int) -> bool:
    """Whether a goal is true at a step (0 is the first), as its words say."""
    later = range(t, len(run["h"]))
    match goal:
        case Compare(name, _, sign, than):
            value = run[name][t]
            return {">": value > than, ">=": value >= than, "<": value < than, "<=": value <= than}[sign]
        case AllOf(parts):
            return all(holds(part, run, t) for part in parts)
        case AnyOf(parts):
            return any(holds(part, run, t) for part in parts)
        case Not(part):
            return not holds(part, run, t)
        case Always(part):
            return all(holds(part, run, s) for s in later)
        case Eventually(part):
            return any(holds(part, run, s) for s in later)
        case Last(part):
            return holds(part, run, len(run["h"]) - 1)
        case After():
            return all(_kept(goal, run, s) for s in later if holds(goal.start, run, s))


def _kept(goal: After, run: Runs, start: int) -> bool:
    for t in range(start + 1, min(start + goal.steps, len(run["h"]) - 1) + 1):
        if goal.until is not None and holds(goal.until, run, t):
            return True
        if not holds(goal.holds, run, t):
            return False
    return True


def written(goal: Goal) -> dict[str, object]:
    """A goal as a file has it."""
    match goal:
        case Compare(name, unit, sign, than):
            return {"what": name, "unit": unit + 1, "is": sign, "than": than}
        case AllOf(parts) | AnyOf(parts):
            return {"all" if isinstance(goal, AllOf) else "any": [written(part) for part in parts]}
        case After(start, kept, until, steps):
            free = {} if until is None else {"until": written(until)}
            return {"after": written(start), "holds": written(kept), "for": steps} | free
        case Not(part) | Always(part) | Eventually(part) | Last(part):
            return {type(goal).__name__.lower(): written(part)}
