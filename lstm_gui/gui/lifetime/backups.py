"""Backups while the window is open: asked for every minute, made on a thread of their own."""

import logging
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Worker
from lstm_gui.store import backups
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import CollectionError

EVERY = 60_000  # ms between two questions whether a backup is due

_log = logging.getLogger(__name__)


class BackupClock(QObject):
    """Asks the collection whether a backup is due; a large one takes a second, so no rating waits for it.

    Signals
    -------
    failed(str)
        A backup could not be made; one sentence, told once until one succeeds.
    """

    failed = Signal(str)

    def __init__(self, thread: CollectionThread, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self._folder = folder
        self._told = ""
        self._worker = Worker("backups", self)
        self._question = thread.job(self)
        self._question.succeeded.connect(self._answered)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.ask)

    def start(self) -> None:
        """Ask every minute from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Wait for a backup that is being made, then end the thread."""
        self._timer.stop()
        self._worker.stop()

    def ask(self) -> None:
        """Ask now."""
        if not self._question.running:
            self._thread.run(self._question, _due)

    def _answered(self, due: object) -> None:
        if due and not self._worker.stopped:
            self._worker.submit(self._back_up)

    def _back_up(self) -> None:
        """Runs on the worker."""
        try:
            backups.back_up(self._folder, datetime.now().astimezone())
        except CollectionError as error:
            self._worker.post(partial(self._tell, str(error)))
        else:
            self._worker.post(self._forget)

    def _tell(self, sentence: str) -> None:
        _log.warning("no backup: %s", sentence)
        if sentence != self._told:
            self._told = sentence
            self.failed.emit(sentence)

    def _forget(self) -> None:
        self._told = ""


def _due(collection: Collection) -> bool:
    return collection.backup_due(datetime.now().astimezone())
