"""What comes to life after the first paint: the collection, decks, backups, the door."""

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import Opened
from lstm_gui.gui.lifetime.heavy import BUNDLED_DECK
from lstm_gui.gui.quiz.deck_picker import DeckPicker
from lstm_gui.gui.quiz.import_dialog import ImportDialog
from lstm_gui.gui.window.review import ALL_DECKS
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.settings import Settings
from lstm_gui.store import backups
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import NotSaved
from tests.gui.conftest import Lab, LabMaker

DECK = """
name = "Mine"
[[card]]
uid = "mine-1"
front = "A question?"
back = "An answer."
"""


def test_the_first_start_brings_the_bundled_deck(lab: Lab) -> None:
    assert lab.window.review.deck == BUNDLED_DECK
    assert lab.window.review.panel.header.deck.text() == BUNDLED_DECK


def test_a_deck_that_is_gone_gives_way_to_the_bundled_one(make_lab: LabMaker) -> None:
    assert make_lab(Settings(deck="Gone")).window.review.deck == BUNDLED_DECK


def test_all_decks_stay_chosen(make_lab: LabMaker) -> None:
    assert make_lab(Settings(deck=ALL_DECKS)).window.review.deck == ALL_DECKS


def test_a_collection_without_the_bundled_deck_shows_all_it_has(make_lab: LabMaker, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    with Collection.open(folder) as collection:
        collection.import_deck(Deck("Other", (Card("other-1", "A question?", "An answer."),)))
    lab = make_lab(folder=folder)
    assert lab.window.review.deck == ALL_DECKS


def test_a_dropped_deck_is_shown_first_and_imported_when_agreed(
    lab: Lab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(DECK)
    lab.window.files.open_file(path)
    dialog = lab.window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(dialog.agree.isVisible)
    with qtbot.waitSignal(dialog.imported):
        dialog.agree.click()
    qtbot.waitUntil(lambda: lab.window.review.deck == "Mine")
    qtbot.waitUntil(lambda: "1 new" in lab.window.banner.sentence.text())
    assert lab.window.live.now.recent_files == (str(path),)


def test_a_deck_is_chosen_from_the_list(lab: Lab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(lab.window.decks.decks))
    lab.window.review.panel.deck_requested.emit()
    picker = lab.window.findChild(DeckPicker)
    assert isinstance(picker, DeckPicker)
    picker.chosen.emit(None)
    assert lab.window.review.deck == ALL_DECKS
    picker.reject()


@pytest.mark.qt_log_ignore("does not support raise")  # on the screen of the tests there is nothing to raise
def test_a_second_start_opens_its_file_here(lab: Lab, qtbot: QtBot, tmp_path: Path) -> None:
    lab.heavy.door.raised.emit(str(tmp_path / "missing.json"))
    qtbot.waitUntil(lambda: "missing.json" in lab.window.banner.sentence.text())
    assert lab.window.isVisible()


def test_a_backup_is_made_when_it_is_due_and_a_failure_is_told(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def due(_collection: Collection, _now: datetime) -> bool:
        return True

    def note(folder: Path, _now: datetime) -> None:
        made.append(folder)

    def fail(_folder: Path, _now: datetime) -> None:
        raise NotSaved("The disk is full; free some space.")

    monkeypatch.setattr(Collection, "backup_due", due)
    monkeypatch.setattr(backups, "back_up", note)
    lab.heavy.backups.ask()
    qtbot.waitUntil(lambda: made == [lab.folder])
    monkeypatch.setattr(backups, "back_up", fail)
    with qtbot.waitSignal(lab.heavy.backups.failed):
        lab.heavy.backups.ask()
    qtbot.waitUntil(lambda: "disk is full" in lab.window.banner.sentence.text())


def test_what_the_collection_has_to_say_is_told_calmly(lab: Lab, qtbot: QtBot) -> None:
    lab.heavy.collection.opened.emit(Opened(read_only=False, notice="There is no new backup."))
    qtbot.waitUntil(lambda: lab.window.banner.sentence.text() == "There is no new backup.")
    assert lab.window.banner.copy.isHidden()
