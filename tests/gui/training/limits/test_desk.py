"""What grows: the task of the session where it can grow, and runs that are followed, given up, and judged."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.training.limits.desk import LimitsDesk, limits_of
from lstm_gui.gui.training.plan_changes import past_the_end
from lstm_gui.gui.training.session import Session
from lstm_gui.training.crew import Crew
from lstm_gui.training.learning import Learning
from lstm_gui.training.limits.growth import GROWTHS, SEEDS
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.usual import usual_plan
from tests.gui.training.process import InThread

SMALL = Plan(
    TaskChoice("associative_recall"),
    NetworkChoice(units=2),
    Learning(steps=2, batch=4, validate_every=2),
)
LONG = replace(SMALL, learning=replace(SMALL.learning, steps=10**9, stop_when_solved=False))


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    assert qapp
    made = Session(Plan(TaskChoice("adding")), InThread)
    yield made
    made.end()
    made.deleteLater()


@pytest.fixture
def desk(session: Session) -> LimitsDesk:
    return LimitsDesk(session, partial(Crew, hire=InThread, processes=1))


def test_a_task_that_cannot_grow_leaves_the_first_that_can(session: Session, desk: LimitsDesk) -> None:
    first = next(iter(GROWTHS))
    assert desk.plan == usual_plan(TaskChoice(first))
    assert desk.entry.name == first
    session.set_plan(SMALL)
    assert desk.plan == SMALL
    session.set_plan(Plan(TaskChoice("adding")))
    assert desk.plan == SMALL


def test_a_run_that_goes_on_once_solved_leaves_others_their_end(session: Session, desk: LimitsDesk) -> None:
    session.set_plan(SMALL)
    session.go_past(past_the_end(SMALL, "solved", 1), "go on")
    assert desk.plan == SMALL


def test_another_task_is_grown_as_it_is_usually_trained(session: Session, desk: LimitsDesk) -> None:
    session.set_plan(replace(SMALL, seed=4))
    desk.take_task("sorting")
    assert desk.plan == usual_plan(TaskChoice("sorting"), 4)
    desk.take_task("associative_recall")
    assert desk.plan == replace(SMALL, seed=4)


def test_every_size_is_trained_and_judged(qtbot: QtBot, session: Session, desk: LimitsDesk) -> None:
    session.set_plan(SMALL)
    desk.start()
    assert desk.running
    qtbot.waitUntil(lambda: not desk.running)
    assert desk.growing is not None
    assert desk.growing.over
    assert [len(one.scores) for one in desk.growing.results] == [SEEDS] * len(desk.growth.sizes)
    assert desk.growing.limit.fails == 2  # two updates teach nothing


def test_what_has_not_ended_is_given_up_and_another_task_drops_it(
    qtbot: QtBot, session: Session, desk: LimitsDesk
) -> None:
    session.set_plan(LONG)
    desk.start()
    qtbot.waitUntil(lambda: desk.growing is not None and desk.growing.runs[0].step > 0)
    session.set_plan(SMALL)
    assert desk.plan == LONG  # what is under way is not dropped unasked
    desk.stop()
    desk.stop()
    assert desk.growing is not None
    assert desk.growing.over
    assert desk.growing.results == ()
    desk.take_task("sorting")
    assert desk.growing is None


def test_what_cannot_begin_is_said(qtbot: QtBot, session: Session) -> None:
    def refuse(_plans: object) -> Crew:
        raise OSError("no process")

    desk = LimitsDesk(session, refuse)
    desk.start()
    qtbot.waitUntil(lambda: not desk.running)
    assert "no process" in desk.trouble


def test_closing_ends_what_is_under_way(qtbot: QtBot, session: Session, desk: LimitsDesk) -> None:
    session.set_plan(LONG)
    desk.start()
    qtbot.waitUntil(lambda: desk.growing is not None and desk.growing.runs[0].step > 0)
    session.end()
    assert not desk.running
    assert limits_of(session) is desk
