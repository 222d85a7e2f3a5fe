"""To predict and to compute: nothing gives the answer away, and all is left as it was."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.graded.answer_run import AnswerRun
from lstm_gui.gui.graded.numeric_task import NumericTask
from lstm_gui.gui.graded.task import PredictTask
from lstm_gui.lessons.catalogue import load
from lstm_gui.quiz.attempt import Attempt
from lstm_gui.quiz.rating import Rating
from lstm_gui.simulator.graded.grade import right_answer
from lstm_gui.simulator.quantity import Quantity
from tests.gui.conftest import Lab
from tests.gui.graded.conftest import Begin, click

LEFT = Qt.MouseButton.LeftButton


def place(task: PredictTask, step: int, value: float) -> QPoint:
    return task.plot.axes.point(step, value).toPoint()


def drag(task: PredictTask, *points: tuple[int, float]) -> None:
    first, *others = (place(task, *point) for point in points)
    QTest.mousePress(task.plot, LEFT, pos=first)
    for where in others:
        QTest.mouseMove(task.plot, where)
    QTest.mouseRelease(task.plot, LEFT, pos=others[-1] if others else first)


def predicting(run: object) -> PredictTask:
    task = run.task  # type: ignore[attr-defined]
    assert isinstance(task, PredictTask)
    return task


def test_a_curve_is_dragged_checked_and_left_again(lab: Lab, begin: Begin, qtbot: QtBot) -> None:
    window = lab.window
    window.controller.set_value(Quantity("b_f"), 0.25)
    own = window.controller.state
    run = begin("predict-forget")
    task, plot = predicting(run), predicting(run).plot
    assert plot.hasFocus()
    assert not window.simulator.diagram.isVisible()
    assert task.cell.isVisible()
    assert task.cell.accessibleDescription().endswith("c is asked")
    assert plot.shown.until("c") == plot.shown.until("h") == 3
    assert plot.shown.until("f") == 12
    click(run.strip.check)
    assert run.strip.verdict.text().startswith("First put in a number")
    right = right_answer(run.card)  # type: ignore[arg-type]
    drag(task, (4, right[0]), (5, right[1]), (8, right[4] + 0.03))
    assert task.answer == pytest.approx(right, abs=0.05)
    with qtbot.waitSignal(run.graded) as graded:
        click(run.strip.check)
    assert graded.args == [Attempt(Rating.PERFECTLY, True)]
    assert plot.shown.until("c") == 12
    assert not task.cell.part.hidden
    assert task.cell.part.step == 8  # where it was furthest off
    assert "Right: at most" in run.strip.verdict.text()
    assert "t = 8:" in task.numbers.text().replace("\N{NO-BREAK SPACE}", " ")
    with qtbot.waitSignal(run.left):
        QTest.keyClick(run.strip.leave, Qt.Key.Key_Escape)
    assert window.graded.run is None
    assert window.simulator.diagram.isVisible()
    assert window.controller.state == own


def test_the_keyboard_alone_predicts(begin: Begin, qtbot: QtBot) -> None:
    run = begin("predict-decay")
    task = predicting(run)
    QTest.keyClick(task.plot, Qt.Key.Key_Up)
    QTest.keyClick(task.plot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert list(task.answer or ()) == pytest.approx([0.04])
    QTest.keyClicks(task.plot, "0")
    assert task.field.edit.hasFocus()
    QTest.keyClicks(task.field.edit, ",9")
    assert task.answer == (0.9,)
    click(run.strip.hint)
    assert run.strip.hints.text().startswith("Hint 1:")
    with qtbot.waitSignal(run.graded) as graded:
        QTest.keyClick(task.field.edit, Qt.Key.Key_Return)
    assert graded.args == [Attempt(Rating.BARELY, False, 1)]
    said = run.strip.verdict.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Not right: it is" in said
    assert "Within 0.05 is right." in said


def test_tab_goes_along_the_steps_and_on(begin: Begin) -> None:
    task = predicting(begin("predict-gru-keeps"))
    for step in (3, 4):
        QTest.keyClick(task.plot, Qt.Key.Key_Tab)
        assert task.plot.sketch.step == step
    QTest.keyClick(task.plot, Qt.Key.Key_Left)
    assert task.plot.sketch.step == 3
    QTest.keyClick(task.plot, Qt.Key.Key_Right)
    QTest.keyClick(task.plot, Qt.Key.Key_Tab)
    assert task.field.edit.hasFocus()


def test_undo_takes_back_what_was_drawn_and_nothing_of_the_simulator(lab: Lab, begin: Begin) -> None:
    window = lab.window
    window.controller.set_value(Quantity("b_f"), 0.25)
    own = window.controller.state
    task = predicting(begin("predict-decay"))
    drag(task, (5, 0.5))
    drag(task, (5, 0.25))
    first, second = 0.5, task.answer
    window.places.use(window.places.place.SIMULATOR)
    for key, expected in (("undo", (pytest.approx(first, abs=0.02),)), ("redo", second)):
        window.actions_by_id[key].trigger()
        assert task.answer == expected
    window.actions_by_id["undo"].trigger()
    window.actions_by_id["undo"].trigger()
    assert task.answer is None
    assert not window.actions_by_id["undo"].isEnabled()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_End)
    assert window.controller.state == own


def test_giving_up_shows_the_answer(begin: Begin, qtbot: QtBot) -> None:
    run = begin("predict-sum")
    with qtbot.waitSignal(run.graded) as graded:
        click(run.strip.give_up)
    assert graded.args == [Attempt(Rating.BARELY)]
    assert run.strip.check.isHidden()


def test_numbers_are_drawn_anew_and_the_way_is_shown(lab: Lab, begin: Begin, qtbot: QtBot) -> None:
    first = begin("compute-cell-state")
    seed, given = first.seed, first.task.given.text()  # type: ignore[union-attr]
    run = begin("compute-cell-state")
    task = run.task
    assert isinstance(task, NumericTask)
    assert (run.seed, task.given.text()) != (seed, given)
    QTest.keyClicks(task.field.edit, "nothing")
    click(run.strip.check)
    assert run.strip.verdict.text() == "First type a number."
    right = right_answer(run.card, run.seed)[0]  # type: ignore[arg-type]
    task.field.edit.clear()
    QTest.keyClicks(task.field.edit, f"{right:.2f}")
    with qtbot.waitSignal(run.graded) as graded:
        QTest.keyClick(task.field.edit, Qt.Key.Key_Return)
    assert graded.args == [Attempt(Rating.PERFECTLY, True)]
    assert task.way.text().count("=") >= 3
    assert task.cell.part.values["c"] == pytest.approx(right)
    click(run.strip.again)
    anew = lab.window.graded.run
    assert isinstance(anew, AnswerRun)
    assert anew.seed != run.seed


def test_a_low_window_leaves_its_room_to_what_is_asked(lab: Lab, begin: Begin, qtbot: QtBot) -> None:
    task = begin("predict-forget").task
    assert task.cell.isVisible()
    lab.window.resize(960, 600)
    qtbot.waitUntil(lambda: not task.cell.isVisible())
    assert lab.window.height() == 600
    lab.window.resize(1440, 900)
    qtbot.waitUntil(task.cell.isVisible)


def test_a_scene_that_is_opened_is_seen(lab: Lab, begin: Begin, qtbot: QtBot) -> None:
    run = begin("predict-sum")
    with qtbot.waitSignal(run.left):
        lab.window.files.open_named("counter")
    assert lab.window.controller.state.origin == load("counter")
    assert lab.window.simulator.diagram.isVisible()


def test_it_is_seen_from_the_train_tab_too_and_leads_back_there(lab: Lab, begin: Begin, qtbot: QtBot) -> None:
    stage = lab.window.stage
    lab.window.live.change(tab="train")
    qtbot.waitUntil(lambda: stage.page is not None)
    run = begin("predict-decay")
    assert stage.tab == "cell"
    assert run.strip.isVisible()
    run.leave()
    assert stage.tab == "train"
    run = begin("predict-decay")
    lab.window.live.change(tab="compare")
    run.leave()
    assert stage.tab == "compare", "whoever went elsewhere stays there"
