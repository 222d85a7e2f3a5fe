"""The plot in which a person predicts: the run up to what is asked, and room to draw the rest."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.graded.plot_paint import Shown, paint_plot, plot_layout
from lstm_gui.gui.graded.words import said_of
from lstm_gui.gui.quiz.press import ENTER
from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.challenge import Predict
from lstm_gui.simulator.graded.sketch import Sketch
from lstm_gui.simulator.number_text import MINUS, number_text

_STEP, _FINE = 0.05, 0.01
_LEAST = 130  # px high at 100 %
_Key = Qt.Key
_MOVES = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_LIFTS = {_Key.Key_Up: 1, _Key.Key_Down: -1}


class PredictionPlot(QWidget):
    """A drag puts in the steps it passes; ← → choose a step, ↑ ↓ move its number, with Shift finely.

    Signals
    -------
    changed(object)
        The Sketch as it now is; a drag is one undo step, so it comes with every move of it.
    settled()
        A drag or a key is over.
    entered()
        Enter was pressed.
    typed(str)
        A number was begun.
    """

    changed = Signal(object)
    settled = Signal()
    entered = Signal()
    typed = Signal(str)

    def __init__(self, card: Predict, shown: Shown, sketch: Sketch, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self.shown, self.look = card, shown, style
        self.sketch = sketch
        self._last: tuple[int, float] | None = None  # where a drag was last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumHeight(round(style.px(_LEAST)))
        name = said_of(card.name)
        self.setAccessibleName(self.tr("Your prediction of {name}").format(name=name))
        self.setToolTip(
            self.tr("Drag to draw {name} · ← → choose a step · ↑ ↓ move it, with Shift finely").format(
                name=name
            )
        )

    def show_sketch(self, sketch: Sketch) -> None:
        """Show a prediction as it now is."""
        if sketch != self.sketch:
            moved = sketch.at(sketch.step)
            self.sketch = sketch
            words = self.tr("t = {step}: {value}")
            value = self.tr("nothing yet") if moved is None else number_text(moved)
            said = words.format(step=sketch.step, value=value)
            self.setAccessibleDescription(said)
            if self._last is None:
                announce(self, said)
            self.update()

    def reveal(self) -> None:
        """Show the run as it is, behind the prediction, which stays."""
        self.shown = self.shown.revealed()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.look = style
        self.setMinimumHeight(round(style.px(_LEAST)))
        self.update()

    @property
    def axes(self) -> Axes:
        """Those of what is asked for."""
        return plot_layout(self.rect().toRectF(), self.look, self.shown).axes[self.shown.row]

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_plot(
            painter, self.rect().toRectF(), self.look, self.shown, self.sketch, focused=self.hasFocus()
        )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.shown.is_revealed:
            self._last = None
            self._draw(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is not None:
            self._draw(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._last is not None:
            self._last = None
            self.settled.emit()

    def event(self, event: QEvent) -> bool:
        """Take the arrows before the window's shortcuts do."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        known = event.key() in (*_MOVES, *_LIFTS, *ENTER) or _starts_number(event)
        if not plain or not known:
            return super().event(event)
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the steps, or move the number of one."""
        key = Qt.Key(event.key())
        if key in ENTER:
            self.entered.emit()
            return
        if self.shown.is_revealed or not (key in (*_MOVES, *_LIFTS) or _starts_number(event)):
            super().keyPressEvent(event)
            return
        if key not in (*_MOVES, *_LIFTS):
            self.typed.emit(event.text())
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        sketch = self.sketch
        if key in _MOVES:
            sketch = sketch.stepped(_MOVES[key])
        else:
            sketch = sketch.nudged(_LIFTS[key] * (_FINE if fine else _STEP))
        self.changed.emit(sketch)
        self.settled.emit()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes on along the steps, and from the last one to what follows."""
        moved = self.sketch.stepped(1 if forwards else -1)
        if self.shown.is_revealed or not self.hasFocus() or moved.step == self.sketch.step:
            return super().focusNextPrevChild(forwards)
        self.changed.emit(moved)
        return True

    # Inside

    def _draw(self, where: QPointF) -> None:
        """Put in where the mouse is, and on a straight line every step since it was last."""
        axes, sketch = self.axes, self.sketch
        step = max(sketch.first, min(sketch.last, axes.step(where.x())))
        value = axes.value(where.y())
        begun, from_value = self._last or (step, value)
        way, count = (1 if step >= begun else -1), abs(step - begun)
        points = {begun + way * n: from_value + (value - from_value) * n / count for n in range(1, count)}
        self._last = step, value
        self.changed.emit(sketch.drawn({**points, step: value}))


def _starts_number(event: QKeyEvent) -> bool:
    return len(event.text()) == 1 and event.text() in "0123456789-+.," + MINUS
