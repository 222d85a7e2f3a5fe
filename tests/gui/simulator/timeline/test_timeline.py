"""The timeline: dots are dragged, time is clicked and dragged, the keyboard reaches every dot."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.timelines import dot

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def test_a_dot_is_dragged_to_the_value_under_the_pointer(
    view: TimelineView, part: TimelinePart, qtbot: QtBot
) -> None:
    began: list[object] = []
    view.edit_began.connect(began.append)
    with qtbot.waitSignal(view.edited) as edited, qtbot.waitSignal(view.edit_ended):
        QTest.mousePress(view, LEFT, pos=dot(view, part, 3))
        QTest.mouseMove(view, dot(view, part, 3, -0.5))
        QTest.mouseRelease(view, LEFT, pos=dot(view, part, 3, -0.5))
    assert began == [Quantity("x", 3)]
    assert edited.args == [Quantity("x", 3), pytest.approx(-0.5, abs=0.06)]


def test_a_click_beside_the_dots_moves_the_time(view: TimelineView, part: TimelinePart, qtbot: QtBot) -> None:
    across = dot(view, part, 9).x()
    with qtbot.waitSignal(view.step_chosen) as chosen:
        QTest.mouseClick(view, LEFT, pos=QPoint(across, 150))
    assert chosen.args == [9]


def test_the_time_follows_a_drag(view: TimelineView, part: TimelinePart) -> None:
    steps: list[int] = []
    view.step_chosen.connect(steps.append)
    QTest.mousePress(view, LEFT, pos=QPoint(dot(view, part, 7).x(), 250))
    for step in (8, 9):
        QTest.mouseMove(view, QPoint(dot(view, part, step).x(), 250))
    QTest.mouseRelease(view, LEFT)
    assert steps == [7, 8, 9]


def test_the_keyboard_walks_the_dots_and_moves_them(view: TimelineView, qtbot: QtBot) -> None:
    knob = view.knob
    knob.setFocus()
    for _ in range(3):
        QTest.keyClick(knob, Qt.Key.Key_Right)
    assert knob.quantity == Quantity("x", 4)
    QTest.keyClick(knob, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.edited) as edited:
        QTest.keyClick(knob, Qt.Key.Key_Up)
    assert edited.args is not None
    assert edited.args[0] == Quantity("x", 3)
    assert "t = 3" in knob.accessibleName()


def test_the_keyboard_stops_at_the_ends(view: TimelineView, part: TimelinePart) -> None:
    view.knob.setFocus()
    QTest.keyClick(view.knob, Qt.Key.Key_Left)
    assert view.knob.quantity.step == 1
    for _ in range(len(part.curves["x"]) + 3):
        QTest.keyClick(view.knob, Qt.Key.Key_Right)
    assert view.knob.quantity.step == len(part.curves["x"])


def test_pointing_at_a_dot_and_away(view: TimelineView, part: TimelinePart, qtbot: QtBot) -> None:
    QTest.mouseMove(view, QPoint(3, 3))
    with qtbot.waitSignal(view.pointed_at) as pointed:
        QTest.mouseMove(view, dot(view, part, 6))
    assert pointed.args == [Quantity("x", 6)]
    with qtbot.waitSignal(view.pointed_at) as pointed:
        QTest.mouseMove(view, QPoint(3, 3))
    assert pointed.args == [None]


def test_a_double_click_resets_a_dot(view: TimelineView, part: TimelinePart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.reset_requested) as reset:
        QTest.mouseDClick(view, LEFT, pos=dot(view, part, 2))
    assert reset.args == [Quantity("x", 2)]


def test_the_right_button_and_the_wheel_change_nothing(view: TimelineView, part: TimelinePart) -> None:
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setFocus()
    before = view.grab().toImage()
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=dot(view, part, 3))
    assert view.grab().toImage() == before
    assert view.plots.isEnabled()


def test_a_longer_run_has_as_many_dots(view: TimelineView, part: TimelinePart) -> None:
    longer = TimelinePart(1, {name: curve * 5 for name, curve in part.curves.items()}, (), 1.0, 2.0)
    view.show_part(longer)
    view.knob.setFocus()
    for _ in range(70):
        QTest.keyClick(view.knob, Qt.Key.Key_Right)
    assert view.knob.quantity.step == len(longer.curves["x"])


def test_the_length_is_typed(view: TimelineView, qtbot: QtBot) -> None:
    assert view.length.value() == 12
    view.length.setFocus()
    view.length.selectAll()
    QTest.keyClicks(view.length, "30")
    with qtbot.waitSignal(view.length_chosen) as chosen:
        QTest.keyClick(view.length, Qt.Key.Key_Return)
    assert chosen.args == [30]


def test_a_dot_does_not_jump_when_its_axis_grows_in_the_drag(view: TimelineView, part: TimelinePart) -> None:
    told: list[float] = []
    view.edited.connect(lambda _, value: told.append(value))
    pull = dot(view, part, 3, -0.9)
    QTest.mousePress(view, LEFT, pos=dot(view, part, 3))
    QTest.mouseMove(view, pull)
    view.show_part(replace(part, x_limit=2.0))
    QTest.mouseMove(view, pull + QPoint(1, 0))
    QTest.mouseRelease(view, LEFT, pos=pull)
    assert told[0] == told[-1] == pytest.approx(-0.9, abs=0.06)


def stroke_over(view: TimelineView, part: TimelinePart, held: Qt.KeyboardModifier = NONE) -> list[object]:
    """Draw from step 3 at 0.5 to step 7 at −0.5, and what was told, in order."""
    told: list[object] = []
    view.edit_began.connect(lambda quantity: told.append(quantity))
    view.drawn.connect(told.append)
    view.edit_ended.connect(lambda: told.append("ended"))
    start, end = dot(view, part, 3, 0.5), dot(view, part, 7, -0.5)
    QTest.mousePress(view, LEFT, held, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, held, end)
    return told


@pytest.mark.parametrize("key", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier])
def test_a_key_held_draws_over_many_steps(
    view: TimelineView, part: TimelinePart, key: Qt.KeyboardModifier
) -> None:
    began, pressed, moved, ended = stroke_over(view, part, key)
    assert (began, ended) == (Quantity("x", 3), "ended")
    assert pressed == {3: pytest.approx(0.5, abs=0.06)}
    assert isinstance(moved, dict)
    assert list(moved) == [4, 5, 6, 7]
    assert moved[5] == pytest.approx(0.0, abs=0.06)
    assert view.knob.hasFocus()


def test_the_pencil_draws_without_a_key(view: TimelineView, part: TimelinePart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.drawing_changed) as changed:
        QTest.mouseClick(view.tools.pencil, LEFT)
    assert changed.args == [True]
    assert len(stroke_over(view, part)) == 4
    QTest.mouseMove(view, dot(view, part, 9, 0.7))
    assert view.cursor().shape() is Qt.CursorShape.CrossCursor
    QTest.mouseDClick(view, LEFT, pos=dot(view, part, 2, 0.2))
    QTest.mouseRelease(view, LEFT, pos=dot(view, part, 2, 0.2))
    view.set_drawing(False)
    assert not view.tools.pencil.isChecked()


def test_the_pencil_draws_in_the_row_of_x_alone(view: TimelineView, part: TimelinePart) -> None:
    view.set_drawing(True)
    steps: list[int] = []
    drawn: list[object] = []
    view.step_chosen.connect(steps.append)
    view.drawn.connect(drawn.append)
    QTest.mouseClick(view, LEFT, pos=QPoint(dot(view, part, 9).x(), 150))
    assert (steps, drawn) == ([9], [])
