"""Every unit at once: cells are pointed at and clicked, and the keyboard walks over them."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.mark import before_effects
from lstm_gui.gui.simulator.timeline.bands import cell_words
from lstm_gui.gui.simulator.timeline.layout import TimelineLayout, timeline_layout
from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.lessons.shown import Names
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from tests.graph.kinds import drawn_scene
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE, frame_of, part_of_many
from tests.simulator.scenes import plain_scene

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(show: Show) -> TimelineView:
    """Heat maps of four units."""
    made = show(TimelineView(STYLE), (700, 345))
    made.show_part(part_of_many())
    made.show_all_units(True)
    return made


def place_of(view: TimelineView) -> TimelineLayout:
    part, shown = view.part, view.time_view
    assert part is not None
    limits, in_view = (part.x_limit, part.c_limit), (shown.first, shown.last)
    box = view.rect().toRectF()
    return timeline_layout(box, STYLE, shown.steps, *limits, in_view, part.kind, view.extent)


def cell(view: TimelineView, name: str, unit: int, step: int) -> QPoint:
    return place_of(view).cell(name, unit, step).center().toPoint()


def test_each_gate_and_each_state_has_a_band(view: TimelineView) -> None:
    assert list(place_of(view).maps) == ["f", "i", "o", "c", "h", "g"]
    view.show_part(part_of_many(kind=Kind.of("gru")))
    assert set(place_of(view).maps) == {"r", "z", "n", "h"}
    view.show_part(part_of_many(kind=Kind.of("rnn")))
    assert list(place_of(view).maps) == ["h"]


def test_the_switch_stands_there_for_several_units_only(view: TimelineView) -> None:
    assert view.tools.units.isVisible()
    assert view.tools.units.isChecked()
    view.show_part(frame_of().timeline)
    assert not view.tools.units.isVisible()
    assert list(place_of(view).maps) == []
    assert not view.band_keys.isVisible()
    view.show_part(part_of_many())
    assert list(place_of(view).maps) != []


def test_the_switch_turns_to_curves_and_back(view: TimelineView, qtbot: QtBot) -> None:
    bands = view.grab().toImage()
    with qtbot.waitSignal(view.all_units_changed) as changed:
        QTest.mouseClick(view.tools.curves, LEFT)
    assert changed.args == [False]
    assert view.grab().toImage() != bands
    QTest.keyClick(view.tools.units, Qt.Key.Key_Space)
    assert view.all_units
    assert (view.tools.curves.isChecked(), view.tools.units.isChecked()) == (False, True)


def test_pointing_at_a_cell(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pointed_at) as pointed:
        QTest.mouseMove(view, cell(view, "i", 2, 7))
    assert pointed.args == [Quantity("i", 7, 2)]
    beside = place_of(view).frames["i"].right() - 20
    with qtbot.waitSignal(view.pointed_at) as pointed:
        QTest.mouseMove(view, QPoint(round(beside), cell(view, "i", 2, 7).y()))
    assert pointed.args == [None]


def test_a_click_picks_the_unit_and_the_step(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.looked_at) as looked:
        QTest.mouseClick(view, LEFT, pos=cell(view, "c", 3, 9))
    assert looked.args == [9, 3, 0]


def test_a_click_on_what_is_shown_changes_nothing(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.looked_at):
        QTest.mouseClick(view, LEFT, pos=cell(view, "c", 0, 5))


def test_time_follows_a_drag_over_cells(view: TimelineView) -> None:
    steps: list[int] = []
    view.step_chosen.connect(steps.append)
    QTest.mousePress(view, LEFT, pos=cell(view, "c", 1, 5))
    QTest.mouseMove(view, cell(view, "c", 1, 8))
    QTest.mouseRelease(view, LEFT, pos=cell(view, "c", 1, 8))
    assert steps == [8]


def test_the_keyboard_walks_from_cell_to_cell(view: TimelineView, qtbot: QtBot) -> None:
    pointed: list[object] = []
    view.pointed_at.connect(pointed.append)
    keys = view.band_keys
    keys.setFocus()
    QTest.keyClick(keys, Qt.Key.Key_Home)  # the window's
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Left):
        QTest.keyClick(keys, key)
    assert keys.at == Quantity("h", 9, 1)
    assert pointed[-1] == keys.at
    assert "unit 2 · t = 9 · h = " in keys.accessibleDescription()
    with qtbot.waitSignal(view.looked_at) as looked:
        QTest.keyClick(keys, Qt.Key.Key_Return)
    assert looked.args == [9, 1, 0]
    for _ in range(40):
        QTest.keyClick(keys, Qt.Key.Key_Up)
    assert keys.at == Quantity("f", 9, 0)
    keys.clearFocus()
    assert pointed[-1] is None


def test_the_keyboard_stays_on_a_run_that_is_shorter(view: TimelineView) -> None:
    view.band_keys.setFocus()
    QTest.keyClick(view.band_keys, Qt.Key.Key_PageDown)
    view.show_part(part_of_many(units=2, steps=3))
    assert view.band_keys.at.step <= 3
    view.show_part(part_of_many(kind=Kind.of("rnn")))
    assert view.band_keys.at.name == "h"


@pytest.mark.parametrize("name", ["c", "z_f", "c_previous", "W_f", "x"])
def test_what_is_pointed_at_is_outlined(view: TimelineView, name: str) -> None:
    scene = replace(drawn_scene(Kind.of("lstm"), 1, 1, 4, 12), overrides=(), step=5)
    frame = resolve(SimState.of(scene))
    plain = view.grab().toImage()
    at = Quantity(name, 0 if name == "W_f" else 5)
    view.show_highlight(highlight(frame, at))
    lit = view.grab().toImage()
    assert lit != plain
    view.show_highlight(before_effects(highlight(frame, at)))
    view.show_highlight(None)
    assert view.grab().toImage() == plain


def test_the_unit_shown_is_marked(view: TimelineView) -> None:
    first = view.grab().toImage()
    view.show_part(part_of_many(look=(2, 0)))
    assert view.grab().toImage() != first


def test_a_cell_says_its_unit_its_step_and_its_number() -> None:
    part = part_of_many(inputs=2)
    number = part.runs.arrays["c"][2, 1] if part.runs else 0.0
    assert cell_words(part, Quantity("c", 3, 1)) == f"unit 2 · t = 3 · c = {number:.2f}".replace("-", "−")
    named = replace(part, names=Names(inputs=("", "mark"), units=("", "memory")))
    assert cell_words(named, Quantity("c", 3, 1)).startswith("memory · t = 3")
    assert cell_words(named, Quantity("x", 3, source=1)).startswith("mark · t = 3")
    assert cell_words(named, Quantity("x", 3)).startswith("input 1 · t = 3")


def test_zoomed_cells_stand_under_the_steps_in_view(view: TimelineView, qtbot: QtBot) -> None:
    view.show_part(part_of_many(steps=120))
    for _ in range(4):
        view.zoom_time(1, 60)
    step = view.time_view.first + 2
    with qtbot.waitSignal(view.pointed_at) as pointed:
        QTest.mouseMove(view, cell(view, "h", 3, step))
    assert pointed.args == [Quantity("h", step, 3)]
    assert view.bar.isVisible()
    spot = view.spot(Quantity("h", step, 3))
    assert spot is not None
    assert spot.contains(cell(view, "h", 3, step).toPointF())
    assert view.spot(Quantity("h", 1, 3)) is None


def test_the_bar_below_moves_what_is_in_view(view: TimelineView) -> None:
    assert not view.bar.isVisible()
    view.show_part(part_of_many(steps=65))
    assert view.bar.isVisible()
    view.zoom_time(1, 1)
    first, last = view.time_view.first, view.time_view.last
    QTest.keyClick(view.bar, Qt.Key.Key_End)
    assert (view.time_view.first, view.time_view.last) == (first + 65 - last, 65)
    QTest.mouseDClick(view.bar, LEFT, pos=view.bar.rect().center())
    assert view.time_view.is_whole
    view.show_part(part_of_many(steps=64))
    assert not view.bar.isVisible()


@pytest.mark.parametrize("size", [(400, 130), (700, 220), (1200, 700)])
def test_every_size_is_painted(view: TimelineView, size: tuple[int, int]) -> None:
    view.show_part(part_of_many(units=16, inputs=8, steps=256))
    view.resize(*size)
    assert not view.grab().isNull()
    frames = list(place_of(view).frames.values())
    assert all(one.bottom() <= other.top() for one, other in pairwise(frames))


# Several inputs


@pytest.mark.parametrize("inputs", [2, 3])
def test_few_inputs_have_a_row_each(show: Show, inputs: int, qtbot: QtBot) -> None:
    view = show(TimelineView(STYLE), (700, 345))
    part = part_of_many(units=1, inputs=inputs)
    view.show_part(part)
    place = place_of(view)
    rows = place.extent.input_rows
    assert list(rows.values()) == list(range(inputs))
    for row, source in rows.items():
        where = place.axes[row].point(3, part.input(source)[2]).toPoint()
        with qtbot.waitSignal(view.pointed_at) as pointed:
            QTest.mouseMove(view, where)
        assert pointed.args == [Quantity("x", 3, source=source)]
        assert view.spot(Quantity("x", 3, source=source)).contains(where.toPointF())  # type: ignore[union-attr]


@pytest.mark.parametrize("inputs", [2, 6])
def test_a_low_card_shows_the_chosen_input_alone(show: Show, inputs: int) -> None:
    view = show(TimelineView(STYLE), (700, 180))
    view.show_part(part_of_many(units=1, inputs=inputs, look=(0, 1)))
    assert list(place_of(view).frames) == ["x", "gates", "states"]
    assert not view.grab().isNull()


def test_a_dot_of_another_input_is_chosen_and_dragged_at_once(show: Show, qtbot: QtBot) -> None:
    view = show(TimelineView(STYLE), (700, 345))
    part = part_of_many(units=1, inputs=2)
    view.show_part(part)
    view.looked_at.connect(lambda *_: view.show_part(part_of_many(units=1, inputs=2, look=(0, 1))))
    axes = place_of(view).axes["x2"]
    with qtbot.waitSignals([view.looked_at, view.edit_began, view.edited]):
        QTest.mousePress(view, LEFT, pos=axes.point(3, part.input(1)[2]).toPoint())
        QTest.mouseMove(view, axes.point(3, 0.5).toPoint())
    QTest.mouseRelease(view, LEFT)
    assert view.knob.quantity == Quantity("x", 3, source=1)


def test_a_stroke_draws_the_input_it_begins_on(show: Show, qtbot: QtBot) -> None:
    view = show(TimelineView(STYLE), (700, 345))
    view.show_part(part_of_many(units=1, inputs=2))
    began: list[object] = []
    view.edit_began.connect(began.append)
    axes = place_of(view).axes["x2"]
    with qtbot.waitSignal(view.looked_at):
        QTest.mousePress(view, LEFT, Qt.KeyboardModifier.ShiftModifier, axes.point(3, 0.5).toPoint())
    QTest.mouseRelease(view, LEFT)
    assert began == [Quantity("x", 3, source=1)]


def test_many_inputs_are_a_heat_map_and_the_chosen_one_is_dragged(show: Show, qtbot: QtBot) -> None:
    view = show(TimelineView(STYLE), (700, 400))
    part = part_of_many(units=1, inputs=6, look=(0, 2))
    view.show_part(part)
    place = place_of(view)
    assert (place.maps, place.extent.input_rows) == ({"inputs": 6}, {"x": 2})
    with qtbot.waitSignal(view.looked_at) as looked:
        QTest.mouseClick(view, LEFT, pos=cell(view, "inputs", 4, 5))
    assert looked.args == [5, 0, 4]
    with qtbot.waitSignal(view.edited) as edited:
        where = place.axes["x"].point(3, part.curves["x"][2]).toPoint()
        QTest.mousePress(view, LEFT, pos=where)
        QTest.mouseMove(view, where - QPoint(0, 9))
    QTest.mouseRelease(view, LEFT)
    assert edited.args is not None
    assert edited.args[0] == Quantity("x", 3, source=2)


def test_curves_are_those_of_the_unit_shown(show: Show, qtbot: QtBot) -> None:
    view = show(TimelineView(STYLE), (700, 345))
    part = part_of_many(look=(2, 0))
    view.show_part(part)
    where = place_of(view).axes["states"].point(3, part.curves["c"][2]).toPoint()
    with qtbot.waitSignal(view.pointed_at) as pointed:
        QTest.mouseMove(view, where)
    assert pointed.args is not None
    assert pointed.args[0].unit == 2
    assert view.spot(Quantity("c", 3, 1)) is None


def test_one_unit_has_no_cells_to_walk(show: Show) -> None:
    view = show(TimelineView(STYLE), (700, 345))
    view.show_part(resolve(SimState.of(plain_scene())).timeline)
    assert isinstance(view.part, TimelinePart)
    QTest.keyClick(view.band_keys, Qt.Key.Key_Right)
    assert view.band_keys.at == Quantity("h", 1)
