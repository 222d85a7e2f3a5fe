"""What the tests of practice share: a deck of eight cards in a collection on disk, and the window on it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import palette
from lstm_gui.gui.practice.dialog import PracticeDialog
from lstm_gui.gui.quiz.style import Style
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.practice.question import Mode
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
DECK = "LSTM fundamentals"
FACTS = ("keeps", "writes", "shows", "erases", "protects", "hides", "holds", "replaces")
CARDS = tuple(
    Card(f"card-{n}", f"What does setting {n} do?", f"It {fact} <b>memory</b>.", ("Gates", "Uses")[n % 2],
         why=f"Because $f_t$ {fact}.", scene="remember", challenge="predict-sum" if n < 4 else "")
    for n, fact in enumerate(FACTS)
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection in which card 5 is well known and card 2 was forgotten long ago; the others are new."""
    with Collection.open(tmp_path) as collection:
        collection.import_deck(Deck(DECK, CARDS), NOW)
        for uid, rating in (("card-5", Rating.PERFECTLY), ("card-2", Rating.NOT_AT_ALL)):
            collection.record(Scheduler().review(collection.memory(uid), rating, NOW)[1])
    return tmp_path


@pytest.fixture
def collection(qapp: QApplication, folder: Path) -> Iterator[CollectionThread]:
    made = CollectionThread(folder, qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def dialog(
    qtbot: QtBot, qapp: QApplication, shelf: FormulaShelf, collection: CollectionThread
) -> PracticeDialog:
    """The window of practice, its topics counted."""
    install_fonts(qapp)
    made = PracticeDialog(collection, shelf, lambda: NOW, Style(palette("light")))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.session.topics_known):
        made.show_decks([DECK], DECK)
    with qtbot.waitActive(made):
        made.show()
    return made


Begin = Callable[..., None]


@pytest.fixture
def begin(qtbot: QtBot, dialog: PracticeDialog) -> Begin:
    """Begin a round of a mode."""

    def start(mode: Mode, number: int = 8, seed: int = 1) -> None:
        dialog.setup.choose(mode)
        dialog.setup.number.setValue(number)
        dialog.setup.seed.setValue(seed)
        with qtbot.waitSignal(dialog.session.asked):
            dialog.setup.start.click()

    return start


def practised(collection: CollectionThread, folder: Path) -> list[ReviewEvent]:
    """What was logged beside the reviews, once everything is written."""
    collection.close()
    with Collection.open(folder, read_only=True) as read:
        found = [event for event in read.events() if event.mode != "review"]
        assert all(event.before == event.after == read.memory(event.uid) for event in found)
    return found
