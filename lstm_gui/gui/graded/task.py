"""What a graded card puts between its question and its buttons, one class for each kind."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.gui.graded.number_field import NumberField
from lstm_gui.gui.graded.plot import PredictionPlot
from lstm_gui.gui.graded.plot_paint import Shown
from lstm_gui.gui.graded.words import drawn_words, said_of
from lstm_gui.gui.no_break import kept_together
from lstm_gui.gui.quiz.fitting import WrappedLabel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink
from lstm_gui.gui.simulator.style import Style as SimulatorStyle
from lstm_gui.lessons.challenge import Numeric, Predict
from lstm_gui.simulator.graded.grade import scene_of, values_of, worked
from lstm_gui.simulator.graded.sketch import Sketch
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState

_MOST_TOLD = 12  # steps whose numbers are written out


class PredictTask(QWidget):
    """The plot, and below it the number of the step that the keyboard is on.

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
        self.plot = PredictionPlot(card, shown, Sketch(card.first, (), card.first, 0, 0), _look(style), self)
        axes = self.plot.axes
        self._done = [Sketch.blank(card.first, card.last, axes.low, axes.high)]
        self._undone: list[Sketch] = []
        self.plot.sketch = self._done[-1]
        self.field, self.numbers = NumberField(style, self), WrappedLabel(self)
        self.numbers.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot, 1)
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
        self.field.hide()
        self.numbers.show_text(kept_together(self._compared()))
        self.numbers.setVisible(self._card.count > 1 and bool(self.plot.sketch.answer))
        self._done, self._undone = self._done[-1:], []
        self.changed.emit()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self.plot.set_style(_look(style))
        self.field.set_style(style)
        ink(self.numbers, style.palette.text, style.calm_font(12.5))
        self.numbers.set_wanted_font(style.calm_font(12.5), style.calm.zoom)

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


class NumericTask(QWidget):
    """The values that a seed drew, a field for the answer, and in the end the way to it.

    Signals
    -------
    entered()
        Enter was pressed.
    """

    entered = Signal()

    def __init__(self, card: Numeric, seed: int, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self._seed = card, seed
        self.given, self.way = WrappedLabel(self), WrappedLabel(self)
        self.field = NumberField(style, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.given, self.field, self.way):
            column.addWidget(part)
        self.way.hide()
        drawn = [drawn_words(draw, value) for draw, value in values_of(card, seed)]
        self.given.show_text(kept_together(" · ".join(drawn)))
        words = self.tr("{name} at t = {step}")
        self.field.ask_for(words.format(name=said_of(card.name), step=card.step))
        self.field.entered.connect(self.entered)
        self.set_style(style)

    @property
    def answer(self) -> tuple[float, ...] | None:
        """The number, once it is one."""
        value = self.field.value
        return None if value is None else (value,)

    def lacks(self) -> str:
        """What is still to be put in."""
        return self.tr("First type a number.")

    def reveal(self) -> None:
        """Show the way to the answer, with these numbers."""
        lines = [f"{symbol} = {one.whole}" for symbol, one in worked(self._card, self._seed)]
        self.way.show_text("\n".join(lines))
        self.way.show()
        self.field.edit.setReadOnly(True)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self.field.set_style(style)
        for label in (self.given, self.way):
            ink(label, style.palette.text, style.calm_font(14))
            label.set_wanted_font(style.calm_font(14), style.calm.zoom)


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


def _look(style: Style) -> SimulatorStyle:
    return SimulatorStyle(style.palette, style.calm.zoom / 100)
