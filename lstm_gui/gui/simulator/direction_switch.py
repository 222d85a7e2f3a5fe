"""Chooses which of two directions is looked at: → forwards or ← backwards."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lstm_gui.gui.simulator.cell_picker import CellButton
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.direction import AHEAD, BACK

_HEIGHT = 22.0  # pixels at 100 %


class DirectionSwitch(QWidget):
    """Two buttons, the one of the direction looked at is dark. Signals: `turned(bool)`, whether backwards."""

    turned = Signal(bool)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self.setAccessibleName(self.tr("Direction looked at"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        words = {
            AHEAD: (self.tr("→ forwards"), self.tr("Look at the cell that reads from the beginning (B)")),
            BACK: (self.tr("← backwards"), self.tr("Look at the cell that reads from the end (B)")),
        }
        self._words = {direction: text for direction, (text, _) in words.items()}
        self.buttons: dict[str, CellButton] = {}
        for direction, (text, tip) in words.items():
            button = CellButton(text, style, self)
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, back=direction == BACK: self.turned.emit(back))
            self.buttons[direction] = button
            self._row.addWidget(button)
        self.set_style(style)

    def show_direction(self, direction: str) -> None:
        """Mark the direction that is looked at."""
        for one, button in self.buttons.items():
            button.setChecked(one == direction)

    def fit(self, room: float) -> None:
        """Say the directions in words where there is room for them, else by their arrows alone."""
        for long in (True, False):
            for direction, button in self.buttons.items():
                button.setText(self._words[direction] if long else direction)
                self._size(button)
            self.adjustSize()
            if self.width() <= room:
                return

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self._row.setSpacing(round(style.px(2)))
        for button in self.buttons.values():
            button.set_style(style)
            self._size(button)
        self.adjustSize()

    def _size(self, button: CellButton) -> None:
        """As high as the other controls in the header of a card."""
        button.setFixedSize(button.sizeHint().width(), round(self._style.px(_HEIGHT)))
