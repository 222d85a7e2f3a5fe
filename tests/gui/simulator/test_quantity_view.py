"""A view that turns to another cell keeps the keyboard, whatever of the cell before goes."""

import pytest
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.update import set_both_ways
from tests.gui.simulator.conftest import Show


@pytest.fixture
def panel(show: Show) -> SimulatorPanel:
    """The panel on an LSTM."""
    made = SimulatorPanel()
    made.connect_controller(controller := Controller(lambda callback: callback()))
    controller.open(load("remember"))
    return show(made, (1030, 850))


def controller_of(panel: SimulatorPanel) -> Controller:
    assert panel._controller is not None
    return panel._controller


@pytest.mark.parametrize("name", ["x", "h_previous", "c_previous"])
@pytest.mark.parametrize("kind", ["rnn", "gru", "peephole", "mlstm"])
def test_the_keyboard_stays_in_the_diagram_when_the_kind_changes(
    panel: SimulatorPanel, name: str, kind: str
) -> None:
    knob = panel.diagram.knobs[name]
    knob.setFocus()
    controller_of(panel).switch(BY_NAME[kind])
    focused = QApplication.focusWidget()
    assert focused is panel.diagram.knobs.get(name, panel.diagram.knobs["x"])


@pytest.mark.parametrize("gate", ["f", "o"])
def test_the_keyboard_stays_among_the_operating_points(panel: SimulatorPanel, gate: str) -> None:
    panel.operating.knobs[gate].setFocus()
    controller_of(panel).switch(BY_NAME["rnn"])
    assert QApplication.focusWidget() in panel.operating.knobs.values()


def test_the_keyboard_stays_where_it_is_when_a_second_direction_comes_and_goes(panel: SimulatorPanel) -> None:
    """It once slipped to the field of the length, and the next key was typed into that."""
    controller, knob = controller_of(panel), panel.diagram.knobs["x"]
    knob.setFocus()
    controller.change(set_both_ways(controller.state, on=True), "both")
    assert knob.hasFocus()
    controller.undo()
    assert knob.hasFocus()
