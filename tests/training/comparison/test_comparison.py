"""What is told of runs becomes their outcomes."""

import pytest

from lstm_gui.training.comparison.comparison import Setting, new_comparison
from lstm_gui.training.crew import Lost
from lstm_gui.training.messages import Begun, Ended, Failed, Kept, Updates
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState, Update, Validation, begin
from lstm_gui.training.task import Baseline
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made

PLAN = Plan(TaskChoice("adding", (("length", 6.0),)), seed=5)
TWO = (Setting("A", PLAN), Setting("B", PLAN))
STATE: RunState = begin(PLAN, made(PLAN.task))[1]


def update(step: int, loss: float | None = None, *, solved: bool = False) -> Update:
    """An update, with a validation where there is a loss."""
    validation = None if loss is None else Validation(loss, loss, solved)
    return Update(step, 1.0, 1.0, False, 0.01, validation)


def test_every_setting_begins_with_the_first_seed() -> None:
    new = new_comparison(TWO, 2)
    assert [(one.setting, one.seed) for one in new.outcomes] == [(0, 5), (1, 5), (0, 6), (1, 6)]
    assert [plan.seed for plan in new.plans] == [5, 5, 6, 6]
    assert [one.seed for one in new.of(1)] == [5, 6]


@pytest.mark.parametrize(("settings", "seeds"), [((), 1), (TWO * 3, 1), (TWO, 0), (TWO, 11)])
def test_too_many_and_none_are_refused(settings: tuple[Setting, ...], seeds: int) -> None:
    with pytest.raises(ValueError, match="wanted 1 to"):
        new_comparison(settings, seeds)


def test_a_run_is_followed_from_its_begin_to_its_end() -> None:
    now = new_comparison(TWO, 1)
    now = now.after(Begun(1, (Baseline("chance", 1.0, 1.1),), STATE, 99), 10.0)
    now = now.after(Updates(1, (update(1), update(2, 0.5), update(3))), 11.0)
    now = now.after(Updates(1, (update(4, 0.1, solved=True), update(6, 0.05, solved=True))), 12.0)
    now = now.after(Ended(1, "solved", STATE, test=Validation(0.07, 0.07, True)), 12.5)
    one = now.outcomes[1]
    assert one.curve == ((2, 0.5), (4, 0.1), (6, 0.05))
    assert (one.solved_at, one.seconds, one.parameters, one.loss) == (4, 2.5, 99, 0.07)
    assert one.finished
    assert one.baselines[0].name == "chance"
    assert not now.over


def test_what_went_wrong_is_kept_in_words() -> None:
    now = new_comparison(TWO, 2)
    now = now.after(Failed(0, "no data"), 1.0).after(Lost(1), 1.0)
    now = now.after(Ended(2, "diverged", STATE, "the loss"), 2.0).after(Kept(3, STATE), 2.0)
    assert [one.ended for one in now.outcomes] == ["failed", "lost", "diverged", ""]
    assert [one.words for one in now.outcomes] == ["no data", "", "the loss", ""]
    assert [one.finished for one in now.outcomes] == [False, False, True, False]


def test_a_comparison_that_is_stopped_is_over() -> None:
    now = new_comparison(TWO, 1).after(Lost(1), 1.0).stopped()
    assert now.over
    assert [one.ended for one in now.outcomes] == ["stopped", "lost"]
