"""The window "Cards" over a hundred thousand cards: searching, sorting, scrolling while rows come."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.browser.browsing import Browsing
from lstm_gui.gui.browser.window import CardWindow
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.collection import Collection
from lstm_gui.store.search import ORDERS, Order
from tests.benchmarks import large_collection
from tests.benchmarks.large_collection import NOW
from tests.benchmarks.row import Row

TYPED = (
    "g",
    "ga",
    "gat",
    "gate",
    "gate 1",
    "gate 12",
    "gate 123",
    "cell state",
    '"gate 777"',
    "-zebra",
    "open 9",
)
ROUNDS = 8
NOTCH, NOTCHES = 120, 200  # px, and how many of them are scrolled
LEAPS = 100
SIZE = 1440, 860


class Frames(QObject):
    """Notes when what is below a widget has been painted."""

    def __init__(self, window: CardWindow) -> None:
        super().__init__()
        self.painted = False
        window.table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The painting itself follows within the same processEvents."""
        self.painted |= event.type() == QEvent.Type.Paint
        return False

    def timed(self, act: Callable[[], None]) -> float:
        """Milliseconds from an act until the rows are painted."""
        self.painted = False
        start = time.perf_counter()
        act()
        while not self.painted:
            QApplication.processEvents()
        return (time.perf_counter() - start) * 1000


def measure() -> list[Row]:
    """Search and sort on the thread that has them, scroll in a window."""
    app = QApplication([])
    install_fonts(app)
    with tempfile.TemporaryDirectory(prefix="lstm-lab-browser-") as name:
        folder = Path(name)
        large_collection.make(folder)
        searching, sorting = _asked(folder)
        with _window(folder) as (window, browsing):
            scrolled, leapt = _scrolled(window)
            typed = _typed(window, browsing)
    return [
        Row("100,000 cards: a search by words, p95", _p95(searching), "ms", 50),
        Row("100,000 cards: a column sorted, the slowest", max(sorting), "ms", 300),
        Row("100,000 cards: a letter typed to its cards painted, p95", _p95(typed), "ms", 250),
        Row("100,000 cards: a notch of the wheel painted, p95", _p95(scrolled), "ms", 16),
        Row("100,000 cards: a leap along the bar painted, p95", _p95(leapt), "ms", 16),
    ]


def _asked(folder: Path) -> tuple[list[float], list[float]]:
    """How long searches take, and sorting by each column both ways."""
    with Collection.open(folder, read_only=True, now=NOW) as collection:
        find = collection.search.find
        orders = [Order(column, descending=down) for column in ORDERS for down in (False, True)]
        sorting = [_milliseconds(partial(find, "", order, NOW)) for order in orders]
        find("", Order(), NOW)
        return [_milliseconds(partial(find, text, Order(), NOW)) for text in TYPED * ROUNDS], sorting


def _milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


@contextmanager
def _window(folder: Path) -> Iterator[tuple[CardWindow, Browsing]]:
    shelf, thread = FormulaShelf(), CollectionThread(folder)
    window = CardWindow(shelf, Style(palette("light")))
    window.restore({})
    window.resize(*SIZE)
    browsing = Browsing(window, thread, lambda: NOW)
    window.show()
    try:
        _until_found(browsing, browsing.refresh)
        _settle(window)
        yield window, browsing
    finally:
        thread.close()
        shelf.stop()
        window.close()


def _scrolled(window: CardWindow) -> tuple[list[float], list[float]]:
    """Notch by notch, while pages arrive; then from one place to another far away."""
    frames, bar = Frames(window), window.table.verticalScrollBar()
    notches = [frames.timed(lambda: bar.setValue(bar.value() + NOTCH)) for _ in range(NOTCHES)]
    leaps = []
    for n in range(LEAPS):
        leaps.append(frames.timed(partial(bar.setValue, (n * 7919 % LEAPS) * bar.maximum() // LEAPS)))
        _settle(window)
    return notches, leaps


def _typed(window: CardWindow, browsing: Browsing) -> list[float]:
    """From a letter to the rows painted: the pause after it, the search, the rows."""
    frames, times = Frames(window), []
    for text in TYPED * 2:

        def type_it(text: str = text) -> None:
            _until_found(browsing, lambda: window.search.setText(text))

        times.append(frames.timed(type_it))
        _settle(window)
    return times


def _settle(window: CardWindow) -> None:
    for _ in range(3):
        QApplication.processEvents()
    while window.model.waiting:
        QApplication.processEvents()


def _until_found(browsing: Browsing, act: Callable[[], None]) -> None:
    loop = QEventLoop()
    browsing.found.connect(loop.quit)
    act()
    loop.exec()
    browsing.found.disconnect(loop.quit)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
