"""What the panels of the window lie on."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Ground(QWidget):
    """What the panels lie on; it tells when the window was painted for the first time.

    Signals
    -------
    painted()
        Once, after the first paint reached the screen.
    """

    painted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.palette().window())
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self, self.painted.emit)
