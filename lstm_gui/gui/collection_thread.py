"""The one thread that owns the collection: it is opened, used and closed there and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.jobs import Job, Worker
from lstm_gui.gui.operations.edit_cards import Edited, TakenBack
from lstm_gui.gui.operations.restore import Restored, restore
from lstm_gui.gui.operations.save_again import SavedAgain, save_again
from lstm_gui.store.collection import Backup, Collection
from lstm_gui.store.errors import NotSaved
from lstm_gui.store.watch import Watch


@dataclass(frozen=True, slots=True)
class Opened:
    """What a person should know once the collection is open."""

    read_only: bool
    notice: str  # one sentence, empty when all is well
    saving: bool = True  # whether ratings are kept on disk
    restorable: Backup | None = None  # to be offered: the collection was damaged or gone


class CollectionThread(QObject):
    """Runs functions of the collection one after the other on its own thread.

    SQLite's connections belong to the thread that made them, and one writer means one order of events.
    The collection is opened by the first request; when that fails, the next request tries again. One that
    could only be read is opened anew when something cannot be saved: the disk may have space by now.

    Signals:
    opened(Opened) -- after the collection was opened; again when it can be saved at last, or was restored
    edited(Edited) -- cards or decks have changed, whoever asked for it: views show them anew
    """

    opened = Signal(object)
    edited = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._worker = Worker("collection", self)
        self._collection: Collection | None = None  # touched by the worker's thread alone

    @property
    def folder(self) -> Path:
        """Where the collection is."""
        return self._folder

    def job(self, parent: QObject) -> Job:
        """A job of this thread, to be given to run()."""
        return Job(self._worker, parent)

    def run(self, job: Job, function: Callable[[Collection], object]) -> None:
        """Start `job` with `function(collection)`; it fails with a CollectionError when that cannot open."""
        job.start(lambda _task: self._carry_out(function))

    def work(self, job: Job, function: Callable[[Collection, Watch], object]) -> None:
        """The same with a long function that says how far it is; cancelling the job breaks it off."""
        job.start(lambda task: self._carry_out(lambda collection: function(collection, task.watch)))

    def restore(self, job: Job, backup: Path) -> None:
        """Start `job`, which puts a backup in the place of the collection and succeeds with a Restored."""
        job.start(lambda _task: self._restored(backup))

    def save_again(self, job: Job) -> None:
        """Start `job`, which succeeds with a SavedAgain, or None while there is nothing to do or no way."""
        job.start(lambda _task: self._saved_again())

    def close(self) -> None:
        """Do all that was asked, close the collection, end the thread. Safe to call twice."""
        if self._worker.stopped:
            return
        self._worker.submit(self._close).result()
        self._worker.stop()

    def _carry_out(self, function: Callable[[Collection], object]) -> object:
        collection = self._owned()
        try:
            return self._told(function(collection))
        except NotSaved:
            if not collection.read_only:
                raise
            self._close()
            return self._told(function(self._owned(tell=lambda anew: anew.saving)))

    def _told(self, result: object) -> object:
        """The same result; if cards were edited by it, everybody hears of it."""
        edited = result.edited if isinstance(result, TakenBack) else result
        if isinstance(edited, Edited) and edited.edit is not None:
            self._worker.post(lambda: self.edited.emit(edited))
        return result

    def _restored(self, backup: Path) -> Restored:
        self._close()
        try:
            return restore(self._folder, backup, datetime.now().astimezone())
        finally:
            self._owned()

    def _saved_again(self) -> SavedAgain | None:
        unsaved = self._collection
        if unsaved is None or unsaved.saving:
            return None
        done = save_again(self._folder, unsaved, datetime.now().astimezone())
        if done is not None:
            unsaved.close()
            self._take(done.collection)
        return done

    def _owned(self, tell: Callable[[Collection], bool] = lambda _: True) -> Collection:
        """The collection, opened when it is not; `tell` is asked whether that is news for the person."""
        if self._collection is None:
            self._take(Collection.open(self._folder, start_anew=True), tell)
        assert self._collection is not None
        return self._collection

    def _take(self, collection: Collection, tell: Callable[[Collection], bool] = lambda _: True) -> None:
        self._collection = collection
        if tell(collection):
            opened = Opened(collection.read_only, collection.notice, collection.saving, collection.restorable)
            self._worker.post(lambda: self.opened.emit(opened))

    def _close(self) -> None:
        collection, self._collection = self._collection, None
        if collection is not None:
            collection.close()
