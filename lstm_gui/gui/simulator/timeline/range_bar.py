"""The bar below the axis of time: which steps are in view, dragged to see others, fewer or more."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import Style, mixed
from lstm_gui.gui.simulator.timeline.time_view import TimeView

_GRIP = 7.0  # pixels at 100 %, how wide the ends are that can be taken hold of
_LEAST = 3 * _GRIP  # of the part in view: its ends and its middle can be told apart
_TRACK = 5.0  # pixels high


class Grip(Enum):
    """What of the bar is held."""

    FIRST = "first"
    LAST = "last"
    ALL = "all"  # the middle: as many steps, others


class RangeBar(QWidget):
    """Shows a TimeView. Signal: `chosen(TimeView)`, while it is dragged and by keys."""

    chosen = Signal(TimeView)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = TimeView.whole(1)
        self._style, self._step = style, 1
        self._held: tuple[Grip, float, TimeView] | None = None  # from where, and the view as it was then
        self._under: Grip | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Steps in view"))
        self.setToolTip(
            self.tr(
                "Drag the middle or an end to see other steps.\n"
                "← → move, Up and Down show fewer or more, Home and End go to the ends, "
                "double-click or Enter shows all."
            )
        )

    # What is shown

    def show_view(self, view: TimeView) -> None:
        """Show which steps are in view."""
        if view != self.view:
            self.view = view
            told = self.tr("steps {first}–{last} of {steps}")
            self.setAccessibleDescription(told.format(first=view.first, last=view.last, steps=view.steps))
            self.update()

    def show_step(self, step: int) -> None:
        """Show where the cursor stands."""
        if step != self._step:
            self._step = step
            self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.update()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        if not self._thumb().adjusted(-2, -99, 2, 99).contains(event.position()):
            self.chosen.emit(self.view.moved(self._step_at(x) - (self.view.first + self.view.last) // 2))
        self._held = self._grip_at(x), x, self.view

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._held is None:
            self._point_at(self._grip_at(x) if self._thumb().contains(event.position()) else None)
            return
        grip, start, before = self._held
        by = round((x - start) / self._apart())
        if grip is Grip.ALL:
            self.chosen.emit(before.moved(by))
        elif grip is Grip.FIRST:
            self.chosen.emit(before.between(before.first + by, before.last))
        else:
            self.chosen.emit(before.between(before.first, before.last + by))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.chosen.emit(TimeView.whole(self.view.steps))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, grip: Grip | None) -> None:
        shapes = {None: Qt.CursorShape.ArrowCursor, Grip.ALL: Qt.CursorShape.OpenHandCursor}
        self.setCursor(shapes.get(grip, Qt.CursorShape.SizeHorCursor))
        if grip is not self._under:
            self._under = grip
            self.update()

    def _grip_at(self, x: float) -> Grip:
        thumb, wide = self._thumb(), self._style.px(_GRIP)
        if x < thumb.left() + wide:
            return Grip.FIRST
        return Grip.LAST if x > thumb.right() - wide else Grip.ALL

    # The keyboard

    def event(self, event: QEvent) -> bool:
        """The keys that move the bar are not the window's while it has the keyboard."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._after(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        after = self._after(event)
        if after is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(after)

    def _after(self, event: QKeyEvent) -> TimeView | None:
        """The view that a key asks for, or None."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None
        view, key = self.view, event.key()
        middle, little = (view.first + view.last) // 2, max(1, view.span // 8)
        after = {
            Qt.Key.Key_Left: view.moved(-little),
            Qt.Key.Key_Right: view.moved(little),
            Qt.Key.Key_PageUp: view.paged(-1),
            Qt.Key.Key_PageDown: view.paged(1),
            Qt.Key.Key_Home: view.moved(-view.steps),
            Qt.Key.Key_End: view.moved(view.steps),
            Qt.Key.Key_Up: view.zoomed(1, middle),
            Qt.Key.Key_Down: view.zoomed(-1, middle),
            Qt.Key.Key_Return: TimeView.whole(view.steps),
            Qt.Key.Key_Enter: TimeView.whole(view.steps),
        }
        return after.get(Qt.Key(key))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0.5, (self.height() - style.px(_TRACK)) / 2, self.width() - 1, style.px(_TRACK))
        radius = track.height() / 2
        painter.setPen(QPen(palette.border, 1))
        painter.setBrush(style.well)
        painter.drawRoundedRect(track, radius, radius)
        self._paint_thumb(painter)
        x = self._left_of(self._step) + self._apart() / 2
        painter.setPen(QPen(palette.accent, style.px(2)))
        painter.drawLine(QPointF(x, track.top() - style.px(2)), QPointF(x, track.bottom() + style.px(2)))
        painter.end()

    def _paint_thumb(self, painter: QPainter) -> None:
        style, palette = self._style, self._style.palette
        lit = self.hasFocus() or self._under is not None
        thumb = self._thumb()
        painter.setPen(
            QPen(palette.accent if lit else style.faint, style.px(1.6 if self.hasFocus() else 1.0))
        )
        painter.setBrush(mixed(palette.panel, palette.accent, 0.3 if lit else 0.18))
        painter.drawRoundedRect(thumb, style.px(4), style.px(4))
        painter.setPen(QPen(palette.accent if lit else palette.muted, style.px(1.2)))
        reach = thumb.height() * 0.22
        for x in (thumb.left() + style.px(_GRIP / 2), thumb.right() - style.px(_GRIP / 2)):
            middle = QPointF(x, thumb.center().y())
            painter.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach))

    def _thumb(self) -> QRectF:
        """The part that stands for the steps in view."""
        left, right = self._left_of(self.view.first), self._left_of(self.view.last + 1)
        lacking = max(0.0, self._style.px(_LEAST) - (right - left)) / 2
        left, right = left - lacking, right + lacking
        inset = max(0.0, 1 - left) - max(0.0, right - self.width() + 1)
        return QRectF(left + inset, 1.5, right - left, self.height() - 3)

    def _apart(self) -> float:
        return self.width() / self.view.steps

    def _left_of(self, step: int) -> float:
        return (step - 1) * self._apart()

    def _step_at(self, x: float) -> int:
        return max(1, min(self.view.steps, int(x / self._apart()) + 1))
