"""The ground of a window about what is kept: a title, a sentence, how far it is, and the buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from lstm_gui.gui.jobs import Progress
from lstm_gui.gui.quiz.button import Button
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.stock_look import dress_form, dress_progress

WIDTH = 540  # px of the design
NEEDS = QSize(580, 420)  # px of the design; where the screen has less, all is drawn smaller
BESIDE = QSize(40, 60)  # px of the screen that it leaves free


class KeepingDialog(QDialog):
    """What the dialogs share; a subclass fills `middle` and says which buttons there are."""

    def __init__(self, title: str, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = style = style.within(NEEDS, self.screen().availableSize() - BESIDE)
        self.setWindowTitle(title)
        self.setPalette(style.qt_palette())
        self.setFont(style.font(13))
        self.title, self.words = plain_label(self, wraps=True), plain_label(self, wraps=True)
        ink(self.title, style.palette.text, style.font(17, QFont.Weight.DemiBold))
        ink(self.words, style.palette.muted, style.font(13))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        dress_progress(self.bar)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.middle = QVBoxLayout()
        self.middle.setSpacing(style.gap(10))

    def say(self, title: str, words: str) -> None:
        """Show a title and what stands below it."""
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def show_progress(self, progress: object) -> None:
        """How far a job is."""
        assert isinstance(progress, Progress)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def set_busy(self, busy: bool) -> None:
        """Whether something is under way; nothing moves to make room for the bar."""
        self.bar.setRange(0, 0 if busy else 1)
        self.bar.setVisible(busy)

    def make_room(self, height: int) -> None:
        """Grow to a height, or to that of the screen, to both sides: the foot stays on the screen."""
        screen = self.screen().availableGeometry()
        border = self.frameGeometry().height() - self.height()
        more = min(height, screen.height() - border) - self.height()
        if more > 0:
            top = self.y() - more // 2
            self.resize(self.width(), self.height() + more)
            lowest = screen.bottom() + 1 - self.height() - border
            self.move(self.x(), max(screen.top(), min(top, lowest)))

    def lay_out(self, left: Sequence[Button], right: Sequence[Button]) -> None:
        """Stand it all in its place, with buttons at both sides of the foot."""
        look = self.look
        row = QHBoxLayout()
        for button in left:
            row.addWidget(button)
        row.addStretch(1)
        for button in right:
            row.addWidget(button)
        for button in (*left, *right):
            button.set_style(look)
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        pad = look.gap(18)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(look.gap(10))
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addLayout(self.middle, 1)
        layout.addStretch(0)  # with nothing in the middle, the words stay at the top
        layout.addWidget(self.bar)
        layout.addLayout(row)
        dress_form(self, look.palette, look.scale)
        self.set_busy(False)
