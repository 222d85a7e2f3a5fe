"""The ground of the pages of the tabs: what the panel hears of each."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.style import Style


class TabPage(QWidget):
    """Everything of a tab.

    Signals: `preset_chosen(str)`, the name of a scene to open; `room_changed()`, when it needs another size.
    """

    preset_chosen = Signal(str)
    room_changed = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Put the views where there is room for them now."""
        raise NotImplementedError
