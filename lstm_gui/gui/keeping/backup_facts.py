"""What the backups in the list hold, and what going back to one would change: read beside the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from lstm_gui.gui.commands.backup_dialog import BackupDialog
from lstm_gui.gui.jobs import Job, Worker
from lstm_gui.gui.quiz.words import counted
from lstm_gui.store.backup_contents import Contents, Since, contents, since
from lstm_gui.store.backups import Backup
from lstm_gui.store.errors import Damaged

translate = QCoreApplication.translate


class BackupFacts(QObject):
    """Fills the list row by row, the newest first; a backup that cannot be read is called so."""

    def __init__(self, dialog: BackupDialog, worker: Worker, folder: Path) -> None:
        super().__init__(dialog)
        self._dialog, self._folder = dialog, folder
        self._backups: Sequence[Backup] = ()
        self._row = 0
        self._counting, self._comparing = Job(worker, self), Job(worker, self)
        self._counting.succeeded.connect(self._counted)
        self._counting.failed.connect(self._not_counted)
        self._comparing.succeeded.connect(self._compared)
        self._comparing.failed.connect(self._not_compared)
        dialog.looked_at.connect(self._look_at)
        dialog.finished.connect(self._stop)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List these and read them."""
        self._backups, self._row = backups, 0
        self._dialog.show_backups(backups)
        self._count()

    def _count(self) -> None:
        if self._row < len(self._backups):
            path = self._backups[self._row].path
            self._counting.start(lambda _task: contents(path))

    def _counted(self, found: object) -> None:
        assert isinstance(found, Contents)
        numbers = QLocale()
        self._dialog.show_contents(self._row, numbers.toString(found.cards), numbers.toString(found.ratings))
        self._row += 1
        self._count()

    def _not_counted(self, error: Exception) -> None:
        if not isinstance(error, Damaged):
            raise error
        self._dialog.show_contents(self._row, translate("BackupDialog", "unreadable"), "")
        self._row += 1
        self._count()

    def _look_at(self, backup: object) -> None:
        assert isinstance(backup, Backup)
        folder, path = self._folder, backup.path
        self._comparing.start(lambda _task: since(folder, path))

    def _compared(self, found: object) -> None:
        assert isinstance(found, Since)
        self._dialog.about.setText(since_words(found))

    def _not_compared(self, error: Exception) -> None:
        if not isinstance(error, Damaged):
            raise error
        self._dialog.about.setText(translate("BackupDialog", "It cannot be read; choose another backup."))

    def _stop(self) -> None:
        self._counting.cancel()
        self._comparing.cancel()


def since_words(found: Since) -> str:
    """What going back to a backup would change, in sentences."""
    lost = (
        (found.ratings, translate("Backups", "1 rating"), translate("Backups", "{n} ratings")),
        (found.added, translate("Backups", "1 new card"), translate("Backups", "{n} new cards")),
        (
            found.changed,
            translate("Backups", "the changes of 1 card"),
            translate("Backups", "the changes of {n} cards"),
        ),
    )
    parts = [counted(*part) for part in lost if part[0]]
    said = []
    if parts:
        words = translate("Backups", "Newer than this backup, and gone when you go back to it: {parts}.")
        said.append(words.format(parts=", ".join(parts)))
    if found.gone:
        back = counted(
            found.gone,
            translate("Backups", "1 card that was deleted since comes back."),
            translate("Backups", "{n} cards that were deleted since come back."),
        )
        said.append(back)
    return " ".join(said) or translate("Backups", "It holds the same cards and ratings as you have now.")
