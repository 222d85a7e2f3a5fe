"""The things of a plan that can be changed one at a time, with the values worth trying, and what differs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lstm_gui.graph.kind import Kind
from lstm_gui.nets.initialisers import INITIALISERS
from lstm_gui.nets.optimisers import OPTIMISERS, Optimiser
from lstm_gui.training.learning import SCHEDULES
from lstm_gui.training.option import Choice, Option
from lstm_gui.training.plan import Plan, with_learning, with_network, with_option, with_rate
from lstm_gui.training.tasks.entry import Entry

CELLS = tuple(
    Kind.of(family, **options)
    for family, options in (
        ("rnn", {}),
        ("lstm", {}),
        ("gru", {}),
        ("lstm", {"variant": "peephole"}),
        ("lstm", {"variant": "1997"}),
        ("lstm", {"variant": "NFG"}),
        ("lstm", {"variant": "CIFG"}),
        ("gru", {"reset": "before"}),
        ("slstm", {}),
        ("mlstm", {}),
    )
)
RATES = (0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
_TRIED = 7  # values of a number of a task


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing of a plan: how it is read, how it is set, and the values worth trying."""

    name: str  # "units"; "task.length" for an option of the task
    read: Callable[[Plan], Any]
    write: Callable[[Plan, Any], Plan]
    values: tuple[Any, ...]


def aspects(entry: Entry) -> tuple[Aspect, ...]:
    """Everything that can be changed in a plan for a task, in the order in which it is offered."""
    return (*_NETWORK, *_LEARNING, *(_of_task(option) for option in entry.options))


def different(plan: Plan, other: Plan, entry: Entry) -> tuple[tuple[Aspect, Any], ...]:
    """What of a plan is not as in another of the same task, with its value in the plan."""
    return tuple(
        (aspect, aspect.read(plan)) for aspect in aspects(entry) if aspect.read(plan) != aspect.read(other)
    )


def _network(name: str, values: Sequence[Any]) -> Aspect:
    def write(plan: Plan, value: Any) -> Plan:
        return with_network(plan, **{name: value})

    return Aspect(name, lambda plan: getattr(plan.network, name), write, tuple(values))


def _learning(name: str, values: Sequence[Any]) -> Aspect:
    def write(plan: Plan, value: Any) -> Plan:
        return with_learning(plan, **{name: value})

    return Aspect(name, lambda plan: getattr(plan.learning, name), write, tuple(values))


def _with_optimiser(plan: Plan, kind: type[Optimiser]) -> Plan:
    """Another optimiser with the same rate."""
    return with_learning(plan, optimiser=kind(plan.learning.optimiser.rate))


def _with_clipping(plan: Plan, clipping: tuple[str, float]) -> Plan:
    kind, limit = clipping
    return with_learning(plan, clipping=kind, limit=limit)


def _of_task(option: Option | Choice) -> Aspect:
    def read(plan: Plan) -> Any:
        return option.hold(plan.task.values.get(option.name, option.usual))

    def write(plan: Plan, value: Any) -> Plan:
        return with_option(plan, option.name, option.hold(value))

    return Aspect(f"task.{option.name}", read, write, _tried(option))


def _tried(option: Option | Choice) -> tuple[Any, ...]:
    """Every word; or of a number some of its values, each about as many times the one before."""
    if isinstance(option, Choice):
        return option.words
    low, high = option.low, option.high
    shares = [step / (_TRIED - 1) for step in range(_TRIED)]
    found = [low * (high / low) ** share if low > 0 else low + (high - low) * share for share in shares]
    return tuple(sorted({option.hold(value) for value in (*found, option.usual)}))


_NETWORK = (
    _network("kind", CELLS),
    _network("units", (1, 2, 4, 8, 16, 32, 64)),
    _network("layers", (1, 2, 3, 4)),
    _network("bidirectional", (False, True)),
    _network("initialiser", tuple(INITIALISERS)),
    _network("forget_bias", (None, -1.0, 0.0, 1.0, 2.0, 3.0)),
    _network("longest_memory", (None, 10, 30, 100, 300)),
)
_LEARNING = (
    Aspect(
        "optimiser", lambda plan: type(plan.learning.optimiser), _with_optimiser, tuple(OPTIMISERS.values())
    ),
    Aspect("rate", lambda plan: plan.learning.optimiser.rate, with_rate, RATES),
    _learning("schedule", tuple(SCHEDULES)),
    Aspect(
        "clipping",
        lambda plan: (
            ("none", 0.0)
            if plan.learning.clipping == "none"
            else (plan.learning.clipping, plan.learning.limit)
        ),
        lambda plan, value: _with_clipping(plan, value if value[1] else (value[0], plan.learning.limit)),
        (("none", 0.0), ("norm", 0.1), ("norm", 1.0), ("norm", 10.0), ("value", 0.1), ("value", 1.0)),
    ),
    _learning("batch", (1, 4, 8, 16, 32, 64, 128, 256)),
    _learning("window", (None, 5, 10, 20, 50, 100)),
    _learning("feeding", ("teacher", "free")),
    _learning("steps", (250, 500, 1000, 2000, 4000, 8000, 16000)),
    _learning("stop_when_solved", (True, False)),
)
