"""The bar above the cell: which scene, which step, and play."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lstm_gui.gui.simulator import controls
from lstm_gui.gui.simulator.arrangement import bar_height
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.cell_picker import CellPicker
from lstm_gui.gui.simulator.controls import BarButton, Picker, StepSlider
from lstm_gui.gui.simulator.scene_picker import ScenePicker
from lstm_gui.gui.simulator.style import TITLE, Style
from lstm_gui.simulator.frame import TransportPart

_LABELLED = 1100.0  # pixels at 100 %: a shorter bar has no word before the scenes
_SHORT = 800.0  # a shorter bar stands closely
_AROUND_CELLS = 720.0  # what the other controls need
SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0)  # steps a second


class TransportBar(QWidget):
    """Shows a TransportPart.

    Signals: `scene_chosen(str)` with the scene's name, `step_chosen(int)`, `reset_requested()`,
    `playing_changed(bool)`.
    """

    scene_chosen = Signal(str)
    step_chosen = Signal(int)
    reset_requested = Signal()
    playing_changed = Signal(bool)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self.part: TransportPart | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self.scene_label = QLabel(self.tr("Scene"), self)
        self.scenes = ScenePicker(style, self)
        self.scenes.setAccessibleName(self.tr("Scene"))
        self.scenes.scene_chosen.connect(self.scene_chosen)
        self.scene_label.setBuddy(self.scenes)
        self.cells = CellPicker(style, self)
        self.reset_button = self._button(controls.reset, self.tr("Reset"), self.tr("Reset the scene (R)"))
        self.reset_button.clicked.connect(self.reset_requested)
        self.first = self._button(controls.to_start, self.tr("First step"), self.tr("First step (Home)"))
        self.back = self._button(controls.back, self.tr("Step back"), self.tr("Step back (←)"))
        self.play = self._button(controls.play, self.tr("Play"), self.tr("Play or pause (Space)"))
        self.forward = self._button(controls.forward, self.tr("Step forward"), self.tr("Step forward (→)"))
        self.last = self._button(controls.to_end, self.tr("Last step"), self.tr("Last step (End)"))
        self.first.clicked.connect(self.go_to_first)
        self.back.clicked.connect(self.step_back)
        self.play.clicked.connect(self.play_or_pause)
        self.forward.clicked.connect(self.step_forward)
        self.last.clicked.connect(self.go_to_last)
        self.speeds = self._picker(self.tr("Speed"), self.tr("Steps a second while playing (+ and −)"))
        for speed in SPEEDS:
            self.speeds.addItem(self.tr("{n} / s").format(n=f"{speed:g}".replace("0.5", "½")), speed)
        self.speeds.setCurrentIndex(SPEEDS.index(2.0))
        self.speeds.currentIndexChanged.connect(self._set_pace)
        self.counter = QLabel(self)
        self.slider = StepSlider(style, self)
        self.slider.setAccessibleName(self.tr("Step"))
        self.slider.setToolTip(self.tr("The step shown (← →)"))
        self.slider.valueChanged.connect(self.step_chosen)
        self._lay_out()
        self.set_style(style)

    # What is shown

    def show_part(self, part: TransportPart) -> None:
        """Show where the run stands."""
        self.part = part
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(part.steps)
            self.slider.setValue(part.step)
        self.slider.update()
        self._reserve_counter()
        self.counter.setText(self.tr("t = {step} / {steps}").format(step=part.step, steps=part.steps))
        self.scenes.show_title(part.title)
        self.cells.show_kind(part.kind)
        self.cells.show_directions(both=bool(part.direction))
        self.reset_button.setEnabled(part.changed)
        for button, possible in (
            (self.first, part.step > 1),
            (self.back, part.step > 1),
            (self.forward, part.step < part.steps),
            (self.last, part.step < part.steps),
        ):
            button.setEnabled(possible)

    def is_shown(self) -> bool:
        """Whether a person can see it."""
        return self.isVisible()

    def set_scenes(self, scenes: Sequence[tuple[str, str]]) -> None:
        """List the scenes to choose from, as (name, title)."""
        self.scenes.set_scenes(scenes)

    # Steps

    def step_back(self) -> None:
        """Ask for the step before."""
        self._go(-1)

    def step_forward(self) -> None:
        """Ask for the step after."""
        self._go(1)

    def go_to_first(self) -> None:
        """Ask for the first step."""
        self._choose(1)

    def go_to_last(self) -> None:
        """Ask for the last step."""
        if self.part is not None:
            self._choose(self.part.steps)

    def _go(self, way: int) -> None:
        if self.part is not None:
            self._choose(self.part.step + way)

    def _choose(self, step: int) -> None:
        if self.part is not None and 1 <= step <= self.part.steps and step != self.part.step:
            self.step_chosen.emit(step)

    # Play

    @property
    def playing(self) -> bool:
        """Whether steps follow each other by themselves."""
        return self._timer.isActive()

    def play_or_pause(self) -> None:
        """Start to play, from the first step where the last is shown; or pause."""
        if self.playing:
            self.pause()
        elif self.part is not None:
            if self.part.step == self.part.steps:
                self._choose(1)
            self._timer.start(self._interval())
            self._show_playing()

    def pause(self) -> None:
        """Stop playing."""
        if self.playing:
            self._timer.stop()
            self._show_playing()

    def faster(self) -> None:
        """Play at the next higher speed."""
        self.speeds.setCurrentIndex(min(self.speeds.currentIndex() + 1, len(SPEEDS) - 1))

    def slower(self) -> None:
        """Play at the next lower speed."""
        self.speeds.setCurrentIndex(max(self.speeds.currentIndex() - 1, 0))

    def _advance(self) -> None:
        if self.part is None or self.part.step >= self.part.steps:
            self.pause()
            return
        self.step_forward()
        if self.part.step >= self.part.steps:
            self.pause()

    def _interval(self) -> int:
        return round(1000 / float(self.speeds.currentData()))

    def _set_pace(self) -> None:
        if self.playing:
            self._timer.start(self._interval())

    def _show_playing(self) -> None:
        self.play.set_sign(controls.pause if self.playing else controls.play)
        self.play.setAccessibleName(self.tr("Pause") if self.playing else self.tr("Play"))
        self.playing_changed.emit(self.playing)

    # Looks

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        for button in self.findChildren(BarButton):
            button.set_style(style)
        for picker in (self.scenes, self.speeds):
            picker.set_style(style)
            controls.set_popup_colours(picker, style)
        self.speeds.setFixedWidth(self.speeds.wide_for("½ / s"))
        self.scenes.setMaximumWidth(round(style.px(228)))
        self.cells.set_style(style)
        self.slider.set_style(style)
        self.slider.setMinimumWidth(round(style.px(72)))
        for label, bold in ((self.scene_label, False), (self.counter, True)):
            label.setFont(style.font(TITLE, bold=bold))
            colours = label.palette()
            colours.setColor(label.foregroundRole(), style.palette.text if bold else style.palette.muted)
            label.setPalette(colours)
        self._reserve_counter()
        self.setFixedHeight(round(bar_height(style)))
        self._row.setContentsMargins(round(style.px(16)), 0, round(style.px(12)), 0)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _reserve_counter(self) -> None:
        """Room for the longest that it says of this run: nothing moves while steps pass."""
        last = self.part.steps if self.part is not None else 99
        longest = self.tr("t = {step} / {steps}").format(step=last, steps=last)
        wide = self.counter.fontMetrics().horizontalAdvance(longest) + self.style_now.px(4)
        self.counter.setFixedWidth(round(wide))

    def _fit(self) -> None:
        """Where the bar is short, the kinds of cells are one menu and the word before the scenes is gone."""
        px, room = self.style_now.px, float(self.width())
        narrow, short = room < px(_AROUND_CELLS) + self.cells.wide(), room < px(_SHORT)
        self.scene_label.setVisible(room >= px(_LABELLED))
        self.scenes.setMinimumWidth(round(px(96 if short else 150 if narrow else 190)))
        self._row.setSpacing(round(px(4 if short else 6)))
        self.cells.set_narrow(narrow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect().toRectF(), self.style_now)
        painter.end()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.scene_label)
        self._row.addWidget(self.scenes, 30)  # what room is left goes to the title first
        self._row.addWidget(self.reset_button)
        self._row.addWidget(self.cells)
        self._row.addStretch(2)
        for button in (self.first, self.back, self.play, self.forward, self.last):
            self._row.addWidget(button)
        self._row.addWidget(self.speeds)
        self._row.addStretch(2)
        self._row.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.slider, 4)

    def _button(self, sign: controls.Sign, name: str, tip: str) -> BarButton:
        button = BarButton(sign, self.style_now, self)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button

    def _picker(self, name: str, tip: str) -> Picker:
        picker = Picker(self.style_now, self)
        picker.setAccessibleName(name)
        picker.setToolTip(tip)
        return picker
