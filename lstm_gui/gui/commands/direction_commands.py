"""What the actions about the directions of time do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lstm_gui.gui.simulator.translation import translated
from lstm_gui.simulator.update import set_both_ways, turn
from lstm_gui.simulator.words import LABELS

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow


class DirectionCommands(QObject):
    """Both can be undone."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def furnish(self) -> None:
        """Once the window has its parts: the actions follow the scene."""
        self._window.controller.on_change.append(self.refresh)
        self._window.simulator.transport.cells.both_chosen.connect(self.read_both_ways)

    def refresh(self) -> None:
        """Say whether there are two directions, and offer the other one where there are."""
        both, actions = self._window.controller.state.scene.backward is not None, self._window.actions_by_id
        actions["both_directions"].setChecked(both)
        actions["other_direction"].setEnabled(both)

    def read_both_ways(self, on: bool) -> None:
        """Read the sequence from its end too, or no longer."""
        controller = self._window.controller
        label = translated(LABELS["both" if on else "one"])
        controller.change(set_both_ways(controller.state, on), label)

    def look_other_way(self) -> None:
        """Look at the cell that reads in the other direction."""
        controller = self._window.controller
        state = controller.state
        controller.change(turn(state, not state.looks_back), translated(LABELS["turn"]), "turn")
