"""The numbers of all lanes at the cursor, each with its difference to the first lane."""

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.arrangement import gap
from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.compare.words import kind_title, signed_text, table_words
from lstm_gui.gui.simulator.style import SMALL, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text, shortened, width
from lstm_gui.simulator.compare.frame import CompareTable, Entry
from lstm_gui.simulator.number_text import number_text

translate = QCoreApplication.translate

_ROW, _DENSE_ROW = 18.0, 15.5
_NAMES = 28.0  # from the edge of a lane to its numbers
_BAR, _LEAST_BAR = 110.0, 24.0  # half as wide is a difference of 1


class CompareNumbers(Canvas):
    """Shows a CompareTable. Signals: those of Canvas, and `rows_changed()`, when there are more or fewer."""

    rows_changed = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: CompareTable | None = None
        self.setAccessibleName(numbers_title())

    def show_part(self, part: CompareTable) -> None:
        """Show the numbers."""
        before, self.part = self.part, part
        if before is None or len(before.rows) != len(part.rows):
            self.rows_changed.emit()
        self.setAccessibleDescription(table_words(part))
        self.update()

    # Drawing

    def still_key(self) -> object:
        part = self.part
        return (
            None
            if part is None
            else (part.columns, part.kinds, part.step, tuple(row for row, _ in part.rows))
        )

    def paint_still(self, painter: QPainter) -> None:
        style, part = self.style_now, self.part
        if part is None:
            paint_card(painter, self.rect().toRectF(), style)
            return
        title = f"{numbers_title()} = {part.step}"
        paint_card(
            painter, self.rect().toRectF(), style, title, numbers_hints() if len(part.columns) > 1 else ()
        )
        for n, column in enumerate(self._columns()):
            font, name = style.font(SMALL, bold=True), part.columns[n] or kind_title(part.kinds[n])
            room = column.width() - style.px(8)
            put_text(
                painter, column.left(), self._row(0), shortened(name, font, room), font, style.palette.text
            )
        for n, (role, _) in enumerate(part.rows, 1):
            y = round(self._row(n) - 0.72 * self._high())
            painter.setPen(QPen(style.palette.border, 1))
            painter.drawLine(round(style.margin), y, round(self.width() - style.margin), y)
            ink = style.palette.role(role).graphic
            painter.fillRect(QRectF(style.margin, y + 3, style.px(4), self._high() - 6), ink)

    def paint_living(self, painter: QPainter) -> None:
        if self.part is None:
            return
        columns = self._columns()
        for n, (role, entries) in enumerate(self.part.rows, 1):
            for column, entry in zip(columns, entries, strict=True):
                self._entry(painter, column, self._row(n), role, entry)

    def _entry(
        self, painter: QPainter, column: QRectF, baseline: float, role: str, entry: Entry | None
    ) -> None:
        style, x = self.style_now, column.left()
        font = style.font(SMALL)
        if entry is None:
            put_text(painter, x, baseline, "–", font, style.palette.muted)
            return
        put_symbol(painter, style, x, baseline, (entry.symbol, ""), 13, style.palette.role(role).ink)
        end = x + style.px(66)
        put_text(painter, end, baseline, number_text(entry.value), font, style.palette.text, Align.RIGHT)
        if entry.difference is None:
            return
        text = signed_text(entry.difference)
        end += style.px(10) + width(font, "+00.00")
        if end > column.right():
            return
        ink = style.palette.muted if text == "0" else style.palette.text
        put_text(painter, end, baseline, text, font, ink, Align.RIGHT)
        room = column.right() - end - style.px(10)
        if room >= style.px(_LEAST_BAR):
            wide = min(room, style.px(_BAR))
            bar = QRectF(end + style.px(10), baseline - style.px(7.5), wide, style.px(7))
            self._bar(painter, bar, role, entry.difference)

    def _bar(self, painter: QPainter, box: QRectF, role: str, difference: float) -> None:
        """How large a difference is, and to which side: a bar from the middle."""
        style, middle = self.style_now, box.center().x()
        painter.fillRect(box, mixed(style.palette.panel, style.palette.border, 0.6))
        held = max(-1.0, min(1.0, difference)) if difference == difference else 0.0
        reach = held * box.width() / 2
        left, right = sorted((middle, middle + reach))
        painter.fillRect(
            QRectF(left, box.top(), right - left, box.height()), style.palette.role(role).graphic
        )
        painter.fillRect(QRectF(middle - 0.5, box.top() - 1, 1, box.height() + 2), style.palette.muted)

    # Places

    def _high(self) -> float:
        return self.style_now.px(_DENSE_ROW if self.style_now.dense else _ROW)

    def _row(self, n: int) -> float:
        """The baseline of a row; 0 is that of the titles."""
        return self.style_now.header + (n + 0.55) * self._high()

    def _columns(self) -> list[QRectF]:
        """Below the lanes, where these stand side by side."""
        count, style, between = (
            len(self.part.columns) if self.part else 1,
            self.style_now,
            gap(self.style_now),
        )
        wide = (self.width() + between) / max(2, count)
        inner = wide - between - style.px(_NAMES) - style.margin
        return [QRectF(n * wide + style.px(_NAMES), 0, inner, self.height()) for n in range(count)]


def numbers_height(style: Style, rows: int) -> float:
    """How high the card stands with so many rows of numbers."""
    return style.header + style.px(_DENSE_ROW if style.dense else _ROW) * (rows + 1) + style.px(6)


def numbers_title() -> str:
    """The title of the card, which the step follows."""
    return translate("Compare", "In numbers at t")


def numbers_hints() -> tuple[str, ...]:
    """What stands beside the title, the longest first."""
    return (
        translate("Compare", "± is the difference to the first cell; a bar is full from 1 on"),
        translate("Compare", "± is the difference to the first"),
    )
