"""The ground of the rooms of the Train tab; `rooms.py` lists them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.session import Session


class Room(QWidget):
    """One page of the Train tab, made when it is first shown. Signal: `room_wanted(str)`, another one."""

    room_wanted = Signal(str)
    shows_looks = False  # whether what the network does now is seen here

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.style_now = session, style

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.shows_looks:
            self.session.onlookers.tell(self, seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.shows_looks:
            self.session.onlookers.tell(self, seen=False)

    def play_or_pause(self) -> None:
        """What the key does that lets things run here: the network learns, or waits."""
        self.session.play_or_pause()

    def told(self) -> str:
        """What is shown, for a screen reader."""
        return self.accessibleDescription()
