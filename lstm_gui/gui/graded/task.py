"""To predict: what stands between the question and its buttons."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.gui.graded.cell_card import CellCard
from lstm_gui.gui.graded.look import look_of
from lstm_gui.gui.graded.number_field import NumberField
from lstm_gui.gui.graded.plot import PredictionPlot
from lstm_gui.gui.graded.plot_paint import Shown
from lstm_gui.gui.graded.words import said_of
from lstm_gui.gui.no_break import kept_together
from lstm_gui.gui.quiz.fitting import WrappedLabel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink
from lstm_gui.lessons.challenge import Predict
from lstm_gui.simulator.graded.cover import cell_asked_about, covered
from lstm_gui.simulator.graded.grade import scene_of
from lstm_gui.simulator.graded.sketch import Sketch
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState

_PLOT = 230  # px high at 100 %: what the plot needs before the cell is shown too
_SHARES = (0.4, 0.45, 0.5)  # of the room of the cell and the plot together
_MOST_TOLD = 12  # steps whose numbers are written out


class PredictTask(QWidget):
    """The cell at the first step asked for, the plot, and the number of the step that the keyboard is on.

    Signals
    -------
    entered()
        Enter was pressed.
    changed()
        Undo or redo would do another thing now.
    """

    entered = Signal()
    changed = Signal()

    def __init__(self, card: Predict, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        shown = _shown(card)
        self.plot = PredictionPlot(
            card, shown, Sketch(card.first, (), card.first, 0, 0), look_of(style), self
        )
        axes = self.plot.axes
        self._done = [Sketch.blank(card.first, card.last, axes.low, axes.high)]
        self._undone: list[Sketch] = []
        self.plot.sketch = self._done[-1]
        self.cell = CellCard(covered(cell_asked_about(card), card), look_of(style), self)
        self.field, self.numbers = NumberField(style, self), WrappedLabel(self)
        self.numbers.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cell)
        column.addWidget(self.plot)
        column.addWidget(self.field)
        column.addWidget(self.numbers)
        self.plot.changed.connect(self._show)
        self.plot.settled.connect(self._settle)
        self.plot.typed.connect(self.field.begin)
        self.field.typed.connect(self._type)
        for part in (self.field, self.plot):
            part.entered.connect(self._enter)
        self._show(self.plot.sketch)
        self.set_style(style)

    @property
    def answer(self) -> tuple[float, ...] | None:
        """The numbers, once none is missing."""
        sketch = self.plot.sketch
        return None if sketch.missing else sketch.answer

    def lacks(self) -> str:
        """What is still to be put in."""
        steps = ", ".join(str(step) for step in self.plot.sketch.missing[:6])
        return self.tr("First put in a number at t = {steps}: drag in the plot, or type.").format(steps=steps)

    def reveal(self) -> None:
        """Show the run as it is."""
        self.plot.reveal()
        self.cell.show_part(cell_asked_about(self._card, step=self._furthest_off()))
        self.field.hide()
        self.numbers.show_text(kept_together(self._compared()))
        self.numbers.setVisible(self._card.count > 1 and bool(self.plot.sketch.answer))
        self._done, self._undone = self._done[-1:], []
        self.changed.emit()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        for part in (self.plot, self.cell):
            part.set_style(look_of(style))
        self.field.set_style(style)
        ink(self.numbers, style.palette.text, style.calm_font(12.5))
        self.numbers.set_wanted_font(style.calm_font(12.5), style.calm.zoom)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the plot has room enough, the cell has the rest."""
        super().resizeEvent(event)
        self._share_room()

    # Undo: a drag, a key or a number typed is one step

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return len(self._done) > 1

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._undone)

    def undo(self) -> None:
        """Take back what was drawn last."""
        if self.can_undo:
            self._undone.append(self._done.pop())
            self._go(self._done[-1])

    def redo(self) -> None:
        """Draw again what was taken back."""
        if self._undone:
            self._done.append(self._undone.pop())
            self._go(self._done[-1])

    def _furthest_off(self) -> int:
        """The step at which the cell tells most: where theirs is furthest from what it is."""
        right, sketch = self.plot.shown.part.curves[self._card.name], self.plot.sketch
        given = [(step, value) for step, value in enumerate(sketch.values, sketch.first) if value is not None]
        return max(given, key=lambda one: abs(one[1] - right[one[0] - 1]), default=(sketch.first, 0.0))[0]

    def _compared(self) -> str:
        """Theirs beside the simulator's, step by step."""
        right = self.plot.shown.part.curves[self._card.name]
        words, sketch = self.tr("t = {step}: {yours}, it is {right}"), self.plot.sketch
        told = [
            words.format(step=step, yours=number_text(value), right=number_text(right[step - 1]))
            for step, value in enumerate(sketch.values, sketch.first)
            if value is not None
        ]
        return " · ".join((*told[:_MOST_TOLD], *(["…"] if len(told) > _MOST_TOLD else [])))

    def _share_room(self) -> None:
        """Two fifths to the cell, or up to a half where it could not be read; what is left is the plot's."""
        below = self.numbers if self.field.isHidden() else self.field
        both = self.height() - below.sizeHint().height() - 2 * self._column.spacing()
        shares = [share for share in _SHARES if (1 - share) * both >= self.plot.look.px(_PLOT)]
        share = next((one for one in shares if self.cell.is_read_in(self.width(), one * both)), 0.0)
        self.cell.setVisible(share > 0)
        self._column.setStretch(0, round(100 * share))
        self._column.setStretch(1, round(100 * (1 - share)))

    def _go(self, sketch: Sketch) -> None:
        self._show(sketch)
        self.changed.emit()

    def _settle(self) -> None:
        sketch = self.plot.sketch
        if sketch.values == self._done[-1].values:
            return
        self._done.append(sketch)
        self._undone.clear()
        self.changed.emit()

    def _show(self, sketch: object) -> None:
        assert isinstance(sketch, Sketch)
        self.plot.show_sketch(sketch)
        words = self.tr("{name} at t = {step}")
        self.field.ask_for(
            words.format(name=said_of(self._card.name), step=sketch.step), sketch.at(sketch.step)
        )

    def _type(self, value: float) -> None:
        sketch = self.plot.sketch
        self.plot.show_sketch(sketch.drawn({sketch.step: value}))
        self._settle()

    def _enter(self) -> None:
        """Go on to the next step without a number; from the last, check."""
        missing = self.plot.sketch.missing
        if not missing:
            self.entered.emit()
        else:
            self._show(replace(self.plot.sketch, step=missing[0]))
            self.field.edit.selectAll()


def _shown(card: Predict) -> Shown:
    """The run of the card's scene, on axes that have room for what is asked for."""
    frame = resolve(replace(SimState.of(scene_of(card)), unit=card.unit))
    values = tuple(frame.arrays[card.name][:, card.unit].tolist())
    part, reach = frame.timeline, ladder(max(map(abs, values)))
    curves = {**part.curves, card.name: values}  # on the way to something, it has none of its own
    part = replace(part, step=card.first, curves=curves)
    if card.name in graph_of(part.kind).apart:
        return Shown.of(card, replace(part, scale_limit=max(part.scale_limit, reach)))
    return Shown.of(card, replace(part, c_limit=max(part.c_limit, reach)))
