"""Where a run stops after something was moved, the strip of the cell says so and offers the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lstm_gui.gui.simulator.diagram.stop_notice import StopNotice
from lstm_gui.settings import Settings
from lstm_gui.simulator.quantity import Quantity
from tests.gui.conftest import Lab, LabMaker

WEIGHT = Quantity("U_h")


@pytest.fixture
def lab(make_lab: LabMaker) -> Lab:
    """A ReLU RNN over 256 steps that does not grow."""
    made = make_lab(Settings(motion=False))
    controller = made.window.controller
    made.window.files.open_named("relu-explodes")
    controller.set_value(WEIGHT, 0.5)
    controller.flush()
    return made


def notice(lab: Lab) -> StopNotice:
    found = lab.window.simulator.stops.notice
    assert found is not None
    return found


def test_what_stopped_is_named_and_taken_back(lab: Lab) -> None:
    simulator, controller = lab.window.simulator, lab.window.controller
    controller.set_value(WEIGHT, 19.0)
    controller.flush()
    told = notice(lab)
    assert told.isVisible()
    assert told.accessibleName().startswith("z_h at t = ")
    assert simulator.diagram.strip_box().toAlignedRect().contains(told.geometry())
    assert told.rect().contains(told.way_back.geometry())
    QTest.mouseClick(told.way_back, Qt.MouseButton.LeftButton)
    controller.flush()
    assert not told.isVisible()
    assert controller.frame.cell.values["h"] < 1


def test_it_stands_aside_for_what_is_pointed_at(lab: Lab) -> None:
    controller = lab.window.controller
    controller.set_value(WEIGHT, 19.0)
    controller.point_at(WEIGHT)
    controller.flush()
    assert not notice(lab).isVisible()
    controller.point_at(None)
    controller.flush()
    assert notice(lab).isVisible()


def test_a_scene_that_comes_like_this_says_so_in_its_caption(make_lab: LabMaker) -> None:
    made = make_lab(Settings(motion=False))
    made.window.files.open_named("relu-explodes")
    made.window.controller.flush()
    assert not notice(made).isVisible()
    assert "the run stops there" in made.window.controller.state.scene.caption
