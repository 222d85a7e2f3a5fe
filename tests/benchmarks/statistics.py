"""The statistics over a hundred thousand cards and a million ratings, and the ratings given meanwhile."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.statistics.page_list import PAGES
from lstm_gui.gui.statistics.window import StatisticsWindow
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from tests.benchmarks import large_collection
from tests.benchmarks.large_collection import NOW
from tests.benchmarks.row import Row

RUNS = 5
SIZE = 1160, 720


def measure() -> list[Row]:
    """Open the window until its first page stands, turn to others, and rate while it counts."""
    app = QApplication([])
    install_fonts(app)
    with tempfile.TemporaryDirectory(prefix="lstm-lab-statistics-") as name:
        folder = Path(name)
        large_collection.make(folder)
        thread = CollectionThread(folder)
        _wait_for(thread, lambda _collection: None)  # it is open by then
        shown = [_shown(thread) for _ in range(RUNS)]
        rated = [_rated_meanwhile(thread) for _ in range(RUNS)]
        thread.close()
    return [
        Row("statistics: the window of a million ratings", median(first for first, *_ in shown), "s", 1),
        Row("statistics: another range or deck", max(most for _, most, _ in shown), "s", 0.3),
        Row("statistics: another page", max(most for *_, most in shown) * 1000, "ms", 50),
        Row("statistics: a rating while they are counted, longest", max(rated) * 1000, "ms", 50),
    ]


def _window(thread: CollectionThread) -> StatisticsWindow:
    made = StatisticsWindow(thread, 0.9, None, lambda: NOW, Style(palette("light")))
    made.resize(*SIZE)
    made.show()
    made.count()
    return made


def _scopes(window: StatisticsWindow) -> Iterator[None]:
    """Choose other ranges, and a deck."""
    for row in (1, 2):
        window.scope.ranges.setCurrentIndex(row)
        yield
    window.scope.decks.setCurrentIndex(5)
    yield


def _shown(thread: CollectionThread) -> tuple[float, float, float]:
    """Seconds until the first page, the slowest other scope, and the slowest other page."""
    start = time.perf_counter()
    window = _window(thread)
    _until(window)
    first = time.perf_counter() - start
    scopes = []
    start = time.perf_counter()
    for _ in _scopes(window):
        _until(window)
        scopes.append(time.perf_counter() - start)
        start = time.perf_counter()
    pages = []
    for page in PAGES:
        start = time.perf_counter()
        window.pages.choose(page)
        QApplication.processEvents()
        pages.append(time.perf_counter() - start)
    window.close()
    return first, max(scopes), max(pages)


def _rated_meanwhile(thread: CollectionThread) -> float:
    """The longest that a rating took, from the wish to the answer, while the log was read."""
    window = _window(thread)
    longest = 0.0
    while window.busy:
        start = time.perf_counter()
        _wait_for(thread, _rate)
        longest = max(longest, time.perf_counter() - start)
    window.close()
    return longest


def _rate(collection: Collection) -> None:
    queued = collection.next_card(None, NOW, 10_000)
    assert queued is not None
    collection.record(Scheduler().review(queued.memory, Rating.WELL, NOW)[1])


def _until(window: StatisticsWindow) -> None:
    while window.busy or window.summary is None:
        _turn()
    QApplication.processEvents()


def _turn() -> None:
    """One turn of the event loop, that sleeps while there is nothing to do, as the app does."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _wait_for(thread: CollectionThread, work: Callable[[Collection], object]) -> None:
    job, done = thread.job(thread), threading.Event()
    job.ended.connect(done.set)
    thread.run(job, work)
    while not done.is_set():
        _turn()
    job.deleteLater()
