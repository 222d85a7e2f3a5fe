"""The twelve weights are twelve controls."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.weights.weights import WeightsView
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE, frame_of
from tests.simulator.scenes import PARAMETERS


@pytest.fixture
def view(show: Show) -> WeightsView:
    """The weights of "remember"."""
    made = show(WeightsView(STYLE), (300, 105))
    made.show_part(frame_of().weights)
    return made


def test_there_is_a_named_knob_for_each(view: WeightsView) -> None:
    assert set(view.knobs) == set(PARAMETERS)
    assert len({knob.accessibleName() for knob in view.knobs.values()}) == len(PARAMETERS)
    assert {name: knob.shown for name, knob in view.knobs.items()} == frame_of().weights.values


@pytest.mark.parametrize("name", PARAMETERS)
def test_each_is_typed(view: WeightsView, qtbot: QtBot, name: str) -> None:
    knob = view.knobs[name]
    knob.setFocus()
    with qtbot.waitSignal(view.edited) as edited:
        QTest.keyClicks(knob, "3.75")
        QTest.keyClick(knob, Qt.Key.Key_Return)
    assert edited.args == [Quantity(name), 3.75]


def test_none_overlaps_another(view: WeightsView) -> None:
    boxes = [knob.geometry() for knob in view.knobs.values()]
    for n, box in enumerate(boxes):
        assert view.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[n + 1 :])
