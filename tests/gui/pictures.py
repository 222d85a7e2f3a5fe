"""The pictures of the README, made by the app itself: `python -m pytest tests/gui/pictures.py`.

Not among the tests, for it writes into resources/pictures.
"""

from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.presenter.presenter import fitting_zoom
from lstm_gui.quiz.card import Card
from lstm_gui.settings import Settings
from tests.gui.conftest import Lab, LabMaker

PICTURES = Path(__file__).resolve().parents[2] / "resources" / "pictures"
PROJECTOR = (1920, 1080)
RATINGS = (Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_4)


def press(window: QWidget, key: Qt.Key) -> None:
    """Press a key as a person does, through the native window."""
    QTest.keyClick(window.windowHandle(), key)


def review_some(lab: Lab, qtbot: QtBot) -> None:
    """Rate card after card until one asks about a gate and has a formula, and reveal that."""
    review = lab.window.review
    for rating in cycle(RATINGS):
        press(lab.window, Qt.Key.Key_Space)
        card = review.panel.card
        assert card is not None
        if card.topic == "The gates" and card.formula:
            break
        press(lab.window, rating)
        qtbot.waitUntil(partial(another_than, card, lab))
    qtbot.waitUntil(lambda: not review.shelf.waiting and review.panel.header.mastery.text() != "")


def another_than(card: Card, lab: Lab) -> bool:
    """Whether another card is shown by now."""
    return lab.window.review.panel.card != card


def save(window: QWidget, name: str) -> None:
    """Write what the window shows, once it has laid out what was changed last."""
    QApplication.processEvents()
    PICTURES.mkdir(exist_ok=True)
    assert window.grab().save(str(PICTURES / f"{name}.png"), "PNG")


def test_window_light(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = make_lab(Settings(theme="light", new_per_day=20, motion=False))
    review_some(lab, qtbot)
    press(lab.window, Qt.Key.Key_S)
    save(lab.window, "window-light")


def test_window_dark(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = make_lab(Settings(theme="dark", new_per_day=20, motion=False))
    review_some(lab, qtbot)
    controller = lab.window.controller
    controller.set_step(5)
    knob = lab.window.simulator.diagram.knobs["c_previous"]
    middle = knob.mapTo(lab.window, knob.rect().center())
    handle = lab.window.windowHandle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    for down in range(0, 60, 6):
        QTest.mouseMove(handle, middle + QPoint(0, down))
    qtbot.waitUntil(lambda: controller.state.changed)
    controller.flush()
    save(lab.window, "window-dark")
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)


def test_in_class(make_lab: LabMaker) -> None:
    lab = make_lab(Settings(theme="light", new_per_day=20, motion=False))
    press(lab.window, Qt.Key.Key_F5)
    presenter = lab.window.presenter
    assert presenter is not None
    presenter.showNormal()
    presenter.resize(*PROJECTOR)
    presenter.zoom_by(fitting_zoom(*PROJECTOR) - presenter.zoom)
    presenter.toggle_question()
    presenter.controller.set_step(12)
    save(presenter, "in-class")
    press(presenter, Qt.Key.Key_Escape)
