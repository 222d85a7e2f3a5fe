"""Runs that a crew of processes works through, listened to on a thread of their own."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, Self

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.jobs import Job, Task, Worker
from lstm_gui.training.crew import Crew, News
from lstm_gui.training.plan import Plan

LISTENED = 0.05  # seconds between two looks at what the processes tell
SHOWN = 0.2  # seconds between two pictures of it


class Runs(Protocol):
    """Several runs as far as they have come; frozen, news of one make a new one."""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """One for each run."""

    def after(self, news: News, now: float) -> Self:
        """With what was told of a run; `now` in seconds on a clock that only goes forwards."""


class CrewJob(QObject):
    """Works through one thing at a time; what is begun anew takes its place. Lives on the GUI thread.

    Signals
    -------
    told(Runs)
        The runs have come further, or to their end.
    failed(Exception)
        There is a fault; no more is told.
    """

    told = Signal(object)
    failed = Signal(Exception)

    def __init__(self, thread: str, hire: Callable[..., Crew], parent: QObject) -> None:
        super().__init__(parent)
        self._thread, self._hire = thread, hire
        self._worker: Worker | None = None  # made with the first runs
        self._job: Job | None = None
        self._newest = 0  # what was begun last, of all that was: older news are passed over

    def start(self, runs: Runs) -> None:
        """Work through these from the beginning."""
        self._newest += 1
        if self._worker is None:
            self._worker = Worker(self._thread, self)
            self._job = Job(self._worker, self)
            self._job.failed.connect(self.failed)
        assert self._job is not None
        self._job.start(partial(self._work, self._newest, runs))

    def cancel(self) -> None:
        """Give up what has not ended, and tell no more of it."""
        self._newest += 1
        if self._job is not None:
            self._job.cancel()

    def end(self) -> None:
        """End every process and the thread that listens to them. Safe to call twice."""
        self.cancel()
        if self._worker is not None:
            self._worker.stop()

    # On the worker's thread

    def _work(self, number: int, runs: Any, task: Task) -> None:
        assert self._worker is not None
        crew = self._hire(runs.plans)
        shown = 0.0
        try:
            while not (crew.over or task.cancelled):
                for news in crew.listen(LISTENED):
                    runs = runs.after(news, time.monotonic())
                if time.monotonic() - shown > SHOWN or crew.over:
                    shown = time.monotonic()
                    self._worker.post(partial(self._tell, number, runs))
        finally:
            crew.end()

    # On the GUI thread

    def _tell(self, number: int, runs: Runs) -> None:
        if number == self._newest:
            self.told.emit(runs)
