"""The panel on "remember" at step 5, as the active window."""

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller
from tests.gui.simulator.conftest import Show


@pytest.fixture
def controller() -> Controller:
    """A controller of "remember" at step 5, which shows every change at once."""
    made = Controller(lambda callback: callback())
    made.open(load("remember"))
    made.set_step(5)
    return made


@pytest.fixture
def panel(show: Show, qtbot: QtBot, controller: Controller) -> SimulatorPanel:
    """The panel on it, as the active window."""
    made = SimulatorPanel()
    made.connect_controller(controller)
    show(made, (1030, 850))
    made.activateWindow()
    qtbot.waitActive(made)
    return made
