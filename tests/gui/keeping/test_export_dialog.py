"""Exporting from the window: a deck, what it leaves as, a file that is written while one goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.formats.deck_export import WRITERS
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Worker
from lstm_gui.gui.keeping.deck_kinds import deck_kinds
from lstm_gui.gui.keeping.export_dialog import ExportDialog, file_stem
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.deck_picker import DeckPicker
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.collection import Collection
from tests.gui.conftest import Lab
from tests.store.study import NOW, deck, rate

NAMES = ("Gates", "Gates::Forget", "Gates::Forget::Bias", "Other")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    with Collection.open(home, now=NOW) as collection:
        for number, name in enumerate(NAMES):
            one = deck(number + 1, name)
            cards = tuple(card.__class__(f"{name} {card.uid}", card.front, card.back) for card in one.cards)
            collection.import_deck(one.__class__(name, cards), NOW)
        rate(collection, "Gates card-0")
    return home


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QCoreApplication, folder: Path) -> Iterator[ExportDialog]:
    with Collection.open(folder, read_only=True) as collection:
        decks = [each for each in collection.decks(NOW, 10) if each.name in NAMES]
    thread, worker = CollectionThread(folder, qapp), Worker("files", qapp)
    made = ExportDialog(thread, worker, decks, Style(palette("light")))
    qtbot.addWidget(made)
    made.show()
    yield made
    worker.stop()
    thread.close()
    worker.deleteLater()
    thread.deleteLater()


def test_every_kind_that_can_be_written_is_offered_and_says_what_it_keeps() -> None:
    assert {kind.ending for kind in deck_kinds()} == set(WRITERS)
    assert all(kind.keeps.endswith(".") and f"*{kind.ending}" in kind.filter for kind in deck_kinds())


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("LSTM::Gates", "LSTM - Gates"),
        ("a/b\\c:d", "a b c d"),
        ("...", "deck"),
        ("Ω " * 90, ("Ω " * 40)[:79] + "…"),
    ],
)
def test_a_file_is_called_by_its_deck(name: str, stem: str) -> None:
    assert file_stem(name).rstrip("…") == stem.rstrip("…").strip()


def test_the_complete_kind_brings_the_ratings_along(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.choose("Gates")
    assert dialog.words.text() == "6 cards will leave as a copy, in the decks they lie in."
    with qtbot.waitSignal(dialog.exported):
        dialog.write_to(tmp_path / "x.jsonl")
    read = preview_file(tmp_path / "x.jsonl")
    assert (len(read.deck.cards), len(read.history)) == (6, 1)
    assert not dialog.isVisible()


def test_a_kind_without_decks_inside_says_so(dialog: ExportDialog) -> None:
    dialog.choose("Gates")
    for _ in range(2):
        QTest.keyClick(dialog.kinds, Qt.Key.Key_Down)
    assert dialog.kind.ending == ".md"
    assert "as one deck" in dialog.words.text()
    dialog.choose("Other")
    assert dialog.words.text() == "4 cards will leave as a copy."
    dialog.choose("gone")
    assert dialog.deck.name == "Gates"


def test_broken_off_there_is_no_file_and_one_can_choose_again(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.write_to(tmp_path / "x.jsonl")
    assert not dialog.save.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    assert not list(tmp_path.glob("*.jsonl"))
    with qtbot.waitSignal(dialog.exported):
        dialog.write_to(tmp_path / "x.jsonl")


def test_what_cannot_be_written_is_said(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    dialog.write_to(tmp_path / "x.md")
    qtbot.waitUntil(dialog.save.isEnabled)
    assert dialog.title.text() == "Nothing was exported"
    assert "x.md was not written" in dialog.words.text()
    QTest.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_from_the_window_the_deck_reviewed_leaves(
    lab: Lab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: bool(lab.window.decks.decks))
    path = tmp_path / "out.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    lab.window.actions_by_id["export_deck"].trigger()
    dialog = lab.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.deck.name == lab.window.review.deck
    with qtbot.waitSignal(dialog.exported):
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert lab.window.toast.text() == "Saved as out.jsonl"
    assert len(preview_file(path).deck.cards) > 50


def test_from_the_list_of_decks_the_one_marked_leaves(lab: Lab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(lab.window.decks.decks))
    lab.window.decks.choose_deck()
    picker = lab.window.findChild(DeckPicker)
    assert isinstance(picker, DeckPicker)
    QTest.mouseClick(picker.out, Qt.MouseButton.LeftButton)
    assert not picker.isVisible()
    dialog = lab.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.deck.name == lab.window.review.deck
