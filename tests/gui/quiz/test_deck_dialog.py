"""The settings of a deck: seen, changed by keys and mouse, saved, refused in words, deleted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.deck_dialog import DeckDialog, chosen
from lstm_gui.gui.quiz.deck_hints import Surroundings
from lstm_gui.gui.quiz.style import Style
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.deck_rules import DeckRules
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection, DeckSummary
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import Damaged
from lstm_gui.store.workload import Workload
from tests.gui.quiz.conftest import Clock

DECK = "LSTM fundamentals"
Opened = Callable[[str], DeckDialog]


@pytest.fixture
def opened(qtbot: QtBot, collection: CollectionThread, folder: Path, clock: Clock) -> Opened:
    def show(name: str) -> DeckDialog:
        decks = listed(folder, clock)
        made = DeckDialog(
            collection, Surroundings(decks, 10, 0.9, study_day(clock())), Style(palette("light")), clock
        )
        qtbot.addWidget(made)
        deck = chosen(decks, name)
        if deck is None:
            made.show_new(name)
        else:
            made.show_deck(deck)
        made.show()
        return made

    return show


def listed(folder: Path, clock: Clock) -> list[DeckSummary]:
    with Collection.open(folder, read_only=True) as reader:
        return reader.decks(clock(), 10)


def test_what_is_set_is_shown_and_what_is_changed_is_saved(
    qtbot: QtBot, opened: Opened, folder: Path, clock: Clock
) -> None:
    dialog = opened(DECK)
    form = dialog.form
    assert (form.deck_name, form.settings) == (DECK, DeckSettings())
    assert (form.new_per_day.text(), form.retention.text()) == ("no limit of its own", "as around it: 90 %")
    assert not dialog.save.isEnabled()  # nothing is another than before
    assert not form.exam_day.isEnabled()
    QTest.keyClick(form.new_per_day, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
    for _ in range(3):
        QTest.keyClick(form.new_per_day, Qt.Key.Key_Up)
    QTest.keyClick(form.retention, Qt.Key.Key_PageUp)
    QTest.keyClick(form.exam, Qt.Key.Key_Space)
    form.exam_day.setDate(QDate(2026, 4, 1))
    form.description.setText("About gates.")
    qtbot.waitUntil(lambda: form.exam_hint.text().startswith("From 25 March 2026"))
    with qtbot.waitSignal(dialog.saved) as caught:
        QTest.keyClick(form.description, Qt.Key.Key_Return)
    assert caught.args[:2] == [DECK, DECK]
    (deck,) = listed(folder, clock)
    assert deck.rules == DeckRules(3, form.retention.value() / 100, QDate(2026, 4, 1).toJulianDay() - 1721425)
    assert deck.description == "About gates."
    again = opened(DECK)
    assert again.form.settings == form.settings
    again.reject()


def test_a_deck_moves_into_another_by_its_name(
    qtbot: QtBot, opened: Opened, folder: Path, clock: Clock
) -> None:
    dialog = opened(DECK)
    dialog.form.name.setText("Course ::")
    assert not dialog.save.isEnabled()  # there is no name after the sign
    dialog.form.name.setText(" Course ::  LSTM \u202e")
    with qtbot.waitSignal(dialog.saved) as caught:
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert caught.args[:2] == [DECK, "Course::LSTM"]
    assert [deck.name for deck in listed(folder, clock)] == ["Course", "Course::LSTM"]


def test_a_name_that_is_taken_is_refused_in_words(
    qtbot: QtBot, opened: Opened, folder: Path, clock: Clock
) -> None:
    with Collection.open(folder) as collection:
        collection.import_deck(Deck("Other", (Card("other", "Q", "A"),)), clock())
    dialog = opened(DECK)
    dialog.form.name.setText("Other")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "choose another name" in dialog.words.text())
    assert dialog.isVisible()
    dialog.reject()


def test_a_new_deck_lies_in_the_one_it_was_asked_for_in(
    qtbot: QtBot, opened: Opened, folder: Path, clock: Clock
) -> None:
    dialog = opened(DECK)
    with qtbot.waitSignal(dialog.inside_wanted) as caught:
        QTest.mouseClick(dialog.inside, Qt.MouseButton.LeftButton)
    assert caught.args == [DECK]
    fresh = opened("LSTM")
    assert fresh.form.name.text() == "LSTM::"
    assert not fresh.delete.isVisible()
    assert not fresh.save.isEnabled()
    QTest.keyClicks(fresh.form.name, "Gates")
    with qtbot.waitSignal(fresh.saved) as caught:
        QTest.keyClick(fresh.form.name, Qt.Key.Key_Enter)
    assert caught.args[:2] == ["LSTM::Gates", "LSTM::Gates"]
    assert "LSTM::Gates" in [deck.name for deck in listed(folder, clock)]


def test_a_deck_is_deleted_with_what_is_needed_to_bring_it_back(
    qtbot: QtBot, opened: Opened, folder: Path, clock: Clock
) -> None:
    dialog = opened(DECK)
    with qtbot.waitSignal(dialog.deleted) as caught:
        QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    name, edited = caught.args
    assert (name, edited.edit.kind, edited.edit.count) == (DECK, "delete deck", 6)
    assert listed(folder, clock) == []


def test_what_cannot_be_read_is_said(qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> float:
        raise Damaged("The collection is damaged; restore a backup.")

    monkeypatch.setattr(Workload, "reviews_per_day", fail)
    dialog = opened(DECK)
    qtbot.waitUntil(lambda: "restore a backup" in dialog.words.text())
    dialog.reject()
