"""The formula under an answer, on a ground of its own whose height is kept while the formula is being set."""

import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.formula import FormulaShelf, Picture
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect

SIZE = 20.0  # px of the design
_SMALLEST = 0.55  # a long formula shrinks to this share, then it is cut into the box
_TALL = re.compile(r"\\(d?frac|sum|prod|int|begin|partial)")


class FormulaBox(QWidget):
    """One formula in the middle of a rounded ground; as text where it cannot be set."""

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._latex = ""
        self._style: Style | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        shelf.arrived.connect(self._arrived)

    @property
    def latex(self) -> str:
        """The formula as it is written in the card."""
        return self._latex

    def set_latex(self, latex: str) -> None:
        """Show a formula; the box is there even before it is set."""
        self._latex = latex
        self.setAccessibleName(self.tr("Formula: {latex}").format(latex=latex))
        if latex:
            self._shelf.want(latex)
        self.updateGeometry()
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """As text it wraps, and a wide formula shrinks."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The formula, or the room it will probably take, with air around it."""
        if self._style is None or not self._latex:
            return 0
        air = 2 * self._style.px(10)
        return round(self._content_height(self._style, width - air)) + air

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again for a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the formula."""
        if self._style is None:
            return
        style, painter = self._style, QPainter(self)
        round_rect(painter, QRectF(self.rect()), style.px(6), style.sunk, NO_PEN)
        pad = style.px(10)
        inside = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        picture = self._picture(style, int(inside.width()))
        if picture is not None:
            left = inside.left() + max(0.0, (inside.width() - picture.width) / 2)
            painter.setClipRect(inside.adjusted(0, -pad, 0, pad))
            painter.drawPixmap(round(left), round((self.height() - picture.height) / 2), picture.pixmap)
        elif self._shelf.is_text(self._latex):
            painter.setPen(style.palette.text)
            painter.setFont(style.font(12.5))
            painter.drawText(inside, _TEXT, self._latex)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _content_height(self, style: Style, width: int) -> float:
        picture = self._picture(style, width)
        if picture is not None:
            return picture.height
        if self._shelf.is_text(self._latex):
            self.setFont(style.font(12.5))
            room = self.fontMetrics().boundingRect(0, 0, max(1, width), 10**6, _TEXT, self._latex)
            return room.height()
        return style.px(SIZE) * (2.6 if _TALL.search(self._latex) else 1.2)

    def _picture(self, style: Style, width: int) -> Picture | None:
        """The formula at its size, or smaller where it is wider than the box."""
        size, ratio = style.px(SIZE), self.devicePixelRatioF()
        picture = self._shelf.picture(self._latex, size, style.palette, ratio)
        if picture is None or picture.width <= width:
            return picture
        share = max(_SMALLEST, width / picture.width)
        return self._shelf.picture(self._latex, int(size * share), style.palette, ratio)

    def _arrived(self, latex: str) -> None:
        if latex == self._latex:
            self.updateGeometry()
            self.update()


_TEXT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWrapAnywhere)
