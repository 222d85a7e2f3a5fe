"""The text itself: every character on a ground that says how active a unit is there."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.text.shades import STEPS, Scale, colours, edges
from lstm_gui.gui.training.text.spread import Spread, spread
from lstm_gui.gui.training.text.words import sign_words
from lstm_gui.nets.activation import FloatArray

Key = Qt.Key
_SIZE = 14.0  # px at 100 %, of the letters
_LINE = 25.0  # from line to line
_AIR = 0.6  # beside each letter
_BAR = 3.5  # the highest bar
_PAGE = 10  # lines that Page Up and Page Down go
_ENDS = (Key.Key_Home, Key.Key_End)
_SIDEWAYS = {Key.Key_Left: -1, Key.Key_Right: 1}
_DOWN = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -_PAGE, Key.Key_PageDown: _PAGE}


class TextPaper(QWidget):
    """Signals: `place_changed(int)`, the character that the cursor is on."""

    place_changed = Signal(int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self.text, self.place = "", 0
        self.cells = Spread(np.zeros(0), np.zeros(0), np.zeros(0, np.intp), 0)
        self._shades: NDArray[Any] = np.zeros(0, np.intp)
        self._scale = Scale(-1.0, 1.0, "h")
        self._ink: QPixmap | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Text, coloured by activation"))
        self.setToolTip(
            self.tr("Point at a character, or press the arrows: what comes next is shown beside the text")
        )

    # What is shown

    def show_text(self, text: str) -> None:
        """Lay another text out; the cursor stays where it is, if there still is text."""
        if text == self.text:
            return
        self.text = text
        self._shades = np.full(len(text), STEPS - 1)
        self._spread()
        if self.place >= len(text):
            self.place = max(0, len(text) - 1)
            self.place_changed.emit(self.place)

    def show_values(self, values: FloatArray, scale: Scale) -> None:
        """Colour each character by a number (T,)."""
        self._shades, self._scale = scale.places(values), scale
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        self._spread()

    def move_to(self, place: int) -> None:
        """Put the cursor on a character."""
        if place != self.place and 0 <= place < len(self.text):
            self.update(self.cell(self.place).toAlignedRect().adjusted(-3, -3, 3, 3))
            self.place = place
            self.update(self.cell(place).toAlignedRect().adjusted(-3, -3, 3, 3))
            self.place_changed.emit(place)

    def cell(self, place: int) -> QRectF:
        """Where a character stands."""
        if not 0 <= place < len(self.cells.left):
            return QRectF()
        line = self._line
        return QRectF(
            self._side + self.cells.left[place], self.cells.row[place] * line, self.cells.wide[place], line
        )

    # Laying out

    @property
    def _line(self) -> int:
        return round(self.style_now.px(_LINE))

    @property
    def _side(self) -> float:
        return self.style_now.px(4)

    def _font(self) -> QFont:
        return self.style_now.font(_SIZE)

    def _spread(self) -> None:
        metrics, air = QFontMetricsF(self._font()), self.style_now.px(_AIR)
        room = (
            max(self.width(), 40) - 2 * self._side - metrics.horizontalAdvance(" ") - air
        )  # one may hang over
        self.cells = spread(self.text, lambda sign: metrics.horizontalAdvance(_drawn(sign)) + air, room)
        self.setMinimumHeight(max(1, self.cells.rows) * self._line + 4)
        self._ink = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self.style_now.px(300)), max(1, self.cells.rows) * self._line + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._spread()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        clip = event.rect()
        painter.fillRect(clip, self.style_now.palette.panel)
        self.paint_grounds(painter, self.cells.span(clip.top() // self._line, clip.bottom() // self._line))
        ink, ratio = self._inked(), self.devicePixelRatioF()
        source = QRectF(clip.x() * ratio, clip.y() * ratio, clip.width() * ratio, clip.height() * ratio)
        painter.drawPixmap(QRectF(clip), ink, source)
        self._paint_cursor(painter)
        painter.end()

    def paint_grounds(self, painter: QPainter, places: range) -> None:
        """The ground of characters, and a bar: over the letter where it is negative, else under it."""
        style, line = self.style_now, self._line
        grounds = colours(style, self._scale.role)
        low, high = edges(style, self._scale.role)
        left, wide, row = self.cells.left, self.cells.wide, self.cells.row
        most = style.px(_BAR) / (STEPS - 1)
        for place in places:
            shade = int(self._shades[place])
            if shade == STEPS - 1:
                continue
            x, y, across = self._side + float(left[place]), int(row[place]) * line, float(wide[place])
            painter.fillRect(QRectF(x, y + 1, across, line - 2), grounds[shade])
            tall = abs(shade - STEPS + 1) * most
            bottom = y + line - 1 - tall if shade >= STEPS else y + 1
            painter.fillRect(QRectF(x, bottom, across, tall), high if shade >= STEPS else low)

    def _inked(self) -> QPixmap:
        """All letters, drawn once for each text, width and style."""
        ratio = self.devicePixelRatioF()
        if self._ink is None or self._ink.devicePixelRatio() != ratio:
            ink = QPixmap(QSize(max(1, self.width()), max(1, self.cells.rows) * self._line + 4) * ratio)
            ink.setDevicePixelRatio(ratio)
            ink.fill(Qt.GlobalColor.transparent)
            painter = QPainter(ink)
            painter.setFont(self._font())
            self._paint_letters(painter)
            painter.end()
            self._ink = ink
        return self._ink

    def _paint_letters(self, painter: QPainter) -> None:
        style = self.style_now
        metrics = QFontMetricsF(self._font())
        down = (self._line + metrics.capHeight()) / 2
        aside = self._side + style.px(_AIR) / 2
        painter.setPen(style.palette.text)  # the end of a line too: it has to be read on every shade
        for place, sign in enumerate(self.text):
            if sign != " ":
                at = QPointF(aside + self.cells.left[place], self.cells.row[place] * self._line + down)
                painter.drawText(at, _drawn(sign))

    def _paint_cursor(self, painter: QPainter) -> None:
        if not self.text:
            return
        style = self.style_now
        colour = style.palette.accent if self.hasFocus() else style.palette.text
        painter.setPen(QPen(colour, style.px(2.2 if self.hasFocus() else 1.4)))
        painter.drawRect(self.cell(self.place).adjusted(0.5, 1.5, -0.5, -1.5))

    # Mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        place = self.cells.at(where.x() - self._side, int(where.y() // self._line))
        if place is not None:
            self.move_to(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take the keys that move the cursor before the window's shortcuts do."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._wants(event):
            event.accept()
            return True
        return super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return plain and bool(self.text) and Key(event.key()) in {*_SIDEWAYS, *_DOWN, *_ENDS}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if not self.text:
            super().keyPressEvent(event)
        elif key in _SIDEWAYS:
            self._go(self.place + _SIDEWAYS[key])
        elif key in _DOWN:
            row = int(self.cells.row[self.place]) + _DOWN[key]
            middle = float(self.cells.left[self.place] + self.cells.wide[self.place] / 2)
            self._go(self.cells.at(middle, row) or 0)
        elif key in _ENDS:
            self._go(0 if key == Key.Key_Home else len(self.text) - 1)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self.move_to(max(0, min(len(self.text) - 1, place)))
        announce(self, self.accessibleDescription())


def _drawn(sign: str) -> str:
    """What is drawn for a character: a space is its ground alone."""
    return sign if sign == " " else sign_words(sign)
