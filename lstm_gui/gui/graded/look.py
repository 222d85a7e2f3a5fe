"""How the simulator's drawings look beside a question, which is dressed as the cards under review are."""

from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.simulator.style import Style as SimulatorStyle


def look_of(style: Style) -> SimulatorStyle:
    """The same colours at the same zoom."""
    return SimulatorStyle(style.palette, style.calm.zoom / 100)
