"""A plan with one thing changed, as buttons change it."""

from lstm_gui.graph.kind import Kind
from lstm_gui.training.plan import Plan, with_learning, with_network, with_rate
from lstm_gui.training.task_choice import Data, TaskChoice
from lstm_gui.training.tasks.usual import usual_plan

GENTLER = 10  # how much shorter steps are, after they were too long


def with_task(plan: Plan, name: str, data: Data | None = None) -> Plan:
    """The usual plan of another task, with the same seed."""
    return usual_plan(TaskChoice(name, data=data), plan.seed)


def with_kind(plan: Plan, kind: Kind) -> Plan:
    """The same with another kind of cell."""
    return with_network(plan, kind=kind)


def with_clipping(plan: Plan) -> Plan:
    """The same with gradients clipped by their length."""
    return with_learning(plan, clipping="norm", limit=1.0)


def with_shorter_steps(plan: Plan, most: float) -> Plan:
    """The same at a tenth of the rate, and at no more than `most`."""
    return with_rate(plan, min(plan.learning.optimiser.rate / GENTLER, most))


def past_the_end(plan: Plan, why: str, step: int) -> Plan:
    """The same without what ended it after an update, so that it goes on: `why` is that of messages.Ended.

    With why "", as of a model that was opened, it goes on where all of its updates are done.
    """
    if step >= plan.learning.steps:
        return with_learning(plan, steps=2 * step)
    if why == "solved":
        return with_learning(plan, stop_when_solved=False)
    return with_learning(plan, patience=None) if why == "patience" else plan
