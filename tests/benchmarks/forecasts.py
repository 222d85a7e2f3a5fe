"""How well networks forecast, beside persistence and autoregression: `python -m tests.benchmarks.forecasts`.

The table that the README shows as it is. Every figure is a root of mean squared errors of one step ahead on
the test part, which nothing was chosen by: of sunspots in sunspots, of the economy, whose six series have
units of their own, in standard deviations of their growth. The networks are those of `tasks/usual.py`, each
at the checkpoint with the least error on the validation part; the order of the autoregression is chosen there
too.
"""

import sys
from dataclasses import dataclass
from statistics import median

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import begin, train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.forecasting import linear
from lstm_gui.training.tasks.forecasting.forecast import Forecast
from lstm_gui.training.tasks.forecasting.scaling import Numbers
from lstm_gui.training.tasks.usual import usual_plan
from tests.benchmarks.row import Row

TASKS = {"sunspots": "sunspots", "macro": "US economy"}
SEEDS = range(5)
HEAD = ("", "persistence", "linear autoregression", "LSTM, median", "LSTM, least and most")
MOST = {"sunspots": 1.1, "macro": 1.15}  # of the error of linear autoregression


@dataclass(frozen=True)
class Errors:
    """What is reached on the test part of a task."""

    persistence: float
    linear: float
    networks: tuple[float, ...]  # one for each seed

    @property
    def median(self) -> float:
        """The network's, of the middle seed."""
        return median(self.networks)


def errors(name: str) -> Errors:
    """The errors of all three on the test part."""
    choice = TaskChoice(name)
    task = made(choice)
    assert isinstance(task, Forecast)
    persistence, autoregression = baselines(task)
    networks = tuple(error(task, answers(task, usual_plan(choice, seed))) for seed in SEEDS)
    return Errors(persistence, autoregression, networks)


def baselines(task: Forecast) -> tuple[float, float]:
    """The errors of persistence and of linear autoregression."""
    steps = task.test_windows[0]
    held = linear.persistent(task.z, task.horizon, task.scaling.unchanged)
    return error(task, held[steps]), error(task, task.autoregression.answers(task.z)[steps])


def answers(task: Forecast, plan: Plan) -> FloatArray:
    """What the network answers on the test part (T, B, K), at its best checkpoint by the validation part."""
    seen = ((update.validation.loss, state) for state, update in train(plan, task) if update.validation)
    _, best = min(seen, key=lambda found: found[0])
    return begin(plan, task)[0].with_vector(best.vector).forward(task.test.x).y


def error(task: Forecast, y: FloatArray | Numbers) -> float:
    """The root of the mean squared error of answers (T, B, K): of one column in its own units."""
    steps, counts = task.test_windows
    y, truth = y[..., : task.inputs], task.test.target[..., : task.inputs]
    if task.inputs == 1:
        y, truth = (task.unscaled(of, task.levels[steps])[..., 0, :] for of in (y, truth))
    return float(np.sqrt(np.mean((y - truth)[counts > 0] ** 2)))


def table() -> list[str]:
    """The table, as the README has it."""
    lines = [f"| {' | '.join(HEAD)} |", "|---" * len(HEAD) + "|"]
    for name, title in TASKS.items():
        found = errors(name)
        least, most = min(found.networks), max(found.networks)
        cells = [found.persistence, found.linear, found.median]
        shown = " | ".join(f"{cell:.3g}" for cell in cells)
        lines.append(f"| {title} | {shown} | {least:.3g} – {most:.3g} |")
    return lines


def measure() -> list[Row]:
    """The network's error as a multiple of the autoregression's: no worse than what the README shows."""
    found = {name: errors(name) for name in TASKS}
    return [
        Row(f"{TASKS[name]}: test error beside linear autoregression's, median of 5", ratio, "×", MOST[name])
        for name, each in found.items()
        for ratio in [each.median / each.linear]
    ]


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
