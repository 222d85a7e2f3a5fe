"""A screen reader hears each change once, when it has come to rest."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.narrator import happened
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Override
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.sizes import set_inputs, set_units
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at, set_both_ways, set_value, turn
from tests.simulator.both_ways import plain_both_ways

STATE = SimState.of(load("remember"))
BIAS = Quantity("b_o")


@pytest.fixture
def controller() -> Controller:
    made = Controller(lambda callback: callback())
    made.open(load("remember"))
    return made


@pytest.fixture
def panel(qtbot: QtBot, controller: Controller) -> SimulatorPanel:
    made = SimulatorPanel()
    qtbot.addWidget(made)
    made.connect_controller(controller)
    made.show()
    return made


def test_a_drag_is_told_once_and_in_two_decimals(
    qtbot: QtBot, panel: SimulatorPanel, controller: Controller
) -> None:
    heard: list[str] = []
    panel.narrator.said.connect(heard.append)
    with qtbot.waitSignal(panel.narrator.said):
        controller.begin_edit(BIAS)
        for n in range(20):
            controller.edit(BIAS, n / 10)
        controller.end_edit()
    cell = controller.frame.cell.values
    assert heard == [f"c {cell['c']:.2f}, h {cell['h']:.2f}"]


def test_a_step_is_told_with_where_it_leads(
    qtbot: QtBot, panel: SimulatorPanel, controller: Controller
) -> None:
    with qtbot.waitSignal(panel.narrator.said) as said:
        controller.set_step(2)
        controller.set_step(3)
    assert said.args is not None
    assert said.args[0].startswith("t = 3 of 12. c ")


def test_nothing_is_told_while_it_plays_and_then_where_it_stopped(
    qtbot: QtBot, panel: SimulatorPanel, controller: Controller
) -> None:
    heard: list[str] = []
    panel.narrator.said.connect(heard.append)
    panel.transport.play_or_pause()
    controller.set_step(4)
    panel.narrator._tell()
    assert heard == []
    with qtbot.waitSignal(panel.narrator.said):
        panel.transport.pause()
    assert heard[0].startswith("t = 4 of 12")


def test_what_is_held_by_hand_and_let_go_of_is_told() -> None:
    scene = replace(STATE.scene, overrides=(Override(5, "c", 0, 0.5),))
    held = replace(STATE, scene=scene)
    assert happened(STATE, held) == ["previous cell state c at t = 5 is held by hand"]
    assert happened(held, STATE) == ["previous cell state c at t = 5 is computed again"]


def test_another_scene_is_told_by_its_title() -> None:
    other = SimState.of(load("forget"))
    assert happened(STATE, other)[0] == other.scene.title


def test_another_length_is_told() -> None:
    shorter = replace(STATE, scene=replace(STATE.scene, inputs=STATE.scene.inputs[:8]))
    assert happened(STATE, shorter) == ["8 steps"]


def test_sizes_and_what_is_looked_at_are_told() -> None:
    grown = set_inputs(set_units(STATE, 3), 2)
    assert happened(STATE, grown) == ["units: 3, inputs: 2"]
    assert happened(grown, look_at(grown, 2, 1)) == ["unit 3", "input 2"]


def test_both_directions_are_told(qtbot: QtBot, panel: SimulatorPanel, controller: Controller) -> None:
    both = SimState.of(plain_both_ways())
    assert happened(both, turn(both, True)) == ["← backwards"]
    assert happened(turn(both, True), both) == ["→ forwards"]
    alone = set_both_ways(both, False)
    assert happened(both, alone) == ["read in one direction"]
    assert happened(alone, both) == ["read in both directions"]
    held = set_value(both, Quantity("c_previous", 5, backward=True), 0.5)
    assert happened(both, held) == ["← previous cell state c at t = 5 is held by hand"]
    controller.open(plain_both_ways())
    with qtbot.waitSignal(panel.narrator.said) as said:
        controller.set_step(6)
    assert said.args is not None
    ahead, back = said.args[0].split("; ")
    assert "→ c " in ahead
    assert back.startswith("← c ")
