"""What the tests of the review panel share: a deck of six cards, a collection on disk, a clock."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.outlook import Session
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store.collection import Collection


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
        self.seconds = 100.0

    def __call__(self) -> datetime:
        return self.now

    def ticks(self) -> float:
        return self.seconds

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.seconds += timedelta(**time).total_seconds()


def card(number: int) -> Card:
    return Card(
        uid=f"card-{number}",
        front=f"Question {number}?",
        back=f"Answer {number} with $f_t$.",
        topic=("Gates", "Memory", "Uses")[number % 3],
        formula=r"c_t = f_t \\cdot c_{t-1}" if number % 2 else "",
        why=f"Reason {number}.",
        scene="remember",
    )


@pytest.fixture
def deck() -> Deck:
    return Deck("LSTM fundamentals", tuple(card(number) for number in range(1, 7)))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path, deck: Deck, clock: Clock) -> Path:
    """A folder with a collection that holds the deck, nothing reviewed."""
    with Collection.open(tmp_path) as collection:
        collection.import_deck(deck, clock())
    return tmp_path


@pytest.fixture
def collection(qapp: QCoreApplication, folder: Path) -> Iterator[CollectionThread]:
    made = CollectionThread(folder, qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, shelf: FormulaShelf) -> ReviewPanel:
    """The panel in the typeface that people have: where things go depends on how wide words are."""
    install_fonts(qapp)
    made = ReviewPanel(shelf)
    qtbot.addWidget(made)
    made.resize(372, 830)
    made.show()
    return made


@pytest.fixture
def review(panel: ReviewPanel, collection: CollectionThread, clock: Clock) -> Iterator[ReviewController]:
    session = Session("LSTM fundamentals", new_per_day=3)
    made = ReviewController(panel, collection, session, clock=clock, ticks=clock.ticks)
    yield made
    made.stop()
    collection.close()
