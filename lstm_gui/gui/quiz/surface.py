"""The painted ground of the panel: boxes, bars, and labels that take no markup."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

CLEAR = QColor(0, 0, 0, 0)
NO_PEN = QPen(Qt.PenStyle.NoPen)


def round_rect(painter: QPainter, rect: QRectF, radius: float, ground: QColor, pen: QPen) -> None:
    """A rounded box whose border lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(ground)
    inside = 0.0 if pen.style() == Qt.PenStyle.NoPen else pen.widthF() / 2
    painter.drawRoundedRect(rect.adjusted(inside, inside, -inside, -inside), radius, radius)


def plain_label(parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """A label that shows its text letter for letter, whatever a deck wrote into it."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label


def ink(label: QLabel, colour: QColor, font: QFont) -> None:
    """Give a label its colour and font."""
    palette = QPalette(label.palette())
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    label.setPalette(palette)
    label.setFont(font)


class ElidedLabel(QLabel):
    """One line of plain text that ends in "…" where it has no room; the tooltip has it whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, words)


class Box(QFrame):
    """A rounded box with a thin border."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._border, self._radius = CLEAR, CLEAR, 8.0

    def set_look(self, ground: QColor, border: QColor, radius: float) -> None:
        """Fill with `ground`, line with `border`."""
        self._ground, self._border, self._radius = ground, border, radius
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = QPainter(self)
        round_rect(painter, QRectF(self.rect()), self._radius, self._ground, QPen(self._border, 1.0))


class Bar(QWidget):
    """A share as a filled bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._ground, self._filled = CLEAR, CLEAR
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How much is filled, 0..1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Fill `share`, 0..1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def set_look(self, ground: QColor, filled: QColor, height: int) -> None:
        """Take these colours and this height in px."""
        self._ground, self._filled = ground, filled
        self.setFixedHeight(height)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        radius = self.height() / 2
        round_rect(painter, QRectF(self.rect()), radius, self._ground, NO_PEN)
        if self._share > 0:
            width = max(self.height(), self.width() * self._share)
            round_rect(painter, QRectF(0, 0, width, self.height()), radius, self._filled, NO_PEN)
