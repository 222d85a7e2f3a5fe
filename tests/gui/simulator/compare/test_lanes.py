"""The lanes: scrubbed, changed and named by hand, drawn for any kind of cell, and heard."""

from dataclasses import replace
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.gui.palette import palette
from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.compare import empty, lanes
from lstm_gui.gui.simulator.compare.lane_layout import columns_of, lane_places
from lstm_gui.gui.simulator.compare.page import ComparePage
from lstm_gui.gui.simulator.compare.words import kind_title, signed_text
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.timeline.paint import end_text
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.comparison import PINNED
from lstm_gui.simulator.compare import edit
from lstm_gui.simulator.compare.resolve import resolve_compare
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched
from tests.gui.simulator.compare.hands import LEFT, drag, place_of, press

BIAS = Quantity("b_f")


def test_a_pinned_run_stands_behind_what_is_changed(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    still = page.lanes.grab().toImage()
    controller.set_value(BIAS, -2.0)
    part = page.lanes.part
    assert part is not None
    assert part.ghost == part.lanes[1].run
    assert part.lanes[0].difference is not None
    assert page.lanes.grab().toImage() != still
    assert "pinned" in page.lanes.heads[1].accessibleDescription()
    controller.reset()
    assert page.lanes.grab().toImage() == still


def test_only_lanes_that_changed_are_painted_and_never_what_stands_still(
    page: ComparePage, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(page.bar.pin)
    controller.change(edit.beside(controller.state, Kind.of("gru"), "GRU"), "beside")
    QApplication.processEvents()
    still, living = Mock(), Mock()
    monkeypatch.setattr(lanes, "paint_still_lane", still)
    monkeypatch.setattr(lanes, "paint_living_lane", living)
    controller.change(edit.moved(controller.state, 1, Quantity("b_z"), -3.0), "drag", "drag")
    QApplication.processEvents()
    assert {call.args[3] for call in living.call_args_list} == {2}
    living.reset_mock()
    controller.set_value(Quantity("x", 3), -0.9)
    QApplication.processEvents()
    assert {call.args[3] for call in living.call_args_list} == set(range(page.lanes.count))
    still.assert_not_called()


@pytest.mark.parametrize("lane", [0, 1, 2])
def test_time_is_scrubbed_in_any_lane(page: ComparePage, controller: Controller, lane: int) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    QTest.mousePress(page.lanes, LEFT, pos=place_of(page, lane, 3))
    for step in (4, 9):
        QTest.mouseMove(page.lanes, place_of(page, lane, step))
        assert controller.state.scene.step == step
    QTest.mouseRelease(page.lanes, LEFT, pos=place_of(page, lane, 9))
    QTest.mouseMove(page.lanes, place_of(page, lane, 2))
    assert controller.state.scene.step == 9
    assert page.numbers.part is not None
    assert page.numbers.part.step == 9
    QTest.mousePress(page.lanes, LEFT, pos=QPoint(2, 2))
    assert controller.state.scene.step == 9


@pytest.mark.parametrize("lane", [0, 1, 2])
def test_a_setting_is_dragged_in_its_lane_in_one_undo_step(
    page: ComparePage, controller: Controller, lane: int
) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    before = controller.state
    knob = page.lanes.heads[lane].knobs.knobs[0]
    drag(knob, 30)
    after = controller.state
    assert after != before
    assert (after.scene == before.scene) == (lane > 0)
    controller.undo()
    assert controller.state == before
    assert knob.shown == page.lanes.heads[lane].knobs.knobs[0].shown
    controller.redo()
    QTest.mouseDClick(knob, LEFT)
    assert controller.state.compare == before.compare
    assert controller.state.scene == before.scene


def test_two_drags_of_a_lane_are_two_undo_steps(page: ComparePage, controller: Controller) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    knob = page.lanes.heads[1].knobs.knobs[0]
    knob.setFocus()
    for _ in range(2):
        QTest.keyClick(knob, Qt.Key.Key_Up)
    moved = controller.state.compare.lanes[0].scene.cell
    controller.undo()
    assert controller.state.compare.lanes[0].scene.cell != moved
    assert "RNN" in controller.undo_label


def test_a_lane_is_renamed_removed_and_exchanged(page: ComparePage, controller: Controller) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    head, before = page.lanes.heads[2], controller.state
    head.title.setFocus()
    head.title.selectAll()
    QTest.keyClicks(head.title, "Mine")
    QTest.keyClick(head.title, Qt.Key.Key_Return)
    assert controller.state.compare.lanes[1].title == "Mine"
    assert "Mine" in head.remove.accessibleName()
    press(head.exchange)
    assert controller.state.scene.cell.kind == BY_NAME["gru"]
    assert controller.state.compare.lanes[1].title == "LSTM of before"
    press(page.lanes.heads[1].remove)
    assert [lane.title for lane in controller.state.compare.lanes] == ["LSTM of before"]
    assert page.lanes.count == 2
    for _ in range(3):
        controller.undo()
    assert controller.state == before


def test_escape_puts_a_name_back_and_an_empty_one_is_none(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    title, state = page.lanes.heads[1].title, controller.state
    for written, key in (("Other", Qt.Key.Key_Escape), ("   ", Qt.Key.Key_Return)):
        title.setFocus()
        title.selectAll()
        QTest.keyClicks(title, written)
        QTest.keyClick(title, key)
        assert controller.state == state
        assert title.text() == "Pinned run"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_any_kind_can_be_drawn_in_any_lane(page: ComparePage, controller: Controller, theme: str) -> None:
    first = controller.state
    page.set_style(Style(palette(theme), dense=theme == "dark"))
    for kind in KINDS[theme == "dark" :: 2]:
        state = replace(first, scene=switched(first.scene, kind).scene)
        state = edit.pinned(edit.beside(edit.beside(state, Kind.of("gru"), "GRU"), kind, "again"), "Then")
        controller.go_to(state, "go")
        assert not page.lanes.grab().isNull()
        assert not page.numbers.grab().isNull()
        assert kind_title(kind) in page.lanes.accessibleDescription()


def test_a_lane_says_what_did_not_carry_over_and_where_it_explodes(
    page: ComparePage, controller: Controller
) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    assert "did not carry over" in page.lanes.heads[1].toolTip()
    assert "same weights where they mean the same" in page.lanes.heads[1].toolTip()
    controller.set_value(Quantity("b_g"), 2.0)
    assert "same weights but for b_h" in page.lanes.heads[1].accessibleDescription()
    scene = load("remember")
    relu = switched(scene, Kind.of("rnn", activation="relu")).scene
    cell = replace(relu.cell, arrays=(((1e6,),),) * 3)
    wild = replace(relu, cell=cell, inputs=((1.0,),) * 200, title="Wild")
    controller.go_to(SimState.of(replace(scene, inputs=((1.0,),) * 200)), "open")
    controller.change(edit.scene_beside(controller.state, wild), "add")
    assert "leaves the finite numbers at t = " in page.lanes.heads[1].accessibleDescription()
    page.grab()


def test_the_table_is_heard_with_its_differences(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    controller.set_value(BIAS, -2.0)
    words = page.numbers.accessibleDescription()
    table = controller.compare.table
    assert words.startswith("LSTM: x ")
    assert "Pinned run: " in words
    entry = dict(table.rows)["c"][1]
    assert entry is not None
    assert entry.difference is not None
    assert f"({signed_text(entry.difference)})" in words
    assert signed_text(0.0) == signed_text(-0.001) == "0"
    assert signed_text(-0.5) == "−0.50"
    assert page.told() == words


@pytest.mark.parametrize("width", [690.0, 1046.0, 1600.0])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_lanes_stand_in_one_row_or_two_and_never_overlap(count: int, width: float) -> None:
    style = Style(palette("light"))
    state = SimState.of(load("remember"))
    for _ in range(count - 1):
        state = edit.pinned(state, "Then")
    part = resolve_compare(state).lanes
    across = columns_of(count, width, style)
    assert across == (2 if count == 4 and width < 900 else count)
    places = lane_places(QRectF(0, 0, width, 700), part, style)
    cards = [place.card for place in places]
    assert len(cards) == count
    assert not any(one.intersects(other) for n, one in enumerate(cards) for other in cards[:n])
    for place in places:
        assert all(place.card.contains(frame) for frame in place.rows.frames.values())
        assert not any(place.head.intersects(frame) for frame in place.rows.frames.values())


def test_a_pin_is_named_after_what_it_is(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    lane = controller.state.compare.pinned
    assert lane is not None
    assert (lane.title, lane.source) == ("Pinned run", PINNED)
    assert "Ctrl+Shift+P" in page.bar.pin.toolTip()


@pytest.mark.parametrize(
    ("end", "text"), [(0.05, "0.05"), (-0.01, "−0.01"), (0.5, "0.5"), (1.0, "1"), (-20.0, "−20")]
)
def test_the_range_of_differences_is_written_as_fine_as_it_is(end: float, text: str) -> None:
    assert end_text(end) == text
