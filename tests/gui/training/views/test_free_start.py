"""Where a forecast runs free: the line is dragged and moved by keys, and what comes of it is shown."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.views import numbers_face
from lstm_gui.gui.training.views.numbers_face import NumbersFace
from lstm_gui.gui.training.views.prediction import PredictionView
from lstm_gui.training.learning import Learning
from lstm_gui.training.look import Look
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.forecasting.ahead import Ahead
from tests.gui.training.process import InThread
from tests.gui.training.views.conftest import Show
from tests.gui.training.views.made_up import made_up

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
WARM_UP, STEPS = 12, 40
FIRST = made(TaskChoice("sunspots")).warm_up


def forecast(origin: int = WARM_UP) -> Look:
    """A look at a forecast that runs free after a step."""
    counts = (np.arange(STEPS) >= WARM_UP).astype(np.float32)
    free = np.linspace(0, 1, STEPS - origin)[:, np.newaxis]
    error = np.linspace(0.1, 0.9, 10)
    ahead = Ahead(origin, free, free, free, error, error / 2, 7)
    return replace(made_up(steps=STEPS), counts=counts, ahead=ahead)


@pytest.fixture
def view(show: Show, style: Style) -> PredictionView:
    found = show(PredictionView(style), (620, 360))
    found.show_look(forecast())
    return found


def at(view: PredictionView, step: int) -> QPoint:
    """Where a step, from 0, stands in the first row."""
    face = view.face
    assert isinstance(face, NumbersFace)
    _, frame, axes = face.rows[0]
    return QPointF(axes.x(step + 1), frame.center().y()).toPoint()


def test_the_line_is_dragged_as_far_as_there_is_truth(view: PredictionView, qtbot: QtBot) -> None:
    QTest.mouseMove(view, at(view, WARM_UP))
    assert view.cursor().shape() is Qt.CursorShape.SplitHCursor
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at(view, WARM_UP))
    for step, wanted in ((25, 25), (3, WARM_UP), (STEPS - 1, STEPS - 2)):
        with qtbot.waitSignal(view.start_chosen) as told:
            QTest.mouseMove(view, at(view, step))
        assert told.args == [wanted]
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(view, STEPS - 1))
    QTest.mouseMove(view, at(view, 30))
    assert view.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert view.reading == (30, 0), "a pointer that holds nothing reads"


def test_beside_the_line_nothing_is_taken_hold_of(view: PredictionView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.start_chosen, wait=80):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at(view, 30))
        QTest.mouseMove(view, at(view, 33))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(view, 33))


def test_shift_and_arrows_move_it_and_home_brings_it_back(view: PredictionView, qtbot: QtBot) -> None:
    view.setFocus()
    for key, wanted in ((Key.Key_Right, 13), (Key.Key_PageDown, 23), (Key.Key_End, 38), (Key.Key_Left, 37)):
        with qtbot.waitSignal(view.start_chosen) as told:
            QTest.keyClick(view, key, SHIFT)
        assert told.args == [wanted]
        view.show_look(forecast(wanted))
    with qtbot.waitSignal(view.start_chosen) as told:
        QTest.keyClick(view, Key.Key_Home, SHIFT)
    assert told.args == [None]
    QTest.keyClick(view, Key.Key_Home)
    assert view.reading == (0, 0), "without Shift it reads, as ever"
    assert "Shift" in view.toolTip()


def test_what_runs_no_forecast_has_no_start(view: PredictionView, qtbot: QtBot) -> None:
    view.show_look(made_up())
    with qtbot.assertNotEmitted(view.start_chosen, wait=80):
        QTest.keyClick(view, Key.Key_Right, SHIFT)
    assert "Shift" not in view.toolTip()


@pytest.fixture
def session() -> Iterator[Session]:
    begun = Session(Plan(TaskChoice("sunspots"), NetworkChoice(units=2), Learning(batch=2)), InThread)
    yield begun
    begun.end()
    begun.deleteLater()


def test_the_session_asks_for_it_and_goes_on_with_it(session: Session, qtbot: QtBot) -> None:
    session.run_free_from(30)  # nothing is set up yet: there is nothing to run

    def shown() -> tuple[int, int]:
        look = session.look
        return (-1, -1) if look is None or look.ahead is None else (look.step, look.ahead.origin)

    session.prepare()
    qtbot.waitUntil(lambda: shown() == (0, FIRST))
    for done, (origin, wanted) in enumerate(((30, 30), (None, FIRST))):
        for step, act in ((done, partial(session.run_free_from, origin)), (done + 1, session.one_step)):
            act()
            qtbot.waitUntil(partial(lambda here: shown() == here, (step, wanted)))


def test_what_it_says_running_free_is_copied_with_its_errors(view: PredictionView) -> None:
    numbers = view.numbers()
    assert numbers.head[-4:] == (
        "answer 1: runs free",
        "steps ahead",
        "RMSE running free (scale of the loss)",
        "RMSE one step ahead (scale of the loss)",
    )
    free = [row[-4] for row in numbers.rows]
    assert free[:WARM_UP] == [""] * WARM_UP
    assert (free[WARM_UP], free[-1]) == ("0", "1")
    assert numbers.rows[0][-3:] == ("1", "0.1", "0.05")
    assert numbers.rows[9][-3:] == ("10", "0.9", "0.45")
    assert numbers.rows[10][-3:] == ("", "", "")
    look = forecast()
    assert look.ahead is not None
    view.show_look(replace(look, ahead=replace(look.ahead, own_units=True)))
    assert [name.endswith("(own units)") for name in view.numbers().head[-2:]] == [True, True]


def test_the_grip_of_the_line_lies_above_a_long_name(
    view: PredictionView, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    for name in ("paint_name", "draw_dots"):
        monkeypatch.setattr(numbers_face, name, lambda *_, name=name: drawn.append(name))
    view.show_look(replace(forecast(2), output_names=("the height of the tide in the harbour",)))
    view.grab()
    assert drawn[drawn.index("paint_name") + 1] == "draw_dots"
