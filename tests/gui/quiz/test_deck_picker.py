"""Choosing a deck: all together or one, by mouse or keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.deck_picker import DeckPicker
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.collection import DeckSummary

DECKS = [
    DeckSummary(1, "Gates", "", 12, 2, 4, 0.5, new_in_all=10),
    DeckSummary(2, "LSTM fundamentals", "", 36, 10, 0, 0.25, new_in_all=10),
]


def picker(qtbot: QtBot, decks: list[DeckSummary], current: str | None = None) -> DeckPicker:
    made = DeckPicker(decks, current, Style(palette("light")))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("row", "name"), [(0, None), (1, "Gates"), (2, "LSTM fundamentals")])
def test_enter_chooses_the_row(qtbot: QtBot, row: int, name: str | None) -> None:
    made = picker(qtbot, DECKS)
    for _ in range(row):
        QTest.keyClick(made.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(made.chosen) as caught:
        QTest.keyClick(made.list, Qt.Key.Key_Return)
    assert caught.args == [name]
    assert not made.isVisible()


def test_a_double_click_chooses_once(qtbot: QtBot) -> None:
    made = picker(qtbot, DECKS)
    chosen: list[object] = []
    made.chosen.connect(chosen.append)
    model = made.list.model()
    place = made.list.visualRect(model.index(2, 0)).center()
    viewport = made.list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert chosen == ["LSTM fundamentals"]


def test_the_deck_under_review_is_the_one_marked(qtbot: QtBot) -> None:
    assert picker(qtbot, DECKS, "Gates").list.currentIndex().row() == 1


def test_all_decks_together_add_up(qtbot: QtBot) -> None:
    made = picker(qtbot, DECKS)
    words = made.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "All decks, 4 due · 10 new · 48 cards"
    assert made.grab().width() > 0


def test_one_deck_stands_alone(qtbot: QtBot) -> None:
    made = picker(qtbot, DECKS[:1])
    assert made.list.model().rowCount() == 1
    made.show_decks(DECKS)
    assert made.list.model().rowCount() == 3


def test_importing_is_offered(qtbot: QtBot) -> None:
    made = picker(qtbot, DECKS)
    with qtbot.waitSignal(made.import_wanted):
        QTest.mouseClick(made.bring, Qt.MouseButton.LeftButton)
    assert not made.isVisible()
