"""In class (F5): the simulator over the whole screen, large, with the last action in words for the back row.

It has a state and a history of its own, so that the person comes back to exactly what they left, and it knows
no collection, so that nothing of a demonstration can reach the schedule.
"""

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.presenter.copies import PresenterCopies
from lstm_gui.gui.presenter.keys import PRESENTER_KEYS
from lstm_gui.gui.presenter.last_action import LastAction
from lstm_gui.gui.presenter.lecture import Lecture, LecturePlace
from lstm_gui.gui.presenter.pointer_ring import ring_cursor
from lstm_gui.gui.presenter.strip import Strip
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.frame_clock import FrameClock
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.window.keys import FocusFirst
from lstm_gui.gui.window.panel_frame import PanelFrame
from lstm_gui.gui.window.scene_tab import SceneTab
from lstm_gui.gui.window.stage import Stage
from lstm_gui.simulator.controller import Controller
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:
    from lstm_gui.gui.window.stage import MakePage

MARGIN = 12
LARGEST = 300  # per cent
QUESTION_LARGER = 75  # per cent on top of what the rest is drawn at: it is all there is to read
QUESTION_SHARE = 3  # of ten parts of the width
FITS = (1000, 616)  # px of the screen that show all at 100 %
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def fitting_zoom(width: int, height: int) -> int:
    """How large the content is drawn on a screen of this size (logical pixels): 100 … 300 per cent."""
    room = min(width / FITS[0], height / FITS[1])
    return max(100, min(300, int(room * 4) * 25))


