"""A click on a number, or a key, pins it; a drag does what it always did."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.simulator.contributions import Way
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.origins.pinned import (
    C4,
    C5,
    KEY,
    LEFT,
    card_of,
    click,
    click_on_gate,
    on_panel,
    pinned,
    row_to,
)


def test_a_click_on_a_gate_pins_it_beside_the_gate(panel: SimulatorPanel, controller: Controller) -> None:
    assert panel.pins.guide is None
    before = controller.state
    click_on_gate(panel, "f")
    card = card_of(panel)
    assert card.isVisible()
    assert card.part is not None
    assert card.part.here == Quantity("f", 5)
    assert card.part.made.value == controller.frame.cell.values["f"]
    assert controller.state == before
    gate = on_panel(panel, panel.diagram, panel.diagram._fitted().gates["f"])
    assert not gate.intersects(card.geometry().toRectF())
    assert panel.rect().contains(card.geometry())


def test_a_drag_of_a_gate_pins_nothing(panel: SimulatorPanel) -> None:
    start = panel.diagram._fitted().gates["f"].center().toPoint()
    QTest.mousePress(panel.diagram, LEFT, pos=start)
    QTest.mouseMove(panel.diagram, start - QPoint(0, 30))
    QTest.mouseRelease(panel.diagram, LEFT, pos=start - QPoint(0, 30))
    assert pinned(panel) is None


def test_a_click_on_a_curve_moves_t_as_ever_and_pins_its_point(
    panel: SimulatorPanel, controller: Controller
) -> None:
    spot = panel.timeline.spot(Quantity("c", 8))
    assert spot is not None
    click(panel.timeline, spot.center().toPoint())
    assert controller.state.scene.step == 8
    assert pinned(panel) == Quantity("c", 8)


def test_a_click_beside_the_curves_moves_t_and_pins_nothing(
    panel: SimulatorPanel, controller: Controller
) -> None:
    spot = panel.timeline.spot(Quantity("c", 8))
    assert spot is not None
    click(panel.timeline, spot.center().toPoint() + QPoint(0, 40))
    assert controller.state.scene.step == 8
    assert pinned(panel) is None


def test_a_click_on_a_dot_pins_what_a_person_gives_and_changes_nothing(
    panel: SimulatorPanel, controller: Controller
) -> None:
    before = controller.state
    spot = panel.timeline.spot(Quantity("x", 3))
    assert spot is not None
    click(panel.timeline, spot.center().toPoint())
    assert pinned(panel) == Quantity("x", 3)
    part = card_of(panel).part
    assert part is not None
    assert (part.made.way, card_of(panel).rows.shown) == (Way.GIVEN, [])
    assert controller.state.scene.inputs == before.scene.inputs


def test_a_click_on_a_point_of_operation_pins_and_a_drag_moves_it(
    panel: SimulatorPanel, controller: Controller
) -> None:
    before = controller.state
    place = panel.operating._place_of("o")
    point = place.to_pixel(*controller.frame.operating.points["o"]).toPoint()
    click(panel.operating, point)
    assert pinned(panel) == Quantity("o", 5)
    assert controller.state == before
    assert panel.pins.close()
    QTest.mousePress(panel.operating, LEFT, pos=point)
    QTest.mouseMove(panel.operating, point + QPoint(20, 0))
    QTest.mouseRelease(panel.operating, LEFT, pos=point + QPoint(20, 0))
    assert controller.state != before
    assert pinned(panel) is None


def test_a_click_on_a_ring_pins_and_leaves_the_keyboard_to_typing(
    panel: SimulatorPanel, controller: Controller
) -> None:
    knob = panel.diagram.knobs["c_previous"]
    click(knob)
    assert pinned(panel) == Quantity("c_previous", 5)
    assert QApplication.focusWidget() is knob
    assert not on_panel(panel, knob, knob.rect().toRectF()).intersects(card_of(panel).geometry().toRectF())
    click(row_to(card_of(panel), C4))
    assert (pinned(panel), controller.state.scene.step) == (C4, 4)


def test_a_weight_is_clicked_for_typing_and_pinned_by_its_key(panel: SimulatorPanel) -> None:
    knob = panel.weights.knobs["b_f"]
    click(knob)
    assert pinned(panel) is None
    panel.pins.pin_pointed()
    assert pinned(panel) == Quantity("b_f")
    assert [chip.quantity for chip in card_of(panel).feeds.chips if chip.isVisible()] == [Quantity("f", 5)]


def test_enter_on_an_equation_pins_it(panel: SimulatorPanel) -> None:
    panel.equations.setFocus()
    QTest.keyClick(panel.equations, KEY.Key_PageDown)
    QTest.keyClick(panel.equations, KEY.Key_Return)
    assert pinned(panel) == Quantity("h", 5)
    QTest.keyClick(panel.equations, KEY.Key_Escape)
    assert pinned(panel) is None
    assert not card_of(panel).isVisible()


def test_the_key_pins_what_is_pointed_at_else_the_memory(panel: SimulatorPanel) -> None:
    panel.pins.pin_pointed()
    assert pinned(panel) == C5
    assert QApplication.focusWidget() is card_of(panel).rows.shown[0]
    panel.diagram.pointed_at.emit(Quantity("i", 5))
    panel.pins.pin_pointed()
    assert pinned(panel) == Quantity("i", 5)
    panel.diagram.pointed_at.emit(None)
    panel.pins.pin_pointed()
    assert pinned(panel) == Quantity("i", 5)


def test_nothing_is_pinned_before_a_scene_is_open(show: Show) -> None:
    made = SimulatorPanel()
    show(made, (700, 500))
    made.pins.pin_pointed()
    made.pins.pin(C5)
    assert made.pins.at is None
    assert not made.pins.close()
