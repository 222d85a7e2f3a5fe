"""Work away from the GUI thread: the one module that knows threads."""

import contextlib
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")

FRAME = 1 / 60  # seconds; progress is shown no more often than the screen is


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task has come: `done` of `total`, and words for the person."""

    done: int
    total: int
    words: str = ""


class Cancelled(Exception):
    """Raised inside a task that noticed it is no longer wanted."""


class Task:
    """What a function on a worker is given: a way to say how far it is, and to hear that it is not wanted."""

    def __init__(self, notify: Callable[[Progress], None]) -> None:
        self._notify = notify
        self._unwanted = threading.Event()
        self._told = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the person cancelled."""
        return self._unwanted.is_set()

    def cancel(self) -> None:
        """Say that the result is no longer wanted."""
        self._unwanted.set()

    def check(self) -> None:
        """Raise Cancelled when the result is no longer wanted."""
        if self.cancelled:
            raise Cancelled

    def watch(self, done: int, total: int, words: str = "") -> None:
        """Say how far the work is, which ends here, by Cancelled, when it is no longer wanted."""
        self.check()
        self.report(done, total, words)

    def report(self, done: int, total: int, words: str = "") -> None:
        """Say how far the work is; within one frame only the first report is shown, and always the last."""
        now = time.monotonic()
        if done < total and now - self._told < FRAME:
            return
        self._told = now
        self._notify(Progress(done, total, words))


class Worker(QObject):
    """One thread that does what it is given in order. Lives on the GUI thread; stop() it before it goes.

    Results are carried back to the GUI thread by a queued signal of this object, so a Job may disappear
    while its function still runs.
    """

    _arrived = Signal(object)  # Callable[[], None], run on the GUI thread

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Whether stop() was called."""
        return self._stopped

    def submit(self, function: Callable[[], T]) -> "Future[T]":
        """Run `function` on the thread after what was submitted before. RuntimeError when stopped."""
        return self._executor.submit(function)

    def post(self, delivery: Callable[[], None]) -> None:
        """Run `delivery` on the GUI thread soon; callable from the worker's thread."""
        self._arrived.emit(delivery)

    def stop(self) -> None:
        """Drop what has not begun, wait for what has, end the thread. Safe to call twice."""
        self._stopped = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, delivery: object) -> None:
        assert callable(delivery)
        delivery()


class Job(QObject):
    """One kind of request to a worker, of which only the newest counts.

    Signals, all on the GUI thread:
    progressed(Progress) -- at most once a frame
    succeeded(object)    -- what the function returned
    failed(Exception)    -- what it raised
    ended()              -- after succeeded, failed or a cancellation
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(Exception)
    ended = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._generation = 0
        self._task: Task | None = None
        self._future: Future[object] | None = None

    @property
    def running(self) -> bool:
        """Whether a result is still awaited."""
        return self._task is not None

    def start(self, function: Callable[[Task], object]) -> None:
        """Run `function(task)` on the worker; the result of an earlier start is dropped."""
        self._forget()
        generation = self._generation
        task = Task(lambda progress: self._worker.post(lambda: self._progress(generation, progress)))
        self._task = task
        self._future = self._worker.submit(lambda: function(task))
        self._future.add_done_callback(
            lambda future: self._worker.post(lambda: self._settle(generation, future))
        )

    def cancel(self) -> None:
        """Tell the function it is not wanted and drop whatever it still gives."""
        if self.running:
            self._forget()
            self.ended.emit()

    def ask_to_end(self) -> None:
        """Tell the function it is not wanted; what it gives all the same, being done already, still comes."""
        if self._task is not None:
            self._task.cancel()

    def _forget(self) -> None:
        self._generation += 1
        if self._task is not None:
            self._task.cancel()
        if self._future is not None:
            self._future.cancel()
        self._task = self._future = None

    def _current(self, generation: int) -> bool:
        """Whether a delivery is for the newest start of a job that is still there."""
        alive: bool = shiboken6.isValid(self)  # type: ignore[no-untyped-call]
        return alive and generation == self._generation

    def _progress(self, generation: int, progress: Progress) -> None:
        if self._current(generation):
            self.progressed.emit(progress)

    def _settle(self, generation: int, future: "Future[object]") -> None:
        if not self._current(generation):
            return
        self._task = self._future = None
        with contextlib.suppress(CancelledError):
            error = future.exception()
            if error is None:
                self.succeeded.emit(future.result())
            elif not isinstance(error, Exception):
                raise error
            elif not isinstance(error, Cancelled):
                self.failed.emit(error)
        self.ended.emit()
