"""A calm line above the card: what went wrong, and a way to try again."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, ink, plain_label, round_rect


class Banner(QWidget):
    """Hidden until there is something to say.

    Signals:
    retry_wanted() -- the person wants it tried again
    """

    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.words = plain_label(self, wraps=True)
        self.retry = Button(Kind.QUIET, self.tr("Retry"), self.tr("Try to save again"), self)
        self.retry.clicked.connect(self.retry_wanted)
        layout = QHBoxLayout(self)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, words: str, *, can_retry: bool) -> None:
        """Show a sentence, with or without a way to try again."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.retry.setVisible(can_retry)
        self.show()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        ink(self.words, style.palette.text, style.font(12))
        self.retry.set_style(style, 12.5)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(style.px(16), style.px(8), style.px(8), style.px(8))
        layout.setSpacing(style.px(6))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with a stripe in the colour of a warning."""
        if self._style is None:
            return
        style, painter = self._style, QPainter(self)
        warning = style.palette.role("c").graphic
        rect, radius = QRectF(self.rect()), style.px(6)
        round_rect(painter, rect, radius, style.tint(warning, 0.12), QPen(style.tint(warning, 0.5), 1.0))
        stripe = QRectF(style.px(6), style.px(8), style.px(3), rect.height() - 2 * style.px(8))
        round_rect(painter, stripe, style.px(1.5), warning, NO_PEN)
