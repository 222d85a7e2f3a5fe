"""What the actions do about what is kept: decks that come and leave, all of it, and the check."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from lstm_gui.gui.window.review import ALL_DECKS

if TYPE_CHECKING:  # made at the first use
    from lstm_gui.gui.jobs import Job
    from lstm_gui.gui.keeping.export_dialog import ExportDialog
    from lstm_gui.gui.main_window import MainWindow


class KeepingCommands(QObject):
    """Opens the dialogs."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._copying: Job | None = None

    def bring_clipboard(self) -> None:
        """Show what the text on the clipboard would bring as a deck."""
        self._window.decks.importing.bring_clipboard()

    def export_deck(self, deck: str = "") -> None:
        """Ask which deck leaves and as what; `deck` or the one reviewed is chosen at first."""
        window = self._window
        collection, decks = window.decks.collection, [each for each in window.decks.decks if each.name]
        if collection is None:
            return
        if not decks:
            window.toast.say(self.tr("There is no deck to export yet."))
            return
        from lstm_gui.gui.keeping.export_dialog import ExportDialog

        dialog = ExportDialog(collection, window.decks.files_worker(), decks, window.decks.style(), window)
        dialog.choose(deck or (window.review.deck if window.review.deck != ALL_DECKS else None))
        dialog.save_wanted.connect(lambda: self._save_deck(dialog))
        dialog.exported.connect(self._tell_exported)
        window.commands.show_dialog(dialog)

    def export_everything(self) -> None:
        """Ask for a name, and copy all of the collection to one file; nothing waits for it."""
        from lstm_gui.gui.commands.backup_commands import COPY_SUFFIX
        from lstm_gui.gui.commands.file_names import name_to_write
        from lstm_gui.gui.jobs import Job
        from lstm_gui.store.backups import copy_to

        window = self._window
        if window.decks.collection is None:
            return
        start = window.files.folder(f"LSTM Lab {date.today():%Y-%m-%d}{COPY_SUFFIX}")
        kinds = self.tr("All of a collection (*.lstm-lab)"), (COPY_SUFFIX,)
        path = name_to_write(window, self.tr("Export everything"), start, kinds, window.errors.notice)
        if path is None:
            return
        if self._copying is None:
            self._copying = Job(window.decks.files_worker(), self)
            self._copying.succeeded.connect(self._tell_copied)
            self._copying.failed.connect(self._tell_trouble)
        folder = window.keeper.folder
        window.toast.say(self.tr("Copying everything to {name}…").format(name=path.name))

        def copy(_task: object) -> Path:
            copy_to(folder, path)
            return path

        self._copying.start(copy)

    def check_collection(self) -> None:
        """Check the collection, and mend what can be mended."""
        window = self._window
        if window.decks.collection is None:
            return
        from lstm_gui.gui.keeping.check_dialog import CheckDialog

        dialog = CheckDialog(window.decks.collection, window.decks.style(), window)
        dialog.mended.connect(window.review.refresh)
        dialog.backups_wanted.connect(window.keeper.show_backups)
        window.commands.show_dialog(dialog)
        dialog.begin()

    def _save_deck(self, dialog: "ExportDialog") -> None:
        from lstm_gui.gui.commands.file_names import name_to_write
        from lstm_gui.gui.keeping.export_dialog import file_stem

        kind, files = dialog.kind, self._window.files
        start = files.folder(f"{file_stem(dialog.deck.name)}{kind.ending}")
        kinds = kind.filter, (kind.ending,)
        path = name_to_write(dialog, self.tr("Export a deck"), start, kinds, self._window.errors.notice)
        if path is not None:
            dialog.write_to(path)

    def _tell_exported(self, result: object) -> None:
        from lstm_gui.gui.operations.export_deck import Exported

        assert isinstance(result, Exported)
        self._window.toast.say(self.tr("Saved as {name}").format(name=result.path.name))
        self._window.files.remember(result.path)

    def _tell_copied(self, path: object) -> None:
        assert isinstance(path, Path)
        size = QLocale().formattedDataSize(path.stat().st_size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        words = self.tr("Everything is in {name}, {size}. Open it here to go back to it.")
        self._window.toast.say(words.format(name=path.name, size=size))

    def _tell_trouble(self, error: Exception) -> None:
        from lstm_gui.store.errors import CollectionError

        if not isinstance(error, CollectionError):
            raise error
        self._window.errors.notice(self.tr("Nothing was exported. {why}").format(why=error))
