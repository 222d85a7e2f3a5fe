"""The equations of the cell with the numbers in them, one row a quantity."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.equations.paint import equation_rows, paint_equations, rows_sharing
from lstm_gui.gui.simulator.equations.words import full_equation, is_long, spoken_equation
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.frame import EquationsPart, Highlight
from lstm_gui.simulator.quantity import Quantity

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

_ONE_LINE = 16.0  # a row in which one line can be read, in pixels at 100 %


class EquationsView(Canvas):
    """Shows an EquationsPart; Up and Down walk the rows, Enter picks one. Signals: those of Canvas."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: EquationsPart | None = None
        self._row, self._hovered_row = 0, -1
        self.foot = 0.0  # how much of the card's foot is left to the weights, in pixels
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(equations_title())
        self.setToolTip(
            self.tr(
                "Point at an equation, or walk with Up and Down, to see what feeds what.\n"
                "A click or Enter shows where its number comes from."
            )
        )

    def show_part(self, part: EquationsPart) -> None:
        """Show the equations of a step."""
        self.part = part
        self._row, self._hovered_row = (
            min(self._row, self._count - 1),
            min(self._hovered_row, self._count - 1),
        )
        if self.hasFocus():
            self._speak()
        self._repaint_rows()

    def show_highlight(self, highlight: Highlight | None) -> None:
        """Light what is pointed at, its causes and its effects."""
        self.highlight = highlight
        self._repaint_rows()

    @property
    def _count(self) -> int:
        """How many rows there are."""
        return len(self.part.equations) if self.part is not None else 1

    def _repaint_rows(self) -> None:
        """Paint the rows again, and not the weights that stand on the same card."""
        around = self.style_now.px(6)
        self.update(self.rows_box().adjusted(-around, 0, around, 0).toAlignedRect())

    # Drawing

    def still_key(self) -> object:
        return self.foot

    def least_height(self) -> float:
        """How high the rows must stand together to have one line each, in pixels."""
        return rows_sharing(self._count) * self.style_now.px(_ONE_LINE)

    def rows_box(self) -> QRectF:
        """Where the rows stand."""
        margin = self.style_now.margin
        top = self.style_now.header
        return self.rect().toRectF().adjusted(margin, top, -margin, -self.foot - self.style_now.px(4))

    def paint_still(self, painter: QPainter) -> None:
        paint_card(painter, self.rect().toRectF(), self.style_now, equations_title())

    def paint_living(self, painter: QPainter) -> None:
        if self.part is not None:
            current = self._row if self.hasFocus() else -1
            paint_equations(painter, self.rows_box(), self.part, self.style_now, self.highlight, current)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        boxes = equation_rows(self.rows_box(), self._count)
        self._hover(next((n for n, box in enumerate(boxes) if box.contains(event.position())), -1))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        if self._hovered_row >= 0:
            self._row = self._hovered_row
            self.update()
            self._pick()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def spot(self, quantity: Quantity) -> QRectF | None:
        """The row of a quantity."""
        shown = [] if self.part is None else [equation.quantity for equation in self.part.equations]
        boxes = equation_rows(self.rows_box(), self._count)
        return boxes[shown.index(quantity)] if quantity in shown else None

    def event(self, event: QEvent) -> bool:
        """Let Enter come here, and not to the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _ENTER and not event.modifiers() & _COMMANDS)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._pick()
            return
        moves = {
            Qt.Key.Key_Up: self._row - 1,
            Qt.Key.Key_Down: self._row + 1,
            Qt.Key.Key_PageUp: 0,
            Qt.Key.Key_PageDown: self._count - 1,
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            event.ignore()
            return
        self._row = max(0, min(self._count - 1, target))
        self._point_at_row()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._point_at_row()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed_at.emit(None)
        self.update()

    def _pick(self) -> None:
        if self.part is not None:
            self.picked.emit(self.part.equations[self._row].quantity)

    def _hover(self, row: int) -> None:
        if row == self._hovered_row or self.part is None:
            return
        self._hovered_row = row
        self.setToolTip(self._tip(row))
        self.pointed_at.emit(self.part.equations[row].quantity if row >= 0 else None)

    def _point_at_row(self) -> None:
        if self.part is not None:
            self.pointed_at.emit(self.part.equations[self._row].quantity)
            self._speak()
        self.update()

    def _tip(self, row: int) -> str:
        """The whole equation where it has so many terms that the row shows what they come to."""
        if self.part is None or row < 0 or not is_long(self.part.equations[row]):
            return equations_tip()
        return full_equation(self.part.equations[row])

    def _speak(self) -> None:
        if self.part is not None:
            self.setAccessibleDescription(spoken_equation(self.part.equations[self._row]))


def equations_title() -> str:
    """The title of the card."""
    return QCoreApplication.translate("EquationsView", "Equations with these numbers")


def equations_tip() -> str:
    """What can be done with the equations."""
    return QCoreApplication.translate(
        "EquationsView", "Point at an equation, or walk with Up and Down, to see what feeds what"
    )
