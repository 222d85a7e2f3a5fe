"""A run as the window sees it: started, paused, changed, gone back in, ended."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.training.left_runs import MOST
from lstm_gui.gui.training.run_words import story
from lstm_gui.gui.training.session import Session
from lstm_gui.training.learning import Learning
from lstm_gui.training.messages import End, Failed, LookAt
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import Update
from lstm_gui.training.task_choice import TaskChoice
from tests.gui.training.process import InThread

ENDLESS = 10**9
SMALL = Plan(
    TaskChoice("adding", (("length", 10.0),)),
    NetworkChoice(units=2),
    Learning(steps=ENDLESS, batch=4, stop_when_solved=False),
)

MakeSession = Callable[[Plan], Session]


@pytest.fixture
def make_session(qapp: object) -> Iterator[MakeSession]:
    assert qapp
    made: list[Session] = []

    def make(plan: Plan) -> Session:
        made.append(Session(plan, InThread))
        return made[-1]

    yield make
    for session in made:
        session.end()
        session.deleteLater()


def test_one_start_leads_to_updates_a_look_and_checkpoints(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(SMALL)
    with qtbot.waitSignals([session.begun, session.updated, session.looked, session.kept]):
        session.start()
    assert session.running
    assert session.begun_now is not None
    assert session.begun_now.baselines
    qtbot.waitUntil(lambda: len(session.history.now) > 3)
    assert session.look is not None
    with qtbot.waitSignal(session.running_changed):
        session.pause()


def test_one_step_is_one_update(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(SMALL)
    for done in (1, 2):
        with qtbot.waitSignal(session.updated):
            session.one_step()
        assert session.history.now.last_step == done
    assert not session.running


def test_a_change_of_learning_is_marked_and_the_run_goes_on(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(SMALL)
    with qtbot.waitSignal(session.updated):
        session.one_step()
    session.set_plan(replace(SMALL, learning=replace(SMALL.learning, batch=8)))
    assert [(mark.step, mark.before.batch, mark.after.batch) for mark in session.history.marks] == [(1, 4, 8)]
    with qtbot.waitSignal(session.updated):
        session.one_step()
    assert session.history.now.last_step == 2


def test_another_network_begins_another_run_and_the_earlier_is_a_ghost(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session(SMALL)
    with qtbot.waitSignal(session.updated):
        session.one_step()
    with qtbot.waitSignals([session.begun, session.restarted, session.plan_changed]):
        session.set_plan(replace(SMALL, network=NetworkChoice(units=3)))
    assert len(session.history.now) == 0
    assert [ghost.plan.network.units for ghost in session.history.ghosts] == [2]
    with qtbot.waitSignal(session.begun):
        session.set_plan(replace(session.plan, task=TaskChoice("adding", (("length", 12.0),))))
    assert session.history.ghosts == []


def test_a_checkpoint_is_shown_and_gone_on_from(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(SMALL)
    for _ in range(3):
        with qtbot.waitSignal(
            session.kept, check_params_cb=lambda state: state.step == session.history.now.last_step
        ):
            session.one_step()
    qtbot.waitUntil(lambda: 2 in session.checkpoints.steps)
    with qtbot.waitSignal(session.looked, check_params_cb=lambda look: look.step == 2):
        session.show_checkpoint(2)
    assert session.state is not None
    assert (session.shown_step, session.state.step) == (2, 2)
    with qtbot.waitSignal(session.updated):
        session.resume_from(2)
    assert session.history.now.steps[:3].tolist() == [1, 2, 3]
    assert [ghost.curve.steps.tolist() for ghost in session.history.ghosts] == [[3]]
    assert session.shown_step is None


def test_a_task_that_cannot_be_made_says_so_in_words(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(replace(SMALL, task=TaskChoice("no such task")))
    with qtbot.waitSignal(session.failed) as told:
        session.start()
    assert "no such task" in told.args[0]
    assert not session.running


def test_a_run_that_ends_tells_how_good_it_is(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(replace(SMALL, learning=replace(SMALL.learning, steps=5)))
    with qtbot.waitSignal(session.ended) as told:
        session.start()
    assert told.args[0].why == "steps"
    assert told.args[0].test is not None
    assert not session.running


def test_the_process_ends_with_the_session(qtbot: QtBot) -> None:
    session = Session(SMALL)  # a real one
    with qtbot.waitSignal(session.updated):
        session.start()
    session.end()
    session.end()
    assert not session.running
    session.start()  # says nothing to nobody
    session.deleteLater()


def test_a_change_that_does_not_fit_is_taken_back_with_words(qtbot: QtBot, make_session: MakeSession) -> None:
    both = replace(SMALL, network=NetworkChoice(units=2, bidirectional=True))
    session = make_session(both)
    with qtbot.waitSignal(session.updated):
        session.one_step()
    windowed = replace(both, learning=replace(both.learning, window=3))
    with qtbot.waitSignal(session.failed) as told:
        session.change(windowed, "change the window")
    assert session.plan == both
    assert story(session) == f"That was taken back: {told.args[0]}"
    assert session.history.marks == []
    with qtbot.waitSignal(session.updated):
        session.one_step()
    session.change(replace(both, learning=replace(both.learning, batch=5)), "change the batch")
    assert session.notice == ""


def test_a_refusal_takes_back_no_other_change_than_its_own(qtbot: QtBot, make_session: MakeSession) -> None:
    both = replace(SMALL, network=NetworkChoice(units=2, bidirectional=True))
    session = make_session(both)
    with qtbot.waitSignal(session.updated):
        session.one_step()
    wider = replace(both, learning=replace(both.learning, batch=5))
    session.change(wider, "change the batch")
    session.change(replace(wider, learning=replace(wider.learning, window=3)), "change the window")
    with qtbot.waitSignal(session.failed):
        session.undo()  # before it is known that it cannot be
    assert session.plan == wider


def test_who_asked_hears_that_the_process_is_gone(qtbot: QtBot) -> None:
    process: list[InThread] = []

    def open_process() -> InThread:
        process.append(InThread())
        return process[-1]

    session = Session(SMALL, open_process)
    answers: list[object] = []
    with qtbot.waitSignal(session.updated):
        session.one_step()
    assert session.state is not None
    process[0].pipe.send(End())
    session.ask(LookAt(SMALL, session.state, 0), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert isinstance(answers[0], Failed)
    assert "ended by itself" in answers[0].words
    session.end()
    session.deleteLater()


def test_a_process_that_cannot_begin_is_trouble_and_start_tries_again(qtbot: QtBot) -> None:
    there: list[bool] = []

    def open_process() -> InThread:
        if not there:
            raise BlockingIOError("no more processes")
        return InThread()

    session = Session(SMALL, open_process)
    with qtbot.waitSignal(session.failed):
        session.start()
    assert not session.running
    there.append(True)
    with qtbot.waitSignal(session.updated):
        session.start()
    session.end()
    session.deleteLater()


def test_a_process_that_is_gone_is_missed_and_another_begins(qtbot: QtBot) -> None:
    made: list[InThread] = []

    def open_process() -> InThread:
        made.append(InThread())
        return made[-1]

    session = Session(SMALL, open_process)
    with qtbot.waitSignal(session.updated):
        session.one_step()
    with qtbot.waitSignal(session.failed) as told:
        made[0].pipe.send(End())
    assert "ended by itself" in told.args[0]
    assert story(session) == told.args[0]
    left = session.checkpoints.last
    assert left is not None
    session.history.add([Update(left.step + 1, 1.0, 1.0, False, 0.01)])  # told, and lost with the process
    with qtbot.waitSignal(session.updated):
        session.one_step()
    assert len(made) == 2
    assert session.trouble == ""
    with qtbot.waitSignal(session.updated):
        session.start()
    session.pause()
    steps = session.history.now.steps.tolist()
    assert steps == list(range(1, len(steps) + 1))  # it goes on from what was left, and counts on
    assert [ghost.curve.last_step for ghost in session.history.ghosts] == [left.step + 1]
    session.end()
    session.deleteLater()


def test_a_model_is_taken_up_and_learns_on(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(SMALL)
    with qtbot.waitSignal(session.kept, check_params_cb=lambda state: state.step == 1):
        session.one_step()
    state = session.checkpoints.at(1)
    assert state is not None
    other = make_session(replace(SMALL, seed=5))
    with qtbot.waitSignal(other.begun):
        other.take_up(SMALL, state)
    with qtbot.waitSignal(other.kept, check_params_cb=lambda state: state.step == 2):
        other.one_step()
    assert other.history.now.steps.tolist() == [2]
    other.show_by(-1)
    assert other.shown_step == 1
    other.show_best()
    other.show_now()


def test_a_model_whose_updates_are_done_learns_on_when_it_is_started(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    done = replace(SMALL, learning=replace(SMALL.learning, steps=1))
    session = make_session(done)
    with qtbot.waitSignal(session.ended):
        session.start()
    state = session.checkpoints.last
    assert state is not None
    other = make_session(replace(SMALL, seed=5))
    with qtbot.waitSignal(other.begun):
        other.take_up(done, state)
    with qtbot.waitSignal(other.ended):
        other.start()
    assert other.plan.learning.steps == 2
    assert other.changes.undo_label == "go on"
    with qtbot.waitSignal(other.ended):
        other.start()
    assert other.history.now.steps.tolist() == [2, 3, 4]


def test_a_question_that_has_no_answer_is_told_why(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(SMALL)
    with qtbot.waitSignal(session.kept):
        session.prepare()
    state = session.checkpoints.last
    assert state is not None
    answers: list[object] = []
    wrong = replace(SMALL, network=NetworkChoice(units=3))
    session.ask(LookAt(wrong, state, 0), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert isinstance(answers[0], Failed)
    assert session.trouble == ""


def test_who_takes_another_plan_back_has_the_run_again_that_was_left(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session(SMALL)
    for done in (1, 2):
        session.one_step()
        qtbot.waitUntil(lambda done=done: done in session.checkpoints.steps)  # type: ignore[misc]
    first = session.checkpoints.last
    assert first is not None
    wider = replace(SMALL, network=NetworkChoice(units=3))
    session.change(wider, "units")
    qtbot.waitUntil(lambda: session.checkpoints.steps == (0,))
    session.one_step()
    qtbot.waitUntil(lambda: session.checkpoints.steps == (0, 1))
    session.undo()
    assert session.plan == SMALL
    assert session.history.now.last_step == 2
    assert [ghost.plan for ghost in session.history.ghosts] == [wider]
    with qtbot.waitSignal(session.begun):
        pass
    again = session.checkpoints.last
    assert again is not None
    assert (again.step, again.vector.tolist()) == (2, first.vector.tolist())
    session.one_step()
    qtbot.waitUntil(lambda: session.history.now.last_step == 3)
    session.redo()
    assert session.history.now.last_step == 1
    session.change(SMALL, "by hand")
    assert len(session.history.now) == 0, "who chooses it anew begins anew"


def test_only_the_newest_runs_that_were_left_are_kept(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(SMALL)
    for seed in range(MOST + 2):
        session.change(replace(SMALL, seed=seed), f"seed {seed}")
        session.one_step()
        qtbot.waitUntil(lambda: 1 in session.checkpoints.steps)
    found = []
    for _ in range(MOST + 1):
        session.undo()
        found.append(len(session.history.now))
    assert found == [1] * MOST + [0]
