"""The training process: what it is told and tells, in order; what fails is words, and it lives on."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import pytest

from lstm_gui.graph.kind import Kind
from lstm_gui.nets.optimisers import Adam, Sgd
from lstm_gui.training import messages as say
from lstm_gui.training import serve as serving
from lstm_gui.training.batch import Batch
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import begin, to_judge, train, validate
from lstm_gui.training.serve import serve
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.diagnostic.adding import Adding

CHOICE = TaskChoice("adding", (("length", 10.0),))
PLAN = Plan(CHOICE, learning=Learning(Adam(0.01), steps=60, batch=8, validate_every=10))
ENDLESS = replace(PLAN, learning=replace(PLAN.learning, steps=10**9, stop_when_solved=False))
SECONDS = 60.0


@contextmanager
def served() -> Iterator[Connection]:
    """The other end of a pipe at which somebody serves, until the pipe is closed."""
    ours, theirs = Pipe()
    thread = threading.Thread(target=serve, args=(theirs,))
    thread.start()
    try:
        yield ours
    finally:
        ours.close()
        thread.join(SECONDS)
        assert not thread.is_alive()


def heard(pipe: Connection, wanted: type) -> tuple[Any, list[object]]:
    """The first message of a type, and all that came before it."""
    before: list[object] = []
    while pipe.poll(SECONDS):
        message = pipe.recv()
        if isinstance(message, wanted):
            return message, before
        before.append(message)
    raise AssertionError(f"no {wanted.__name__} came; {before}")


def updates_in(messages: list[object]) -> list[Any]:
    """Every update told, in order."""
    return [update for told in messages if isinstance(told, say.Updates) for update in told.updates]


def test_it_tells_every_update_of_the_run_that_the_loop_makes() -> None:
    expected = list(train(PLAN, made(CHOICE)))
    with served() as pipe:
        pipe.send(say.Begin(PLAN, 3))
        ended, before = heard(pipe, say.Ended)
    assert isinstance(before[0], say.Begun)
    assert before[0].parameters == len(expected[0][0].vector)
    assert updates_in(before) == [update for _, update in expected]
    assert np.array_equal(ended.state.vector, expected[-1][0].vector)
    assert (ended.run, ended.why) == (3, "steps")
    assert ended.test.loss > 0


def test_a_run_nobody_watches_tells_no_looks() -> None:
    with served() as pipe:
        pipe.send(say.Begin(PLAN, 1, looks=False))
        _, before = heard(pipe, say.Ended)
    assert not [told for told in before if isinstance(told, say.Looked | say.Kept)]


def test_nothing_is_looked_at_while_nobody_sees_it_and_checkpoints_come_all_the_same() -> None:
    with served() as pipe:
        pipe.send(say.Begin(ENDLESS, 1, watched=False))
        before: list[object] = []
        while not any(isinstance(told, say.Kept) and told.state.step for told in before):
            before.append(pipe.recv())
        assert not [told for told in before if isinstance(told, say.Looked)]
        pipe.send(say.Watch(watched=True))
        heard(pipe, say.Looked)
        pipe.send(say.Watch(watched=False))
        pipe.send(say.Pause())
        heard(pipe, say.Paused)
        pipe.send(say.OneStep())
        _, before = heard(pipe, say.Kept)
        assert not [told for told in before if isinstance(told, say.Looked)]


def test_a_look_that_takes_long_is_taken_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "SHARE", 1e-9)  # every look is too dear
    with served() as pipe:
        pipe.send(say.Begin(ENDLESS, 1))
        heard(pipe, say.Looked)
        told = [heard(pipe, say.Updates)[1] for _ in range(8)]
    assert not [message for messages in told for message in messages if isinstance(message, say.Looked)]


def test_it_waits_when_told_to_and_does_single_updates() -> None:
    with served() as pipe:
        pipe.send(say.Begin(ENDLESS, 1, paused=True))
        look, _ = heard(pipe, say.Looked)
        assert look.look.step == 0
        for step in (1, 2):
            pipe.send(say.OneStep())
            look, before = heard(pipe, say.Looked)
            assert [update.step for update in updates_in(before)] == [step]
            assert look.look.step == step
        pipe.send(say.Resume())
        heard(pipe, say.Updates)
        pipe.send(say.Pause())
        paused, _ = heard(pipe, say.Paused)
        look, _ = heard(pipe, say.Looked)
        while look.look.step < paused.step:
            look, _ = heard(pipe, say.Looked)
        assert look.look.step == paused.step
        assert not pipe.poll(0.1)  # nothing more happens


def test_another_plan_counts_from_the_next_update_on() -> None:
    with served() as pipe:
        pipe.send(say.Begin(ENDLESS, 1, paused=True))
        pipe.send(say.Change(replace(ENDLESS, learning=replace(ENDLESS.learning, optimiser=Sgd(0.125)))))
        pipe.send(say.OneStep())
        told, _ = heard(pipe, say.Updates)
    assert told.updates[0].rate == 0.125


def test_what_is_told_before_anything_began_is_passed_over() -> None:
    with served() as pipe:
        for message in (say.Pause(), say.Resume(), say.OneStep(), say.Change(PLAN), "what nobody knows"):
            pipe.send(message)
        pipe.send(say.Begin(PLAN, 1))
        _, before = heard(pipe, say.Begun)
    assert before == []


def test_a_plan_that_makes_no_sense_fails_in_words_and_the_next_one_runs() -> None:
    both = NetworkChoice(bidirectional=True)
    windowed = Plan(CHOICE, both, replace(PLAN.learning, window=4))
    with served() as pipe:
        pipe.send(say.Begin(windowed, 1))
        failed, _ = heard(pipe, say.Failed)
        assert "cannot learn in windows" in failed.words
        assert (failed.run, failed.over, failed.trace) == (1, True, "")
        pipe.send(say.Begin(Plan(TaskChoice("no such task")), 2))
        assert "there is no task" in heard(pipe, say.Failed)[0].words
        pipe.send(say.Begin(PLAN, 3))
        assert heard(pipe, say.Ended)[0].run == 3


def test_a_change_that_makes_no_sense_is_refused_and_the_run_goes_on() -> None:
    both = replace(ENDLESS, network=NetworkChoice(bidirectional=True))
    with served() as pipe:
        pipe.send(say.Begin(both, 1, paused=True))
        pipe.send(say.Change(replace(both, learning=replace(both.learning, window=4))))
        assert not heard(pipe, say.Failed)[0].over
        pipe.send(say.OneStep())
        assert heard(pipe, say.Updates)[0].updates[0].step == 1


@pytest.mark.parametrize(
    ("error", "words"), [(RuntimeError("broken"), "went wrong"), (MemoryError(), "memory")]
)
def test_a_fault_in_a_run_is_told_with_its_place_and_the_process_lives_on(
    monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def faulty(*_: object) -> None:
        raise error

    with served() as pipe:
        with monkeypatch.context() as patch:
            patch.setattr(Adding, "draw", faulty)
            pipe.send(say.Begin(ENDLESS, 1))
            failed, _ = heard(pipe, say.Failed)
        assert words in failed.words
        assert type(error).__name__ in failed.trace
        pipe.send(say.Begin(PLAN, 2))
        assert heard(pipe, say.Ended)[0].run == 2


def test_a_run_that_diverges_names_the_quantity_and_gives_the_last_good_checkpoint() -> None:
    wild = replace(PLAN, learning=replace(PLAN.learning, optimiser=Sgd(1e30), clipping="none"))
    with served() as pipe:
        pipe.send(say.Begin(wild, 1))
        ended, _ = heard(pipe, say.Ended)
        assert (ended.why, ended.quantity, ended.test) == ("diverged", "a weight", None)
        pipe.send(say.Begin(PLAN, 2, ended.state))
        assert heard(pipe, say.Ended)[0].why == "steps"


def test_a_question_is_answered_while_a_run_is_under_way() -> None:
    _, state = begin(PLAN, made(CHOICE))
    with served() as pipe:
        pipe.send(say.Begin(ENDLESS, 1, looks=False))
        heard(pipe, say.Updates)
        pipe.send(say.LookAt(PLAN, state, 7))
        answer, _ = heard(pipe, say.Looked)
        assert (answer.ticket, answer.look.step) == (7, 0)
        pipe.send(say.LookAt(replace(PLAN, network=NetworkChoice(units=3)), state, 8))
        failed, _ = heard(pipe, say.Failed)
        assert (failed.ticket, failed.over) == (8, False)
        heard(pipe, say.Updates)


def test_a_slow_update_is_left_for_a_pause_and_done_again_to_the_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = list(train(PLAN, made(CHOICE)))
    other = replace(PLAN, learning=replace(PLAN.learning, batch=4))
    _, state = begin(PLAN, made(CHOICE))
    monkeypatch.setattr(serving, "SLOW", -1.0)  # every update is slow
    draw = Adding.draw
    drawn: list[int] = []
    with served() as pipe:

        def spoken_to(task: Adding, rng: np.random.Generator, size: int, step: int) -> Batch:
            """While the fourth update is under way for the first time, somebody speaks."""
            if step == 3 and not drawn:
                drawn.append(step)
                for message in (
                    say.LookAt(PLAN, state, 7), say.Change(other), say.Change(PLAN), say.Pause(), say.Resume()
                ):  # fmt: skip
                    pipe.send(message)
            return draw(task, rng, size, step)

        monkeypatch.setattr(Adding, "draw", spoken_to)
        pipe.send(say.Begin(PLAN, 1))
        paused, before = heard(pipe, say.Paused)
        ended, after = heard(pipe, say.Ended)
    assert paused.step == 3
    assert 7 in [told.ticket for told in before if isinstance(told, say.Looked)]
    assert updates_in([*before, *after]) == [update for _, update in expected]
    assert np.array_equal(ended.state.vector, expected[-1][0].vector)


def test_it_says_when_the_cell_has_to_be_compiled_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for compiles in (True, False):
        monkeypatch.setattr(serving, "compiles_first", lambda _, compiles=compiles: compiles)
        with served() as pipe:
            pipe.send(say.Begin(PLAN, 1))
            _, before = heard(pipe, say.Updates)
        assert (say.Compiling(1) in before) == compiles


def test_it_ends_when_told_to() -> None:
    ours, theirs = Pipe()
    ours.send(say.Begin(ENDLESS, 1))
    ours.send(say.End())
    serve(theirs)
    ours.close()
    assert theirs.closed


@pytest.mark.parametrize("act", [Connection.recv, Connection.poll])
def test_it_ends_when_the_pipe_is_gone(act: Callable[..., object]) -> None:
    ours, theirs = Pipe()
    ours.send(say.Begin(ENDLESS, 1, paused=act is Connection.recv))
    ours.close()
    serve(theirs)
    assert theirs.closed


def test_however_often_it_is_validated_the_best_checkpoint_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "TOLD", 1e9)  # many validations between two tellings
    learning = replace(PLAN.learning, optimiser=Sgd(1.0), steps=40, validate_every=1, stop_when_solved=False)
    plan = replace(PLAN, learning=learning)
    states = [state for state, _ in train(plan, made(CHOICE))]
    first = min(states, key=lambda state: (state.best, state.step)).step
    assert first < len(states) - serving.KEPT  # else nothing is tried here
    with served() as pipe:
        pipe.send(say.Begin(plan, 1))
        _, before = heard(pipe, say.Ended)
    kept = [told.state for told in before if isinstance(told, say.Kept)]
    assert min(kept, key=lambda state: (state.best, state.step)).step == first


def test_the_test_set_judges_the_checkpoint_that_validated_best_or_that_solved_it() -> None:
    learning = replace(PLAN.learning, optimiser=Sgd(1.0), steps=40, validate_every=1, stop_when_solved=False)
    plan, task = replace(PLAN, learning=learning), made(CHOICE)
    states = [state for state, _ in train(plan, task)]
    best = min(states, key=lambda state: (state.best, state.step))
    network, _ = begin(plan, task)
    with served() as pipe:
        for start, earlier in ((None, None), (states[-2], best)):
            pipe.send(say.Begin(plan, 1, start, best=earlier))
            ended, _ = heard(pipe, say.Ended)
            assert ended.state.step == 40
            assert ended.judged == best.step < 40
            assert ended.test == validate(task, network.with_vector(best.vector), task.test)
    assert to_judge("solved", states[-1], best) is states[-1]
    assert to_judge("steps", states[-1], None) is states[-1]


def test_a_network_about_to_diverge_is_looked_at_without_a_warning() -> None:
    plan = replace(PLAN, task=TaskChoice("lorenz"), network=NetworkChoice(Kind.of("mlstm"), units=2))
    _, state = begin(plan, made(plan.task))
    wild = replace(state, vector=np.full_like(state.vector, 9e5))
    with served() as pipe:
        for question in (say.LookAt(plan, wild, 7), say.AskPortrait(plan, wild, 8)):
            pipe.send(question)
        looked, _ = heard(pipe, say.Looked)
        heard(pipe, say.ToldPortrait)
    assert looked.look.step == 0
