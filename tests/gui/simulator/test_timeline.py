"""The timeline: dots are dragged, time is clicked and dragged, the keyboard reaches every dot."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.timeline import TimelineView
from lstm_gui.gui.simulator.timeline_canvas import view_words
from lstm_gui.gui.simulator.timeline_layout import timeline_layout
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.frames import STYLE, frame_of

Show = Callable[[TimelineView, tuple[int, int]], TimelineView]
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def part() -> TimelinePart:
    """The run of "remember" at step 5."""
    return frame_of().timeline


@pytest.fixture
def view(show: Show, part: TimelinePart) -> TimelineView:
    """The timeline of that run."""
    made = show(TimelineView(STYLE), (700, 345))
    made.show_part(part)
    return made


def dot(view: TimelineView, part: TimelinePart, step: int, value: float | None = None) -> QPoint:
    axes = timeline_layout(
        view.rect().toRectF(), STYLE, len(part.curves["x"]), part.x_limit, part.c_limit
    ).axes["x"]
    return axes.point(step, part.curves["x"][step - 1] if value is None else value).toPoint()


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


def long_part(part: TimelinePart, step: int = 1, steps: int = 240) -> TimelinePart:
    times = steps // 12
    return TimelinePart(step, {name: curve * times for name, curve in part.curves.items()}, (), 1.0, 2.0)


def wheel(view: TimelineView, turn: QPoint, held: Qt.KeyboardModifier, x: float = 300.0) -> QWheelEvent:
    """Turn the wheel over the curves."""
    at = QPointF(x, 150)
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), turn, Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    return event


def test_the_wheel_with_ctrl_zooms_about_the_pointer(view: TimelineView, part: TimelinePart) -> None:
    view.show_part(long_part(part))
    assert view.time_view.is_whole
    before = step_at(view, 300.0)
    wheel(view, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    assert view.time_view.span == 160
    assert abs(step_at(view, 300.0) - before) <= 1
    wheel(view, QPoint(0, -120), Qt.KeyboardModifier.ControlModifier)
    assert view.time_view.is_whole


def step_at(view: TimelineView, x: float) -> int:
    """The step at a place across, by the axes in view."""
    shown = view.time_view
    place = timeline_layout(view.rect().toRectF(), STYLE, shown.steps, 1.0, 2.0, (shown.first, shown.last))
    return place.axes["x"].step(x)


def test_the_wheel_sideways_or_with_shift_pans(view: TimelineView, part: TimelinePart) -> None:
    view.show_part(long_part(part))
    for _ in range(3):
        view.zoom_time(1)
    first = view.time_view.first
    wheel(view, QPoint(-120, 0), NONE)
    assert view.time_view.first > first
    wheel(view, QPoint(0, 120), Qt.KeyboardModifier.ShiftModifier)
    assert view.time_view.first == first


def test_the_wheel_alone_is_left_to_the_page(view: TimelineView, part: TimelinePart) -> None:
    view.show_part(long_part(part))
    assert not wheel(view, QPoint(0, 120), NONE).isAccepted()
    assert not wheel(view, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier, x=2.0).isAccepted()
    assert view.time_view.is_whole


def test_the_cursor_stays_in_view_while_playing_and_a_pan_stays_where_it_was_put(
    view: TimelineView, part: TimelinePart
) -> None:
    view.show_part(long_part(part))
    for _ in range(6):
        view.zoom_time(1)
    for step in range(1, 241):
        view.show_part(long_part(part, step))
        assert view.time_view.first <= step <= view.time_view.last
    view.pan_time(-1)
    looked_at = view.time_view
    view.show_part(replace(long_part(part, 240), x_limit=2.0))
    assert view.time_view == looked_at
    view.whole_time()
    assert view.time_view.is_whole


def test_a_dot_of_many_is_dragged_zoomed_or_not(view: TimelineView, part: TimelinePart, qtbot: QtBot) -> None:
    longer = long_part(part)
    view.show_part(longer)
    for _ in range(2):
        shown = view.time_view
        axes = timeline_layout(view.rect().toRectF(), STYLE, 240, 1.0, 2.0, (shown.first, shown.last)).axes[
            "x"
        ]
        step = shown.first + 3
        where = axes.point(step, longer.curves["x"][step - 1]).toPoint()
        with qtbot.waitSignal(view.edited) as edited:
            QTest.mousePress(view, LEFT, pos=where)
            QTest.mouseMove(view, axes.point(step, -0.5).toPoint())
            QTest.mouseRelease(view, LEFT, pos=axes.point(step, -0.5).toPoint())
        assert edited.args == [Quantity("x", axes.step(where.x())), pytest.approx(-0.5, abs=0.06)]
        for _ in range(7):
            view.zoom_time(1, 100)


def test_the_keyboard_walks_out_of_view_and_the_view_follows(view: TimelineView, part: TimelinePart) -> None:
    view.show_part(long_part(part))
    for _ in range(7):
        view.zoom_time(1, 1)
    view.knob.setFocus()
    for _ in range(60):
        QTest.keyClick(view.knob, Qt.Key.Key_Right)
        step = view.knob.quantity.step
        assert view.time_view.first <= step <= view.time_view.last
    assert view.rect().intersects(view.knob.geometry())


def test_what_is_in_view_is_said(view: TimelineView, part: TimelinePart) -> None:
    view.show_part(long_part(part))
    view.zoom_time(1, 1)
    assert [words for words in view_words(view.time_view) if "1–160 of 240" not in words] == []


def test_a_new_seed_is_offered_where_a_seed_drew_the_input(
    view: TimelineView, part: TimelinePart, qtbot: QtBot
) -> None:
    assert view.tools.seed.isHidden()
    view.show_part(replace(part, seeded=True))
    assert view.tools.seed.isVisible()
    with qtbot.waitSignal(view.seed_requested):
        QTest.mouseClick(view.tools.seed, LEFT)


def test_steps_that_have_names_show_them(view: TimelineView, part: TimelinePart) -> None:
    before = view.grab().toImage()
    view.show_part(replace(part, labels=("a",) * 12))
    assert view.grab().toImage() != before
    view.show_part(replace(part, labels=("a name that is far too long",) * 12))
    assert view.grab().toImage() == before


@pytest.mark.qt_log_ignore("does not support")  # what a menu asks of the screen of the tests
def test_the_menu_of_inputs_opens_below_its_button(view: TimelineView, qtbot: QtBot) -> None:
    assert view.tools.choose.isHidden()
    menu = QMenu(view)
    menu.addAction("Sine")
    view.tools.set_menu(menu)
    view.show_part(replace(view.part, seeded=True) if view.part else frame_of().timeline)
    QTest.mouseClick(view.tools.choose, LEFT)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


@pytest.mark.parametrize("wide", [300, 360, 420, 560, 800])
def test_the_tools_stay_on_the_card(view: TimelineView, part: TimelinePart, wide: int) -> None:
    view.tools.set_menu(QMenu(view))
    view.show_part(replace(part, seeded=True))
    view.resize(wide, 345)
    right = view.tools.geometry().right()
    assert right <= wide
    boxes = [button.geometry() for button in view.tools.buttons]
    assert all(one.right() < other.left() for one, other in pairwise(boxes))
