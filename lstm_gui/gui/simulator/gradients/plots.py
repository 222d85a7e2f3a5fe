"""The gradients through time, back from the step t: three cells side by side, and in words what they show."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.gradients.plots_layout import GradientsLayout, gradients_layout, lines_of
from lstm_gui.gui.simulator.gradients.plots_living import paint_living_gradients
from lstm_gui.gui.simulator.gradients.plots_still import paint_still_gradients
from lstm_gui.gui.simulator.gradients.powers import power_text
from lstm_gui.gui.simulator.gradients.words import notes, story
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.simulator.text import lines, put_text
from lstm_gui.simulator.gradients.frame import GradientCurves

translate = QCoreApplication.translate


class GradientPlots(Canvas):
    """Shows GradientCurves.

    Signals: those of Canvas, `step_chosen(int)` for t, and `looked_at(int)`: the earlier step whose numbers
    are wanted.
    """

    step_chosen = Signal(int)
    looked_at = Signal(int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: GradientCurves | None = None
        self.look = 1
        self._place: GradientsLayout | None = None
        self._scrubbing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(plots_title())
        self.setToolTip(
            translate(
                "Gradients", "Drag to move t (← →). Point at an earlier step for its numbers (Up, Down)."
            )
        )

    # What is shown

    def show_part(self, part: GradientCurves) -> None:
        """Show the curves and what they say."""
        before, self.part = self.part, part
        if before is None or _ranges(before) != _ranges(part):
            self._arrange()
        self.setAccessibleDescription(" ".join((*story(part), *notes(part))))
        self.update()
        if self.look > part.step:
            self._look_at(part.step)

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self._arrange()

    # Drawing

    def still_key(self) -> object:
        return _ranges(self.part) if self.part else None

    def paint_still(self, painter: QPainter) -> None:
        hints = _hints(self.part) if self.part else ()
        paint_card(painter, self.rect().toRectF(), self.style_now, plots_title(), hints)
        if self._place is not None:
            paint_still_gradients(painter, self._place, self.style_now)
            painter.setPen(QPen(self.style_now.palette.border, self.style_now.px(1)))
            painter.drawLine(self._place.strip.topLeft(), self._place.strip.topRight())

    def paint_living(self, painter: QPainter) -> None:
        if self.part is None or self._place is None:
            return
        paint_living_gradients(painter, self._place, self.part, self.style_now, self.look)
        self._paint_story(painter, self.part)
        if self.hasFocus():
            radius = self.style_now.px(8)
            painter.setPen(QPen(self.style_now.palette.accent, self.style_now.px(1.6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)

    def _paint_story(self, painter: QPainter, part: GradientCurves) -> None:
        assert self._place is not None
        strip, style = self._place.strip, self.style_now
        left = lines_of(strip.width(), style)
        high, y = strip.height() / (left + 0.4), strip.top()
        aside = " ".join(notes(part))
        for sentence, ink in (
            *((words, style.palette.text) for words in story(part)),
            (aside, style.palette.muted),
        ):
            for line in lines(sentence, style.font(TEXT), strip.width(), left) if left else ():
                y, left = y + high, left - 1
                put_text(painter, strip.left(), y, line, style.font(TEXT), ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self.part is None:
            return
        ranges = {"gradients": self.part.axis, "paths": self.part.path_axis}
        self._place = gradients_layout(self.rect().toRectF(), self.style_now, self.part.steps, ranges)
        self.update()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._place is not None:
            self._scrubbing = self._place.plots.contains(event.position())
            self._scrub_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scrubbing:
            self._scrub_to(event.position())
        elif self._place is not None and self._place.plots.contains(event.position()):
            self._look_at(self._step_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrubbing = False

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._look_at(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: self.look + 1, Qt.Key.Key_Down: self.look - 1}
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            event.ignore()
        else:
            self._look_at(target)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _step_at(self, where: QPointF) -> int:
        assert self._place is not None
        return self._place.axes["gradients", self._place.column(where.x())].step(where.x())

    def _scrub_to(self, where: QPointF) -> None:
        if self._scrubbing and self.part is not None:
            step = self._step_at(where)
            if step != self.part.step:
                self.step_chosen.emit(step)

    def _look_at(self, step: int) -> None:
        held = max(1, min(step, self.part.step if self.part else 1))
        if held != self.look:
            self.look = held
            self.update()
            self.looked_at.emit(held)


def _ranges(part: GradientCurves) -> tuple[object, ...]:
    return part.steps, part.axis, part.path_axis


def _hints(part: GradientCurves) -> tuple[str, ...]:
    """What may stand beside the title, the longest first."""
    told = translate(
        "Gradients", "log axis {low} … {high} of the 10⁻⁴⁵ … 10³⁸ that float32 holds · drag to move t"
    )
    short = translate("Gradients", "log axis {low} … {high} · drag to move t")
    low, high = power_text(part.axis[0]), power_text(part.axis[1])
    return told.format(low=low, high=high), short.format(low=low, high=high)


def plots_title() -> str:
    """The title of the card."""
    return translate("Gradients", "Gradients on their way back from t")
