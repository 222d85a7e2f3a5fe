"""The ground of the rooms of the Train tab: "Learn", "Inside", "Compare", "Cost", "Text"."""

from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.session import Session


class Room(QWidget):
    """One page of the Train tab, made when it is first shown."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.style_now = session, style

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style

    def told(self) -> str:
        """What is shown, for a screen reader."""
        return self.accessibleDescription()
