"""The bubble stands within its window, beside its control, and goes by itself."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.knobs import bubble
from lstm_gui.gui.simulator.knobs.bubble import Bubble, say_beside
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE


@pytest.fixture
def window(show: Show) -> QWidget:
    """A window of 300 × 200."""
    return show(QWidget(), (300, 200))


@pytest.mark.parametrize("place", [(0, 0), (280, 0), (130, 90), (0, 180), (280, 180)])
def test_it_stands_beside_its_control_and_in_the_window(window: QWidget, place: tuple[int, int]) -> None:
    control = QWidget(window)
    control.setGeometry(*place, 20, 20)
    say_beside(control, "limits −10 … 10", STYLE)
    said = window.findChild(Bubble)
    assert said is not None
    assert window.rect().contains(said.geometry())
    assert not said.geometry().intersects(control.geometry())
    near = QRect(control.geometry()).adjusted(-120, -40, 120, 40)
    assert near.intersects(said.geometry())
    said.hide_now()


def test_there_is_one_and_it_goes_by_itself(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bubble, "STAYS_MS", 1)
    control = QWidget(window)
    say_beside(control, "limits 1 … 64", STYLE)
    say_beside(control, "limits −3 … 3", STYLE)
    (said,) = window.findChildren(Bubble)
    assert said.words == "limits −3 … 3"
    qtbot.waitUntil(said.isHidden)
