"""A plan with another task or another kind of cell."""

from dataclasses import replace

from lstm_gui.graph.kind import Kind
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.usual import usual_plan


def with_task(plan: Plan, name: str) -> Plan:
    """The usual plan of another task, with the same seed."""
    return usual_plan(TaskChoice(name), plan.seed)


def with_kind(plan: Plan, kind: Kind) -> Plan:
    """The same with another kind of cell."""
    return replace(plan, network=replace(plan.network, kind=kind))
