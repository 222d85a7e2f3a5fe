"""One thing of a plan at a time: what is set is what is read, and nothing else changes."""

import pytest

from lstm_gui.nets.optimisers import Sgd
from lstm_gui.training.comparison.aspects import CELLS, Aspect, aspects, different
from lstm_gui.training.option import Choice, Option
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.entry import Entry

ENTRY = Entry(
    "x", "diagnostic", "X", "…", "x.x",
    (Option("length", 4, 400, 50), Option("noise", 0, 1, 0.2, whole=False), Choice("form", ("one", "two"))),
)  # fmt: skip
PLAN = Plan(TaskChoice("x"))


@pytest.mark.parametrize("aspect", aspects(ENTRY), ids=lambda aspect: aspect.name)
def test_what_is_set_is_read_and_alone_differs(aspect: Aspect) -> None:
    for value in aspect.values:
        changed = aspect.write(PLAN, value)
        assert aspect.read(changed) == value
        found = different(changed, PLAN, ENTRY)
        wanted = [] if value == aspect.read(PLAN) else [(aspect.name, value)]
        assert [(one.name, seen) for one, seen in found] == wanted


def test_another_optimiser_keeps_the_rate() -> None:
    optimiser = next(aspect for aspect in aspects(ENTRY) if aspect.name == "optimiser")
    assert optimiser.write(PLAN, Sgd).learning.optimiser == Sgd(PLAN.learning.optimiser.rate)


def test_numbers_of_a_task_are_tried_from_end_to_end_with_the_usual_one() -> None:
    length, noise, form = (aspect.values for aspect in aspects(ENTRY)[-3:])
    assert (length[0], length[-1]) == (4, 400)
    assert 50 in length
    assert (noise[0], noise[-1]) == (0, 1)
    assert form == ("one", "two")


def test_no_cell_is_offered_twice() -> None:
    assert len(set(CELLS)) == len(CELLS)
