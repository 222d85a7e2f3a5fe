"""The settings of a deck in the window: opened from the menu and the list, followed, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.quiz.deck_dialog import DeckDialog
from lstm_gui.gui.quiz.deck_picker import DeckPicker
from lstm_gui.gui.window.review import ALL_DECKS
from lstm_gui.settings import Settings
from tests.gui.conftest import Lab, LabMaker

DECK = "LSTM fundamentals"


@pytest.fixture
def ready(lab: Lab, qtbot: QtBot) -> Lab:
    """A window that knows its decks."""
    qtbot.waitUntil(lambda: bool(lab.window.decks.decks))
    return lab


def dialog_of(lab: Lab) -> DeckDialog:
    found = lab.window.findChild(DeckDialog)
    assert isinstance(found, DeckDialog)
    return found


def test_the_deck_under_review_is_set_from_the_menu_and_followed_to_its_new_name(
    ready: Lab, qtbot: QtBot
) -> None:
    ready.window.actions_by_id["deck_settings"].trigger()
    dialog = dialog_of(ready)
    dialog.form.name.setText(f"Course::{DECK}")
    dialog.form.new_per_day.setValue(2)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready.window.review.deck == f"Course::{DECK}")
    qtbot.waitUntil(lambda: "2 new" in ready.window.review.panel.header.counts.text())
    assert ready.window.live.now.deck == f"Course::{DECK}"


def test_a_deleted_deck_is_brought_back_by_one_press(ready: Lab, qtbot: QtBot) -> None:
    ready.window.actions_by_id["deck_settings"].trigger()
    QTest.mouseClick(dialog_of(ready).delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(ready.window.banner.isVisible)
    assert ready.window.review.deck == ALL_DECKS
    qtbot.waitUntil(lambda: ready.window.review.panel.card is None)
    assert DECK in ready.window.banner.sentence.text()
    QTest.mouseClick(ready.window.banner.remedy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready.window.review.deck == DECK)
    qtbot.waitUntil(lambda: ready.window.review.panel.card is not None)
    assert not ready.window.banner.isVisible()


def test_the_list_leads_to_the_settings_and_to_a_new_deck(ready: Lab, qtbot: QtBot) -> None:
    ready.window.actions_by_id["choose_deck"].trigger()
    picker = ready.window.findChild(DeckPicker)
    assert isinstance(picker, DeckPicker)
    QTest.mouseClick(picker.settings, Qt.MouseButton.LeftButton)
    dialog = dialog_of(ready)
    assert dialog.form.deck_name == DECK
    QTest.mouseClick(dialog.inside, Qt.MouseButton.LeftButton)
    fresh = next(each for each in ready.window.findChildren(DeckDialog) if each.isVisible())
    fresh.form.name.setText("Mine")
    QTest.mouseClick(fresh.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Mine" in [deck.name for deck in ready.window.decks.decks])


def test_all_decks_together_have_no_settings_of_their_own(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = make_lab(Settings(deck=ALL_DECKS))
    qtbot.waitUntil(lambda: bool(lab.window.decks.decks))
    lab.window.actions_by_id["deck_settings"].trigger()
    assert "preferences" in lab.window.toast.text()
    assert lab.window.findChild(DeckDialog) is None


def test_what_was_set_is_taken_back_as_any_edit_of_review(ready: Lab, qtbot: QtBot) -> None:
    ready.window.actions_by_id["deck_settings"].trigger()
    dialog = dialog_of(ready)
    dialog.form.new_per_day.setValue(2)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2 new" in ready.window.review.panel.header.counts.text())
    assert DECK in ready.window.review.undo_label
    ready.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: "10 new" in ready.window.review.panel.header.counts.text())
