"""Reads the collection beside the thread that owns it, so that no rating waits for a long look at it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Job, Task, Worker
from lstm_gui.store.collection import Collection

Read = Callable[[Collection, Task], object]


class Reader(QObject):
    """Runs one function at a time on a thread and a connection of its own; a newer one drops the older.

    What was asked of the collection before is done first. A collection that is in memory alone cannot be seen
    from another connection: there, the thread that owns it does the work.

    Signals
    -------
    progressed(Progress), succeeded(object), failed(Exception), ended() as of a Job.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(Exception)
    ended = Signal()

    def __init__(self, thread: CollectionThread, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._thread, self._worker = thread, Worker(name, self)
        self._read: Read | None = None
        self._near, self._far = thread.job(self), Job(self._worker, self)
        self._near.succeeded.connect(self._go_on)
        self._far.succeeded.connect(self.succeeded)
        self._far.progressed.connect(self.progressed)
        self._far.ended.connect(self.ended)
        for job in (self._near, self._far):
            job.failed.connect(self.failed)

    @property
    def running(self) -> bool:
        """Whether a result is still awaited."""
        return self._near.running or self._far.running

    def start(self, read: Read) -> None:
        """Run `read(collection, task)`; the result of an earlier start is dropped."""
        self._far.cancel()
        self._read = read
        self._thread.run(self._near, lambda collection: _in_memory(collection, read))

    def cancel(self) -> None:
        """Drop whatever it still gives."""
        self._read = None
        self._near.cancel()
        self._far.cancel()

    def stop(self) -> None:
        """Cancel, and end the thread. Safe to call twice."""
        self.cancel()
        self._worker.stop()

    def _go_on(self, found: object) -> None:
        read = self._read
        if found is not None:
            self.succeeded.emit(found)
            self.ended.emit()
        elif read is not None and not self._worker.stopped:
            folder = self._thread.folder

            def beside(task: Task) -> object:
                task.check()
                with Collection.open(folder, read_only=True) as collection:
                    return read(collection, task)

            self._far.start(beside)


def _in_memory(collection: Collection, read: Read) -> object:
    """What is read of a collection that is in memory; None for one on a disk."""
    return None if collection.on_disk else read(collection, Task(lambda _progress: None))
