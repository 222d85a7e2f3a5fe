"""The list of backups."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.commands.backup_dialog import BackupDialog, age
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.button import Button
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.backups import Backup

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LOOK = Style(palette("light"))


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-9), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=60), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(minutes=61), "1 hour ago"),
        (timedelta(hours=23), "23 hours ago"),
        (timedelta(days=1), "1 day ago"),
        (timedelta(days=400), "400 days ago"),
    ],
)
def test_an_age_is_told_in_words(ago: timedelta, words: str) -> None:
    assert age(NOW - ago, NOW) == words


@pytest.fixture
def backups(tmp_path: Path) -> list[Backup]:
    made = []
    for number in range(3):
        path = tmp_path / f"{number}.sqlite3"
        path.write_bytes(b"x" * 2000 * (number + 1))
        made.append(Backup(path, NOW - timedelta(hours=number)))
    made[2].path.unlink()
    return made


def test_enter_chooses_the_backup_of_the_row_once(qtbot: QtBot, backups: list[Backup]) -> None:
    dialog = BackupDialog(backups, NOW, LOOK)
    qtbot.addWidget(dialog)
    chosen: list[object] = []
    dialog.chosen.connect(chosen.append)
    dialog.show()
    qtbot.waitActive(dialog)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert chosen == [backups[1]]
    assert not dialog.isVisible()


def test_each_row_says_when_and_how_large(qtbot: QtBot, backups: list[Backup]) -> None:
    dialog = BackupDialog(backups, NOW, LOOK)
    qtbot.addWidget(dialog)
    rows = [dialog.list.topLevelItem(row) for row in range(3)]
    texts = [[row.text(column) for column in range(3)] for row in rows if row is not None]
    assert [text[1] for text in texts] == ["just now", "1 hour ago", "2 hours ago"]
    assert texts[0][2].startswith("2 ")
    assert texts[2][2] == "gone"


def test_without_a_backup_there_is_nothing_to_restore(qtbot: QtBot) -> None:
    dialog = BackupDialog([], NOW, LOOK)
    qtbot.addWidget(dialog)
    assert not dialog.restore.isEnabled()


def test_it_grows_with_the_zoom_and_cuts_nothing(qtbot: QtBot, backups: list[Backup]) -> None:
    widths = []
    for zoom in (100, 150):
        dialog = BackupDialog(backups, NOW, Style(palette("dark"), zoom))
        qtbot.addWidget(dialog)
        dialog.show()
        buttons = dialog.findChildren(Button)
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        assert dialog.words.height() >= dialog.words.heightForWidth(dialog.words.width())
        widths.append(dialog.list.fontMetrics().horizontalAdvance("Backup"))
    assert widths[1] > 1.3 * widths[0]
