"""The settings of a preset: moved by slider and keys, live, one undo step, closed when they mean nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.inputs.preset_panel import PresetPanel, open_settings
from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.lessons.scene import Override
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.inputs import set_preset, settings_of
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.frames import STYLE
from tests.simulator.scenes import plain_scene

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """A controller, a timeline in a window, and the panel over it."""

    def __init__(self, qtbot: QtBot, preset: str) -> None:
        self.controller = Controller(lambda callback: callback())
        self.controller.open(plain_scene())
        self.controller.change(set_preset(self.controller.state, preset), "a preset")
        self.opened = self.controller.state
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(700, 600)
        self.timeline = TimelineView(STYLE, self.window)
        self.timeline.setGeometry(0, 250, 700, 345)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.panel = open_settings(self.timeline, self.controller, self.window)

    @property
    def settings(self) -> dict[str, float]:
        return settings_of(self.controller.state)


@pytest.fixture
def sine(qtbot: QtBot) -> Desk:
    return Desk(qtbot, "sine")


def test_it_shows_what_stands(sine: Desk) -> None:
    assert sine.panel.title == "Sine"
    assert {name: slider.value() for name, slider in sine.panel.sliders.items()} == {"period": 6, "size": 20}
    assert sine.panel.geometry().bottom() <= sine.timeline.geometry().top()
    assert all(slider.accessibleName() and slider.toolTip() for slider in sine.panel.sliders.values())


def test_keys_move_it_at_once(sine: Desk) -> None:
    QTest.keyClick(sine.panel.sliders["period"], Qt.Key.Key_Right)
    assert sine.settings == {"period": 7.0, "size": 1.0}
    QTest.keyClick(sine.panel.sliders["size"], Qt.Key.Key_Left)
    assert sine.settings == {"period": 7.0, "size": 0.95}
    sine.controller.undo()
    assert sine.controller.state == sine.opened
    assert sine.panel.sliders["period"].value() == 6


def test_a_drag_is_one_undo_step(sine: Desk) -> None:
    slider = sine.panel.sliders["period"]
    QTest.mousePress(slider, LEFT, pos=QPoint(20, slider.height() // 2))
    for x in (40, 60, 80):
        QTest.mouseMove(slider, QPoint(x, slider.height() // 2))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(80, slider.height() // 2))
    assert sine.settings["period"] > 20
    assert sine.controller.undo_label == "settings of the input"
    sine.controller.undo()
    assert sine.controller.state == sine.opened


def test_what_a_shorter_string_lacks_comes_back_with_a_longer_one(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "a_n_b_n")
    scene = replace(desk.controller.state.scene, overrides=(Override(10, "c", 0, 0.5),))
    desk.controller.change(replace(desk.controller.state, scene=scene), "put in by hand")
    slider = desk.panel.sliders["n"]
    slider.setSliderDown(True)
    slider.setValue(2)
    assert (desk.controller.state.scene.steps, desk.controller.state.scene.overrides) == (4, ())
    slider.setValue(6)
    slider.setSliderDown(False)
    assert desk.controller.state.scene.overrides == scene.overrides


def test_the_step_that_is_played_goes_on(sine: Desk) -> None:
    sine.panel.sliders["size"].setSliderDown(True)
    sine.controller.set_step(9)
    sine.panel.sliders["size"].setValue(40)
    assert sine.controller.state.scene.step == 9


def test_it_closes_with_another_input_and_with_esc(sine: Desk, qtbot: QtBot) -> None:
    heard = len(sine.controller.on_change)
    QTest.keyClick(sine.panel, Qt.Key.Key_X)
    with qtbot.waitSignal(sine.panel.closed):
        QTest.keyClick(sine.panel, Qt.Key.Key_Escape)
    sine.panel.close()
    assert len(sine.controller.on_change) == heard - 1
    panel = open_settings(sine.timeline, sine.controller, sine.window)
    with qtbot.waitSignal(panel.closed):
        sine.controller.change(set_preset(sine.controller.state, "random_bits"), "bits")


def test_there_is_one(sine: Desk, qtbot: QtBot) -> None:
    other = open_settings(sine.timeline, sine.controller, sine.window)
    qtbot.waitUntil(lambda: sine.window.findChildren(PresetPanel) == [other])


def test_another_preset_shows_its_own(sine: Desk) -> None:
    sine.controller.change(set_preset(sine.controller.state, "pulse_train"), "pulses")
    assert sine.panel.title == "Pulse train"
    assert list(sine.panel.sliders) == ["period", "width", "size"]
    sine.controller.set_value(Quantity("x", 3), 0.5)
    assert sine.panel.isVisible()


def test_it_follows_the_theme(sine: Desk) -> None:
    light = sine.panel.grab().toImage()
    sine.timeline.set_style(replace(STYLE, palette=palette("dark"), zoom=1.5))
    dark = sine.panel.grab().toImage()
    assert dark != light
    assert sine.panel.width() > light.width()
