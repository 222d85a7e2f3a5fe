"""What the training process finds when it begins."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from lstm_gui.training import messages as say
from lstm_gui.training.apart import NICER, Apart, work
from lstm_gui.training.learning import Learning
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice

ENDLESS = Plan(TaskChoice("adding"), learning=Learning(steps=10**9, stop_when_solved=False))
SECONDS = 60.0


@contextmanager
def process() -> Iterator[Apart]:
    """A process that is ended, whatever happens."""
    apart = Apart()
    try:
        yield apart
    finally:
        apart.end()


def heard(apart: Apart, wanted: type) -> object:
    """The first message of a type."""
    while apart.pipe.poll(SECONDS):
        message = apart.pipe.recv()
        if isinstance(message, wanted):
            return message
    raise AssertionError(f"no {wanted.__name__} came")


def test_nothing_has_loaded_numpy_before_it_is_told_to_use_one_thread() -> None:
    said = (
        "import sys, lstm_gui.training.apart as apart; sys.exit('numpy' in sys.modules or not apart.THREADS)"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0


def test_a_process_trains_waits_and_ends() -> None:
    with process() as apart:
        apart.pipe.send(say.Begin(ENDLESS, 5))
        assert isinstance(begun := heard(apart, say.Begun), say.Begun)
        assert begun.run == 5
        heard(apart, say.Updates)
        apart.pipe.send(say.Pause())
        heard(apart, say.Paused)
        apart.end()
        apart.end()  # once more is no harm
        assert apart.pipe.closed


def test_a_process_that_does_not_listen_is_ended_by_force() -> None:
    with process() as apart:
        apart.pipe.send(say.Begin(ENDLESS, 1))
        heard(apart, say.Begun)
        apart.end(patience=0.0)
        assert apart.pipe.closed


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="2026-11-23: processes are killed otherwise there")
def test_a_process_that_was_killed_is_noticed_and_ends() -> None:
    with process() as apart:
        apart.pipe.send(say.Begin(ENDLESS, 1))
        heard(apart, say.Begun)
        assert apart._process.pid is not None
        os.kill(apart._process.pid, signal.SIGKILL)
        with pytest.raises((EOFError, OSError)):
            heard(apart, Apart)  # which nobody says
        apart.end()


def test_whoever_interrupts_the_app_does_not_interrupt_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr("lstm_gui.training.apart.signal.signal", lambda *what: told.append(what))
    monkeypatch.setattr("lstm_gui.training.apart.os.nice", told.append, raising=False)
    monkeypatch.setattr("lstm_gui.training.serve.serve", told.append)
    monkeypatch.setattr("lstm_gui.training.apart.THREADS", ("LSTM_LAB_THREADS",))
    monkeypatch.setenv("LSTM_LAB_THREADS", "2")  # what a person chose stays
    with process() as apart:
        work(apart.pipe)
        assert os.environ["LSTM_LAB_THREADS"] == "2"
        assert told == [(signal.SIGINT, signal.SIG_IGN), NICER, apart.pipe]
