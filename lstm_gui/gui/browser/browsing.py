"""Brings the collection's answers to the window "Cards", and the person's changes to the collection."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from lstm_gui.gui.browser.past import Past, past
from lstm_gui.gui.browser.window import CardWindow
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Job
from lstm_gui.gui.operations.edit_cards import Edited
from lstm_gui.store.card_listing import Shelves
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.search import Found

TYPING = 90  # ms after a letter until it is searched for
LOOKING = 50  # ms after a card was reached until it is shown beside the table


class Browsing(QObject):
    """Drives a CardWindow. Of each kind of question only the newest answer counts.

    Signals
    -------
    found()
        What is searched for is listed.
    """

    found = Signal()

    def __init__(
        self, window: CardWindow, collection: CollectionThread, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(window)
        self.window, self._collection, self._clock = window, collection, clock
        self._finding = self._job(self._show_found)
        self._fetching = self._job(self._show_rows)
        self._counting = self._job(self._show_shelves)
        self._looking = self._job(self._show_past)
        self._fetching.failed.connect(lambda _error: window.model.lose())
        self._soon, self._look_soon = self._timer(TYPING, self.find), self._timer(LOOKING, self._look)
        window.searched.connect(self._soon.start)
        window.picked.connect(self._look_soon.start)
        window.model.wanted.connect(self._fetch)

    def refresh(self, change: object = None) -> None:
        """Look at the collection again: cards were changed; those of an Edited alone, if it is told."""
        self.window.model.forget(frozenset(change.uids) if isinstance(change, Edited) else None)
        self.find()
        self._collection.run(self._counting, self._shelves)

    def find(self) -> None:
        """Search for what is typed now."""
        self._soon.stop()
        text, order, now = self.window.search.text(), self.window.table.order, self._clock()
        self._collection.run(self._finding, lambda collection: collection.search.find(text, order, now))

    # Inside

    def _job(self, done: Callable[[object], None]) -> Job:
        job = self._collection.job(self)
        job.succeeded.connect(done)
        job.failed.connect(self._failed)
        return job

    def _timer(self, delay: int, done: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay)
        timer.timeout.connect(done)
        return timer

    def _shelves(self, collection: Collection) -> Shelves:
        return collection.search.shelves(self._clock())

    def _fetch(self, wanted: object) -> None:
        assert isinstance(wanted, list)
        ids, now = list(map(int, wanted)), self._clock()
        self._collection.run(self._fetching, lambda collection: collection.search.rows(ids, now))

    def _look(self) -> None:
        """Show the current card beside the table, if that is open."""
        window, row = self.window, self.window.table.current_row
        if not window.preview.isVisible():
            return
        if not 0 <= row < len(window.model.ids):
            self._looking.cancel()
            window.preview.show_past(None, None)
            return
        row_id, now = window.model.ids[row], self._clock()
        self._collection.run(self._looking, lambda collection: past(collection, row_id, now))

    def _show_found(self, found: object) -> None:
        assert isinstance(found, Found)
        self.window.show_found(found)
        self.found.emit()

    def _show_rows(self, rows: object) -> None:
        assert isinstance(rows, list)
        self.window.model.take(rows, self._clock())

    def _show_shelves(self, shelves: object) -> None:
        assert isinstance(shelves, Shelves)
        self.window.shelves.show_shelves(shelves)

    def _show_past(self, found: object) -> None:
        if isinstance(found, Past):
            self.window.preview.show_past(found, self._clock())

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CollectionError):
            raise error
        self.window.tell(str(error))
