"""The bar's own controls: drawn signs, a list, and a slider that goes where one clicks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator import controls
from lstm_gui.gui.simulator.controls import BarButton, Picker, StepSlider, set_popup_colours
from lstm_gui.gui.simulator.style import Style
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE

LEFT = Qt.MouseButton.LeftButton
SIGNS = [
    controls.play,
    controls.pause,
    controls.back,
    controls.forward,
    controls.to_start,
    controls.to_end,
    controls.reset,
]


@pytest.fixture
def slider(show: Show) -> StepSlider:
    """Twelve steps."""
    made = StepSlider(STYLE)
    made.setMaximum(12)
    show(made, (240, 30))
    return made


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_stands_within_its_size(sign: controls.Sign) -> None:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor(Qt.GlobalColor.black))
    painter.setBrush(QColor(Qt.GlobalColor.black))
    sign(painter, QPointF(30, 30), 10.0)
    painter.end()
    dark = [(x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y).lightness() < 128]
    assert dark
    assert all(15 <= x <= 45 and 13 <= y <= 45 for x, y in dark)


def test_a_click_goes_to_the_step_under_it(slider: StepSlider) -> None:
    for share, step in ((0.0, 1), (0.5, 7), (1.0, 12)):
        QTest.mouseClick(slider, LEFT, pos=QPoint(round(10 + share * 220), 15))
        assert abs(slider.value() - step) <= 1


def test_a_drag_passes_the_steps_between(slider: StepSlider) -> None:
    steps: list[int] = []
    slider.valueChanged.connect(steps.append)
    QTest.mousePress(slider, LEFT, pos=QPoint(30, 15))
    for x in range(30, 200, 20):
        QTest.mouseMove(slider, QPoint(x, 15))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(200, 15))
    assert steps == sorted(steps)
    assert len(steps) > 5
    assert not slider.isSliderDown()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_move_nothing(slider: StepSlider, button: Qt.MouseButton) -> None:
    QTest.mouseClick(slider, button, pos=QPoint(200, 15))
    assert slider.value() == 1


def test_a_button_grows_with_the_zoom(qtbot: QtBot) -> None:
    button = BarButton(controls.play, STYLE)
    qtbot.addWidget(button)
    button.set_style(STYLE)
    before = button.size()
    button.set_style(STYLE.scaled(2.0))
    assert button.width() == 2 * before.width()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_list_that_opens_wears_the_theme(qtbot: QtBot, theme: str) -> None:
    style = Style(palette(theme))
    picker = Picker(style)
    qtbot.addWidget(picker)
    set_popup_colours(picker, style)
    colours = picker.view().palette()
    assert colours.base().color() == style.palette.panel
    chosen, ground = colours.highlightedText().color(), colours.highlight().color()
    assert abs(chosen.lightness() - ground.lightness()) > 80
