"""Back in training time: a slider over the checkpoints that are kept, and what can be done from there."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lstm_gui.gui.simulator.controls import StepSlider
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.run_words import step_words

translate = QCoreApplication.translate


class Scrubber(QWidget):
    """Shows which checkpoint is looked at.

    Signals: `step_chosen(int)`, the update after which it was taken; `now_chosen()`, the newest again;
    `best_chosen()`; `resume_chosen()`; `axis_chosen()`, the other axis of the chart above.
    """

    step_chosen = Signal(int)
    now_chosen = Signal()
    best_chosen = Signal()
    resume_chosen = Signal()
    axis_chosen = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps: tuple[int, ...] = ()
        self.slider = StepSlider(style, self)
        self.slider.setMinimum(0)
        self.slider.setAccessibleName(translate("Train", "Training time"))
        self.slider.setToolTip(translate("Train", "The checkpoint that is shown (← → Home End)"))
        self.slider.valueChanged.connect(self._choose)
        words = (
            (
                translate("Train", "Best"),
                translate("Train", "Show the checkpoint with the lowest validation loss"),
            ),
            (translate("Train", "Now"), translate("Train", "Show what happens now (End)")),
            (
                translate("Train", "Go on from here"),
                translate(
                    "Train", "Learn on from this checkpoint; what came after it stays as a dotted curve"
                ),
            ),
        )
        self.best, self.now, self.resume = (WordButton(text, tip, style, self) for text, tip in words)
        self.axis = WordButton(
            "", translate("Train", "Show losses by powers of ten, or by size (L)"), style, self
        )
        self.show_axis(log=True)
        self.axis.clicked.connect(self.axis_chosen)
        self.best.clicked.connect(self.best_chosen)
        self.now.clicked.connect(self.now_chosen)
        self.resume.clicked.connect(self.resume_chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.slider, 1)
        for button in (self.best, self.now, self.resume, self.axis):
            self._row.addWidget(button)
        self.set_style(style)
        self.show_steps((), None)

    def show_steps(self, steps: Sequence[int], shown: int | None) -> None:
        """Show the checkpoints that there are, and which is looked at; None for the newest."""
        self._steps = tuple(steps)
        last = max(0, len(self._steps) - 1)
        at = last if shown is None or shown not in self._steps else self._steps.index(shown)
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(last)
            self.slider.setValue(at)
        self.slider.update()
        step = step_words(self._steps[at]) if self._steps else "0"
        self.slider.setAccessibleDescription(translate("Train", "update {step}").format(step=step))
        for button, possible in (
            (self.best, last > 0),
            (self.now, shown is not None),
            (self.resume, shown is not None),
        ):
            button.setEnabled(possible)

    def show_axis(self, *, log: bool) -> None:
        """Say which axis the chart above has."""
        self.axis.setText(translate("Train", "log") if log else translate("Train", "linear"))
        said = translate("Train", "Axis of losses: {axis}").format(axis=self.axis.text())
        self.axis.setAccessibleName(said)
        self.axis.setFixedSize(self.axis.sizeHint())

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.slider.set_style(style)
        self.slider.setMinimumWidth(round(style.px(96)))
        for button in (self.best, self.now, self.resume, self.axis):
            button.set_style(style)
            button.setFixedSize(button.sizeHint())
        self._row.setSpacing(round(style.px(6)))

    def _choose(self, place: int) -> None:
        if place >= len(self._steps) - 1:
            self.now_chosen.emit()
        else:
            self.step_chosen.emit(self._steps[place])
