"""A play-through recorded: every step painted on a page nobody sees, packed and written by a worker.

Painting needs the thread of the window. It is done in pieces of a few milliseconds between which the window
lives; packing, encoding and writing, which take longer, are done elsewhere.
"""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.film.film import Film
from lstm_gui.formats.film.kinds import encoder
from lstm_gui.gui.jobs import Job, Progress, Task, Worker
from lstm_gui.gui.simulator.page_painter import PagePainter
from lstm_gui.gui.simulator.picture import blank
from lstm_gui.gui.simulator.sheet import Sheet
from lstm_gui.simulator.state import SimState


@dataclass(frozen=True)
class Order:
    """What is to be recorded."""

    state: SimState
    size: tuple[int, int]  # pixels
    first: int
    last: int  # steps, both of them shown
    rate: float = 2.0  # steps a second
    theme: str = "light"
    tab: str = "cell"
    all_units: bool = False  # heat maps of every unit in place of the curves of one

    def sheet(self) -> Sheet:
        """The page that its frames are painted from; to be closed."""
        return Sheet(self.state, self.size, self.theme, self.tab, all_units=self.all_units)

    @property
    def steps(self) -> range:
        """The steps to be shown."""
        return range(self.first, self.last + 1)


def painted(order: Order) -> Generator[bytes | None, None, None]:
    """A frame for each step, for Film.add; and None between pieces of the work.

    Raises OSError where a frame does not fit into memory.
    """
    sheet, size = order.sheet(), QSize(*order.size)
    try:
        for step in order.steps:
            sheet.show_step(step)
            yield None
            image = blank(size)
            painter = PagePainter(image)
            try:
                yield from sheet.drawing.pieces(painter, QSizeF(size))
            finally:
                painter.end()
            frame = image.convertToFormat(QImage.Format.Format_RGBX8888)
            yield bytes(frame.constBits())  # which are the image's own, and go with it
    finally:
        sheet.close()


class Recording(QObject):
    """Makes one file. Nothing stands under its name before all of it is there.

    Signals:
    progressed(Progress) -- how far it is
    succeeded(int)       -- the file stands; how many bytes it has
    failed(Exception)    -- there is none
    ended()              -- after any of these, or a cancellation
    """

    progressed = Signal(object)
    succeeded = Signal(int)
    failed = Signal(Exception)
    ended = Signal()

    def __init__(self, order: Order, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order, self._path = order, path
        self._film = Film(*order.size, order.rate)
        self._pieces = painted(order)
        self._worker = Worker("recording", self)
        self._job = Job(self._worker, self)
        self._job.progressed.connect(self.progressed)
        self._job.succeeded.connect(self._came_back)
        self._job.failed.connect(self._fail)
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._paint)

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self._next.isActive() or self._job.running

    def start(self) -> None:
        """Begin."""
        self._next.start()

    def cancel(self) -> None:
        """Stop, and leave nothing."""
        if self.running:
            self._stop()

    def _paint(self) -> None:
        """The next piece of a page; the worker gets each that is whole, and at last all of them."""
        try:
            frame = next(self._pieces)
        except StopIteration:
            self._next.stop()
            self._job.start(self._write)
            return
        except OSError as error:
            self._fail(error)
            return
        except BaseException:  # a fault of ours: there will be no file, and whoever is told of faults is
            self._stop()
            raise
        if frame is not None:
            self._next.stop()
            self._job.start(lambda _task: self._film.add(frame))

    def _came_back(self, written: object) -> None:
        """From the worker: a packed frame, or the whole file."""
        if isinstance(written, int):
            self.succeeded.emit(written)
            self._stop()
            return
        count = len(self._order.steps)
        words = self.tr("Drawing step {n} of {all}").format(n=len(self._film), all=count)
        self.progressed.emit(Progress(len(self._film), 2 * count, words))
        self._next.start()

    def _write(self, task: Task) -> int:
        count = len(self._film)
        words = self.tr("Writing step {n} of {all}")

        def told(done: int) -> None:
            task.check()
            task.report(count + done, 2 * count, words.format(n=max(1, done), all=count))

        content = encoder(self._path.suffix)(self._film, told)
        task.check()
        write_durably(self._path, content)
        return len(content)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self._stop()

    def _stop(self) -> None:
        self._next.stop()
        self._pieces.close()
        self._job.cancel()
        self._worker.stop()
        self.ended.emit()
