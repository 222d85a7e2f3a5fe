"""How long a rating takes to be durable, and the next card to be on screen after that."""

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from lstm_gui.formats.deck_import import preview_file
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.outlook import Session
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.card import Deck
from lstm_gui.resource import resource_path
from lstm_gui.store.collection import Collection
from tests.benchmarks.row import Row

RATINGS = 300
WARM_UP = 20
SIZE = 372, 830


class WatchedPanel(ReviewPanel):
    """A panel that notes when it has last been painted."""

    painted = 0.0

    def event(self, event: QEvent) -> bool:
        """A window paints all that changed within its UpdateRequest."""
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted = time.perf_counter()
        return done


def measure() -> list[Row]:
    """Rate as a person does, reveal and then a key, in a window of the usual size."""
    app = QApplication([])
    install_fonts(app)
    with tempfile.TemporaryDirectory() as folder:
        durable, painted = _session(Path(folder))
    return [
        Row("a rating to durable, median", statistics.median(durable), "ms", 10),
        Row("a rating to durable, p95", _p95(durable), "ms", 10),
        Row("then the next card painted, median", statistics.median(painted), "ms", 16),
        Row("then the next card painted, p95", _p95(painted), "ms", 16),
    ]


def _session(folder: Path) -> tuple[list[float], list[float]]:
    with Collection.open(folder) as collection:
        collection.import_deck(_deck())
    shelf, thread = FormulaShelf(), CollectionThread(folder)
    panel = WatchedPanel(shelf)
    panel.resize(*SIZE)
    panel.show()
    review = ReviewController(panel, thread, Session(new_per_day=10_000))
    try:
        return _rate_all(panel, review)
    finally:
        review.stop()
        thread.close()
        shelf.stop()
        panel.close()


def _rate_all(panel: WatchedPanel, review: ReviewController) -> tuple[list[float], list[float]]:
    saved: list[float] = []
    review.changed.connect(lambda _result: saved.append(time.perf_counter()))
    _until_shown(review, review.refresh)
    durable, painted = [], []
    for number in range(WARM_UP + RATINGS):
        panel.reveal()
        _settle()
        pressed = time.perf_counter()
        _until_shown(review, lambda: panel.rate(4))
        panel.painted = 0.0
        while not panel.painted:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if number >= WARM_UP:
            durable.append((saved[-1] - pressed) * 1000)
            painted.append((panel.painted - saved[-1]) * 1000)
    return durable, painted


def _until_shown(review: ReviewController, act: object) -> None:
    assert callable(act)
    loop = QEventLoop()
    review.card_shown.connect(loop.quit)
    act()
    loop.exec()
    review.card_shown.disconnect(loop.quit)


def _settle() -> None:
    """Let the answer be laid out and painted before the rating."""
    for _ in range(5):
        QApplication.processEvents()


def _deck() -> Deck:
    """The bundled deck so many times over that it lasts."""
    bundled = preview_file(resource_path("decks/lstm-fundamentals.toml")).deck
    rounds = range((WARM_UP + RATINGS) // len(bundled.cards) + 2)
    plain = [replace(card, challenge="") for card in bundled.cards]  # nothing to answer in the simulator
    cards = tuple(replace(card, uid=f"{card.uid}-{n}") for n in rounds for card in plain)
    return Deck("Benchmark", cards)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
