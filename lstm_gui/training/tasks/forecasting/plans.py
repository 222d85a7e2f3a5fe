"""Networks and ways of learning that suit each forecast: where a person begins, and what the tables show.

They were found by trying, on the validation parts alone; the test parts decided nothing.
"""

from dataclasses import replace

from lstm_gui.nets.optimisers import AdamW
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import Data, TaskChoice


def _plan(name: str, units: int, optimiser: AdamW, steps: int, patience: int | None = None) -> Plan:
    """A forecast is never solved: it ends with its steps, or where validation gets no better for long."""
    learning = Learning(
        optimiser,
        steps=steps,
        schedule="cosine",
        validate_every=10,
        patience=patience,
        stop_when_solved=False,
    )
    return Plan(TaskChoice(name), NetworkChoice(units=units), learning)


_OWN = (16, AdamW(0.005, weight_decay=1.0), 800, 20)

PLANS = {
    plan.task.name: plan
    for plan in (
        _plan("sines", 32, AdamW(0.003, weight_decay=1.0), 1000),
        _plan("sunspots", 24, AdamW(0.005, weight_decay=1.0), 800, 15),
        _plan("co2", 24, AdamW(0.005, weight_decay=1.0), 800),
        _plan("own_column", *_OWN),
        _plan("lorenz", 32, AdamW(0.01), 2000),
        _plan("macro", 16, AdamW(0.01, weight_decay=1.0), 800, 15),
        _plan("own_columns", *_OWN),
    )
}


def usual_plan(name: str, data: Data | None = None) -> Plan:
    """The plan to begin with, of a forecast by its name. Raises KeyError for what is no forecast."""
    plan = PLANS[name]
    return replace(plan, task=replace(plan.task, data=data))
