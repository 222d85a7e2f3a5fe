"""The panel with a real controller: what a hand does arrives in every view."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDoubleSpinBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.conftest import Show

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def controller() -> Controller:
    """A controller of "remember" at step 5, which shows every change at once."""
    made = Controller(lambda callback: callback())
    made.open(load("remember"))
    made.set_step(5)
    return made


@pytest.fixture
def panel(show: Show, controller: Controller) -> SimulatorPanel:
    """The panel on it."""
    made = SimulatorPanel()
    made.connect_controller(controller)
    return show(made, (1030, 850))


def drag(knob: QDoubleSpinBox, up: int) -> None:
    drag_on(knob, knob.rect().center(), up)


def drag_on(widget: QWidget, start: QPoint, up: int) -> None:
    QTest.mousePress(widget, LEFT, pos=start)
    QTest.mouseMove(widget, start - QPoint(0, up // 2))
    QTest.mouseMove(widget, start - QPoint(0, up))
    QTest.mouseRelease(widget, LEFT, pos=start - QPoint(0, up))


def test_dragging_the_input_moves_every_view_and_is_one_undo_step(
    panel: SimulatorPanel, controller: Controller
) -> None:
    before = controller.frame
    drag(panel.diagram.knobs["x"], 40)
    assert controller.frame.cell.values["x"] > before.cell.values["x"] + 0.5
    assert panel.timeline.part == controller.frame.timeline
    assert panel.operating.part == controller.frame.operating
    assert panel.equations.part == controller.frame.equations
    controller.undo()
    assert controller.frame.cell == before.cell
    assert panel.diagram.part == before.cell


def test_dragging_a_state_holds_it_and_the_button_lets_go(
    panel: SimulatorPanel, controller: Controller
) -> None:
    before = controller.frame.cell.values["c_previous"]
    drag(panel.diagram.knobs["c_previous"], 50)
    assert controller.frame.cell.overridden == {"c_previous"}
    QTest.mouseClick(panel.diagram.releases["c_previous"], LEFT)
    assert controller.frame.cell.overridden == frozenset()
    assert controller.frame.cell.values["c_previous"] == before


def test_a_point_of_operation_moves_its_bias(panel: SimulatorPanel, controller: Controller) -> None:
    knob = panel.operating.knobs["o"]
    knob.setFocus()
    z = controller.frame.operating.points["o"][0]
    QTest.keyClick(knob, Qt.Key.Key_Up)
    assert controller.frame.operating.points["o"][0] == pytest.approx(round(z, 2) + 0.1)
    assert controller.frame.weights.values["b_o"] != 0.5
    assert panel.weights.knobs["b_o"].shown == controller.frame.weights.values["b_o"]


@pytest.mark.parametrize("gate", ["f", "i", "g", "o"])
def test_dragging_a_gate_moves_its_bias_and_is_one_undo_step(
    panel: SimulatorPanel, controller: Controller, gate: str
) -> None:
    before = controller.frame
    box = panel.diagram._fitted().gates[gate].center().toPoint()
    z = before.operating.points[gate][0]
    drag_on(panel.diagram, box, -44)
    after = controller.frame
    assert after.operating.points[gate][0] == pytest.approx(z - 1.6, abs=1e-6)
    changed = {name for name, value in after.weights.values.items() if value != before.weights.values[name]}
    assert changed == {f"b_{gate}"}
    assert panel.operating.part == after.operating
    controller.undo()
    assert controller.frame.weights == before.weights


def test_a_click_on_a_gate_edits_nothing_and_a_double_click_restores_its_bias(
    panel: SimulatorPanel, controller: Controller
) -> None:
    before = controller.state
    box = panel.diagram._fitted().gates["f"].center().toPoint()
    drag_on(panel.diagram, box, 2)
    assert controller.state == before
    drag_on(panel.diagram, box, -60)
    assert controller.state.changed
    QTest.mouseDClick(panel.diagram, LEFT, pos=box)
    QTest.mouseRelease(panel.diagram, LEFT, pos=box)
    assert not controller.state.changed


def test_a_weight_is_typed(panel: SimulatorPanel, controller: Controller) -> None:
    knob = panel.weights.knobs["W_g"]
    knob.setFocus()
    QTest.keyClicks(knob, "-2")
    QTest.keyClick(knob, Qt.Key.Key_Return)
    assert controller.frame.weights.values["W_g"] == -2.0


def test_pointing_lights_every_view(panel: SimulatorPanel) -> None:
    panel.diagram.pointed_at.emit(Quantity("f", 5))
    for view in (panel.diagram, panel.operating, panel.timeline, panel.equations):
        assert view.highlight is not None
        assert view.highlight.focus == Quantity("f", 5)
    panel.diagram.pointed_at.emit(None)
    assert panel.timeline.highlight is None


def is_lit(panel: SimulatorPanel) -> bool:
    return panel.timeline.highlight is not None


def test_what_was_dragged_is_pointed_at_no_longer_than_the_mouse_is_on_it(panel: SimulatorPanel) -> None:
    """The rest once stayed pale after a drag, for as long as nobody clicked elsewhere."""
    knob = panel.diagram.knobs["x"]
    QApplication.sendEvent(knob, QEnterEvent(QPointF(20, 20), QPointF(20, 20), QPointF(20, 20)))
    knob.setFocus(Qt.FocusReason.MouseFocusReason)
    drag(knob, 30)
    assert is_lit(panel)
    QApplication.sendEvent(knob, QEvent(QEvent.Type.Leave))
    assert knob.hasFocus()
    assert not is_lit(panel)
    QTest.keyClick(knob, Qt.Key.Key_Up)
    assert is_lit(panel), "a key points again"
    knob.clearFocus()
    assert not is_lit(panel)


def test_a_drawn_input_is_pointed_at_no_longer_than_it_is_drawn(panel: SimulatorPanel) -> None:
    panel.timeline.knob.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not is_lit(panel)
    panel.timeline.knob.clearFocus()
    panel.timeline.knob.setFocus(Qt.FocusReason.TabFocusReason)
    assert is_lit(panel)


def test_keys_pin_what_was_dragged(panel: SimulatorPanel) -> None:
    knob = panel.diagram.knobs["h_previous"]
    knob.setFocus(Qt.FocusReason.MouseFocusReason)
    panel.pins.pin_pointed()
    assert panel.pins.at == knob.quantity
    panel.pins.close()


def test_the_caption_says_once_it_speaks_of_before_the_changes(
    panel: SimulatorPanel, controller: Controller
) -> None:
    claim = load("remember").caption
    assert panel.diagram.accessibleDescription() == claim
    drag(panel.diagram.knobs["x"], 40)
    assert panel.diagram.accessibleDescription() == f"Before your changes: {claim}"
    controller.reset()
    assert panel.diagram.accessibleDescription() == claim


def test_a_hidden_view_catches_up_when_shown(panel: SimulatorPanel, controller: Controller) -> None:
    panel.timeline.hide()
    controller.set_value(Quantity("x", 5), -1.0)
    assert panel.timeline.part != controller.frame.timeline
    panel.timeline.show()
    assert panel.timeline.part == controller.frame.timeline


def test_steps_go_to_the_controller(panel: SimulatorPanel, controller: Controller) -> None:
    QTest.mouseClick(panel.transport.forward, LEFT)
    assert controller.frame.cell.step == 6
    assert panel.diagram.knobs["x"].quantity == Quantity("x", 6)


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_painted_in_every_zoom_and_theme(panel: SimulatorPanel, percent: int, theme: str) -> None:
    panel.set_palette(palette(theme))
    panel.set_zoom(percent)
    picture = panel.grab().toImage()
    corner, ground = picture.pixelColor(0, 0), palette(theme).window  # outside a card's round corner
    assert corner.lightness() == pytest.approx(ground.lightness(), abs=12)


@pytest.mark.parametrize("size", [(800, 560), (1030, 850), (1500, 1030)])
def test_nothing_scrolls_at_the_sizes_people_have(
    panel: SimulatorPanel, qtbot: QtBot, size: tuple[int, int]
) -> None:
    panel.resize(*size)
    no_scroll_bars(panel, qtbot)


@pytest.mark.parametrize("percent", [150, 175, 200])
def test_a_class_room_s_projector_shows_everything_enlarged(
    panel: SimulatorPanel, qtbot: QtBot, percent: int
) -> None:
    panel.set_zoom(percent)
    panel.resize(1896, 960)
    no_scroll_bars(panel, qtbot)
    cell, timeline = panel.diagram.height(), panel.timeline.height()
    assert cell > 1.5 * timeline


def test_a_window_of_1440_by_900_shows_everything_at_150_per_cent(
    panel: SimulatorPanel, qtbot: QtBot
) -> None:
    panel.resize(1046, 832)
    panel.set_zoom(150)
    no_scroll_bars(panel, qtbot)


def test_a_low_room_stands_densely_and_a_high_one_does_not(panel: SimulatorPanel) -> None:
    found = []
    for height in (850, 560, 850):
        panel.resize(1030, height)
        found.append(panel.diagram.style_now.dense)
    assert found == [False, True, False]


def no_scroll_bars(panel: SimulatorPanel, qtbot: QtBot) -> None:
    bars = panel._scroll.horizontalScrollBar(), panel._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])


def test_every_control_has_a_name_a_tip_and_the_keyboard(panel: SimulatorPanel) -> None:
    kinds = (QAbstractButton, QComboBox, QDoubleSpinBox, QSlider)
    ours = [control for kind in kinds for control in panel.findChildren(kind) if control.parent() is not None]
    named = [control for control in ours if type(control).__module__.startswith("lstm_gui")]
    assert len(named) > 25
    for control in named:
        assert control.accessibleName(), control
        assert control.toolTip(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control


def test_splits_are_kept(panel: SimulatorPanel) -> None:
    assert panel.splits() == {}  # nobody moved them
    panel.set_splits({"columns": [500, 520], "left": [300, 480], "right": [1, 2, 3]})
    kept = panel.splits()
    assert abs(kept["columns"][0] - 500) < 15
    assert len(kept["right"]) == 2


def test_a_second_controller_is_refused(panel: SimulatorPanel, controller: Controller) -> None:
    with pytest.raises(RuntimeError, match="already"):
        panel.connect_controller(controller)


def test_a_longer_sequence_is_shown_everywhere(panel: SimulatorPanel, controller: Controller) -> None:
    panel.timeline.length.setValue(64)
    assert controller.frame.transport.steps == 64
    assert panel.transport.slider.maximum() == 64
    controller.undo()
    assert panel.timeline.length.value() == 12


def test_another_scene_lights_the_cell_s_border_unless_motion_is_off(
    panel: SimulatorPanel, controller: Controller
) -> None:
    panel.set_motion(False)
    controller.open(load("forget"))
    assert not panel.diagram.is_flashing
    panel.set_motion(True)
    controller.set_step(2)
    assert not panel.diagram.is_flashing
    controller.open(load("counter"))
    flashing = panel.diagram.is_flashing
    assert flashing


def test_a_stroke_over_the_dots_is_one_undo_step(panel: SimulatorPanel, controller: Controller) -> None:
    before = controller.state
    timeline = panel.timeline
    timeline.set_drawing(True)
    timeline.edit_began.emit(Quantity("x", 2))
    timeline.drawn.emit({2: 0.5})
    timeline.drawn.emit({3: 0.25, 4: 0.0})
    timeline.edit_ended.emit()
    assert [row[0] for row in controller.state.scene.inputs[1:4]] == [0.5, 0.25, 0.0]
    controller.undo()
    assert controller.state == before


def test_a_new_seed_draws_noise_anew(panel: SimulatorPanel, controller: Controller) -> None:
    controller.choose_preset("noise", "Noise")
    controller.flush()
    drawn = controller.state.scene.inputs
    assert panel.timeline.tools.seed.isVisibleTo(panel.timeline)
    panel.timeline.tools.seed.click()
    assert controller.state.scene.inputs != drawn
    assert controller.state.scene.seed == 1
