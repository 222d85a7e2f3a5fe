"""The step after which a forecast runs free: dragged, or moved by keys."""

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.training.views.numbers_face import NumbersFace
from lstm_gui.gui.training.views.plot_paint import step_words

translate = QCoreApplication.translate

Key = Qt.Key
_MOVES = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_PageUp: -10, Key.Key_PageDown: 10, Key.Key_End: 10**6}
_SOON = 40  # ms between two that are asked for


class FreeStart(QObject):
    """Turns what the hand does at a face into a step, at most so often.

    Signals: `chosen(object)`, the last step of the probe, from 0, whose truth is read; None for the usual.
    """

    chosen = Signal(object)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._held = False
        self._wanted: int | None = None  # not shown yet
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(lambda: self.chosen.emit(self._wanted))

    def shown(self, face: NumbersFace) -> None:
        """Another look is there: what was wanted may be shown by it."""
        if (
            face.look.ahead is not None
            and face.look.ahead.origin == self._wanted
            and not self._soon.isActive()
        ):
            self._wanted = None

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key moves the start."""
        moves = event.key() in _MOVES or event.key() == Key.Key_Home
        return moves and event.modifiers() & ~_KEYPAD == Qt.KeyboardModifier.ShiftModifier

    def key(self, face: NumbersFace, event: QKeyEvent) -> bool:
        """Move it by a key; whether that was one of these."""
        ahead = face.look.ahead
        if ahead is None or not self.wants(event):
            return False
        if event.key() == Key.Key_Home:
            self._wanted = None
            self._soon.start()
            announce(self._view, translate("TrainingViews", "Runs free after its warm-up"))
            return True
        here = ahead.origin if self._wanted is None else self._wanted
        self._choose(face, here + _MOVES[Key(event.key())])
        at = step_words(ahead.origin if self._wanted is None else self._wanted, face.look.step_names)
        announce(self._view, translate("TrainingViews", "Runs free after {step}").format(step=at))
        return True

    def press(self, face: NumbersFace, event: QMouseEvent) -> bool:
        """Take hold of the line; whether it was hit."""
        self._held = event.button() == Qt.MouseButton.LeftButton and face.at_start(event.position())
        return self._held

    def move(self, face: NumbersFace, where: QPointF) -> bool:
        """Drag it, or say by the cursor that it can be; whether it is held."""
        if self._held:
            self._choose(face, face.step_under(where))
        over = self._held or face.at_start(where)
        self._view.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
        return self._held

    def release(self) -> None:
        """Let go of it."""
        self._held = False

    def _choose(self, face: NumbersFace, step: int) -> None:
        low, high = face.starts
        held = min(max(step, low), high)
        assert face.look.ahead is not None
        if held != (face.look.ahead.origin if self._wanted is None else self._wanted):
            self._wanted = held
            if not self._soon.isActive():
                self._soon.start()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
