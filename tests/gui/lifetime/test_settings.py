"""Settings are saved a moment later, and a full disk is told once."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.lifetime import settings
from lstm_gui.gui.lifetime.settings import LiveSettings
from lstm_gui.settings import Settings, load


def test_a_change_is_told_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    live = LiveSettings(tmp_path, Settings())
    with qtbot.waitSignal(live.changed):
        live.change(zoom=150)
    qtbot.waitUntil(lambda: load(tmp_path)[0].zoom == 150)
    with qtbot.assertNotEmitted(live.changed):
        live.change(zoom=150)


@pytest.mark.usefixtures("qapp")
def test_a_full_disk_is_told_once_and_saved_when_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folder: Path, _settings: Settings) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    live = LiveSettings(tmp_path, Settings())
    told: list[str] = []
    live.not_saved.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(settings, "save", full)
        for zoom in (125, 150):
            live.change(zoom=zoom)
            live.save_now()
    assert len(told) == 1
    assert "No space left" in told[0]
    live.change(zoom=175)
    live.save_now()
    assert load(tmp_path)[0].zoom == 175


@pytest.mark.usefixtures("qapp")
def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    live = LiveSettings(tmp_path, Settings())
    live.save_now()
    QCoreApplication.processEvents()
    assert list(tmp_path.iterdir()) == []
