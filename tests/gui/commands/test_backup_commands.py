"""One press goes back to a backup; whether ratings are kept stays in sight."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from lstm_gui.gui.commands.backup_commands import when
from lstm_gui.gui.commands.backup_dialog import BackupDialog
from lstm_gui.gui.keeping.backup_facts import since_words
from lstm_gui.store.backup_contents import Since
from lstm_gui.store.collection import FILE_NAME, Collection
from lstm_gui.store.errors import NotSaved
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


def test_the_list_says_what_each_holds_and_what_is_newer_than_it(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = make_lab(folder=with_a_backup(make_lab, qtbot).folder)
    rate(lab, qtbot, 5)
    lab.window.actions_by_id["backups"].trigger()
    dialog = lab.window.findChild(BackupDialog)
    assert isinstance(dialog, BackupDialog)
    newest = dialog.list.topLevelItem(0)
    assert newest is not None
    qtbot.waitUntil(lambda: newest.text(4) == "1")
    assert int(newest.text(3)) > 50
    words = "Newer than this backup, and gone when you go back to it: 1 rating."
    qtbot.waitUntil(lambda: dialog.about.text() == words)
    listed = dialog.list.topLevelItemCount()
    dialog.back_up.click()
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == listed + 1)
    same = "It holds the same cards and ratings as you have now."
    qtbot.waitUntil(lambda: dialog.about.text() == same)
    dialog.back_up.click()
    qtbot.waitUntil(lambda: dialog.about.text() == "Nothing has changed since the newest backup.")
    dialog.reject()


def test_a_backup_that_cannot_be_read_is_called_so(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = with_a_backup(make_lab, qtbot)
    with Collection.open(lab.folder) as collection:
        collection.backups()[0].path.write_bytes(b"nonsense" * 1000)
    lab = make_lab(folder=lab.folder)
    lab.window.actions_by_id["backups"].trigger()
    dialog = lab.window.findChild(BackupDialog)
    assert isinstance(dialog, BackupDialog)
    texts = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    qtbot.waitUntil(lambda: any(item is not None and item.text(3) == "unreadable" for item in texts))
    row = next(row for row, item in enumerate(texts) if item is not None and item.text(3) == "unreadable")
    chosen = dialog.list.topLevelItem(row)
    assert chosen is not None
    dialog.list.setCurrentItem(chosen)
    qtbot.waitUntil(lambda: dialog.about.text() == "It cannot be read; choose another backup.")


def test_a_backup_that_fails_is_said(lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise NotSaved("The disk is full; free some space.")

    lab.window.actions_by_id["backups"].trigger()
    dialog = lab.window.findChild(BackupDialog)
    assert isinstance(dialog, BackupDialog)
    with monkeypatch.context() as patch:
        patch.setattr(Collection, "back_up", full)
        dialog.back_up.click()
        qtbot.waitUntil(lambda: dialog.about.text() == "The disk is full; free some space.")
    assert dialog.back_up.isEnabled()


def test_what_going_back_changes_is_told_in_words() -> None:
    assert since_words(Since(0, 2, 1, 3)) == (
        "Newer than this backup, and gone when you go back to it: 2 new cards, the changes of 1 card. "
        "3 cards that were deleted since come back."
    )
