"""In the window and in class: W pins, keys go where they should, and Esc puts the card away first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.simulator.quantity import Quantity
from tests.gui.conftest import Lab
from tests.gui.simulator.origins.pinned import C5, KEY, card_of, click_on_gate, pinned, row_to

ALT = Qt.KeyboardModifier.AltModifier


def test_the_keyboard_alone_follows_a_number_back_in_time(lab: Lab) -> None:
    window, simulator, handle = lab.window, lab.window.simulator, lab.window.windowHandle()
    window.controller.set_step(5)
    window.controller.flush()
    QTest.keyClick(handle, KEY.Key_W)
    assert pinned(simulator) == C5
    assert card_of(simulator).has_keyboard
    QTest.keyClick(handle, KEY.Key_Return)
    assert pinned(simulator) == Quantity("c", 4)
    assert window.controller.state.scene.step == 4
    view = simulator.timeline.time_view
    QTest.keyClick(handle, KEY.Key_Left, ALT)
    assert pinned(simulator) == C5
    assert simulator.timeline.time_view == view
    QTest.keyClick(handle, KEY.Key_Down)
    QTest.keyClick(handle, KEY.Key_Space)
    assert pinned(simulator) == Quantity("g", 5)
    QTest.keyClick(handle, KEY.Key_Right)
    assert window.controller.state.scene.step == 6
    QTest.keyClick(handle, KEY.Key_Escape)
    assert pinned(simulator) is None


def test_after_a_click_undo_goes_by_the_simulator_and_esc_closes(lab: Lab) -> None:
    simulator, handle = lab.window.simulator, lab.window.windowHandle()
    click_on_gate(simulator, "f")
    card = card_of(simulator)
    assert card.hasFocus()
    QTest.keyClick(handle, KEY.Key_Down)
    assert card.rows.shown[0].hasFocus()
    before = lab.window.controller.state
    row_to(card, Quantity("h", 4)).click()
    assert lab.window.controller.state.scene.step == 4
    QTest.keyClick(handle, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lab.window.controller.state == before
    QTest.keyClick(handle, KEY.Key_Escape)
    assert pinned(simulator) is None


def test_in_class_esc_closes_the_card_before_it_leaves(lab: Lab, qtbot: QtBot) -> None:
    QTest.keyClick(lab.window.windowHandle(), KEY.Key_F5)
    presenter = lab.window.presenter
    assert presenter is not None
    qtbot.waitActive(presenter)
    handle = presenter.windowHandle()
    QTest.keyClick(handle, KEY.Key_W)
    assert pinned(presenter.simulator) is not None
    assert presenter.simulator.rect().contains(card_of(presenter.simulator).geometry())
    QTest.keyClick(handle, KEY.Key_Escape)
    assert pinned(presenter.simulator) is None
    assert presenter.isVisible()
    click_on_gate(presenter.simulator, "o")
    presenter.setFocus()
    QTest.keyClick(handle, KEY.Key_Escape)
    assert pinned(presenter.simulator) is None
    with qtbot.waitSignal(presenter.left):
        QTest.keyClick(handle, KEY.Key_Escape)
