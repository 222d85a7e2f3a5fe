"""The window "Cards" over a collection of some hundred cards, opened by its key."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.browser.window import CardWindow
from lstm_gui.gui.main_window import MainWindow
from lstm_gui.gui.quiz.review import local_now
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.settings import Settings
from lstm_gui.store.collection import Collection
from tests.gui.conftest import LabMaker

MANY = tuple(
    Card(
        f"many-{n}", f"Question {n:03d} of $c_t$", "Answer", f"Topic {n % 3}", tags=("odd",) if n % 2 else ()
    )
    for n in range(300)
)
Open = Callable[..., CardWindow]


def fill(collection: Collection) -> bool:
    """Nested decks, one card of which was rated long ago."""
    now = local_now()
    collection.import_deck(Deck("Many", MANY[:200]), now)
    collection.import_deck(Deck("Many::Inside", MANY[200:]), now)
    _, event = Scheduler().review(collection.memory("many-7"), Rating.WELL, now - timedelta(days=90))
    collection.record(event)
    return True


@pytest.fixture
def shown(make_lab: LabMaker, qtbot: QtBot) -> Open:
    """Opens the window, over the bundled deck and 300 more cards."""

    def show(settings: Settings | None = None) -> CardWindow:
        lab = make_lab(settings or Settings())
        ask(lab.window, qtbot, fill)
        QTest.keyClick(lab.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        window = lab.window.cards.open_window
        assert window is not None
        window.resize(1240, 760)  # the screen of the tests is small
        settle(window, qtbot)
        return window

    return show


def ask(main: MainWindow, qtbot: QtBot, question: Callable[[Collection], object]) -> object:
    """What the collection answers, on its thread."""
    collection, answers = main.decks.collection, list[object]()
    assert collection is not None
    job = collection.job(main)
    job.succeeded.connect(answers.append)
    collection.run(job, question)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def main_of(window: CardWindow) -> MainWindow:
    """The main window that it belongs to."""
    main = window.parent()
    assert isinstance(main, MainWindow)
    return main


def settle(window: CardWindow, qtbot: QtBot, text: str = "") -> None:
    """Wait until what is typed is listed and the first rows are known."""
    qtbot.waitUntil(lambda: window.listed_text == text and not window.model.waiting)
    qtbot.waitUntil(lambda: not window.model.ids or window.model.card_at(0) is not None)


def search(window: CardWindow, qtbot: QtBot, text: str) -> list[str]:
    """Type a search; the first ten questions found."""
    window.search.setFocus()
    window.search.selectAll()
    QTest.keyClicks(window.search, text)
    settle(window, qtbot, text)
    rows = range(min(10, len(window.model.ids)))
    qtbot.waitUntil(lambda: all(window.model.card_at(row) is not None for row in rows))
    return [card.card.front for row in rows if (card := window.model.card_at(row)) is not None]


def place_of(window: CardWindow, name: str) -> QPoint:
    """Where an entry of the side stands."""
    model = window.shelves.model()
    flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
    (index,) = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, name, -1, flags)
    window.shelves.scrollTo(index)
    return window.shelves.visualRect(index).center()
