"""The simulator while a challenge is answered in it: what may not be moved does not look as if it could."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.knobs.quantity_box import QuantityBox
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.simulator.quantity import Quantity


class Fixture:
    """Until `undo()`. Knobs stay where they are, for their numbers are to be read and pointed at."""

    def __init__(self, panel: SimulatorPanel, why_fixed: Callable[[Quantity], str], rule: str) -> None:
        """`why_fixed(quantity)` says why one is not moved, or ""; `rule` why the cell stays as it is."""
        self._knobs = panel.findChildren(QuantityBox)
        head = panel.diagram.head
        self._tips: dict[QWidget, str] = {
            part: part.toolTip() for part in (head.units, head.inputs, panel.transport.cells)
        }
        for knob in self._knobs:
            knob.set_why_fixed(why_fixed)
        for part in self._tips:
            part.setEnabled(False)
            part.setToolTip(rule)

    def undo(self) -> None:
        """Let everything be moved again."""
        for knob in self._knobs:
            knob.set_why_fixed(None)
        for part, tip in self._tips.items():
            part.setEnabled(True)
            part.setToolTip(tip)
