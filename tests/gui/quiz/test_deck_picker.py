"""Choosing a deck: all together or one, by mouse or keys."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.deck_picker import DeckPicker
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.collection import DeckSummary

TREE = [
    DeckSummary(0, "LSTM", "", 48, 12, 4, 0.5, new_in_all=10, due_in_all=4),
    DeckSummary(1, "LSTM::Gates", "", 12, 2, 4, 0.5, new_in_all=10, due_in_all=4),
    DeckSummary(
        2, "LSTM::Gates::Forget\u202e " + "forever " * 40, "", 6, 1, 2, 0.5, new_in_all=10, due_in_all=4
    ),
    DeckSummary(3, "Other", "", 1, 1, 0, 0.0, new_in_all=10, due_in_all=4),
]
DECKS = [
    DeckSummary(1, "Gates", "", 12, 2, 4, 0.5, new_in_all=10, due_in_all=4),
    DeckSummary(2, "LSTM fundamentals", "", 36, 10, 0, 0.25, new_in_all=10, due_in_all=4),
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
    assert picker(qtbot, DECKS, "Gates").list.currentIndex().data() == "Gates"


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


def test_decks_lie_in_decks_and_arrows_fold_them(qtbot: QtBot) -> None:
    made = picker(qtbot, TREE, "LSTM::Gates")
    assert made.list.currentIndex().data() == "Gates"
    gates = made.list.currentIndex()
    assert gates.parent().data() == "LSTM"
    assert made.list.isExpanded(gates)
    QTest.keyClick(made.list, Qt.Key.Key_Left)
    assert not made.list.isExpanded(gates)
    QTest.keyClick(made.list, Qt.Key.Key_Left)  # to the deck around it
    assert made.list.currentIndex().data() == "LSTM"
    with qtbot.waitSignal(made.chosen) as caught:
        QTest.keyClick(made.list, Qt.Key.Key_Return)
    assert caught.args == ["LSTM"]


def test_a_deck_with_an_exam_ahead_says_so(qtbot: QtBot) -> None:
    exam = date(2026, 12, 12).toordinal()
    made = picker(qtbot, [DeckSummary(1, "LSTM", "", 48, 9, 4, 0.5, new_in_all=9, exam_day=exam)])
    words = made.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "LSTM, 4 due · 9 new · 48 cards · exam 12 Dec"


def test_a_click_on_the_mark_folds_and_chooses_nothing(qtbot: QtBot) -> None:
    made = picker(qtbot, TREE, "LSTM::Gates")
    gates = made.list.currentIndex()
    row = made.list.visualRect(gates)
    mark = QPoint(row.left() - made.list.indentation() // 2, row.center().y())
    with qtbot.assertNotEmitted(made.chosen):
        QTest.mouseClick(
            made.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, mark
        )
    assert not made.list.isExpanded(gates)
    assert made.isVisible()


def test_no_name_hides_anything_or_runs_out_of_its_row(qtbot: QtBot) -> None:
    made = picker(qtbot, TREE)
    deep = made.list.model().index(0, 0, made.list.model().index(0, 0, made.list.model().index(1, 0)))
    assert deep.data().startswith("Forget forever")
    assert "\u202e" not in deep.data() + deep.data(Qt.ItemDataRole.ToolTipRole)
    assert len(deep.data()) <= 200
    assert deep.data(Qt.ItemDataRole.AccessibleTextRole).endswith("…, 2 due · 1 new · 6 cards")


def test_of_many_decks_only_the_way_to_the_one_under_review_is_open(qtbot: QtBot) -> None:
    many = [
        DeckSummary(n, f"Deck {n}::Part {m}" if m else f"Deck {n}", "", 1, 0, 0, 0.0)
        for n in range(9)
        for m in range(3)
    ]
    made = picker(qtbot, many, "Deck 4::Part 1")
    assert made.list.open_names() == {"Deck 4"}
    made.show_decks(many[:-1])
    assert made.list.open_names() == {"Deck 4"}
    assert made.list.currentIndex().data() == "Part 1"
    assert made.grab().width() > 0


def test_what_is_set_for_a_deck_and_a_new_one_are_asked_for(qtbot: QtBot) -> None:
    made = picker(qtbot, TREE, "LSTM::Gates")
    qtbot.waitUntil(made.isActiveWindow)  # a shortcut counts in the window that is used
    with qtbot.waitSignal(made.settings_wanted) as caught:
        QTest.keyClick(made.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert caught.args == ["LSTM::Gates"]
    assert not made.isVisible()
    made = picker(qtbot, TREE, None)
    qtbot.waitUntil(made.isActiveWindow)
    assert not made.settings.isEnabled()  # all together have the preferences
    with qtbot.assertNotEmitted(made.settings_wanted):
        QTest.keyClick(made.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(made.make_wanted):
        QTest.mouseClick(made.make, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("row", "name"), [(0, ""), (1, "Gates")])
def test_the_cards_of_a_deck_are_a_key_away(qtbot: QtBot, row: int, name: str) -> None:
    made = picker(qtbot, DECKS)
    for _ in range(row):
        QTest.keyClick(made.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(made.browse_wanted) as caught:
        QTest.mouseClick(made.browse, Qt.MouseButton.LeftButton)
    assert caught.args == [name]
    assert not made.isVisible()


def test_without_a_deck_it_says_so_until_there_is_one(qtbot: QtBot) -> None:
    made = picker(qtbot, [])
    assert made.title.text() == "There is no deck yet"
    assert not made.out.isEnabled()
    assert not made.browse.isEnabled()
    assert made.make.isEnabled()
    made.show_decks(DECKS)
    assert made.title.text() == "Which deck?"
    assert made.out.isEnabled()
