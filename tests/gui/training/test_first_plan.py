"""What was trained last is there again; whatever else the settings say, something is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.training.first_plan import first_plan, not_kept, to_remember
from lstm_gui.gui.training.plan_changes import past_the_end, with_kind, with_task
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import OwnText, TaskChoice
from lstm_gui.training.tasks.catalogue import ENTRIES


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES if not entry.wants])
def test_the_usual_plan_of_every_task_comes_back(name: str) -> None:
    plan = replace(with_task(first_plan(), name), seed=7)
    assert first_plan(to_remember(plan)) == plan
    assert plan.task.name == name


@pytest.mark.parametrize("kind", BY_NAME.values(), ids=list(BY_NAME))
def test_every_cell_comes_back(kind: object) -> None:
    plan = with_kind(first_plan(), kind)  # type: ignore[arg-type]
    assert first_plan(to_remember(plan)) == plan


def test_a_plan_on_data_of_one_s_own_is_not_remembered_with_the_data() -> None:
    plan = Plan(TaskChoice("own_text", data=OwnText("diary.txt", "a secret")))
    assert "secret" not in to_remember(plan)
    assert first_plan(to_remember(plan)) == first_plan()
    assert not_kept(to_remember(plan)) == "diary.txt"


@given(st.text(max_size=60) | st.sampled_from(("{}", "[]", "null", '{"seed": -1}', "[" * 30_000)))
def test_anything_else_leads_to_the_first_plan(text: str) -> None:
    assert first_plan(text) == first_plan()
    assert not_kept(text) == ""


def test_what_ended_a_run_is_taken_away() -> None:
    plan = replace(first_plan(), learning=replace(first_plan().learning, patience=3))
    last = plan.learning.steps
    for why in ("steps", ""):  # also of a model that was opened
        assert past_the_end(plan, why, last).learning.steps == 2 * last
        assert past_the_end(plan, why, last - 1) == plan
    assert not past_the_end(plan, "solved", 5).learning.stop_when_solved
    assert past_the_end(plan, "patience", 5).learning.patience is None
    assert past_the_end(plan, "diverged", 5) == plan
