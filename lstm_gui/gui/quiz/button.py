"""The panel's buttons: what leads on is filled, what may help is tinted, the rest is text."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.quiz.fitting import fit_line
from lstm_gui.gui.quiz.press import Press
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import CLEAR, round_rect
from lstm_gui.gui.theme import mix


class Kind(Enum):
    """How much a button asks for attention."""

    PRIMARY = "filled with the accent"
    SOFT = "tinted with the accent"
    QUIET = "text alone"


class Button(Press):
    """A button with one line of text."""

    def __init__(self, kind: Kind, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        across = QSizePolicy.Policy.Preferred if kind is Kind.QUIET else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.say(text, tip)

    def say(self, text: str, tip: str) -> None:
        """Show `text`; `tip` says what happens, with its key."""
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        self.updateGeometry()

    def set_style(self, style: Style, size: float = 13.0) -> None:
        """Draw in this theme at this zoom; `size` is that of the text, in px of the design."""
        self._style = style
        weight = QFont.Weight.Medium if self._kind is Kind.QUIET else QFont.Weight.DemiBold
        self.setFont(style.font(size, weight))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text and room around it."""
        if self._style is None:
            return QSize(0, 0)
        across, down = (6, 4) if self._kind is Kind.QUIET else (14, 9)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * self._style.px(across)
        return QSize(width, metrics.height() + 2 * self._style.gap(down))

    def minimumSizeHint(self) -> QSize:
        """As tall as the text; where it is too wide it is elided."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 2 * hint.height()), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button."""
        if self._style is None:
            return
        painter = QPainter(self)
        rect, radius = QRectF(self.rect()), self._style.px(6)
        ground, border, words = self._colours(self._style)
        round_rect(painter, rect, radius, ground, QPen(border, 1.0))
        if self.hasFocus():
            halo = words if self._kind is Kind.PRIMARY else self._style.palette.accent
            inner = rect.adjusted(2, 2, -2, -2) if self._kind is Kind.PRIMARY else rect
            round_rect(painter, inner, radius, CLEAR, QPen(halo, self._style.px(2)))
        painter.setPen(words)
        room = self.width() - 2 * self._style.px(4)
        font = fit_line(self.font(), self._style.zoom, self.text(), room)
        painter.setFont(font)
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _colours(self, style: Style) -> tuple[QColor, QColor, QColor]:
        """Ground, border and text, as the pointer stands."""
        colours = style.palette
        active = self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            return CLEAR, CLEAR if self._kind is Kind.QUIET else colours.border, style.faint
        if self._kind is Kind.PRIMARY:
            ground = mix(colours.accent, colours.text, 0.14 if active else 0.0)
            return ground, ground, colours.window if colours.dark else colours.panel
        if self._kind is Kind.SOFT:
            return (
                style.tint(colours.accent, 0.16 if active else 0.09),
                style.tint(colours.accent, 0.4),
                colours.accent,
            )
        return style.tint(colours.accent, 0.1) if active else CLEAR, CLEAR, colours.accent
