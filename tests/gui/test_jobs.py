"""Jobs: their results come back on the GUI thread, only the newest counts, and no thread is left."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from lstm_gui.gui.jobs import Cancelled, Job, Progress, Task, Worker


@pytest.fixture
def worker(qapp: QCoreApplication) -> Iterator[Worker]:
    made = Worker("test", qapp)
    yield made
    made.stop()
    made.deleteLater()


def test_a_result_arrives_on_the_gui_thread(qtbot: QtBot, worker: Worker) -> None:
    seen: list[int] = []
    job = Job(worker)
    job.succeeded.connect(lambda _result: seen.append(threading.get_ident()))
    with qtbot.waitSignal(job.succeeded) as caught:
        job.start(lambda _task: threading.get_ident())
    assert caught.args is not None
    assert seen == [threading.get_ident()]
    assert caught.args[0] != threading.get_ident()


def test_an_error_arrives_as_it_was_raised(qtbot: QtBot, worker: Worker) -> None:
    job = Job(worker)
    error = ValueError("no")

    def fail(_task: Task) -> None:
        raise error

    with qtbot.waitSignal(job.ended), qtbot.waitSignal(job.failed) as caught:
        job.start(fail)
    assert caught.args == [error]
    assert not job.running


def test_jobs_of_a_worker_run_in_order(qtbot: QtBot, worker: Worker) -> None:
    order: list[int] = []

    def remember(number: int, _task: Task) -> None:
        order.append(number)

    jobs = [Job(worker) for _ in range(20)]
    with qtbot.waitSignal(jobs[-1].succeeded):
        for number, job in enumerate(jobs):
            job.start(partial(remember, number))
    assert order == list(range(20))


def test_the_result_of_an_older_start_is_dropped(qtbot: QtBot, worker: Worker) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow(_task: Task) -> str:
        begun.set()
        may_end.wait(60)
        return "old"

    job = Job(worker)
    results: list[object] = []
    job.succeeded.connect(results.append)
    job.start(slow)
    assert begun.wait(60)
    with qtbot.waitSignal(job.succeeded):
        job.start(lambda _task: "new")
        may_end.set()
    assert results == ["new"]


def test_cancel_drops_the_result_and_tells_the_function(qtbot: QtBot, worker: Worker) -> None:
    begun, noticed = threading.Event(), threading.Event()

    def patient(task: Task) -> None:
        begun.set()
        try:
            while True:
                task.check()
        except Cancelled:
            noticed.set()
            raise

    job = Job(worker)
    results: list[object] = []
    job.succeeded.connect(results.append)
    job.failed.connect(results.append)
    job.start(patient)
    assert begun.wait(60)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert noticed.wait(60)
    after = Job(worker)
    with qtbot.waitSignal(after.succeeded):
        after.start(lambda _task: None)
    assert results == []


def test_what_has_not_begun_never_runs_once_cancelled(qtbot: QtBot, worker: Worker) -> None:
    gate, ran = threading.Event(), threading.Event()
    first, second = Job(worker), Job(worker)
    first.start(lambda _task: gate.wait(60))
    second.start(lambda _task: ran.set())
    second.cancel()
    with qtbot.waitSignal(first.succeeded):
        gate.set()
    worker.stop()
    assert not ran.is_set()


def test_progress_comes_at_most_once_a_frame_and_the_last_always(qtbot: QtBot, worker: Worker) -> None:
    def count(task: Task) -> None:
        for done in range(10_001):
            task.report(done, 10_000, "counting")

    job = Job(worker)
    seen: list[object] = []
    job.progressed.connect(seen.append)
    with qtbot.waitSignal(job.succeeded):
        job.start(count)
    assert seen[-1] == Progress(10_000, 10_000, "counting")
    assert len(seen) < 200


def test_a_job_may_go_while_its_function_runs(qtbot: QtBot, worker: Worker) -> None:
    gate = threading.Event()
    owner = QObject()
    job = Job(worker, owner)
    job.start(lambda _task: gate.wait(60))
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gate.set()
    after = Job(worker)
    with qtbot.waitSignal(after.succeeded):
        after.start(lambda _task: None)


def test_stop_waits_for_what_runs_and_can_be_said_twice(worker: Worker) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(_task: Task) -> None:
        begun.set()
        ended.set()

    job = Job(worker)
    job.start(work)
    assert begun.wait(60)
    worker.stop()
    worker.stop()
    assert ended.is_set()
    assert worker.stopped
    with pytest.raises(RuntimeError):
        worker.submit(lambda: None)


def test_what_was_done_already_still_comes_when_it_is_asked_to_end(qtbot: QtBot, worker: Worker) -> None:
    job = Job(worker)
    asked = threading.Event()

    def work(task: Task) -> str:
        asked.wait(60)
        return "done" if task.cancelled else "not asked"

    job.ask_to_end()  # nothing runs: nothing happens
    job.start(work)
    job.ask_to_end()
    with qtbot.waitSignal(job.succeeded) as found:
        asked.set()
    assert found.args == ["done"]
