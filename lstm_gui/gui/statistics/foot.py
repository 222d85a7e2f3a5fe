"""Around a page: how far the counting is, above it, and what can be done with it, below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from lstm_gui.gui.jobs import Progress
from lstm_gui.gui.quiz.surface import ElidedLabel
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.stock_look import dress_buttons, dress_progress

_BAR = 120  # px at 100 %


class Counting(QWidget):
    """A bar with Cancel while something is counted.

    Signals
    -------
    cancelled()
        The person does not want to wait.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.words = QProgressBar(self), ElidedLabel(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much of the log is read"))
        dress_progress(self.bar)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cancel = _button(self.tr("Cancel"), self.tr("Stop counting; what is shown stays"), self)
        self.cancel.clicked.connect(lambda _checked=False: self.cancelled.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        for part in (self.bar, self.cancel):
            kept = part.sizePolicy()
            kept.setRetainSizeWhenHidden(True)  # nothing moves when it comes and goes
            part.setSizePolicy(kept)
            row.addWidget(part)
        self.show_rest()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        words = self.tr("{done} of {all} ratings read")
        self._say(words.format(done=count_words(progress.done), all=count_words(progress.total)))
        self._show_work(True)

    def show_rest(self, words: str = "") -> None:
        """Nothing is being counted; say why not, where there is something to say."""
        self._show_work(False)
        self._say(words)

    def set_style(self, style: Style) -> None:
        """Draw in another zoom."""
        for part in (self.words, self.cancel):
            part.setFont(style.font(TEXT))
        self.bar.setFixedWidth(round(style.px(_BAR)))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setToolTip(words)

    def _show_work(self, shown: bool) -> None:
        self.bar.setVisible(shown)
        self.cancel.setVisible(shown)


class Foot(QWidget):
    """The buttons of a page.

    Signals
    -------
    picture_wanted()
    numbers_wanted()
    closed()
    """

    picture_wanted = Signal()
    numbers_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = _button(
            self.tr("Export the &picture…"), self.tr("Save the picture as PNG, SVG or PDF"), self
        )
        self.numbers = _button(self.tr("Export the &numbers…"), self.tr("Save the table as CSV"), self)
        self.close_button = _button(self.tr("Close"), self.tr("Close (Esc)"), self)
        for button, signal in (
            (self.picture, self.picture_wanted),
            (self.numbers, self.numbers_wanted),
            (self.close_button, self.closed),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for part in (self.picture, self.numbers, self.close_button):
            row.addWidget(part)

    def set_style(self, style: Style) -> None:
        """Draw in another zoom."""
        for part in (self.picture, self.numbers, self.close_button):
            part.setFont(style.font(TEXT))


def _button(words: str, tip: str, parent: QWidget) -> QPushButton:
    made = QPushButton(words, parent)
    dress_buttons(made)
    made.setToolTip(tip)
    made.setAccessibleName(words.replace("&", ""))
    made.setAutoDefault(False)
    return made
