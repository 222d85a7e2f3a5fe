"""One press goes back to a backup; whether ratings are kept stays in sight."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from lstm_gui.gui.commands.backup_commands import when
from lstm_gui.gui.commands.backup_dialog import BackupDialog
from lstm_gui.store.collection import FILE_NAME, Collection
from tests.gui.conftest import Lab, LabMaker

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def rate(lab: Lab, qtbot: QtBot, rating: int) -> None:
    """Rate the card on screen and wait until it is durable and the next is there."""
    panel = lab.window.review.panel
    before = panel.card

    def rated() -> bool:
        if panel.card in (None, before):
            panel.reveal()  # does nothing while the panel is held
            panel.rate(rating)
        return panel.card not in (None, before)

    qtbot.waitUntil(rated)


def ratings(folder: Path) -> int:
    """How many ratings stand in the collection of a folder."""
    with Collection.open(folder, read_only=True) as collection:
        return len(list(collection.events()))


def with_a_backup(make_lab: LabMaker, qtbot: QtBot) -> Lab:
    """A lab that was closed with one rating, and a backup of it."""
    lab = make_lab()
    rate(lab, qtbot, 4)
    lab.close()
    with Collection.open(lab.folder) as collection:
        collection.back_up(datetime.now().astimezone())
    return lab


def test_after_damage_one_press_brings_the_backup_back(make_lab: LabMaker, qtbot: QtBot) -> None:
    folder = with_a_backup(make_lab, qtbot).folder
    (folder / FILE_NAME).write_bytes(b"nonsense" * 1000)
    lab = make_lab(folder=folder)
    banner = lab.window.banner
    qtbot.waitUntil(banner.isVisible)
    assert "damaged" in banner.sentence.text()
    assert banner.remedy.text().startswith("Restore the backup of ")
    banner.remedy.click()
    qtbot.waitUntil(lambda: "is restored" in banner.sentence.text())
    qtbot.waitUntil(lambda: lab.window.review.panel.work.undo.isEnabled())
    assert ratings(folder) == 1
    banner.dismiss.click()
    assert banner.isHidden()
    rate(lab, qtbot, 5)
    lab.close()
    assert ratings(folder) == 2


def test_a_collection_that_is_gone_has_its_backup_offered(make_lab: LabMaker, qtbot: QtBot) -> None:
    folder = with_a_backup(make_lab, qtbot).folder
    (folder / FILE_NAME).unlink()
    lab = make_lab(folder=folder)
    qtbot.waitUntil(lab.window.banner.remedy.isVisible)
    assert "gone" in lab.window.banner.sentence.text()


def test_a_backup_is_chosen_from_the_list_and_what_it_replaces_is_kept(
    make_lab: LabMaker, qtbot: QtBot
) -> None:
    folder = with_a_backup(make_lab, qtbot).folder
    lab = make_lab(folder=folder)
    rate(lab, qtbot, 5)
    rate(lab, qtbot, 5)
    lab.window.actions_by_id["backups"].trigger()
    dialog = lab.window.findChild(BackupDialog)
    assert isinstance(dialog, BackupDialog)
    listed = dialog.list.topLevelItemCount()
    dialog.restore.click()
    qtbot.waitUntil(lambda: "is kept as" in lab.window.banner.sentence.text())
    assert ratings(folder) == 1
    lab.window.actions_by_id["backups"].trigger()
    again = next(each for each in lab.window.findChildren(BackupDialog) if each.isVisible())
    assert again.list.topLevelItemCount() == listed + 1
    again.reject()


def test_a_damaged_backup_changes_nothing_and_says_so(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = with_a_backup(make_lab, qtbot)
    folder = lab.folder
    with Collection.open(folder) as collection:
        backup = collection.backups()[0]
    backup.path.write_bytes(b"nonsense" * 1000)
    lab = make_lab(folder=folder)
    lab.window.keeper.restore(backup)
    qtbot.waitUntil(lambda: "choose another" in lab.window.banner.sentence.text())
    assert ratings(folder) == 1
    rate(lab, qtbot, 5)


def test_the_folder_is_opened_or_named(lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def take(url: object) -> bool:
        opened.append(str(url))
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    lab.window.keeper.open_folder()
    assert str(lab.folder) in opened[0]
    lab.window.keeper.open_folder()
    qtbot.waitUntil(lambda: str(lab.folder) in lab.window.banner.sentence.text())


def test_a_time_is_written_for_a_person() -> None:
    assert when(NOW).split(" ", 1)[1].startswith("March 2026, ")
