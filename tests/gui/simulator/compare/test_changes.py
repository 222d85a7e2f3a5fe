"""What a person wants of a comparison comes too late where an undo was quicker, and changes nothing then."""

import pytest

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.compare.changes import Changes
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity

WEIGHT = Quantity("W_g")


@pytest.fixture
def controller() -> Controller:
    made = Controller(lambda callback: callback())
    made.open(load("remember"))
    return made


@pytest.mark.parametrize("lane", [1, 2, 3, -1])
def test_a_lane_that_is_gone_is_let_be(controller: Controller, lane: int) -> None:
    changes, before = Changes(controller), controller.state
    changes.begin(lane, WEIGHT)
    changes.move(lane, WEIGHT, 1.0)
    changes.end(lane)
    changes.reset(lane, WEIGHT)
    changes.rename(lane, "Other")
    changes.remove(lane)
    changes.exchange(lane)
    assert controller.state == before
    assert not controller.undo_label


def test_a_number_that_another_cell_in_its_place_lacks_is_let_be(controller: Controller) -> None:
    changes = Changes(controller)
    changes.add_cell("gru")
    before, label = controller.state, controller.undo_label
    assert before.compare.lanes[0].scene.cell.kind.family == Kind.of("gru").family
    changes.move(1, WEIGHT, 1.0)
    changes.reset(1, WEIGHT)
    assert (controller.state, controller.undo_label) == (before, label)
    changes.move(1, Quantity("W_n"), 1.0)
    assert controller.state != before
