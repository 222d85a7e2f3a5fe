"""The check of the collection in the window: what was found is said in plain words."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.commands.backup_dialog import BackupDialog
from lstm_gui.gui.keeping.check_dialog import CheckDialog
from lstm_gui.gui.keeping.findings import lacking_words, mended_words, sound_words
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.check import Findings, Lack
from lstm_gui.store.collection import FILE_NAME
from tests.gui.conftest import Lab
from tests.store.study import filled


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path) -> Iterator[CheckDialog]:
    filled(tmp_path)
    thread = CollectionThread(tmp_path, qapp)
    made = CheckDialog(thread, Style(palette("light")))
    qtbot.addWidget(made)
    made.show()
    yield made
    thread.close()
    thread.deleteLater()


def spoil(folder: Path, sql: str) -> None:
    with sqlite3.connect(folder / FILE_NAME) as connection:
        connection.execute(sql)
    connection.close()


def test_a_sound_collection_is_called_so(qtbot: QtBot, dialog: CheckDialog) -> None:
    dialog.begin()
    qtbot.waitUntil(lambda: bool(dialog.findings))
    assert dialog.title.text() == "The collection is sound"
    said = [label.text() for label in dialog.findings]
    assert "The schedules of 6 cards follow from 1 ratings." in said
    assert dialog.leave.text() == "Close"


def test_what_is_mended_is_said_and_the_review_looks_again(
    qtbot: QtBot, dialog: CheckDialog, tmp_path: Path
) -> None:
    spoil(tmp_path, "UPDATE memory SET stability = 9 WHERE card = 1")
    with qtbot.waitSignal(dialog.mended):
        dialog.begin()
    assert dialog.title.text() == "The collection is mended"
    assert dialog.findings[0].text().startswith("The schedule of 1 card was not")


def test_broken_off_it_closes_and_changes_nothing(qtbot: QtBot, dialog: CheckDialog) -> None:
    dialog.begin()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.findings


def test_damage_leads_to_the_backups(qtbot: QtBot, dialog: CheckDialog, tmp_path: Path) -> None:
    spoil(tmp_path, "INSERT INTO edit_card (edit, card) VALUES (77, 1)")
    dialog.begin()
    qtbot.waitUntil(dialog.backups.isVisible)
    assert dialog.title.text() == "The collection is damaged"
    with qtbot.waitSignal(dialog.backups_wanted):
        QTest.mouseClick(dialog.backups, Qt.MouseButton.LeftButton)


def test_from_the_window(lab: Lab, qtbot: QtBot) -> None:
    lab.window.actions_by_id["check_collection"].trigger()
    dialog = lab.window.findChild(CheckDialog)
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(lambda: bool(dialog.findings))
    dialog.backups_wanted.emit()
    qtbot.waitUntil(lambda: lab.window.findChild(BackupDialog) is not None)


def test_findings_are_told_in_numbers_that_agree() -> None:
    lacks = tuple(Lack(f"card-{number}", "x.png") for number in range(7))
    found = Findings(10, 20, schedules=2, unsearchable=3, media=1, lacks=lacks, unused=4)
    assert [words.split(" ")[0] for words in sound_words(found)] == ["Every"]
    assert all(str(number) in words for number, words in zip((2, 3), mended_words(found), strict=True))
    lacking = lacking_words(found)
    assert "card-4…" in lacking[0]
    assert lacking[1].startswith("4 pictures")
    one = Findings(1, 1, unsearchable=1, lacks=lacks[:1], unused=1)
    assert [words.split(" ")[0] for words in lacking_words(one)] == ["1", "1"]
    assert len(mended_words(one)) == 1
