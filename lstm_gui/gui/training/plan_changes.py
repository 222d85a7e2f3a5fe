"""A plan with one thing changed, as buttons change it."""

from dataclasses import replace

from lstm_gui.graph.kind import Kind
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import Data, TaskChoice
from lstm_gui.training.tasks.usual import usual_plan

GENTLER = 10  # how much shorter steps are, after they were too long


def with_task(plan: Plan, name: str, data: Data | None = None) -> Plan:
    """The usual plan of another task, with the same seed."""
    return usual_plan(TaskChoice(name, data=data), plan.seed)


def with_kind(plan: Plan, kind: Kind) -> Plan:
    """The same with another kind of cell."""
    return replace(plan, network=replace(plan.network, kind=kind))


def with_clipping(plan: Plan) -> Plan:
    """The same with gradients clipped by their length."""
    return replace(plan, learning=replace(plan.learning, clipping="norm", limit=1.0))


def with_shorter_steps(plan: Plan) -> Plan:
    """The same at a tenth of the rate."""
    optimiser = plan.learning.optimiser
    return replace(
        plan, learning=replace(plan.learning, optimiser=replace(optimiser, rate=optimiser.rate / GENTLER))
    )


def past_the_end(plan: Plan, why: str) -> Plan:
    """The same without what ended it, so that it goes on: `why` is that of messages.Ended."""
    learning = plan.learning
    if why == "steps":
        learning = replace(learning, steps=2 * learning.steps)
    elif why == "solved":
        learning = replace(learning, stop_when_solved=False)
    elif why == "patience":
        learning = replace(learning, patience=None)
    return replace(plan, learning=learning)
