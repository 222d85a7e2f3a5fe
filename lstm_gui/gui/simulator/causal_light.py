"""Lights a quantity and its causes at once and its effects a moment later, so that the eye sees the order."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from lstm_gui.gui.simulator.mark import before_effects
from lstm_gui.simulator.frame import Highlight

LATER_MS = 180


class CausalLight(QObject):
    """Hands highlights on to `show`. With motion off, and while a value moves, everything comes at once."""

    def __init__(self, show: Callable[[Highlight | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._motion = True
        self._highlight: Highlight | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._show_all)

    def set_motion(self, on: bool) -> None:
        """Allow the order to be seen in time, or not."""
        self._motion = on
        if self._later.isActive():
            self._later.stop()
            self._show_all()

    def light(self, highlight: Highlight | None) -> None:
        """Show a highlight, or none. Where the same quantity stays lit, only its numbers are new."""
        before, self._highlight = self._highlight, highlight
        stays = before is not None and highlight is not None and before.focus.name == highlight.focus.name
        if self._motion and highlight is not None and not stays and highlight.effects:
            self._later.start()
        elif highlight is None:
            self._later.stop()
        self._show_now()

    def _show_now(self) -> None:
        highlight = self._highlight
        if highlight is not None and self._later.isActive():
            highlight = before_effects(highlight)
        self._show(highlight)

    def _show_all(self) -> None:
        self._show(self._highlight)
