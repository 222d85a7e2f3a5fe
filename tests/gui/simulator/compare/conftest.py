"""The tab that compares, shown, with a real controller."""

import pytest

from lstm_gui.gui.simulator.compare.page import ComparePage
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller
from tests.gui.simulator.conftest import Show


@pytest.fixture
def controller() -> Controller:
    """A controller of the first scene, which shows every change at once."""
    made = Controller(lambda callback: callback())
    made.open(load("remember"))
    return made


@pytest.fixture
def panel(show: Show, controller: Controller) -> SimulatorPanel:
    """The panel on it, at the tab that compares."""
    made = SimulatorPanel()
    made.connect_controller(controller)
    made.show_tab("compare")
    return show(made, (1046, 838))


@pytest.fixture
def page(panel: SimulatorPanel) -> ComparePage:
    assert panel.pages.compare is not None
    return panel.pages.compare
