"""Cards are changed from the window "Cards", by keys and dialogs, and every change can be taken back."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.formats.deck_import import preview_file
from lstm_gui.gui.browser.name_dialog import NameDialog
from lstm_gui.gui.browser.window import CardWindow
from lstm_gui.gui.jobs import FRAME
from lstm_gui.gui.quiz.review import local_now
from lstm_gui.store import card_changes, portions
from lstm_gui.store.card_listing import ListedCard
from lstm_gui.store.collection import Collection
from lstm_gui.store.search import Order
from tests.gui.browser.conftest import Open, ask, main_of, place_of, search, settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def choose_three(window: CardWindow, qtbot: QtBot) -> None:
    """Questions 000 to 002, with the keyboard on the last."""
    search(window, qtbot, "question deck:Many")
    QTest.keyClick(window.search, Key.Key_Down)
    QTest.keyClick(window.table, Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(window.table, Key.Key_Down, SHIFT)
    assert window.table.selected_rows == 3


def press(window: CardWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> str:
    """Press a key and wait until it is said what came of it."""
    window.tell("")
    QTest.keyClick(window.table, key, held)
    qtbot.waitUntil(lambda: bool(window.told.text()))
    settle(window, qtbot, window.search.text())
    return window.told.text()


def name_it(window: CardWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, name: str) -> str:
    """The same where a name is asked for."""
    window.tell("")
    if not window.isActiveWindow():
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.table, key, held)
    (dialog,) = window.findChildren(NameDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.name, name)
    QTest.keyClick(dialog.name, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.told.text()))
    qtbot.waitUntil(lambda: not window.findChildren(NameDialog))
    return window.told.text()


def cards(window: CardWindow, qtbot: QtBot) -> list[ListedCard]:
    """The 300 cards as the collection has them now."""
    found = ask(main_of(window), qtbot, listing)
    assert isinstance(found, list)
    return found


def listing(collection: Collection) -> list[ListedCard]:
    """Every card whose question is one of ours, by question."""
    now = local_now()
    return collection.search.rows(collection.search.find("question c_t", Order("question"), now).ids, now)


def test_each_change_is_said_and_undone(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    choose_three(window, qtbot)
    before = cards(window, qtbot)
    assert press(window, qtbot, Key.Key_K).startswith("3 cards are suspended.")
    assert [row.suspended for row in cards(window, qtbot)[:4]] == [True] * 3 + [False]
    assert window.table.selected_rows == 3
    qtbot.waitUntil(lambda: bool(window.current_card and window.current_card.suspended))
    assert press(window, qtbot, Key.Key_K).startswith("3 cards are asked again.")
    as_in_a_review = press(window, qtbot, Key.Key_B, CTRL | SHIFT)
    assert as_in_a_review.startswith("3 cards wait until tomorrow")
    assert [row.buried for row in cards(window, qtbot)[:4]] == [True] * 3 + [False]
    assert press(window, qtbot, Key.Key_D).startswith("3 cards have copies")
    assert len(cards(window, qtbot)) == 303
    for said in ("the copies of 3", "leaving 3", "letting 3", "the suspension of 3"):
        told = press(window, qtbot, Key.Key_Z)
        assert told.startswith("Taken back: ")
        assert said in told
    assert cards(window, qtbot) == before
    assert "Done again" in press(window, qtbot, Key.Key_Z, CTRL | SHIFT)
    assert cards(window, qtbot)[0].suspended


def test_cards_are_put_first_in_their_deck(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    choose_three(window, qtbot)
    QTest.keyClick(window.table, Key.Key_Down)
    QTest.keyClick(window.table, Key.Key_Down, SHIFT)
    before, chosen = list(window.model.ids), window.table.selected_ids()
    assert chosen == before[3:5]
    others = [row for row in before if row not in chosen]
    assert press(window, qtbot, Key.Key_F, CTRL | SHIFT).startswith("The cards stand in another order.")
    qtbot.waitUntil(lambda: list(window.model.ids) == [*chosen, *others])
    press(window, qtbot, Key.Key_Z)
    qtbot.waitUntil(lambda: list(window.model.ids) == before)


def test_deleted_cards_leave_the_table_and_come_back(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    choose_three(window, qtbot)
    before, place = cards(window, qtbot), window.model.ids[3]
    told = press(window, qtbot, Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert told == "3 cards are deleted. Ctrl+Z takes it back."
    qtbot.waitUntil(lambda: len(window.model.ids) == 297)
    assert window.table.selected_rows == 1
    assert place in window.model.ids
    press(window, qtbot, Key.Key_Z)
    qtbot.waitUntil(lambda: len(window.model.ids) == 300)
    assert cards(window, qtbot) == before


@pytest.mark.parametrize("by_key", [True, False])
def test_a_long_change_says_how_far_it_is_and_can_be_stopped(
    shown: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, by_key: bool
) -> None:
    window, going_on, put = shown(), Event(), card_changes.put
    waits = iter((2 * FRAME,))  # until the next word is told; then until the test goes on

    def put_slowly(*what: Any) -> None:
        put(*what)
        going_on.wait(next(waits, 60))

    monkeypatch.setattr(portions, "PORTION", 100)
    monkeypatch.setattr(card_changes, "put", put_slowly)
    search(window, qtbot, "question deck:Many")
    QTest.keyClick(window.search, Key.Key_Down)
    QTest.keyClick(window.table, Key.Key_A, CTRL)
    before = cards(window, qtbot)
    QTest.keyClick(window.table, Key.Key_K, CTRL)
    qtbot.waitUntil(window.stop.isVisible)
    assert window.told.text() == "Changing 300 cards: 33 %"
    if by_key:
        QTest.keyClick(window.table, Key.Key_Escape)
    else:
        QTest.mouseClick(window.stop, Qt.MouseButton.LeftButton)
    going_on.set()
    qtbot.waitUntil(lambda: window.told.text() == "Stopped; nothing was changed.")
    assert not window.stop.isVisible()
    assert cards(window, qtbot) == before
    QTest.keyClick(window.table, Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: window.told.text().startswith("300 cards are suspended."))


def test_cards_are_tagged_and_moved_by_name(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    choose_three(window, qtbot)
    assert name_it(window, qtbot, Key.Key_T, CTRL, " exam , odd,").startswith("3 cards are tagged")
    assert [row.card.tags for row in cards(window, qtbot)[:3]] == [
        ("exam", "odd"),
        ("odd", "exam"),
        ("exam", "odd"),
    ]
    assert name_it(window, qtbot, Key.Key_T, CTRL | SHIFT, "exam").startswith("3 cards lost the tag")
    assert [row.card.tags for row in cards(window, qtbot)[:4]] == [("odd",)] * 4
    assert name_it(window, qtbot, Key.Key_M, CTRL, "Many::Exam").startswith("3 cards are in “Many::Exam” now")
    assert [row.deck for row in cards(window, qtbot)[:4]] == ["Many::Exam"] * 3 + ["Many"]
    qtbot.waitUntil(lambda: "deck:Many::Exam" in window.shelves.entries)
    QTest.mouseClick(window.shelves.viewport(), Qt.MouseButton.LeftButton, pos=place_of(window, "Exam"))
    assert window.search.text() == "deck:Many::Exam question"


def test_with_no_card_chosen_that_is_said(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    search(window, qtbot, "zebra")
    for key in (Key.Key_D, Key.Key_T, Key.Key_G):
        window.tell("")
        QTest.keyClick(window, key, CTRL)
        assert "card" in window.told.text()
    assert not window.findChildren(NameDialog)


@pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing)", extend=True
)  # offscreen, of a menu
def test_the_menu_names_every_action_with_its_key(shown: Open) -> None:
    window = shown()
    QTest.mouseClick(window.more, Qt.MouseButton.LeftButton)
    assert window.menu.isVisible()
    for action in window.menu.actions():
        assert action.isSeparator() or action.shortcut().toString()
    window.menu.close()
    QTest.keyClick(window.search, Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert window.menu.isVisible()
    window.menu.close()


def test_esc_leaves_everything_as_it_is(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    choose_three(window, qtbot)
    before = cards(window, qtbot)
    QTest.keyClick(window.table, Key.Key_M, CTRL)
    (dialog,) = window.findChildren(NameDialog)
    QTest.keyClicks(dialog.name, "Elsewhere")
    QTest.keyClick(dialog, Key.Key_Escape)
    assert cards(window, qtbot) == before


def test_the_editor_opens_by_enter_and_a_change_comes_into_the_table(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    choose_three(window, qtbot)
    qtbot.waitUntil(lambda: window.current_card is not None)
    QTest.keyClick(window.table, Key.Key_Return)
    editing = main_of(window).edits.editing
    assert editing is not None
    qtbot.waitUntil(lambda: editing.editor is not None)
    editor = editing.editor
    assert editor is not None
    assert window.current_card is not None
    assert editor.draft.card.uid == window.current_card.card.uid == "many-2"
    editor.reject()
    qtbot.waitUntil(lambda: editing.editor is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.table, Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: editing.editor is not None)
    assert editing.editor is not None
    assert editing.editor.draft.deck == "Many"
    editing.editor.reject()


def test_the_past_of_a_card_is_shown_by_the_statistics(shown: Open, qtbot: QtBot) -> None:
    window = shown()
    search(window, qtbot, "question 007")
    QTest.keyClick(window.search, Key.Key_Down)
    QTest.keyClick(window, Key.Key_H, CTRL)
    there = main_of(window).statistics.open_window
    assert there is not None
    there.close()


def test_chosen_cards_leave_as_a_file(
    shown: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown()
    choose_three(window, qtbot)
    for name, said in (
        ("Exam.jsonl", "Saved as Exam.jsonl."),
        ("Exam.apkg", "Saved as Exam.apkg."),
        ("Exam.tsv", "Saved as Exam.tsv."),
        ("no folder/Exam.md", "Nothing was written:"),
    ):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        QTest.keyClick(window.table, Key.Key_S, CTRL)
        qtbot.waitUntil(lambda said=said: window.told.text().startswith(said))  # type: ignore[misc]
        if path.exists():
            fronts = sorted(card.front for card in preview_file(path).deck.cards)
            assert fronts == [f"Question 00{n} of $c_t$" for n in range(3)]
