"""The table counts what came of the runs."""

import math
from dataclasses import replace

from lstm_gui.training.comparison.comparison import Setting, new_comparison
from lstm_gui.training.comparison.spread import Spread
from lstm_gui.training.comparison.summary import summary
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import Validation
from lstm_gui.training.task_choice import TaskChoice


def test_a_row_counts_every_run_of_its_setting() -> None:
    new = new_comparison((Setting("A", Plan(TaskChoice("adding"))),), 4)
    good, wild, lost, waiting = new.outcomes
    good = replace(
        good, ended="solved", solved_at=75, test=Validation(0.1, 0.9, True), seconds=2.0, parameters=33
    )
    wild = replace(wild, ended="diverged", seconds=1.0)
    (row,) = summary(replace(new, outcomes=(good, wild, replace(lost, ended="lost"), waiting)))
    assert (row.name, row.parameters, row.runs, row.finished) == ("A", 33, 4, 2)
    assert (row.solved, row.diverged) == (1, 1)
    assert row.loss == Spread(0.1, math.inf, math.inf)
    assert row.score == Spread(0.9, 0.9, 0.9)
    assert row.solved_after == Spread(75, 75, 75)
    assert row.seconds == Spread(1.0, 1.5, 2.0)


def test_before_any_run_ended_there_are_no_spreads() -> None:
    (row,) = summary(new_comparison((Setting("A", Plan(TaskChoice("adding"))),), 2))
    assert (row.loss, row.score, row.seconds, row.finished) == (None, None, None, 0)
