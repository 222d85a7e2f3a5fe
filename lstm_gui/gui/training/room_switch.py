"""The switch between the rooms of the Train tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.rooms import ROOMS


class RoomSwitch(QWidget):
    """A button for each of ROOMS, one of which is down. Signal: `chosen(str)`, its name."""

    chosen = Signal(str)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Rooms"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name, spec in ROOMS.items():
            button = self.buttons[name] = QPushButton(spec.title, self)
            button.setCheckable(True)
            button.setToolTip(spec.hint)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._choose)
        self.set_style(style)

    def show_room(self, name: str) -> None:
        """Show which one is shown, without asking for it."""
        self.buttons[name].setChecked(True)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        for button in self.buttons.values():
            button.setFont(style.font())

    def _choose(self, button: object) -> None:
        self.chosen.emit(next(name for name, one in self.buttons.items() if one is button))
