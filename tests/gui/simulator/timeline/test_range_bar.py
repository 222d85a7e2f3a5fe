"""The bar of the steps in view: its ends and its middle are dragged, and keys move it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lstm_gui.gui.simulator.timeline.range_bar import RangeBar
from lstm_gui.gui.simulator.timeline.time_view import FEWEST, TimeView
from tests.gui.simulator.frames import STYLE

LEFT = Qt.MouseButton.LeftButton
WIDE, STEPS = 512, 256  # two pixels a step


@pytest.fixture
def bar(show: Callable[[RangeBar, tuple[int, int]], RangeBar]) -> RangeBar:
    """Shows steps 101–160, and whatever it asks for."""
    made = show(RangeBar(STYLE), (WIDE, 15))
    made.show_view(TimeView(101, 160, STEPS))
    made.show_step(120)
    made.chosen.connect(made.show_view)
    return made


def drag(bar: RangeBar, start: int, end: int) -> tuple[int, int]:
    QTest.mousePress(bar, LEFT, pos=QPoint(start, 7))
    QTest.mouseMove(bar, QPoint((start + end) // 2, 7))
    QTest.mouseMove(bar, QPoint(end, 7))
    QTest.mouseRelease(bar, LEFT, pos=QPoint(end, 7))
    return bar.view.first, bar.view.last


def test_the_middle_moves_what_is_in_view(bar: RangeBar) -> None:
    assert drag(bar, 260, 300) == (121, 180)
    assert drag(bar, 300, 5000) == (197, 256)


def test_an_end_moves_alone(bar: RangeBar) -> None:
    assert drag(bar, 203, 163) == (81, 160)
    assert drag(bar, 318, 298) == (81, 150)
    assert drag(bar, 163, 900) == (150 - FEWEST + 1, 150)


def test_beside_it_the_view_jumps_there(bar: RangeBar) -> None:
    QTest.mouseClick(bar, LEFT, pos=QPoint(20, 7))
    assert (bar.view.first, bar.view.span) == (1, 60)


def test_a_double_click_shows_all(bar: RangeBar) -> None:
    QTest.mouseDClick(bar, LEFT, pos=QPoint(260, 7))
    assert bar.view == TimeView.whole(STEPS)


def test_other_buttons_do_nothing(bar: RangeBar) -> None:
    QTest.mouseClick(bar, Qt.MouseButton.RightButton, pos=QPoint(20, 7))
    assert (bar.view.first, bar.view.last) == (101, 160)


@pytest.mark.parametrize(
    ("key", "first", "span"),
    [
        (Qt.Key.Key_Left, 94, 60),
        (Qt.Key.Key_Right, 108, 60),
        (Qt.Key.Key_PageUp, 71, 60),
        (Qt.Key.Key_PageDown, 131, 60),
        (Qt.Key.Key_Home, 1, 60),
        (Qt.Key.Key_End, 197, 60),
        (Qt.Key.Key_Up, 111, 40),
        (Qt.Key.Key_Down, 85, 90),
        (Qt.Key.Key_Return, 1, 256),
    ],
)
def test_keys_move_it(bar: RangeBar, key: Qt.Key, first: int, span: int) -> None:
    bar.setFocus()
    QTest.keyClick(bar, key)
    assert bar.view.span == span
    assert abs(bar.view.first - first) <= 1
    assert f"{bar.view.first}–{bar.view.last}" in bar.accessibleDescription()


def test_keys_of_the_window_are_left_to_it(bar: RangeBar) -> None:
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(bar, Qt.Key.Key_X)
    assert (bar.view.first, bar.view.last) == (101, 160)


def test_it_looks_another_way_under_the_pointer_and_with_the_keyboard(bar: RangeBar) -> None:
    QTest.mouseMove(bar, QPoint(2, 7))
    bar.clearFocus()
    plain = bar.grab().toImage()
    QTest.mouseMove(bar, QPoint(260, 7))
    assert bar.cursor().shape() == Qt.CursorShape.OpenHandCursor
    lit = bar.grab().toImage()
    assert lit != plain
    QTest.mouseMove(bar, QPoint(203, 7))
    assert bar.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(bar, QPoint(2, 7))
    assert bar.grab().toImage() == plain
    bar.setFocus()
    assert bar.grab().toImage() not in (plain, lit)


def test_a_part_too_small_to_hold_is_drawn_larger(bar: RangeBar) -> None:
    bar.show_view(TimeView(1, FEWEST, STEPS))
    bar.resize(60, 15)
    assert drag(bar, 10, 40)[0] > 100
