"""The gradients in numbers at the step looked at, a column for each cell, and the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.gradients.meanings import meanings
from lstm_gui.gui.simulator.gradients.powers import size_text
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.gradients.words import NAMES, same_weights, steps_text, stop_sentence
from lstm_gui.gui.simulator.style import SMALL, TINY, Style
from lstm_gui.gui.simulator.text import Align, lines, put_text, shortened, width
from lstm_gui.simulator.gradients.frame import CellGradients, GradientCurves

translate = QCoreApplication.translate

_ROW = 20.0
_NAMES = 0.34  # of the width, for the names of the rows
_NONE = "–"


class GradientNumbers(Canvas):
    """Shows GradientCurves as a table. Signals: those of Canvas, and `undo_requested()`."""

    undo_requested = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: GradientCurves | None = None
        self.look = 1
        self.setAccessibleName(numbers_title())
        self.way_back = WordButton(
            translate("Gradients", "Take it back"),
            translate("Gradients", "Undo the change after which the gradient explodes"),
            style,
            self,
        )
        self.way_back.hide()
        self.way_back.clicked.connect(self.undo_requested)

    # What is shown

    def show_part(self, part: GradientCurves) -> None:
        """Show the numbers at the step looked at."""
        self.part = part
        self._describe()

    def show_step(self, step: int) -> None:
        """Show the numbers at another step."""
        self.look = step
        self._describe()

    def show_way_back(self, undo_label: str) -> None:
        """Offer to undo what is named, while a gradient explodes; "" where there is nothing to undo."""
        exploding = self.part is not None and any(cell.stop for cell in self.part.cells)
        self.way_back.setVisible(exploding and bool(undo_label))
        self.way_back.setText(translate("Gradients", "Take back: {what}").format(what=undo_label))
        self.way_back.setAccessibleName(self.way_back.text())
        self._place()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.way_back.set_style(style)
        self._place()

    def _describe(self) -> None:
        if self.part is not None:
            rows = table(self.part, min(self.look, self.part.step))
            names = list(NAMES.values())
            told = [
                f"{name}: " + ", ".join(f"{n} {v}" for n, v in zip(names, values, strict=True))
                for name, values in rows
            ]
            stops = [stop_sentence(cell) for cell in self.part.cells if cell.stop]
            self.setAccessibleDescription(". ".join([*told, *stops]))
        self.update()

    # Drawing

    def still_key(self) -> object:
        return self._row_names(), self.way_back.isVisible()

    def paint_still(self, painter: QPainter) -> None:
        style, room = self.style_now, self._room()
        paint_card(painter, self.rect().toRectF(), style, numbers_title())
        names, high = self._row_names(), self._row_height()
        y, font = room.top() + 0.7 * high, style.font(SMALL)
        for name, right in zip(NAMES.values(), self._rights(), strict=True):
            bold, ink = style.font(SMALL, bold=True), style.palette.text
            put_text(painter, right, y, name, bold, ink, Align.RIGHT)
        painter.setPen(QPen(style.palette.border, 1))
        for n, name in enumerate(names, 1):
            line = round(y + (n - 0.72) * high)
            painter.setPen(QPen(style.palette.border, 1))
            painter.drawLine(round(room.left()), line, round(room.right()), line)
            text = shortened(name, font, room.width() * _NAMES)
            put_text(painter, room.left(), y + n * high, text, font, style.palette.muted)
        if names:
            self._paint_same(painter, room, y + (len(names) + 0.5) * high)

    def _row_names(self) -> tuple[str, ...]:
        return () if self.part is None else tuple(name for name, _ in table(self.part, 1))

    def _room(self) -> QRectF:
        """Where the table stands, and what is below it."""
        style, margin = self.style_now, self.style_now.margin
        return QRectF(margin, style.header, self.width() - 2 * margin, self.height() - style.header)

    def _row_height(self) -> float:
        rows = len(self._row_names())
        return min(self.style_now.px(_ROW), self._room().height() / (rows + 4))

    def _rights(self) -> list[float]:
        """Where the columns end."""
        room = self._room()
        column = room.width() * (1 - _NAMES) / len(NAMES)
        return [room.left() + room.width() * _NAMES + (n + 1) * column for n in range(len(NAMES))]

    def paint_living(self, painter: QPainter) -> None:
        if self.part is None:
            return
        style, step = self.style_now, min(self.look, self.part.step)
        words = translate("Gradients", "from t = {t} to s = {s}").format(t=self.part.step, s=step)
        right, ink, font = self.width() - style.margin, style.palette.text, style.font(SMALL)
        put_text(painter, right, 0.7 * style.header, words, font, ink, Align.RIGHT)
        rows, rights = table(self.part, step), self._rights()
        column = rights[1] - rights[0] - style.px(5)
        if any(width(font, value) > column for _, values in rows for value in values):
            rows = table(self.part, step, short=True)
        high = self._row_height()
        for n, (_, values) in enumerate(rows, 1):
            y = self._room().top() + (n + 0.7) * high
            for value, end in zip(values, rights, strict=True):
                put_text(painter, end, y, value, font, ink, Align.RIGHT)

    def _paint_same(self, painter: QPainter, room: QRectF, top: float) -> None:
        """What the three have in common, as far as there is room; the button's place stays free."""
        style, font = self.style_now, self.style_now.font(TINY)
        high, foot = style.px(14), style.px(38 if self.way_back.isVisible() else 8)
        most = int((self.height() - foot - top) / high)
        if most < 1:
            return
        y = top + 0.9 * high
        for line in lines(same_weights(), font, room.width(), most):
            put_text(painter, room.left(), y, line, font, style.palette.muted)
            y += high

    def event(self, event: QEvent) -> bool:
        """The tooltip is of the row pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._tip_at(event.pos().y()))
        return super().event(event)

    def _tip_at(self, y: float) -> str:
        """What a row means; below them, what the cells have in common, for which there may be no room."""
        row = int((y - self._room().top()) / self._row_height())
        if 1 <= row <= len(self._row_names()):
            return meanings()[row - 1]
        return same_weights().replace(". ", ".\n") if row > 0 else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        style, margin = self.style_now, self.style_now.margin
        high = style.px(26)
        top = self.height() - high - style.px(8)
        self.way_back.setGeometry(QRectF(margin, top, self.width() - 2 * margin, high).toRect())
        self.update()


def table(part: GradientCurves, step: int, *, short: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    """Names and numbers, a number for each cell, at an earlier step; `short` leaves digits away."""
    cells, size = part.cells, partial(size_text, short=short)
    rows = [
        (translate("Gradients", "a step back"), tuple(f"× {size(cell.reach.factor)}" for cell in cells)),
        (translate("Gradients", "under 1 % after"), tuple(_depth(cell) for cell in cells)),
        ("∂L/∂h", tuple(_at(cell.states.get("h"), cell, step, size) for cell in cells)),
        ("∂L/∂c", tuple(_at(cell.states.get("c"), cell, step, size) for cell in cells)),
        (translate("Gradients", "∏ f, ∏ z"), tuple(_at(cell.direct, None, step, size) for cell in cells)),
        (translate("Gradients", "by all paths"), tuple(size(_whole(cell, step)) for cell in cells)),
        (translate("Gradients", "∂L/∂ weights"), tuple(size(cell.weights) for cell in cells)),
    ]
    if any(cell.clipped < 1 for cell in cells):
        rows.append(
            (translate("Gradients", "clipped by"), tuple(f"× {size(cell.clipped)}" for cell in cells))
        )
    return rows


def _depth(cell: CellGradients) -> str:
    return _NONE if cell.reach.depth is None else steps_text(cell.reach.depth)


def _at(
    curve: tuple[float, ...] | None, cell: CellGradients | None, step: int, size: Callable[[float], str]
) -> str:
    """The number of a curve at a step, unless the gradient stopped after it."""
    stop = None if cell is None else cell.stop
    return _NONE if curve is None or (stop is not None and step < stop.step) else size(curve[step - 1])


def _whole(cell: CellGradients, step: int) -> float:
    """The norm of the Jacobian at the nearest step at which it was found."""
    return min(cell.jacobian, key=lambda point: abs(point[0] - step))[1]


def numbers_title() -> str:
    """The title of the card."""
    return translate("Gradients", "In numbers")
