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

from lstm_gui.gui.graded.answer_run import AnswerRun
from lstm_gui.gui.graded.task import PredictTask
from lstm_gui.gui.presenter.presenter import fitting_zoom
from lstm_gui.quiz.card import Card
from lstm_gui.settings import Settings
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.usual import usual_plan
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
        card, graded = review.panel.card, review.panel.waits_for_answer
        assert card is not None
        if graded:
            QTest.mouseClick(review.panel.work.card.give_up_button, Qt.MouseButton.LeftButton)
        else:
            press(lab.window, Qt.Key.Key_Space)
        if card.topic == "The gates" and card.formula and not graded:
            break
        press(lab.window, Qt.Key.Key_2 if graded else rating)
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


def test_prediction(make_lab: LabMaker, qtbot: QtBot) -> None:
    """A curve that was sketched, beside what the simulator computes."""
    lab = make_lab(Settings(theme="light", new_per_day=20, motion=False))
    review_some(lab, qtbot)
    lab.window.graded.begin_named("predict-vanishing")
    run = lab.window.graded.run
    assert isinstance(run, AnswerRun)
    task = run.task
    assert isinstance(task, PredictTask)
    sketched = [(step, 0.96 - 0.19 * (step - 1)) for step in range(2, 7)]
    first, *others = (task.plot.axes.point(step, value).toPoint() for step, value in sketched)
    QTest.mousePress(task.plot, Qt.MouseButton.LeftButton, pos=first)
    for place in others:
        QTest.mouseMove(task.plot, place)
    QTest.mouseRelease(task.plot, Qt.MouseButton.LeftButton, pos=others[-1])
    QTest.mouseClick(run.strip.check, Qt.MouseButton.LeftButton)
    save(lab.window, "prediction")


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


def test_training(make_lab: LabMaker, qtbot: QtBot) -> None:
    """A forecast that is learnt: its losses, its answers, and what goes on in the cell."""
    lab = make_lab(Settings(theme="light", tab="train", new_per_day=20, motion=False))
    session = lab.window.training.session
    session.set_plan(usual_plan(TaskChoice("sunspots")))
    session.start()
    with qtbot.waitSignal(session.ended, timeout=60_000):
        pass
    qtbot.wait(1000)  # for what is drawn at the next frames
    save(lab.window, "training")
