"""The cards chosen in the window "Cards" leave as a file of any kind that decks leave as."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.browser.window import CardWindow
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.commands.file_names import name_to_write
from lstm_gui.gui.keeping.deck_kinds import deck_kinds
from lstm_gui.gui.operations.export_cards import export_cards
from lstm_gui.store.errors import CollectionError


class CardExport(QObject):
    """Asks for a file and writes it on the collection's thread.

    Signals
    -------
    exported(object)
        The Path that was written.
    """

    exported = Signal(object)

    def __init__(
        self, window: CardWindow, collection: CollectionThread, start: Callable[[str], str], parent: QObject
    ) -> None:
        """`start` puts a name beside the file used last."""
        super().__init__(parent)
        self._window, self._collection, self._start = window, collection, start
        self._job = collection.job(self)
        self._job.succeeded.connect(self._done)
        self._job.failed.connect(self._failed)

    def ask(self, wanted: object) -> None:
        """Ask where the cards with these row ids are to be written; the ending says as what."""
        assert isinstance(wanted, list)
        kinds = deck_kinds()
        filters, endings = ";;".join(kind.filter for kind in kinds), tuple(kind.ending for kind in kinds)
        title, name = self.tr("Export the selected cards"), self.tr("cards")
        path = name_to_write(
            self._window, title, self._start(f"{name}{endings[0]}"), (filters, endings), self._window.tell
        )
        if path is not None:
            kind = next(kind for kind in kinds if kind.ending == path.suffix.lower())
            self._write(path, wanted, with_history=kind.with_history)

    def _write(self, path: Path, ids: list[int], *, with_history: bool) -> None:
        self._window.tell(self.tr("Writing {name} …").format(name=path.name))

        self._collection.run(
            self._job,
            lambda opened: export_cards(opened, opened.search.uids(ids), path, with_history=with_history),
        )

    def _done(self, path: object) -> None:
        assert isinstance(path, Path)
        self._window.tell(self.tr("Saved as {name}.").format(name=path.name))
        self.exported.emit(path)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            words = self.tr("Nothing was written: {why}. Choose another folder, or free some space.")
            self._window.tell(words.format(why=error.strerror or error))
        elif isinstance(error, CollectionError):
            self._window.tell(str(error))
        else:
            raise error
