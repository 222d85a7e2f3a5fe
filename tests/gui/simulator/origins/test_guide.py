"""A number that is pinned is followed back hop by hop, and back the same way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from lstm_gui.gui.simulator.origins.row import ContributorRow
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.contributions import Way
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.origins.pinned import C4, C5, KEY, card_of, click, guide_of, pinned, row_to, way_of

ALT = Qt.KeyboardModifier.AltModifier


def test_hops_lead_back_in_time_and_back_again(panel: SimulatorPanel, controller: Controller) -> None:
    panel.pins.pin(Quantity("h", 5))
    card = card_of(panel)
    card.take_keyboard()
    for wanted in (Quantity("tanh_c", 5), C4, Quantity("c", 3)):
        row = row_to(card, wanted)
        row.setFocus()
        QTest.keyClick(row, KEY.Key_Return)
        assert pinned(panel) == wanted
        assert controller.state.scene.step == wanted.step
        assert panel.diagram.highlight is not None
        assert panel.diagram.highlight.focus == wanted
    assert [chip.quantity for chip in card.crumbs.chips if chip.isVisible()] == [
        Quantity("h", 5),
        Quantity("tanh_c", 5),
        C4,
        Quantity("c", 3),
    ]
    focused = QApplication.focusWidget()
    assert isinstance(focused, ContributorRow)
    QTest.keyClick(focused, KEY.Key_Backspace)
    assert (pinned(panel), controller.state.scene.step) == (C4, 4)
    QTest.keyClick(QApplication.focusWidget() or card, KEY.Key_Left, ALT)
    assert (pinned(panel), controller.state.scene.step) == (Quantity("tanh_c", 5), 5)
    click(card.crumbs.chips[0])
    assert pinned(panel) == Quantity("h", 5)
    assert not card.back.isVisible()
    QTest.keyClick(card, KEY.Key_Backspace)
    assert pinned(panel) == Quantity("h", 5)


def test_a_hop_in_time_is_taken_back_by_undo_and_the_card_stays(
    panel: SimulatorPanel, controller: Controller
) -> None:
    panel.pins.pin(C5)
    click(row_to(card_of(panel), C4))
    assert controller.state.scene.step == 4
    controller.undo()
    assert controller.state.scene.step == 5 or controller.state.scene.step == load("remember").step
    assert pinned(panel) == C4
    assert panel.diagram.highlight is not None
    assert panel.diagram.highlight.focus == C4


def test_the_keyboard_goes_nowhere_when_what_had_it_is_gone(panel: SimulatorPanel, qtbot: QtBot) -> None:
    other = QLineEdit()
    with qtbot.waitExposed(other):
        other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    panel.pins.pin(C5)
    card_of(panel).take_keyboard()
    delete(other)  # type: ignore[no-untyped-call]
    panel.activateWindow()
    qtbot.waitUntil(lambda: card_of(panel).has_keyboard)
    assert panel.pins.close()
    assert pinned(panel) is None


def test_a_hop_to_a_step_that_is_gone_before_the_frame_leads_nowhere(panel: SimulatorPanel) -> None:
    panel.pins.pin(C5)
    assert panel.pins.guide is not None
    controller = panel.pins.controller
    assert controller is not None
    controller._request_frame = lambda _callback: None  # the frame does not come
    controller.set_length(2)
    card_of(panel).hopped.emit(C4)
    card_of(panel).every_step_chosen.emit(True)
    assert controller.state.scene.steps == 2
    controller.flush()
    assert pinned(panel) is None


def test_a_symbol_leads_to_itself_and_shift_enter_to_the_first(panel: SimulatorPanel) -> None:
    panel.pins.pin(C5)
    card = card_of(panel)
    row = row_to(card, C4)
    (_, left, wide), *_ = row._placed()
    click(row, QPoint(round(left + wide / 2), row.height() // 2))
    assert pinned(panel) == Quantity("f", 5)
    click(card.back)
    QTest.keyClick(row_to(card, Quantity("g", 5)), KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pinned(panel) == Quantity("i", 5)


def test_what_it_feeds_is_a_link(panel: SimulatorPanel, controller: Controller) -> None:
    panel.pins.pin(C5)
    card = card_of(panel)
    fed = {chip.quantity: chip for chip in card.feeds.chips if chip.isVisible()}
    assert list(fed) == [Quantity("h", 5), Quantity("c", 6)]
    QTest.keyClick(fed[Quantity("c", 6)], KEY.Key_Return)
    assert (pinned(panel), controller.state.scene.step) == (Quantity("c", 6), 6)


def test_a_memory_is_shown_through_time(panel: SimulatorPanel, controller: Controller) -> None:
    panel.pins.pin(C5)
    card = card_of(panel)
    click(card.every_step)
    assert way_of(card) is Way.OVER_TIME
    values = [row.contributor.value for row in card.rows.shown]
    assert sum(values) == pytest.approx(controller.frame.cell.values["c"], abs=1e-12)
    assert [abs(value) for value in values] == sorted(map(abs, values), reverse=True)
    written_first = row_to(card, Quantity("g", 1))
    click(written_first, QPoint(written_first.width() - 20, 10))
    assert (pinned(panel), controller.state.scene.step) == (Quantity("g", 1), 1)
    assert not card.every_step.isVisible()
    click(card.back)
    assert card.every_step.isChecked()
    click(card.this_step)
    assert way_of(card) is Way.SUM


def test_a_screen_reader_hears_each_hop(panel: SimulatorPanel) -> None:
    panel.pins.pin(C5)
    heard: list[str] = []
    guide_of(panel).said.connect(heard.append)
    click(row_to(card_of(panel), C4))
    assert len(heard) == 1
    assert heard[0].startswith("cell state c at t = 4 = ")
