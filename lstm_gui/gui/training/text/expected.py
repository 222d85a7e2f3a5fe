"""The five characters that a network holds likeliest behind the cursor, and the one that does come."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.canvas import Canvas, paint_card, paint_frame
from lstm_gui.gui.simulator.strokes import is_page
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.simulator.text import Align, put_text, shortened, width
from lstm_gui.gui.training.text.words import percent, sign_words, spoken_sign
from lstm_gui.training.text_lab.reading import TextReading

translate = QCoreApplication.translate
_ROWS = 6  # the five, and the true one where it is not among them
_ROW = 22.0  # px at 100 %
_BEFORE = 14  # characters shown of what was read


@dataclass(frozen=True, slots=True)
class Row:
    """One of the bars."""

    sign: str
    p: float
    comes: bool  # whether it is what does come


def rows_at(reading: TextReading, place: int) -> tuple[Row, ...]:
    """The likeliest behind a character, and what comes where that is not one of them."""
    expected = reading.likeliest
    true = int(expected.true[place])
    found = [Row(reading.signs[number], p, number == true) for number, p in expected.at(place)]
    if true >= 0 and not any(row.comes for row in found):
        found.append(Row(reading.signs[true], float(expected.true_p[place]), True))
    return tuple(found)


class ExpectedView(Canvas):
    """Bars with percentages; what does come is marked by an arrow and a word."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.rows: tuple[Row, ...] = ()
        self._before = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("TextLab", "Likeliest next characters"))
        self.setToolTip(
            translate(
                "TextLab", "What the network holds likeliest to come behind the cursor (Ctrl+C copies it)"
            )
        )

    def show_place(self, reading: TextReading, place: int) -> None:
        """Show what is expected behind a character."""
        if not reading.text:
            return
        self.rows = rows_at(reading, place)
        self._before = "".join(map(sign_words, reading.text[max(0, place + 1 - _BEFORE) : place + 1]))
        self.setAccessibleDescription(self.told)
        self.update()

    @property
    def told(self) -> str:
        """All of it, in words."""
        said = []
        for row in self.rows:
            words = f"{spoken_sign(row.sign)} {percent(row.p)}"
            said.append(
                translate("TextLab", "{words}, which does come").format(words=words) if row.comes else words
            )
        return "; ".join(said)

    def copy(self) -> None:
        """Put the likeliest on the clipboard, a line for each: what spreadsheets take."""
        rows = [f"{sign_words(row.sign)}\t{row.p:.6f}\t{'←' if row.comes else ''}" for row in self.rows]
        QGuiApplication.clipboard().setText("\n".join(rows))
        announce(self, translate("TextLab", "The likeliest characters were copied as a table."))

    def event(self, event: QEvent) -> bool:
        """Ctrl+C is its own before it is the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and _copies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _copies(event):
            self.copy()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Room for every bar."""
        style = self.style_now
        return QSize(round(style.px(230)), round(style.header + _ROWS * style.px(_ROW) + style.px(12)))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paint_still(self, painter: QPainter) -> None:
        paint_card(painter, self.rect().toRectF(), self.style_now, translate("TextLab", "What comes next?"))

    def paint_living(self, painter: QPainter) -> None:
        style, font = self.style_now, self.style_now.font(SMALL)
        if self.hasFocus() and not is_page(painter):
            paint_frame(painter, self.rect().toRectF(), style)
        right = self.width() - style.margin
        title = width(style.font(13), translate("TextLab", "What comes next?")) + style.px(14)
        before = translate("TextLab", "after “{text}”").format(text=self._before)
        if self._before:
            room = right - style.margin - title
            told = shortened(before, font, room)
            put_text(painter, right, 0.7 * style.header, told, font, style.palette.muted, Align.RIGHT)
        comes = translate("TextLab", "← comes")
        marked = width(font, comes) + style.px(8)
        for number, row in enumerate(self.rows):
            self._paint_row(painter, style.header + number * style.px(_ROW), row, (comes, marked))

    def _paint_row(self, painter: QPainter, top: float, row: Row, comes: tuple[str, float]) -> None:
        style, palette = self.style_now, self.style_now.palette
        font, small = style.font(TEXT, bold=row.comes), style.font(SMALL)
        signs, shares = style.px(62), style.px(48)
        left = style.margin + signs
        room = self.width() - style.margin - comes[1] - shares - left
        baseline = top + style.px(15)
        put_text(painter, left - style.px(8), baseline, sign_words(row.sign), font, palette.text, Align.RIGHT)
        bar = QRectF(left, top + style.px(4), max(style.px(1.5), room * row.p), style.px(14))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent if row.comes else style.faint)
        painter.drawRoundedRect(bar, style.px(2), style.px(2))
        painter.setPen(QPen(palette.border, 1))
        painter.drawLine(QPointF(left, top + style.px(2)), QPointF(left, top + style.px(20)))
        share = percent(row.p)
        beyond = put_text(painter, bar.right() + style.px(6), baseline, share, small, palette.text)
        if row.comes:
            put_text(painter, bar.right() + style.px(12) + beyond, baseline, comes[0], small, palette.accent)


def _copies(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
