"""The way back to a backup: offered where the collection was damaged or gone, listed in the menu."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from lstm_gui.gui.errors import Problem, Remedy

if TYPE_CHECKING:  # the store is imported after the first paint
    from lstm_gui.gui.collection_thread import CollectionThread, Opened
    from lstm_gui.gui.commands.backup_dialog import BackupDialog
    from lstm_gui.gui.keeping.backup_facts import BackupFacts
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.store.backups import Backup


COPY_SUFFIX = ".lstm-lab"  # of a file with all of a collection


def _backup_of(file: Path | None) -> "list[Backup]":
    """A file as one of the list; none where it cannot even be looked at."""
    from lstm_gui.store.backups import Backup

    try:
        return [Backup(file, datetime.fromtimestamp(file.stat().st_mtime).astimezone())] if file else []
    except OSError:
        return []


def when(moment: datetime) -> str:
    """A time as a person writes it, in their own time zone."""
    return f"{moment.astimezone():%d %B %Y, %H:%M}".lstrip("0")


class BackupCommands(QObject):
    """Offers backups, lists them and restores one.

    Signals
    -------
    replaced()
        Another collection stands in the folder: the session has to begin again.
    """

    replaced = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._collection: CollectionThread | None = None  # after the first paint
        self._folder = Path()
        self._backup: Backup | None = None  # being restored
        self._offer = ""  # the sentence that offers a backup

    def attach(self, collection: "CollectionThread", folder: Path) -> None:
        """Work on this collection from now on."""
        self._collection, self._folder = collection, folder
        self._restoring = collection.job(self)
        self._restoring.succeeded.connect(self._restored)
        self._restoring.failed.connect(self._not_restored)

    def take(self, opened: "Opened") -> None:
        """Say what is not as usual about a collection that saves; an offer of a backup has its button."""
        window = self._window
        window.banner.withdraw(self._offer)
        self._offer = ""
        if not opened.saving:
            return  # window/saving_state.py says so, as long as it lasts
        if opened.restorable is not None:
            self._offer = opened.notice
            backup = opened.restorable
            words = self.tr("Restore the backup of {date}").format(date=when(backup.at))
            window.banner.tell(Problem(opened.notice, remedy=Remedy(words, self._restorer(backup))))
        elif opened.notice:
            window.errors.notice(opened.notice)

    @property
    def folder(self) -> Path:
        """Where the collection lies."""
        return self._folder

    def show_backups(self, file: Path | None = None) -> None:
        """List the backups; above them `file`, a copy of a collection that stands anywhere."""
        if self._collection is None:
            return
        from lstm_gui.gui.commands.backup_dialog import BackupDialog
        from lstm_gui.gui.keeping.backup_facts import BackupFacts
        from lstm_gui.store.backups import backups

        dialog = BackupDialog([], datetime.now().astimezone(), self._window.decks.style(), self._window)
        facts = BackupFacts(dialog, self._window.decks.files_worker(), self._folder)
        facts.show_backups([*_backup_of(file), *backups(self._folder)])
        dialog.chosen.connect(self._chosen)
        dialog.folder_wanted.connect(self.open_folder)
        dialog.file_wanted.connect(lambda: self._add_file(dialog, facts))
        dialog.backup_wanted.connect(lambda: self._back_up(dialog, facts))
        self._window.commands.show_dialog(dialog)

    def _add_file(self, dialog: "BackupDialog", facts: "BackupFacts") -> None:
        from PySide6.QtWidgets import QFileDialog

        from lstm_gui.store.backups import backups

        kinds = self.tr("All of a collection (*.lstm-lab *.sqlite3);;All files (*)")
        start = self._window.files.folder()
        name, _ = QFileDialog.getOpenFileName(dialog, self.tr("Go back to a file"), start, kinds)
        if name:
            facts.show_backups([*_backup_of(Path(name)), *backups(self._folder)])

    def _back_up(self, dialog: "BackupDialog", facts: "BackupFacts") -> None:
        """Back up now; on the collection's thread, for it knows what has changed."""
        from lstm_gui.gui.quiz.review import local_now
        from lstm_gui.store.backups import backups

        def done(made: object) -> None:
            dialog.back_up.setEnabled(True)
            if made is None:
                dialog.about.setText(self.tr("Nothing has changed since the newest backup."))
            else:
                facts.show_backups(backups(self._folder))
                self._window.toast.say(self.tr("Your cards and ratings are backed up."))

        def refused(error: Exception) -> None:
            from lstm_gui.store.errors import CollectionError

            dialog.back_up.setEnabled(True)
            if not isinstance(error, CollectionError):
                raise error
            dialog.about.setText(str(error))

        assert self._collection is not None
        dialog.back_up.setEnabled(False)
        job, now = self._collection.job(dialog), local_now()
        job.succeeded.connect(done)
        job.failed.connect(refused)
        self._collection.run(job, lambda collection: collection.back_up(now))

    def open_folder(self) -> None:
        """Open the folder of the collection and its backups in the system's own window."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._window.errors.notice(
                self.tr("The backups are kept in {folder}.").format(folder=self._folder)
            )

    def restore(self, backup: "Backup") -> None:
        """Put a backup in the place of the collection, which is kept as a backup itself."""
        if self._collection is not None and not self._restoring.running:
            self._backup = backup
            self._window.review.panel.hold()
            self._collection.restore(self._restoring, backup.path)

    def _chosen(self, backup: object) -> None:
        from lstm_gui.store.backups import Backup

        assert isinstance(backup, Backup)
        self.restore(backup)

    def _restorer(self, backup: "Backup") -> Callable[[], None]:
        return lambda: self.restore(backup)

    def _restored(self, result: object) -> None:
        from lstm_gui.gui.operations.restore import Restored

        assert isinstance(result, Restored)
        assert self._backup is not None
        words = self.tr("The backup of {date} is restored.").format(date=when(self._backup.at))
        if result.kept is not None:
            words += " " + self.tr("What it replaced is kept as {name}.").format(name=result.kept.name)
        self._window.banner.withdraw(self._offer)
        self._window.errors.notice(words)
        self.replaced.emit()

    def _not_restored(self, error: Exception) -> None:
        from lstm_gui.store.errors import CollectionError

        self.replaced.emit()
        if not isinstance(error, CollectionError):
            raise error
        self._window.errors.notice(str(error))
