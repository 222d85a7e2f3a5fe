"""The switch between the rooms of the Train tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.cell_picker import CellButton
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.flow import Flow
from lstm_gui.gui.training.rooms import ROOMS


class RoomSwitch(QWidget):
    """A button for each of ROOMS, of which the one shown is dark. Signal: `chosen(str)`, its name."""

    chosen = Signal(str)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Rooms"))
        self.buttons: dict[str, CellButton] = {}
        self._row = Flow(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for name, spec in ROOMS.items():
            button = self.buttons[name] = CellButton(spec.title, style, self)
            button.setCheckable(True)
            button.setAccessibleName(spec.title)
            button.setToolTip(spec.hint)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._row.addWidget(button)
        self.set_style(style)

    def show_room(self, name: str) -> None:
        """Show which one is shown, without asking for it."""
        for one, button in self.buttons.items():
            button.setChecked(one == name)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._row.apart = round(style.px(2))
        for button in self.buttons.values():
            button.set_style(style)
            button.setFixedSize(button.sizeHint())
