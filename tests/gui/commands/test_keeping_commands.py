"""All of it leaves in one file, and that file brings it all back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.gui.commands.backup_dialog import BackupDialog
from lstm_gui.store import backups
from lstm_gui.store.errors import NotSaved
from tests.gui.commands.test_backup_commands import rate, ratings
from tests.gui.conftest import Lab


def backup_dialog(lab: Lab) -> BackupDialog:
    return next(each for each in lab.window.findChildren(BackupDialog) if each.isVisible())


def test_everything_leaves_in_one_file_which_opened_brings_it_back(
    lab: Lab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "All.lstm-lab"
    rate(lab, qtbot, 4)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    lab.window.actions_by_id["export_everything"].trigger()
    qtbot.waitUntil(lambda: "Everything is in All.lstm-lab" in lab.window.toast.text())
    rate(lab, qtbot, 5)
    lab.window.files.open_file(path)
    dialog = backup_dialog(lab)
    first = dialog.list.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "All.lstm-lab"
    qtbot.waitUntil(lambda: first.text(4) == "1")
    qtbot.waitUntil(lambda: "gone when you go back to it: 1 rating" in dialog.about.text())
    dialog.restore.click()
    qtbot.waitUntil(lambda: "is kept as" in lab.window.banner.sentence.text())
    assert ratings(lab.folder) == 1


def test_a_file_is_added_to_the_list(
    lab: Lab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.lstm-lab"
    bad.write_bytes(b"nonsense" * 1000)
    lab.window.actions_by_id["backups"].trigger()
    dialog = backup_dialog(lab)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "gone.lstm-lab"), ""))
    dialog.file_wanted.emit()
    assert dialog.list.topLevelItemCount() == 0
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
    dialog.file_wanted.emit()
    first = dialog.list.topLevelItem(0)
    assert first is not None
    qtbot.waitUntil(lambda: first.text(3) == "unreadable")


def test_what_goes_wrong_is_said(
    lab: Lab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise NotSaved("The disk is full; free some space.")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.lstm-lab"), ""))
    monkeypatch.setattr(backups, "copy_to", full)
    lab.window.actions_by_id["export_everything"].trigger()
    qtbot.waitUntil(lambda: "Nothing was exported. The disk is full" in lab.window.banner.sentence.text())
