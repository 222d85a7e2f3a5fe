"""The tab of gradients with a real controller: what a hand does there, and what it is told."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDoubleSpinBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.gradients.page import GradientsPage
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.gradients.change import moved
from lstm_gui.simulator.gradients.presets import PRESETS
from lstm_gui.simulator.gradients.settings import LOSSES
from tests.gui.simulator.conftest import Show
from tests.simulator.gradients.scenes import exploding, pulse

LEFT = Qt.MouseButton.LeftButton
DIALS = ("forget_bias", "recurrent", "length", "target", "clip", "window")
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End)


@pytest.fixture
def controller() -> Controller:
    """A controller of the vanishing preset, which shows every change at once."""
    made = Controller(lambda callback: callback())
    made.open(load("gradients-vanishing"))
    return made


@pytest.fixture
def panel(show: Show, controller: Controller) -> SimulatorPanel:
    """The panel on it, at the tab of gradients."""
    made = SimulatorPanel()
    made.connect_controller(controller)
    made.show_tab("gradients")
    return show(made, (1046, 838))


@pytest.fixture
def page(panel: SimulatorPanel) -> GradientsPage:
    assert panel.pages.gradients is not None
    return panel.pages.gradients


def place_of(page: GradientsPage, step: int, column: int = 0) -> QPoint:
    """Where a step stands in the upper row."""
    assert page.plots._place is not None
    axes = page.plots._place.axes["gradients", column]
    return QPoint(round(axes.x(step)), round(axes.box.center().y()))


@pytest.mark.parametrize("column", [0, 1, 2])
def test_the_cursor_is_dragged_in_any_of_the_plots(
    page: GradientsPage, controller: Controller, column: int
) -> None:
    QTest.mousePress(page.plots, LEFT, pos=place_of(page, 30, column))
    for step in (28, 25):
        QTest.mouseMove(page.plots, place_of(page, step, column))
        assert controller.state.scene.step == step
    QTest.mouseRelease(page.plots, LEFT, pos=place_of(page, 25, column))
    QTest.mouseMove(page.plots, place_of(page, 10, column))
    assert controller.state.scene.step == 25
    assert page.plots.part == controller.gradients.curves
    assert page.plots.part is not None
    assert page.plots.part.step == 25
    controller.undo()
    assert controller.state.scene.step == 40


def test_pointing_and_keys_look_at_an_earlier_step(page: GradientsPage, qtbot: QtBot) -> None:
    QTest.mouseMove(page.plots, place_of(page, 12))
    assert page.numbers.look == 12
    assert "∂L/∂h" in page.numbers.accessibleDescription()
    page.plots.setFocus()
    with qtbot.waitSignal(page.plots.looked_at) as looked:
        QTest.keyClick(page.plots, Qt.Key.Key_Down)
    assert looked.args == [11]
    QTest.keyClick(page.plots, Qt.Key.Key_Up)
    assert page.numbers.look == 12


def test_the_step_looked_at_is_never_after_t(page: GradientsPage, controller: Controller) -> None:
    QTest.mouseMove(page.plots, place_of(page, 35))
    controller.set_step(20)
    assert page.plots.look == page.numbers.look == 20


@pytest.mark.parametrize("name", ["forget_bias", "recurrent", "clip"])
def test_a_dial_is_dragged_in_one_undo_step(page: GradientsPage, controller: Controller, name: str) -> None:
    before, dial = controller.state, page.dials.dials[name]
    middle = dial.rect().center()
    QTest.mousePress(dial, LEFT, pos=middle)
    for up in (10, 20, 30):
        QTest.mouseMove(dial, middle - QPoint(0, up))
    QTest.mouseRelease(dial, LEFT, pos=middle - QPoint(0, 30))
    assert controller.state != before
    assert page.plots.part == controller.gradients.curves
    assert controller.undo_label
    controller.undo()
    assert controller.state == before
    assert controller.undo_label == ""


def test_two_drags_are_two_undo_steps(page: GradientsPage, controller: Controller) -> None:
    dial = page.dials.dials["recurrent"]
    dial.setFocus()
    for _ in range(2):
        QTest.keyClick(dial, Qt.Key.Key_Up)
    assert controller.gradients.dials.recurrent == pytest.approx(0.9)
    controller.undo()
    assert controller.gradients.dials.recurrent == pytest.approx(0.85)


def test_a_dial_is_typed_and_reset(page: GradientsPage, controller: Controller) -> None:
    dial = page.dials.dials["window"]
    assert dial.look().text == "off"
    dial.setFocus()
    QTest.keyClicks(dial, "16")
    QTest.keyClick(dial, Qt.Key.Key_Return)
    assert controller.state.gradients.window == 16
    assert dial.look().text == "16"
    assert page.plots.part is not None
    assert page.plots.part.start == 33
    QTest.mouseDClick(dial, LEFT, pos=dial.rect().center())
    assert controller.state.gradients.window == 0


def test_the_target_counts_for_the_squared_error_alone(page: GradientsPage, controller: Controller) -> None:
    dial = page.dials.dials["target"]
    assert not dial.isEnabled()
    page.dials.loss_chosen.emit("squared error")
    assert dial.isEnabled()
    dial.setFocus()
    QTest.keyClick(dial, Qt.Key.Key_Up)
    assert controller.state.gradients.target == pytest.approx(0.05)
    for _ in range(2):
        controller.undo()
    assert controller.state.gradients.loss == "output"
    assert page.dials.loss.currentIndex() == 0


def test_the_length_is_changed(page: GradientsPage, controller: Controller) -> None:
    dial, before = page.dials.dials["length"], controller.state
    dial.setFocus()
    QTest.keyClick(dial, Qt.Key.Key_Up)
    assert controller.state.scene.steps == before.scene.steps + 1
    controller.undo()
    drag(dial, -30)
    assert controller.state.scene.steps < before.scene.steps
    controller.undo()
    assert controller.state == before
    controller.set_length(20)
    assert page.plots.part is not None
    assert page.plots.part.steps == 20


def test_presets_ask_for_their_scenes(page: GradientsPage, panel: SimulatorPanel) -> None:
    asked: list[str] = []
    panel.scene_chosen.connect(asked.append)
    for name in PRESETS:
        QTest.mouseClick(page.dials.presets[name], LEFT)
        assert load(name).caption in page.dials.presets[name].toolTip()
    assert asked == list(PRESETS)


def test_an_explosion_offers_the_way_back(page: GradientsPage, controller: Controller) -> None:
    controller.open(replace(pulse(60)))
    before = controller.state
    assert not page.numbers.way_back.isVisible()
    controller.change(moved(before, "recurrent", 8.0), "move it")
    assert page.numbers.way_back.isVisible()
    assert "move it" in page.numbers.way_back.text()
    assert "explodes" in page.plots.accessibleDescription()
    assert "∂L/∂h at step" in page.numbers.accessibleDescription()
    QTest.mouseClick(page.numbers.way_back, LEFT)
    assert controller.state == before
    assert not page.numbers.way_back.isVisible()


def test_a_hidden_tab_is_not_worked_out_and_catches_up(
    page: GradientsPage, panel: SimulatorPanel, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page.plots.part
    panel.show_tab("cell")
    with monkeypatch.context() as patch:
        patch.delattr(Controller, "gradients")
        controller.set_step(30)
    assert page.plots.part == shown
    panel.show_tab("gradients")
    assert page.plots.part == controller.gradients.curves


def test_the_cell_is_not_worked_out_while_the_gradients_are_shown(
    page: GradientsPage, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.delattr(Controller, "frame")
        controller.set_step(30)
    assert page.plots.part is not None
    assert page.plots.part.step == 30


@pytest.mark.parametrize("percent", [100, 150, 300])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_painted_in_every_zoom_and_theme_whatever_happens(
    page: GradientsPage, panel: SimulatorPanel, controller: Controller, percent: int, theme: str
) -> None:
    panel.set_palette(palette(theme))
    panel.set_zoom(percent)
    long = replace(pulse(64), title="Long")
    for scene in (long, exploding(), pulse(12, step=1), load("vanishing"), pulse(1)):
        controller.open(scene)
        picture = panel.grab().toImage()
        ground = palette(theme).window
        assert picture.pixelColor(0, 0).lightness() == pytest.approx(ground.lightness(), abs=12)
    controller.open(long)
    for name, value in (("window", 16.0), ("clip", 0.1), ("recurrent", 0.02)):
        controller.change(moved(controller.state, name, value), "move it")
    page.plots.setFocus()
    panel.grab()
    assert "Truncation" in page.plots.accessibleDescription()
    assert "Clipping" in page.plots.accessibleDescription()


def test_what_it_comes_to_is_said_after_a_drag(
    page: GradientsPage, panel: SimulatorPanel, qtbot: QtBot
) -> None:
    dial = page.dials.dials["recurrent"]
    dial.setFocus()
    with qtbot.waitSignal(panel.narrator.said) as said:
        QTest.keyClick(dial, Qt.Key.Key_Up)
    assert said.args == [page.plots.accessibleDescription()]
    assert "0.85" in said.args[0]


def test_a_reset_of_the_scene_resets_the_settings_too(panel: SimulatorPanel, controller: Controller) -> None:
    before = controller.state
    controller.change(moved(before, "clip", 1.0), "move it")
    assert panel.transport.reset_button.isEnabled()
    QTest.mouseClick(panel.transport.reset_button, LEFT)
    assert controller.state == before


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen, of a tooltip
def test_whatever_a_hand_does_is_undone_exactly(
    page: GradientsPage, panel: SimulatorPanel, controller: Controller, seed: int
) -> None:
    """Drags, keys, clicks and turns of the tabs, drawn at random; then undo as long as there is something."""
    first, rng = controller.state, random.Random(seed)
    actions: list[Callable[[], None]] = [
        lambda: drag(page.dials.dials[rng.choice(DIALS)], rng.randint(-60, 60)),
        lambda: QTest.keyClick(page.dials.dials[rng.choice(DIALS)], rng.choice(KEYS)),
        lambda: QTest.mouseClick(page.plots, LEFT, pos=place_of(page, rng.randint(1, 40), rng.randint(0, 2))),
        lambda: QTest.mouseMove(page.plots, QPoint(rng.randint(0, 690), rng.randint(0, 780))),
        lambda: page.dials.loss_chosen.emit(rng.choice(LOSSES)),
        lambda: panel.show_tab(rng.choice(("cell", "gradients"))),
        lambda: panel.set_palette(palette(rng.choice(("light", "dark")))),
        lambda: panel.set_zoom(rng.choice((100, 150, 300))),
        lambda: controller.open(load(rng.choice(PRESETS))),
        controller.undo,
        controller.redo,
    ]
    for _ in range(60):
        rng.choice(actions)()
        panel.grab()
    while controller.undo_label:
        controller.undo()
    assert controller.state == first


def drag(widget: QWidget, up: int) -> None:
    middle = widget.rect().center()
    QTest.mousePress(widget, LEFT, pos=middle)
    for share in (2, 1):
        QTest.mouseMove(widget, middle - QPoint(0, up // share))
    QTest.mouseRelease(widget, LEFT, pos=middle - QPoint(0, up))


def test_every_control_has_a_name_a_tip_and_the_keyboard(page: GradientsPage) -> None:
    kinds = (QAbstractButton, QComboBox, QDoubleSpinBox, QSpinBox)
    controls: list[QWidget] = [control for kind in kinds for control in page.findChildren(kind)]
    assert len(controls) >= 10
    for control in (*controls, page.plots):
        if type(control).__module__.startswith("lstm_gui"):
            assert control.accessibleName(), control
            assert control.toolTip(), control
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control


@pytest.mark.parametrize("size", [(690, 520), (1046, 838), (1526, 1018)])
def test_all_that_is_said_of_the_first_scene_fits(
    page: GradientsPage, panel: SimulatorPanel, controller: Controller, size: tuple[int, int]
) -> None:
    panel.resize(*size)
    controller.open(load("remember"))
    panel.grab()
    for view in (page.dials, page.numbers, page.plots):
        assert page.rect().contains(view.geometry()), view
    for control in (*page.dials.dials.values(), *page.dials.presets.values()):
        assert page.dials.rect().contains(control.geometry()), control


@pytest.mark.parametrize("height", [1, 40, 90, 150])
def test_plots_without_room_are_painted_all_the_same(page: GradientsPage, height: int) -> None:
    page.plots.setGeometry(0, 0, 400, height)
    assert page.plots.grab().height() == height
