"""The room "Learn": a network is started, and its loss and its answers change."""

from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.session import Session


class LearnRoom(Room):
    """Controls on top, the losses on the left, what the network answers on the right."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        session.prepare()
