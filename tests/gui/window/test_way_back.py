"""S shows the scene of the card, and leads back; with the next card it leads on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.quantity import Quantity
from tests.gui.conftest import Lab

BIAS = Quantity("b_f")


def press(lab: Lab, key: Qt.Key) -> None:
    """Press a key in the window, as Qt delivers one."""
    QTest.keyClick(lab.window.windowHandle(), key)


def test_s_visits_the_card_s_scene_and_comes_back(lab: Lab, qtbot: QtBot) -> None:
    window, panel = lab.window, lab.window.review.panel
    window.controller.set_value(BIAS, 0.25)
    own = window.controller.state
    press(lab, Qt.Key.Key_Space)
    assert panel.card is not None
    press(lab, Qt.Key.Key_S)
    assert window.controller.state.origin == load(panel.card.scene)
    qtbot.waitUntil(window.bar.back.isVisible)
    assert panel.answer_shown
    press(lab, Qt.Key.Key_S)
    assert window.controller.state == own
    qtbot.waitUntil(window.bar.back.isHidden)


def test_s_leads_on_from_the_scene_of_one_card_to_that_of_the_next(lab: Lab, qtbot: QtBot) -> None:
    window, panel = lab.window, lab.window.review.panel
    window.controller.set_value(BIAS, 0.25)
    own = window.controller.state
    press(lab, Qt.Key.Key_Space)
    press(lab, Qt.Key.Key_S)
    qtbot.waitUntil(window.bar.back.isVisible)
    first = panel.card
    assert first is not None
    press(lab, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: panel.card is not None and panel.card != first)
    assert panel.card is not None
    assert panel.card.scene != first.scene
    assert window.bar.back.text().endswith("S"), "the next card hides its scene: S would lead back"
    press(lab, Qt.Key.Key_Space)
    assert not window.bar.back.text().endswith("S"), "S has one meaning, and the card says it"
    press(lab, Qt.Key.Key_S)
    assert window.controller.state.origin == load(panel.card.scene)
    QTest.mouseClick(window.bar.back, Qt.MouseButton.LeftButton)
    assert window.controller.state == own