class Presenter(QWidget):
    """A window over the whole screen.

    Signals
    -------
    left()
        The person goes back to where they were.
    """

    left = Signal()

    def __init__(
        self,
        lecture: Lecture,
        colours: Palette,
        shelf: FormulaShelf,
        make_page: "MakePage",
        *,
        motion: bool = True,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._lecture = lecture
        self._last_action = LastAction()
        self._place = LecturePlace(lecture)
        self.setWindowTitle(self.tr("LSTM Lab in class"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.controller = Controller(FrameClock(self).request)
        self.simulator = SimulatorPanel(colours)
        self.stage = Stage(self.simulator, colours, make_page)
        self.simulator.set_motion(motion)
        self.simulator.scene_chosen.connect(self._open)
        self.simulator.cell_chosen.connect(self._switch)
        self.question = ReviewPanel(shelf)
        self.question_card = PanelFrame(colours)
        self.question_card.hold(self.question)
        self.strip = Strip(colours)
        self.blank = QWidget(self)
        self._focus_first = FocusFirst(self)
        self._lay_out()
        self.set_palette(colours)
        self._bind_keys()
        SceneTab(self.controller, lambda: self.stage.tab, self.stage.show_tab)
        self.controller.on_change.append(self._tell_action)
        self.simulator.connect_controller(self.controller)
        self._copies = PresenterCopies(self.simulator, self.controller, self.strip.show_action)
        self.controller.go_to(lecture.state, "")

    # What the window calls

    def begin(self) -> None:
        """Cover the screen."""
        self.setGeometry(self.screen().geometry())  # where no window manager does it
        size = self.screen().size()
        self.zoom = fitting_zoom(size.width(), size.height())
        self._apply_zoom()
        self.showFullScreen()
        self.activateWindow()  # where no window manager gives it the keys
        self.setFocus()  # not on the first control, where Space would press it
        QGuiApplication.setOverrideCursor(ring_cursor(self.devicePixelRatioF()))

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        ground = self.palette()
        ground.setColor(ground.ColorRole.Window, colours.window)
        self.setPalette(ground)
        for part in (self.stage, self.question, self.question_card, self.strip):
            part.set_palette(colours)

    # What the keys do; named in PRESENTER_KEYS

    def scene_by(self, steps: int) -> None:
        """Go to the next scene of the list, or the one before; what was changed in this one is kept."""
        self.blank.hide()
        name = self._place.name_after(steps)
        if name:
            self._open(name)

    def toggle_blank(self) -> None:
        """Make the whole screen black, or show it again."""
        self.simulator.transport.pause()
        self.blank.setGeometry(self.rect())
        self.blank.raise_()
        self.blank.setVisible(not self.blank.isVisible())

    def toggle_question(self) -> None:
        """Show the question of the card one was at, without its answer, or hide it."""
        if self._lecture.card is None:
            self.strip.show_action(self.tr("No card is open"))
        else:
            self.question_card.setVisible(not self.question_card.isVisible())

    def show_tab(self, name: str) -> None:
        """Turn to a tab."""
        self.stage.show_tab(name)
        self._show_place()

    def play(self) -> None:
        """Let the steps run, or stop them."""
        self.stage.play()

    def step_by(self, steps: int) -> None:
        """Show the step before or after."""
        self.stage.step_by(steps)

    def first_step(self) -> None:
        """Go to the start."""
        self.stage.go_to_end(last=False)

    def last_step(self) -> None:
        """Go to the end."""
        self.stage.go_to_end(last=True)

    def change_speed(self, way: int) -> None:
        """Play faster or more slowly."""
        transport = self.simulator.transport
        (transport.faster if way > 0 else transport.slower)()

    def copy_picture(self) -> None:
        """Copy a picture of all that is shown."""
        self._copies.copy_picture()

    def copy_scene(self) -> None:
        """Copy the scene as a short text."""
        self._copies.copy_scene()

    def zoom_time(self, way: int) -> None:
        """Show fewer steps or more."""
        self.simulator.timeline_shown.zoom_time(way)

    def pan_time(self, way: int) -> None:
        """Show later steps or earlier ones."""
        self.simulator.timeline_shown.pan_time(way)

    def whole_time(self) -> None:
        """Show all steps."""
        self.simulator.timeline_shown.whole_time()

    def show_origins(self) -> None:
        """Show where the number pointed at comes from."""
        self.simulator.pins.pin_pointed()

    def reset(self) -> None:
        """Put every value back; where a network learns, begin its run again."""
        if (session := self.stage.training) is not None:
            session.stop()
        else:
            self.controller.reset()

    def undo(self) -> None:
        """Take the last change back."""
        (self.stage.training or self.controller).undo()

    def redo(self) -> None:
        """Bring back what was taken back."""
        (self.stage.training or self.controller).redo()

    def zoom_by(self, percent: int) -> None:
        """Make the content larger or smaller."""
        self.zoom = max(100, min(300, self.zoom + percent))
        self._apply_zoom()

    def leave(self) -> None:
        """Go back; show the screen first while it is black, and put away what is pinned."""
        if self.blank.isVisible():
            self.blank.hide()
        elif not self.simulator.pins.close():
            self.close()

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        handle.removeEventFilter(self)
        handle.installEventFilter(self)
        self._focus_first.watch(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """PgUp and PgDn, which a remote sends, change the scene even where a focused knob would take them."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = _TURNS.get(Qt.Key(event.key()))
            if steps is not None:
                self.scene_by(steps)
                return True
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs and say that it is over."""
        self.simulator.transport.pause()
        QGuiApplication.restoreOverrideCursor()
        self.left.emit()
        super().closeEvent(event)

    # Inside

    def _open(self, name: str) -> None:
        """Open a scene of the list, or any other by its name."""
        try:
            state = self._place.go_to(name, self.controller.state)
        except FileRefused as error:
            self.strip.show_action(str(error))
            return
        self.controller.go_to(state, self.tr("change the scene"))
        self._show_place()

    def _switch(self, name: str) -> None:
        """Put another kind of cell into the scene, and say what did not carry over."""
        if words := self.controller.switch(BY_NAME[name]):
            self.controller.flush()  # what is said of the switch itself comes first
            self.strip.show_action(words[0].upper() + words[1:])

    def _tell_action(self) -> None:
        words = self._last_action.follow(self.controller.state.scene, time.monotonic())
        self.strip.show_action(words)

    def _show_place(self) -> None:
        number, count = self._place.number, len(self._lecture.scenes)
        scene = number and self.stage.tab != "train"  # where networks learn, no scene is shown
        place = self.tr("scene {n} of {all}").format(n=number, all=count) if scene else ""
        self.strip.show_place(place)

    def _apply_zoom(self) -> None:
        for part in (self.stage, self.strip):
            part.set_zoom(self.zoom)
        self.question.set_zoom(min(LARGEST, self.zoom + QUESTION_LARGER))

    def _bind_keys(self) -> None:
        for row in PRESENTER_KEYS:
            method = getattr(self, row.handler)
            act = method if row.argument is None else partial(method, row.argument)
            for key in row.keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setAutoRepeat(row.repeats)
                shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self.question.set_question_only(True)
        if self._lecture.card is not None:
            self.question.show_card(self._lecture.card, {})
        self.question_card.hide()
        self.blank.setAutoFillBackground(True)
        black = self.blank.palette()
        black.setColor(black.ColorRole.Window, Qt.GlobalColor.black)
        self.blank.setPalette(black)
        self.blank.hide()
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(self.question_card, QUESTION_SHARE)
        row.addWidget(self.stage, 10 - QUESTION_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.strip)
        self._show_place()
