"""Below a page: how far the counting is, and what can be done with the page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from lstm_gui.gui.jobs import Progress
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.stock_look import dress_buttons, dress_progress

_BAR = 120  # px at 100 %


class Foot(QWidget):
    """A bar with Cancel while something is counted, and the buttons of the page.

    Signals
    -------
    cancelled()
    picture_wanted()
    numbers_wanted()
    closed()
    """

    cancelled = Signal()
    picture_wanted = Signal()
    numbers_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.words = QProgressBar(self), QLabel(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much of the log is read"))
        dress_progress(self.bar)
        self.cancel = self._button(self.tr("Cancel"), self.tr("Stop counting; what is shown stays"))
        self.picture = self._button(
            self.tr("Export the &picture…"), self.tr("Save the picture as PNG, SVG or PDF")
        )
        self.numbers = self._button(self.tr("Export the &numbers…"), self.tr("Save the table as CSV"))
        self.close_button = self._button(self.tr("Close"), self.tr("Close (Esc)"))
        for button, signal in (
            (self.cancel, self.cancelled),
            (self.picture, self.picture_wanted),
            (self.numbers, self.numbers_wanted),
            (self.close_button, self.closed),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.bar, self.words, self.cancel):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.picture, self.numbers, self.close_button):
            row.addWidget(part)
        self.show_rest()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        words = self.tr("{done} of {all} ratings read")
        self.words.setText(words.format(done=count_words(progress.done), all=count_words(progress.total)))
        self._show_work(True)

    def show_rest(self, words: str = "") -> None:
        """Nothing is being counted; say why not, where there is something to say."""
        self._show_work(False)
        self.words.setText(words)

    def set_style(self, style: Style) -> None:
        """Draw in another zoom."""
        for part in (self.words, self.cancel, self.picture, self.numbers, self.close_button):
            part.setFont(style.font(TEXT))
        self.bar.setFixedWidth(round(style.px(_BAR)))

    def _show_work(self, shown: bool) -> None:
        self.bar.setVisible(shown)
        self.cancel.setVisible(shown)

    def _button(self, words: str, tip: str) -> QPushButton:
        made = QPushButton(words, self)
        dress_buttons(made)
        made.setToolTip(tip)
        made.setAccessibleName(words.replace("&", ""))
        made.setAutoDefault(False)
        return made
