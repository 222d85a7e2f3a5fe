"""Everything that one run is made of. The same plan gives the same run, to the bit on the same machine."""

from dataclasses import dataclass, field, replace
from typing import Any

from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.option import Value
from lstm_gui.training.task_choice import TaskChoice


@dataclass(frozen=True, slots=True)
class Plan:
    """A task, a network, how it learns, and a seed."""

    task: TaskChoice
    network: NetworkChoice = field(default_factory=NetworkChoice)
    learning: Learning = field(default_factory=Learning)
    seed: int = 0


def with_option(plan: Plan, name: str, value: Value) -> Plan:
    """The same with another value of an option of its task."""
    chosen = plan.task.values | {name: value}
    return replace(plan, task=replace(plan.task, chosen=tuple(sorted(chosen.items()))))


def with_network(plan: Plan, **values: Any) -> Plan:
    """The same with other values of a NetworkChoice. Raises ValueError for what makes no sense."""
    return replace(plan, network=replace(plan.network, **values))


def with_learning(plan: Plan, **values: Any) -> Plan:
    """The same with other values of a Learning. Raises ValueError for what makes no sense."""
    return replace(plan, learning=replace(plan.learning, **values))


def with_rate(plan: Plan, rate: float) -> Plan:
    """The same with another learning rate. Raises ValueError for one below 0."""
    return with_learning(plan, optimiser=replace(plan.learning.optimiser, rate=rate))
