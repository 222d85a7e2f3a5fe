"""Bringing decks: from files, one after the other, and from the clipboard; and taking an import back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir
from PySide6.QtGui import QGuiApplication

from lstm_gui.gui.commands.backup_commands import COPY_SUFFIX
from lstm_gui.gui.errors import Problem, Remedy

if TYPE_CHECKING:  # made at the first use
    from lstm_gui.gui.jobs import Job
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.operations.import_deck import Imported
    from lstm_gui.gui.quiz.import_dialog import ImportDialog


class ImportCommands(QObject):
    """Nothing of the collection changes before the person agrees, and what came can be taken back."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        self._shown = 0  # files, of those that were brought together
        self._dialog: ImportDialog | None = None
        self._clipboard: QTemporaryDir | None = None
        self._undoing: Job | None = None
        self._last: Imported | None = None  # what Ctrl+Z takes back
        self._offer = ""  # the sentence beside its button
        self._deck_before = ""
        self._listening = False
        window.review.rated.connect(self._forget)

    @property
    def undo_label(self) -> str:
        """The import that undo would take back, "" for none."""
        return "" if self._last is None else self.tr("the import of “{deck}”").format(deck=self._last.deck)

    def bring(self, path: Path) -> None:
        """Show what a file would bring, after those that wait; or what a whole collection would change."""
        if self._window.decks.collection is None:
            return
        if path.suffix.lower() == COPY_SUFFIX:
            self._window.keeper.show_backups(path)
            return
        self._waiting.append(path)
        if self._dialog is None:
            self._next()
        else:
            self._dialog.retitle(self._heading())

    def bring_clipboard(self) -> None:
        """Show what a table, Markdown or another deck on the clipboard would bring."""
        from hashlib import blake2b  # not before the first paint

        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._window.toast.say(self.tr("There is no text on the clipboard."))
            return
        folder, content = QTemporaryDir(), (text.rstrip("\n") + "\n").encode(errors="replace")
        # What was copied twice is the same cards; two lists with a question in common share none.
        path = Path(folder.filePath(f"clipboard-{blake2b(content, digest_size=6).hexdigest()}.txt"))
        try:
            path.write_bytes(content)
        except OSError as error:
            self._window.errors.refused(error)
            return
        self._clipboard = folder  # until the next one: the dialog may read it again
        self.bring(path)

    def undo(self) -> bool:
        """Take the last import back; False when there is none to take back."""
        imported, collection = self._last, self._window.decks.collection
        if imported is None or collection is None:
            return False
        from lstm_gui.gui.operations.undo_import import undo_import
        from lstm_gui.gui.quiz.review import local_now

        if self._undoing is None:
            self._undoing = collection.job(self)
            self._undoing.succeeded.connect(self._undone)
            self._undoing.failed.connect(self._not_undone)
        if not self._undoing.running:
            edit, now = imported.edit, local_now()
            self._window.review.panel.hold()
            collection.run(self._undoing, lambda opened: undo_import(opened, edit, now))
        return True

    # Inside

    def _heading(self) -> str:
        total = self._shown + len(self._waiting)
        if total < 2:
            return self.tr("Import a deck")
        return self.tr("Import a deck, {n} of {total}").format(n=self._shown, total=total)

    def _next(self) -> None:
        from lstm_gui.gui.quiz.import_dialog import ImportDialog
        from lstm_gui.gui.quiz.review import local_now

        window, self._dialog = self._window, None
        if not self._waiting:
            self._shown = 0
            return
        path = self._waiting.pop(0)
        self._shown += 1
        assert window.decks.collection is not None
        if not self._listening:
            window.decks.collection.edited.connect(self._forget)  # Ctrl+Z is about that edit then
            window.keeper.replaced.connect(self._forget)
            self._listening = True
        dialog = ImportDialog(
            window.decks.collection, window.decks.files_worker(), window.decks.style(), local_now, window
        )
        self._dialog = dialog
        dialog.imported.connect(partial(self._imported, path))
        dialog.finished.connect(self._next)
        dialog.read(path, self._heading(), self.tr("Clipboard") if self._is_copied(path) else "")
        window.commands.show_dialog(dialog)

    def _imported(self, path: Path, result: object) -> None:
        from lstm_gui.gui.operations.import_deck import Imported
        from lstm_gui.gui.quiz.import_words import came_in

        assert isinstance(result, Imported)
        window = self._window
        self._forget()
        sentence = came_in(result.deck, result.report)
        remedy = None
        if result.edit:
            self._last, self._offer, self._deck_before = result, sentence, window.review.deck
            remedy = Remedy(self.tr("Undo the import"), self._undo_offered)
        window.banner.tell(Problem(sentence, remedy=remedy))
        if not self._is_copied(path):
            window.files.remember(path)
        window.live.change(deck=result.deck)
        window.review.refresh()
        window.refresh_undo()

    def _is_copied(self, path: Path) -> bool:
        """Whether a file is what was on the clipboard."""
        return self._clipboard is not None and Path(self._clipboard.path()) in path.parents

    def _undo_offered(self) -> None:
        self.undo()

    def _undone(self, result: object) -> None:
        from lstm_gui.gui.operations.undo_import import ImportUndone

        assert isinstance(result, ImportUndone)
        window = self._window
        window.live.change(deck=self._deck_before)
        self._forget()
        window.toast.say(self.tr("The import of “{deck}” is taken back.").format(deck=result.deck))
        window.review.refresh()

    def _not_undone(self, error: Exception) -> None:
        from lstm_gui.store.errors import CollectionError

        self._window.review.refresh()
        if not isinstance(error, CollectionError):
            raise error
        self._forget()
        self._window.errors.notice(str(error))

    def _forget(self) -> None:
        """A rating, an edit or a restore came since, or it is taken back: Ctrl+Z is about something else."""
        if self._last is not None:
            self._last = None
            self._window.banner.withdraw(self._offer)
            self._window.refresh_undo()
