"""To build: only the knobs move, a failure is shown where it is, and the person's own state comes back."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.graded.build_run import BuildRun
from lstm_gui.quiz.attempt import Attempt
from lstm_gui.quiz.rating import Rating
from lstm_gui.simulator.quantity import Quantity
from tests.gui.conftest import Lab
from tests.gui.graded.conftest import Build, click


def checked(run: BuildRun, qtbot: QtBot) -> None:
    with qtbot.waitSignal(run.grading.done):
        click(run.strip.check)


def turn(run: BuildRun, **values: float) -> None:
    """Type the numbers of knobs."""
    for knob in run.knobs.knobs:
        knob.setFocus()
        QTest.keyClicks(knob, f"{values[knob.quantity.name]:g}")
        QTest.keyClick(knob, Qt.Key.Key_Return)


def test_a_failure_is_shown_and_the_knobs_then_hold(lab: Lab, build: Build, qtbot: QtBot) -> None:
    window = lab.window
    window.controller.set_value(Quantity("b_f"), 0.25)
    own = window.controller.state
    run = build("hold-a-one")
    assert window.simulator.diagram.isVisible()
    assert not window.actions_by_id["cell_gru"].isEnabled()
    checked(run, qtbot)
    words = run.strip.verdict.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Not yet: on “noise with 1 at t = 1, seed 1” it fails at t" in words
    state = window.controller.state
    assert state.scene.step == 3
    assert state.scene.steps == 24
    assert state.scene.title == run.card.asked.title
    assert window.controller.undo_label == "show where it fails"
    turn(run, W_i=20, b_i=-14, b_f=6)
    assert state.scene.cell != window.controller.state.scene.cell
    with qtbot.waitSignal(run.graded) as graded:
        checked(run, qtbot)
    assert graded.args == [Attempt(Rating.PERFECTLY, True)]
    assert "holds on all 60 sequences" in run.strip.verdict.text()
    QTest.mouseClick(run.strip.leave, Qt.MouseButton.LeftButton)
    assert window.controller.state == own
    assert window.controller.bounds is None
    assert window.actions_by_id["cell_gru"].isEnabled()
    assert window.controller.undo_label == "leave the challenge"
    assert not any(thread.name.startswith("grading") for thread in threading.enumerate())


def test_what_is_not_a_knob_stays_and_says_so(lab: Lab, build: Build) -> None:
    build("a-quarter-left")
    before = lab.window.controller.state
    lab.window.controller.set_value(Quantity("b_o"), 2.0)
    lab.window.commands.change_units(1)
    assert lab.window.controller.state == before
    assert "only b_f can be moved" in lab.window.toast.text()


def test_what_is_not_a_knob_does_not_look_like_one_until_it_is_left(lab: Lab, build: Build) -> None:
    run, panel = build("a-quarter-left"), lab.window.simulator
    knobs = {**panel.weights.knobs, **panel.diagram.knobs}
    assert {name for name, knob in knobs.items() if not knob.fixed_words} == {"b_f", "x"}
    assert "only b_f can be moved" in knobs["b_o"].fixed_words
    assert not panel.transport.cells.isEnabled()
    assert "only b_f can be moved" in panel.diagram.head.units.toolTip()
    run.leave()
    assert not any(knob.fixed_words for knob in knobs.values())
    assert panel.transport.cells.isEnabled()
    assert "How many units" in panel.diagram.head.units.toolTip()


def test_giving_up_shows_an_example_that_can_be_taken_back(lab: Lab, build: Build, qtbot: QtBot) -> None:
    run = build("a-quarter-left")
    start = lab.window.controller.state.scene.cell
    with qtbot.waitSignal(run.graded) as graded:
        click(run.strip.give_up)
    assert graded.args == [Attempt(Rating.BARELY)]
    assert lab.window.controller.state.scene.cell.array("b_f")[0][0] == 2.1
    lab.window.controller.undo()
    assert lab.window.controller.state.scene.cell == start


def test_undoing_the_way_in_leaves_it(lab: Lab, build: Build, qtbot: QtBot) -> None:
    own = lab.window.controller.state
    run = build("back-and-forth")
    with qtbot.waitSignal(run.left):
        lab.window.controller.undo()
    assert lab.window.controller.state == own
    assert lab.window.graded.run is None


def test_a_hint_caps_the_rating_and_makes_room_for_itself(build: Build, qtbot: QtBot) -> None:
    run = build("an-rnn-that-holds")
    low = run.strip.height()
    click(run.strip.hint)
    qtbot.waitUntil(lambda: run.strip.height() > low)
    turn(run, U_h=1.5)
    with qtbot.waitSignal(run.graded) as graded:
        checked(run, qtbot)
    assert graded.args == [Attempt(Rating.PARTLY, True, 1)]


def test_grading_is_cancelled(build: Build) -> None:
    run = build("hold-a-one")
    shown: list[tuple[int, int]] = []
    run.grading.progressed.connect(lambda done, total: shown.append((done, total)))
    run.strip.show_progress(3, 40)
    assert run.strip.cancel.isVisible()
    assert run.strip.check.isHidden()
    run.check()
    click(run.strip.cancel)
    assert not run.grading.running
    assert shown[-1] == (0, 0)
    assert run.strip.check.isVisible()
    assert run.strip.verdict.text() == ""
