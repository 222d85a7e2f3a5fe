"""The window "Cards" as a person has it: found, sorted, narrowed, read, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.operations.edit_cards import add_card
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.deck_picker import DeckPicker
from lstm_gui.gui.quiz.review import local_now
from lstm_gui.quiz.card import Card
from tests.gui.browser.conftest import MANY, Open, ask, main_of, place_of, search, settle

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_all_cards_are_listed_and_a_search_narrows_them(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    total = len(window.model.ids)
    assert total > 360
    assert window.count.text() == f"{total} cards"
    assert search(window, qtbot, "question 007") == ["Question 007 of $c_t$"]
    assert window.count.text() == f"1 of {total} cards"
    assert window.table.model().index(0, 0).data() == "Question 007 of c_t"
    assert search(window, qtbot, "zebra is:tired") == []
    assert "tired" in window.complaint.text()
    assert window.complaint.isVisible()
    assert search(window, qtbot, "tag:odd -007 deck:many") == [
        card.front for card in MANY[1:22:2] if card.uid != "many-7"
    ]
    assert not window.complaint.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert len(window.model.ids) == total
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_shelves_narrow_and_ctrl_narrows_further(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    search(window, qtbot, "question")
    viewport = window.shelves.viewport()
    QTest.mouseClick(viewport, LEFT, pos=place_of(window, "Inside"))
    settle(window, qtbot, "deck:Many::Inside question")
    assert len(window.model.ids) == 100
    QTest.mouseClick(viewport, LEFT, CTRL, place_of(window, "odd"))
    settle(window, qtbot, "tag:odd deck:Many::Inside question")
    assert len(window.model.ids) == 50
    QTest.mouseClick(viewport, LEFT, pos=place_of(window, "Weak"))
    settle(window, qtbot, "is:weak question")
    assert window.shelves.marked == "is:weak"
    assert [window.model.card_at(0)] != [None]
    qtbot.waitUntil(lambda: "rated once" in window.preview.facts["past"].text())
    assert window.preview.view.revealed
    assert "days" in window.preview.facts["memory"].text()
    window.shelves.setFocus()
    QTest.keyClick(window.shelves, Qt.Key.Key_Home)
    QTest.keyClick(window.shelves, Qt.Key.Key_Return)
    settle(window, qtbot, "question")
    assert len(window.model.ids) == 300
    QTest.mouseClick(viewport, LEFT, pos=place_of(window, "Tags"))
    assert window.search.text() == "question"  # a heading folds


def test_a_column_sorts_and_keeps_what_is_selected(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    search(window, qtbot, "question deck:many")
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    QTest.keyClick(window.table, Qt.Key.Key_Down, SHIFT)
    chosen = window.table.selected_ids()
    assert len(chosen) == 2
    assert window.count.text().endswith("· 2 selected")
    header = window.table.horizontalHeader()
    for _ in range(2):
        with qtbot.waitSignal(window.searched):
            QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(20, 10))
    qtbot.waitUntil(lambda: window.model.ids[0] == max(window.model.ids))
    assert sorted(window.table.selected_ids()) == sorted(chosen)
    titles = [window.model.headerData(column, Qt.Orientation.Horizontal) for column in range(9)]
    assert [title for title in titles if "▾" in str(title) or "▴" in str(title)] == ["Question ▾"]


def test_keys_lead_from_the_search_to_the_cards_and_back(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    assert window.table.hasFocus()
    assert window.table.current_row == 0
    QTest.keyClick(window.table, Qt.Key.Key_Space)
    assert not window.preview.isVisible()
    QTest.keyClick(window.table, Qt.Key.Key_Space)
    assert window.preview.isVisible()
    QTest.keyClick(window.table, Qt.Key.Key_A, CTRL)
    assert window.table.selected_rows == len(window.model.ids)
    QTest.keyClick(window.table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: window.current_card is not None)
    QTest.keyClick(window.table, Qt.Key.Key_Home)
    QTest.keyClick(window.table, Qt.Key.Key_Up)
    assert window.search.hasFocus()
    window.table.setFocus()
    QTest.keyClicks(window.table, "q")
    assert QApplication.focusWidget() is window.search
    settle(window, qtbot, "q")


def test_only_what_is_in_sight_is_fetched(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    asked: list[int] = []
    window.model.wanted.connect(lambda ids: asked.extend(ids))
    bar = window.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: window.model.card_at(len(window.model.ids) - 1) is not None)
    assert 0 < len(asked) <= 256


def test_the_scene_of_a_card_is_opened_in_the_simulator(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    main = main_of(window)
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.current_card is not None)
    QTest.keyClick(window, Qt.Key.Key_G, CTRL)
    assert window.current_card is not None
    assert main.visit.scene_name == window.current_card.card.scene


def test_it_is_as_it_was_left(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    main = main_of(window)
    window.table.setColumnWidth(0, 222)
    window.resize(700, 555)
    window.close()
    main.actions_by_id["browse_cards"].trigger()
    again = main.cards.open_window
    assert again is not None
    settle(again, qtbot)
    assert again.table.columnWidth(0) == 222
    assert (again.width(), again.height()) == (700, 555)
    main.theme.choose("dark")
    assert again.table.palette().base().color() == palette("dark").panel
    main.live.change(zoom=150)
    assert again.table.columnWidth(0) == 333


def test_everything_has_a_name_and_a_tip(shown: Open) -> None:
    window = shown()
    for part in (window.search, window.shelves, window.more):
        assert part.accessibleName()
        assert part.toolTip()
    assert window.table.accessibleName()
    for action in window.menu.actions():
        assert action.isSeparator() or (action.toolTip() and action.text())
    index = window.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", new")


def test_markup_of_a_card_is_shown_letter_for_letter(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    evil = Card("evil", '<img src="file:///etc/hosts"> & ![x](y)', "", "<b>t</b>", tags=("<i>",))
    ask(main_of(window), qtbot, lambda collection: add_card(collection, evil, "<u>::d", local_now()))
    window.shelves.chosen.emit('deck:"<u>"', False)
    settle(window, qtbot, 'deck:"<u>"')
    for column in range(window.model.columnCount()):
        tip = window.model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
        assert "<" not in tip.removeprefix("<qt>").removesuffix("</qt>")
    assert "&lt;img" in window.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert window.model.index(0, 0).data() == evil.front
    qtbot.waitUntil(lambda: 'deck:"<u>"' in window.shelves.entries)
    model = window.shelves.model()
    assert isinstance(model, QStandardItemModel)
    for item in model.findItems("<", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
        assert item.toolTip().count("<") == 2


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen, of a window
def test_the_cards_of_a_deck_are_shown_from_the_decks(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    main = main_of(window)
    main.decks.choose_deck()
    (picker,) = main.findChildren(DeckPicker)
    picker.browse_wanted.emit("Many::Inside")
    picker.reject()
    settle(window, qtbot, "deck:Many::Inside")
    assert len(window.model.ids) == 100
