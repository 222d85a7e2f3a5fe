"""The card editor from the window: by keys, with a live preview, and nothing that was typed is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.commands.edit_commands import DRAFTS
from lstm_gui.gui.editor.dialog import CardEditor
from lstm_gui.gui.editor.draft import Draft, DraftBox
from lstm_gui.gui.operations.edit_cards import Edited
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.window.review import ALL_DECKS
from lstm_gui.quiz.card import Card
from lstm_gui.settings import Settings
from lstm_gui.store.edits import Edits
from lstm_gui.store.journal import Edit
from tests.gui.conftest import Lab, LabMaker
from tests.store.study import NOW

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def lab(make_lab: LabMaker, qtbot: QtBot) -> Iterator[Lab]:
    """A window with the answer of a card on screen, and no editor open at the end."""
    made = make_lab(Settings(zoom=100))
    press(made, qtbot, Qt.Key.Key_Space)
    yield made
    assert made.window.edits.editing is not None
    made.window.edits.editing.close_keeping_draft()


def press(lab: Lab, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key in the window."""
    if not lab.window.isActiveWindow():
        lab.window.activateWindow()
        qtbot.waitUntil(lab.window.isActiveWindow)
    lab.window.review.panel.setFocus()
    QTest.keyClick(lab.window.windowHandle(), key, modifier)


