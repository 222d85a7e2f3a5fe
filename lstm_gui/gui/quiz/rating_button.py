"""One of the five ratings: its number, its word, and when the card would come back."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.quiz.press import ENTER, Press
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import CLEAR, round_rect
from lstm_gui.gui.quiz.words import interval_sentence, rating_word
from lstm_gui.gui.theme import mix
from lstm_gui.quiz.interval import Interval, words
from lstm_gui.quiz.rating import Rating

_Align = Qt.AlignmentFlag


class RatingButton(Press):
    """Rates when clicked, or by Enter when it has the focus. Space never rates: it is left to the panel."""

    def __init__(self, rating: Rating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rating = rating
        self._interval = self._forbidden = ""
        self._when: Interval | None = None
        self._flat = False
        self.set_interval(None)

    def set_interval(self, interval: Interval | None) -> None:
        """Say when the card would come back; None while no card is shown."""
        self._when = interval
        self._interval = "" if interval is None else words(interval)
        word = rating_word(self.rating)
        when = "" if interval is None else interval_sentence(interval)
        name = self.tr("{number} {word}").format(number=int(self.rating), word=word)
        self.setAccessibleName(f"{name}, {when}" if when else name)
        tip = self.tr("{word}: press {number}").format(word=word, number=int(self.rating))
        self.setToolTip(self._forbidden or (f"{tip} ({when})" if when else tip))
        self.setAccessibleDescription(self._forbidden)
        self.update()

    def forbid(self, reason: str) -> None:
        """Take no press, and say why; "" allows it again."""
        self._forbidden = reason
        self.setEnabled(not reason)
        self.set_interval(self._when)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.update()

    def set_flat(self, flat: bool) -> None:
        """Stand as a row (number, word, interval in one line) rather than a tile."""
        self._flat = flat
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter rates; every other key is the panel's."""
        if event.key() in ENTER:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing happens on release: QAbstractButton would click on Space."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile or the row."""
        if self._style is None:
            return
        style, enabled = self._style, self.isEnabled()
        painter = QPainter(self)
        colour = style.rating_ink(self.rating)
        self._paint_box(painter, style, colour)
        number = colour if enabled else style.faint
        word = style.palette.text if enabled else style.faint
        interval = style.palette.muted if enabled else style.faint
        paint = self._paint_row if self._flat else self._paint_tile
        paint(painter, style, (number, word, interval))

    def _paint_box(self, painter: QPainter, style: Style, colour: QColor) -> None:
        enabled = self.isEnabled()
        share = 0.0 if not enabled else 0.24 if self.isDown() else 0.12 if self.underMouse() else 0.0
        border = mix(style.palette.panel, colour, 0.35) if not enabled else colour
        width = style.px(1.5) if enabled else 1.0
        rect = QRectF(self.rect())
        if self.hasFocus():
            round_rect(painter, rect, style.px(7), CLEAR, QPen(style.palette.accent, style.px(2)))
            rect = rect.adjusted(*(style.px(3) * sign for sign in (1, 1, -1, -1)))
        round_rect(painter, rect, style.px(6), style.tint(colour, share), QPen(border, width))

    def _paint_tile(self, painter: QPainter, style: Style, inks: tuple[QColor, QColor, QColor]) -> None:
        width, unit = self.width(), self.height() / 64
        lines = (
            (7, 24, style.font(17, QFont.Weight.Bold), str(int(self.rating))),
            (31, 15, self._fitting(style, width), rating_word(self.rating)),
            (45, 14, style.font(10), self._interval),
        )
        for (top, height, font, text), colour in zip(lines, inks, strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QRectF(0, top * unit, width, height * unit), _Align.AlignCenter, text)
        if self._forbidden:
            self._strike(painter, style)

    def _paint_row(self, painter: QPainter, style: Style, inks: tuple[QColor, QColor, QColor]) -> None:
        pad = style.px(12)
        rect = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        painter.setPen(inks[0])
        painter.setFont(style.font(15, QFont.Weight.Bold))
        painter.drawText(rect, _Align.AlignLeft | _Align.AlignVCenter, str(int(self.rating)))
        painter.setPen(inks[1])
        painter.setFont(style.font(12.5))
        word = rect.adjusted(style.px(22), 0, 0, 0)
        painter.drawText(word, _Align.AlignLeft | _Align.AlignVCenter, rating_word(self.rating))
        painter.setPen(inks[2])
        painter.setFont(style.font(11.5))
        painter.drawText(rect, _Align.AlignRight | _Align.AlignVCenter, self._interval)
        if self._forbidden:
            self._strike(painter, style)

    def _strike(self, painter: QPainter, style: Style) -> None:
        """A line through what cannot be pressed: not its paler ink alone says so."""
        painter.setPen(QPen(style.faint, style.px(1.2)))
        inset = style.px(7)
        painter.drawLine(inset, self.height() - inset, self.width() - inset, inset)

    def _fitting(self, style: Style, width: int) -> QFont:
        """The word's font, a little smaller where the tile is narrow."""
        return style.font(10.5 if width >= style.px(58) else 9.5)
