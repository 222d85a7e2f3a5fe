"""The timeline zoomed and panned: what is in view, what the tools and the names of steps make of it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.style import TINY
from lstm_gui.gui.simulator.text import width
from lstm_gui.gui.simulator.timeline.layout import timeline_layout
from lstm_gui.gui.simulator.timeline.paint import numbered_steps
from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.gui.simulator.timeline.words import view_words
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.frames import STYLE, frame_of, frame_of_kind
from tests.gui.simulator.timelines import long_part

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


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
    place = timeline_layout(
        view.rect().toRectF(), STYLE, shown.steps, 1.0, 2.0, (shown.first, shown.last), extent=view.extent
    )
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
        in_view = (shown.first, shown.last)
        place = timeline_layout(view.rect().toRectF(), STYLE, 240, 1.0, 2.0, in_view, extent=view.extent)
        axes = place.axes["x"]
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
    too_long = "a name that is far too long"
    view.show_part(replace(part, labels=tuple("" if n == part.step else too_long for n in range(1, 13))))
    assert view.grab().toImage() == before


def test_names_of_steps_are_left_out_of_a_row_that_is_too_low(view: TimelineView, part: TimelinePart) -> None:
    view.resize(view.width(), 165)
    before = view.grab().toImage()
    view.show_part(replace(part, labels=tuple("a" if n != part.step else "" for n in range(1, 13))))
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
    boxes = [button.geometry() for button in view.tools.buttons if button.isVisible()]
    assert all(one.right() < other.left() for one, other in pairwise(boxes))


def test_which_steps_are_in_view_is_said_before_the_tools_have_words(
    view: TimelineView, part: TimelinePart
) -> None:
    view.tools.set_menu(QMenu(view))
    view.resize(470, 345)
    view.show_part(replace(long_part(part), seeded=True))
    wordy = view.tools.width()
    view.zoom_time(1, 1)
    assert view.tools.width() < wordy
    view.whole_time()
    assert view.tools.width() == wordy


@pytest.mark.parametrize("step", [1, 5, 15, 16, 17, 100])
def test_no_number_of_a_step_is_cut_by_the_tag(view: TimelineView, part: TimelinePart, step: int) -> None:
    """Beside the tag, as wide as half a number, there is nothing but the ground of the card."""
    view.show_part(long_part(part, step))
    image = view.grab().toImage()
    place = timeline_layout(view.rect().toRectF(), STYLE, 240, 1.0, 2.0, extent=view.extent)
    axes, bottom = place.axes["states"], round(place.frames["states"].bottom())
    edges = [axes.x(step) - 22 - STYLE.px(1.5), axes.x(step) + 22 + STYLE.px(1.5)]
    for n in numbered_steps(axes, STYLE):
        half = width(STYLE.font(TINY), str(n)) / 2
        cut = [x for x in edges if abs(axes.x(n) - x) < half - 1]
        for x in cut:
            column = {image.pixelColor(round(x), y).name() for y in range(bottom + 8, bottom + 18)}
            assert column == {STYLE.palette.panel.name()}


def test_normaliser_and_stabiliser_have_a_row_and_an_axis_of_their_own(view: TimelineView) -> None:
    part = frame_of_kind(Kind.of("slstm")).timeline
    view.show_part(part)
    place = timeline_layout(
        view.rect().toRectF(), STYLE, 12, part.x_limit, part.c_limit, None, part.kind, view.extent
    )
    assert list(place.axes) == ["x", "gates", "states", "scales"]
    assert (place.axes["states"].high, place.axes["scales"].high) == (part.c_limit, part.scale_limit)
    assert part.scale_limit >= max(map(abs, (*part.curves["n"], *part.curves["m"])))
    assert not view.grab().isNull()


def test_what_is_pointed_at_in_another_cell_is_not_lit_here(view: TimelineView) -> None:
    other = frame_of_kind(Kind.of("lstm"))
    view.show_part(frame_of_kind(Kind.of("gru")).timeline)
    plain = view.grab().toImage()
    view.show_highlight(highlight(other, Quantity("W_g")))
    assert view.grab().toImage() == plain
    view.show_part(other.timeline)
    lit = view.grab().toImage()
    view.show_highlight(None)
    assert view.grab().toImage() != lit