def opened(lab: Lab, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> CardEditor:
    """The editor that a key opens."""
    press(lab, qtbot, key, modifier)
    editing = lab.window.edits.editing
    assert editing is not None
    qtbot.waitUntil(lambda: editing.editor is not None)
    assert editing.editor is not None
    qtbot.waitUntil(editing.editor.isActiveWindow)
    return editing.editor


def typed(field: QWidget, words: str) -> None:
    """Write over what a field has."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(field, words)


def closed(lab: Lab, qtbot: QtBot) -> None:
    """Wait until no editor is open."""
    editing = lab.window.edits.editing
    assert editing is not None
    qtbot.waitUntil(lambda: editing.editor is None)


def front(lab: Lab) -> str:
    """The question on screen."""
    card = lab.window.review.card
    return card.front if card else ""


def test_a_card_on_screen_is_edited_and_keeps_its_place(lab: Lab, qtbot: QtBot) -> None:
    before = front(lab)
    editor = opened(lab, qtbot, Qt.Key.Key_E)
    assert editor.fields.front.toPlainText() == before
    typed(editor.fields.front, "What is $c_t$?")
    qtbot.waitUntil(lambda: editor.preview.question.text == "What is $c_t$?")
    assert editor.preview.revealed
    QTest.keyClick(editor.fields.front, Qt.Key.Key_Return, CTRL)
    closed(lab, qtbot)
    qtbot.waitUntil(lambda: front(lab) == "What is $c_t$?")
    assert lab.window.review.panel.answer_shown
    assert "Saved." in lab.window.toast.text()
    assert "the change of a card" in lab.window.actions_by_id["undo"].text()
    offer = lab.window.toast.offer
    assert "Ctrl+Z" in offer.text()
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert lab.window.toast.isHidden()
    qtbot.waitUntil(lambda: front(lab) == before)
    assert lab.window.review.panel.answer_shown


def test_a_new_card_lacks_a_question_until_it_has_one(lab: Lab, qtbot: QtBot) -> None:
    editor = opened(lab, qtbot, Qt.Key.Key_N, CTRL)
    fields = editor.fields
    typed(fields.back, r"It is $\notacommand{$, so.")
    editor.agree.click()
    assert "needs a question" in fields.complaints["front"].text()
    typed(fields.formula, r"\frac{")
    qtbot.waitUntil(lambda: "shown as it is written" in fields.complaints["formula"].text())
    typed(fields.front, "Mine?")
    fields.tags.setText("one, rec")
    fields.tags.complete("recurrence")
    assert fields.tags.tags == ("one", "recurrence")
    fields.deck.setCurrentText("")
    editor.save()
    assert "Name the deck" in fields.complaints["deck"].text()
    fields.deck.setCurrentText("Mine::Own")
    editor.agree.click()
    closed(lab, qtbot)
    qtbot.waitUntil(lambda: "“Mine::Own”" in lab.window.toast.text())


def test_esc_asks_only_when_something_would_be_lost(lab: Lab, qtbot: QtBot) -> None:
    editor = opened(lab, qtbot, Qt.Key.Key_E)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    closed(lab, qtbot)
    editor = opened(lab, qtbot, Qt.Key.Key_E)
    typed(editor.fields.why, "Because.")
    editor.close()
    assert editor.isVisible()
    (box,) = editor.findChildren(QMessageBox)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert editor.isVisible()
    editor.reject()
    box = editor.findChildren(QMessageBox)[-1]
    for button in box.buttons():
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
        assert button.font().pixelSize() == editor.agree.font().pixelSize()
    next(button for button in box.buttons() if "Throw" in button.text()).click()
    closed(lab, qtbot)
    assert not list((lab.folder / DRAFTS).glob("*.json"))


def test_what_was_not_saved_is_offered_again_after_a_crash(lab: Lab, qtbot: QtBot) -> None:
    editor = opened(lab, qtbot, Qt.Key.Key_E)
    typed(editor.fields.front, "Half writ")
    kept = lab.folder / DRAFTS
    qtbot.waitUntil(lambda: any(kept.glob("*.json")))
    editing = lab.window.edits.editing
    assert editing is not None
    editing.close_keeping_draft()  # as when the window is closed
    editor = opened(lab, qtbot, Qt.Key.Key_E)
    assert editor.fields.front.toPlainText() == "Half writ"
    assert "did not save" in editor.sentence.text()
    assert editor.is_changed
    editor.set_style(Style(palette("dark"), 150))
    editor.save()
    closed(lab, qtbot)
    assert not list(kept.glob("*.json"))
    qtbot.waitUntil(lambda: front(lab) == "Half writ")


@pytest.mark.parametrize(
    ("key", "modifier", "words"),
    [
        (Qt.Key.Key_B, CTRL | SHIFT, "waits until tomorrow"),
        (Qt.Key.Key_K, CTRL, "suspended"),
        (Qt.Key.Key_Delete, CTRL, "deleted"),
    ],
)
def test_a_card_that_goes_makes_room_and_comes_back(
    lab: Lab, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, words: str
) -> None:
    assert lab.window.edits.editing is not None
    before = front(lab)
    press(lab, qtbot, key, modifier)
    qtbot.waitUntil(lambda: front(lab) not in ("", before))
    assert words in lab.window.toast.text()
    assert lab.window.toast.isVisible()
    assert not lab.window.review.panel.answer_shown
    press(lab, qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: front(lab) == before)
    assert lab.window.toast.isHidden(), "its key would take back something else by now"


def test_where_the_deck_under_review_goes_all_decks_are_reviewed(lab: Lab, qtbot: QtBot) -> None:
    window, collection = lab.window, lab.heavy.collection
    name = window.review.deck
    job = collection.job(window)

    def change(step: Callable[[Edits], Edit | None]) -> None:
        with qtbot.waitSignal(job.succeeded):
            collection.run(job, lambda opened: Edited(step(opened.edits)))

    card = Card("mine", "Mine?", "Yes.")
    change(lambda edits: edits.add([card], "Other", NOW))
    change(lambda edits: edits.delete_deck(name, NOW))
    qtbot.waitUntil(lambda: window.review.deck == ALL_DECKS)
    qtbot.waitUntil(lambda: window.review.panel.card == card)
    qtbot.waitUntil(lambda: window.review.panel.header.deck.text() == "All decks")
    assert window.review.panel.banner.isHidden()


def test_a_copy_is_opened_in_the_editor(lab: Lab, qtbot: QtBot) -> None:
    before = front(lab)
    editor = opened(lab, qtbot, Qt.Key.Key_D, CTRL)
    assert editor.fields.front.toPlainText() == before
    card = lab.window.review.card
    assert card is not None
    assert editor.draft.card.uid != card.uid
    assert front(lab) == before


@pytest.mark.parametrize("gone", [False, True])
def test_what_was_written_when_the_app_ended_stands_there_at_the_next_start(
    make_lab: LabMaker, qtbot: QtBot, gone: bool
) -> None:
    first = make_lab()
    editor = opened(first, qtbot, Qt.Key.Key_E)
    typed(editor.fields.front, "Half writ")
    if gone:
        first.window.edits.delete_card()
        qtbot.waitUntil(lambda: "deleted" in first.window.toast.text())
    first.close()

    second = make_lab()
    editing = second.window.edits.editing
    assert editing is not None
    qtbot.waitUntil(lambda: editing.editor is not None)
    assert editing.editor is not None
    assert editing.editor.fields.front.toPlainText() == "Half writ"
    assert editing.editor.draft.is_new == gone
    qtbot.waitUntil(editing.editor.isActiveWindow)
    editing.editor.save()
    closed(second, qtbot)
    second.close()
    assert not list((second.folder / DRAFTS).glob("*.json"))


def test_what_is_written_while_a_card_is_saved_is_not_lost(lab: Lab, qtbot: QtBot) -> None:
    editor = opened(lab, qtbot, Qt.Key.Key_N, CTRL)
    typed(editor.fields.front, "What is c?")
    typed(editor.fields.back, "It keeps.")
    editor.fields.deck.setCurrentText("Mine")
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    typed(editor.fields.back, "It keeps, as long as f is 1.")
    qtbot.waitUntil(lambda: "since" in editor.sentence.text())
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    closed(lab, qtbot)
    found: list[Any] = []
    job = lab.heavy.collection.job(lab.window)
    job.succeeded.connect(found.append)
    with qtbot.waitSignal(job.ended):
        lab.heavy.collection.run(job, lambda collection: collection.cards("Mine"))
    assert [(card.front, card.back) for card in found[0]] == [("What is c?", "It keeps, as long as f is 1.")]
    assert not list((lab.folder / DRAFTS).glob("*.json"))


@pytest.mark.parametrize("more", ["", " And more."])
def test_a_draft_that_was_saved_before_the_app_was_killed_is_no_second_card(
    make_lab: LabMaker, qtbot: QtBot, more: str
) -> None:
    first = make_lab()
    card, deck = first.window.review.card, first.window.review.deck
    assert card is not None
    first.close()
    box = DraftBox(first.folder / DRAFTS)
    box.keep(Draft(replace(card, back=card.back + more), deck, is_new=True))

    second = make_lab()
    editing = second.window.edits.editing
    assert editing is not None
    if more:
        qtbot.waitUntil(lambda: editing.editor is not None)
        assert editing.editor is not None
        assert not editing.editor.draft.is_new
        editing.editor.save()
        closed(second, qtbot)
    qtbot.waitUntil(lambda: box.newest() is None)
    assert editing.editor is None
    second.close()
