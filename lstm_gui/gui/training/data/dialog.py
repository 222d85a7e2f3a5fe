"""The ground of a dialog that reads a person's own data: a title, what was read, and what is taken of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lstm_gui.bounded_file import FileRefused
from lstm_gui.gui.announcement import announce
from lstm_gui.gui.jobs import Job, Progress, Task, Worker
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.plain_text import in_one_line
from lstm_gui.training.task_choice import Data

_BESIDE = QSize(40, 60)  # px of the screen that it leaves free


class DataDialog(QDialog):
    """Reads on a thread of its own, which ends with it. Nothing is taken before the person agrees.

    Signals:
    chosen(OwnColumns | OwnText) -- the data to learn from
    """

    chosen = Signal(object)

    def __init__(self, title: str, look: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.taken: Data | None = None  # what would be learnt from; None while there is nothing
        self._worker = Worker("own-data", self)
        self.reading = self._job(self._show_read)
        self.reading.progressed.connect(self._show_progress)
        self.setWindowTitle(title)
        self.setPalette(look.qt_palette())
        self.title, self.sentence = plain_label(self, wraps=True), plain_label(self, wraps=True)
        ink(self.title, look.palette.text, look.font(17, QFont.Weight.DemiBold))
        self.busy = QProgressBar(self)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(look.px(6))
        self.busy.setAccessibleName(self.tr("Reading"))
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Take nothing (Esc)"), self)
        tip = self.tr("Let a network learn from this (Enter)")
        self.agree = Button(Kind.PRIMARY, self.tr("Learn from this"), tip, self)
        for button, pressed in ((self.leave, self.reject), (self.agree, self.accept)):
            button.set_style(look)
            button.clicked.connect(pressed)
        self.parts: Sequence[QWidget] = ()

    def read(self, path: Path) -> None:
        """Read a file and show what is in it."""
        self.title.setText(self.tr("Reading {name}…").format(name=in_one_line(path.name)))
        self.busy.setRange(0, 0)
        self.wait()
        self._show_parts(busy=True)
        self.reading.start(lambda task: self.read_for(task, path))

    def accept(self) -> None:
        """Tell the data, once there is some."""
        if self.taken is not None:
            self.chosen.emit(self.taken)
            super().accept()

    def done(self, result: int) -> None:
        """Close, and let what is under way end."""
        for job in self.findChildren(Job):
            job.cancel()
        self._worker.stop()
        super().done(result)

    # What each kind of data does

    def read_for(self, task: Task, path: Path) -> object:
        """What is in a file, read on the worker. Raises FileRefused."""
        raise NotImplementedError

    def show_found(self, found: object) -> None:
        """Show what was read, and offer what can be taken of it."""
        raise NotImplementedError

    # What they all do

    def lay_out(self, parts: Sequence[QWidget], size: QSize) -> None:
        """Stand the parts between the title and the sentence; the first takes the room."""
        look, self.parts = self.look, parts
        column = QVBoxLayout(self)
        pad = look.gap(18)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.gap(10))
        column.addWidget(self.title)
        column.addWidget(self.busy)
        for number, part in enumerate(parts):
            column.addWidget(part, 0 if number else 1)
        column.addWidget(self.sentence)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.agree)
        column.addLayout(row)
        dress_form(self, look.palette, look.scale)
        ink(self.sentence, look.palette.muted, look.font(13))
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        room = self.screen().availableSize() - _BESIDE
        self.resize(QSize(look.px(size.width()), look.px(size.height())).boundedTo(room))

    def offer(self, data: Data, words: str) -> None:
        """Say what would be taken."""
        self.taken = data
        self._say(words, refused=False)

    def refuse(self, sentence: str) -> None:
        """Say why nothing would be taken."""
        self.taken = None
        self._say(sentence, refused=True)

    def wait(self) -> None:
        """Until it is known what would be taken."""
        self.taken = None
        self.agree.setEnabled(False)

    def _job(self, show: Callable[[object], None]) -> Job:
        """Work on the dialog's thread, whose refusal is said."""
        job = Job(self._worker, self)
        job.succeeded.connect(show)
        job.failed.connect(self._show_refusal)
        return job

    def _show_progress(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        self.busy.setRange(0, progress.total)
        self.busy.setValue(progress.done)

    def _show_read(self, found: object) -> None:
        self._show_parts(busy=False, read=True)
        self.show_found(found)

    def _show_refusal(self, error: Exception) -> None:
        if not isinstance(error, FileRefused):
            self.reject()
            raise error
        if self.busy.isVisible():  # the file itself
            self._show_parts(busy=False)
            self.title.setText(self.tr("Nothing was read"))
            self.leave.setFocus()
        self.refuse(str(error))

    def _show_parts(self, *, busy: bool, read: bool = False) -> None:
        self.busy.setVisible(busy)
        self.sentence.setVisible(not busy)
        self.agree.setVisible(read)
        for part in self.parts:
            part.setVisible(read)

    def _say(self, sentence: str, *, refused: bool) -> None:
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
            announce(self.sentence, sentence)
        colours = self.look.palette
        ink(self.sentence, colours.role("c").ink if refused else colours.muted, self.look.font(13))
        self.agree.setEnabled(self.taken is not None)
