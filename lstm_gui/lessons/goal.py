"""What a challenge asks of a run, as data: a small tree of comparisons joined over the steps. Never code.

    {"what": "h", "unit": 1, "is": ">", "than": 0.5}   a number at a step; of x, unit is which input
    {"all": [GOAL, …]}  {"any": [GOAL, …]}  {"not": GOAL}
    {"always": GOAL}                                   at this step and at every later one
    {"eventually": GOAL}                               at this step or at a later one
    {"last": GOAL}                                     at the last step
    {"after": GOAL, "holds": GOAL, "until": GOAL, "for": 10}

The last one says: wherever `after` is true, now or later, `holds` is true at the steps that follow, until the
first at which `until` is true (that one is free), for at most `for` steps, and no longer than the sequence.
`until` and `for` may be left out. A goal is reached by a run if it is true at its first step.
"""

from dataclasses import dataclass
from typing import TypeAlias

from lstm_gui.lessons.sizes import MAX_MAGNITUDE, MAX_STEPS, MAX_UNITS
from lstm_gui.strict_fields import Field

MAX_DEPTH = 8  # goals inside each other
MAX_PARTS = 60  # goals in one goal
_MOST_JOINED = 12
_LONGEST_NAME = 20
SIGNS = (">", ">=", "<", "<=")


@dataclass(frozen=True, slots=True)
class Compare:
    """A number of the cell, at the step, compared with one that is given."""

    name: str  # as the cell's graph calls it
    unit: int  # 0 is the first
    sign: str  # one of SIGNS
    than: float


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of them is true."""

    parts: tuple["Goal", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of them is true."""

    parts: tuple["Goal", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It is not true."""

    part: "Goal"


@dataclass(frozen=True, slots=True)
class Always:
    """It is true at this step and at every later one."""

    part: "Goal"


@dataclass(frozen=True, slots=True)
class Eventually:
    """It is true at this step or at a later one."""

    part: "Goal"


@dataclass(frozen=True, slots=True)
class Last:
    """It is true at the last step."""

    part: "Goal"


@dataclass(frozen=True, slots=True)
class After:
    """Wherever `start` is true, `holds` is true at the steps that follow, as long as is said."""

    start: "Goal"
    holds: "Goal"
    until: "Goal | None" = None
    steps: int = MAX_STEPS


Goal: TypeAlias = Compare | AllOf | AnyOf | Not | Always | Eventually | Last | After

_OF_ONE: dict[str, type[Not | Always | Eventually | Last]] = {
    "not": Not,
    "always": Always,
    "eventually": Eventually,
    "last": Last,
}
_OF_SEVERAL: dict[str, type[AllOf | AnyOf]] = {"all": AllOf, "any": AnyOf}
_KINDS = ("what", *_OF_SEVERAL, *_OF_ONE, "after")


def read_goal(field: Field) -> Goal:
    """The goal in a file. Raises FileRefused."""
    goal = _read(field, MAX_DEPTH)
    if len(compared(goal)) > MAX_PARTS:
        raise field.refused(f"has more than {MAX_PARTS} comparisons")
    return goal


def compared(goal: Goal) -> tuple[Compare, ...]:
    """Every comparison in a goal."""
    if isinstance(goal, Compare):
        return (goal,)
    return tuple(found for part in parts_of(goal) for found in compared(part))


def effort(goal: Goal, steps: int) -> int:
    """About how many passes over a run of so many steps it takes to say whether it reaches a goal."""
    window = min(goal.steps, steps) if isinstance(goal, After) else 0
    return 1 + window + sum(effort(part, steps) for part in parts_of(goal))


def parts_of(goal: Goal) -> tuple[Goal, ...]:
    """The goals that one is directly made of."""
    match goal:
        case Compare():
            return ()
        case AllOf(parts) | AnyOf(parts):
            return parts
        case After(start, holds, until):
            return (start, holds) if until is None else (start, holds, until)
        case Not(part) | Always(part) | Eventually(part) | Last(part):
            return (part,)


def _read(field: Field, depth: int) -> Goal:
    kind = _kind(field)
    if depth == 0:
        raise field.refused(f"lies more than {MAX_DEPTH} goals deep")
    if kind == "what":
        return _compare(field)
    if kind == "after":
        return _after(field, depth)
    inside = field.table((kind,))[kind]
    if kind in _OF_ONE:
        return _OF_ONE[kind](_read(inside, depth - 1))
    return _OF_SEVERAL[kind](tuple(_read(part, depth - 1) for part in inside.items(1, _MOST_JOINED, "goal")))


def _kind(field: Field) -> str:
    found = [kind for kind in _KINDS if kind in field.keys()]  # noqa: SIM118 - a Field is no dict
    if len(found) != 1:
        raise field.refused(f"should have exactly one of the keys {', '.join(_KINDS)}")
    return found[0]


def _compare(field: Field) -> Compare:
    fields = field.table(("what", "is", "than"), ("unit",))
    return Compare(
        fields["what"].text(_LONGEST_NAME, empty=False),
        fields["unit"].whole(1, MAX_UNITS) - 1 if "unit" in fields else 0,
        fields["is"].choice(SIGNS),
        fields["than"].number(-MAX_MAGNITUDE, MAX_MAGNITUDE),
    )


def _after(field: Field, depth: int) -> After:
    fields = field.table(("after", "holds"), ("until", "for"))
    return After(
        _read(fields["after"], depth - 1),
        _read(fields["holds"], depth - 1),
        _read(fields["until"], depth - 1) if "until" in fields else None,
        fields["for"].whole(1, MAX_STEPS) if "for" in fields else MAX_STEPS,
    )
