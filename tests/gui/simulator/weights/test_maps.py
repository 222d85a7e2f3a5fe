"""Every weight of a cell of several units is pointed at, dragged, typed and stepped on its heat map."""

from dataclasses import replace
from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.weights.maps import WeightMaps
from lstm_gui.gui.simulator.weights.maps_paint import named
from lstm_gui.gui.simulator.weights.weights import WeightsView
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.direction import read_both_ways
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import WeightsPart
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched
from lstm_gui.simulator.update import look_at, turn
from tests.gui.conftest import Lab
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE, frame_of

THERE = Quantity("U_i", unit=1, source=2)


def part_of(name: str, unit: int = 0) -> WeightsPart:
    return resolve(look_at(SimState.of(load(name)), unit, 0)).weights


@pytest.fixture
def view(show: Show) -> WeightsView:
    """The weights of "a-n-b-n", of three units and three inputs."""
    made = show(WeightsView(STYLE), (300, 130))
    made.show_part(part_of("a-n-b-n"))
    return made


@pytest.fixture
def maps(view: WeightsView) -> WeightMaps:
    """The maps on it."""
    assert view.maps is not None
    return view.maps


def at(maps: WeightMaps, quantity: Quantity) -> QPoint:
    box = maps.spot(quantity)
    assert box is not None
    return box.center().toPoint()


def test_one_unit_has_fields_and_several_have_maps(view: WeightsView, maps: WeightMaps) -> None:
    assert maps.isVisible()
    assert not view.knobs
    view.show_part(frame_of().weights)
    assert maps.isHidden()
    assert view.knobs["W_f"].isVisible()
    view.show_part(part_of("a-n-b-n"))
    assert maps.isVisible()
    assert view.maps is maps
    assert view.spot(THERE) is not None
    assert view.height_within(300, 80.0) == 80.0


def test_a_number_says_its_name_and_what_it_is(maps: WeightMaps, qtbot: QtBot) -> None:
    with qtbot.waitSignal(maps.pointed_at) as pointed:
        QTest.mouseMove(maps, at(maps, THERE))
    assert pointed.args == [THERE]
    assert maps.knob.shown == part_of("a-n-b-n").arrays["U_i"][1][2]
    assert maps.knob.accessibleName() == "input gate recurrent weight, unit 3 → unit 2"
    QTest.mouseMove(maps, QPoint(2, 2))
    assert maps.knob.quantity == maps.current


def test_a_drag_moves_the_number_under_the_hand(maps: WeightMaps, view: WeightsView, qtbot: QtBot) -> None:
    start = at(maps, THERE)
    before = part_of("a-n-b-n").arrays["U_i"][1][2]
    QTest.mousePress(maps, Qt.MouseButton.LeftButton, pos=start)
    with qtbot.assertNotEmitted(view.edit_began):
        QTest.mouseMove(maps, start - QPoint(0, 1))
    with qtbot.waitSignals([view.edit_began, view.edited]):
        QTest.mouseMove(maps, start - QPoint(0, 40))
    with qtbot.waitSignal(view.edit_ended):
        QTest.mouseRelease(maps, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 40))
    assert maps.knob.quantity == THERE
    assert maps.knob.value() > before
    assert maps.knob.hasFocus()


def test_a_click_picks_and_a_double_click_resets(maps: WeightMaps, view: WeightsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.picked) as picked:
        QTest.mouseClick(maps, Qt.MouseButton.LeftButton, pos=at(maps, THERE))
    assert picked.args == [THERE]
    with qtbot.waitSignal(view.reset_requested) as reset:
        QTest.mouseDClick(maps, Qt.MouseButton.LeftButton, pos=at(maps, THERE))
    assert reset.args == [THERE]
    with qtbot.assertNotEmitted(view.picked):
        QTest.mouseClick(maps, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_arrows_walk_and_the_number_there_is_typed_and_stepped(maps: WeightMaps, qtbot: QtBot) -> None:
    knob = maps.knob
    knob.setFocus()
    for key, name, unit, source in (
        (Qt.Key.Key_Down, "W_f", 1, 0),
        (Qt.Key.Key_Right, "W_f", 1, 1),
        (Qt.Key.Key_End, "b_o", 1, 0),
        (Qt.Key.Key_Home, "W_f", 1, 0),
        (Qt.Key.Key_Left, "W_f", 1, 0),
        (Qt.Key.Key_Up, "W_f", 0, 0),
    ):
        QTest.keyClick(knob, key)
        assert maps.current == knob.quantity == Quantity(name, unit=unit, source=source)
    before = knob.value()
    QTest.keyClick(knob, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert knob.value() == pytest.approx(before + 0.05)
    QTest.keyClick(knob, Qt.Key.Key_PageDown)
    assert knob.value() == pytest.approx(before - 0.45)
    with qtbot.waitSignal(maps.edited) as edited:
        QTest.keyClicks(knob, "-1.5")
        QTest.keyClick(knob, Qt.Key.Key_Left)  # within what is typed
        QTest.keyClick(knob, Qt.Key.Key_Return)
    assert edited.args == [Quantity("W_f"), -1.5]


def test_where_there_is_no_room_for_all_blocks_one_is_chosen(view: WeightsView, maps: WeightMaps) -> None:
    assert maps.blocks.isHidden()
    view.show_part(part_of("embedded-reber"))
    assert maps.blocks.isVisible()
    assert {place.block for place in maps.layout_now.places} == {"f"}
    QTest.keyClick(maps.blocks, Qt.Key.Key_Right)
    assert {place.block for place in maps.layout_now.places} == {"i"}
    assert maps.current.name == "W_i"
    QTest.keyClick(maps.knob, Qt.Key.Key_Right)
    assert maps.current == Quantity("W_i", source=1)


def test_the_keyboard_goes_to_the_unit_shown_and_stays_on_the_maps(
    view: WeightsView, maps: WeightMaps
) -> None:
    view.show_part(part_of("a-n-b-n", unit=2))
    assert maps.current.unit == 2
    view.show_part(part_of("parity"))
    assert (maps.current.name, maps.block) == ("W_h", "h")
    assert maps.current.unit < 2
    gru = switched(load("a-n-b-n"), Kind.of("gru")).scene
    view.show_part(resolve(SimState.of(gru)).weights)
    assert {place.block for place in maps.layout_now.places} == {"r", "z", "n"}


def test_a_moved_number_changes_its_picture_alone(view: WeightsView, maps: WeightMaps) -> None:
    def pictures() -> tuple[QImage, QImage]:
        limit = maps.part.limit
        return maps.pictures.image("W_f", limit, "f", STYLE), maps.pictures.image("U_i", limit, "i", STYLE)

    forget, input_ = pictures()
    part = part_of("a-n-b-n")
    rows = tuple(tuple(number + 0.5 for number in row) for row in part.arrays["U_i"])
    view.show_part(replace(part, arrays={**part.arrays, "U_i": rows}))
    assert pictures()[0] is forget
    assert pictures()[1] is not input_


def test_what_is_pointed_at_is_framed_and_the_rest_steps_back(view: WeightsView) -> None:
    def looks() -> QImage:
        return view.grab().toImage()

    plain, frame = looks(), frame_of("a-n-b-n")
    view.show_highlight(highlight(frame, Quantity("f", 5, 1)))
    lit = looks()
    assert lit != plain
    view.show_highlight(highlight(frame, THERE))
    assert looks() not in (plain, lit)
    view.show_highlight(None)
    assert looks() == plain
    view.set_style(Style(palette("dark")))
    assert looks() != plain


def test_of_two_directions_the_maps_are_of_the_one_looked_at(
    view: WeightsView, maps: WeightMaps, qtbot: QtBot
) -> None:
    scene = read_both_ways(load("a-n-b-n"))
    frame = resolve(turn(SimState.of(scene), back=True))
    view.show_part(frame.weights)
    plain = maps.grab().toImage()
    with qtbot.waitSignal(maps.pointed_at) as pointed:
        QTest.mouseMove(maps, at(maps, THERE))
    assert pointed.args == [replace(THERE, backward=True)]
    QTest.mouseMove(maps, QPoint(2, 2))
    view.show_highlight(highlight(frame, Quantity("f", 5, 1)))
    ahead = maps.grab().toImage()
    view.show_highlight(highlight(frame, Quantity("f", 5, 1, backward=True)))
    assert ahead != plain
    assert maps.grab().toImage() not in (plain, ahead)


def test_numbers_are_written_where_they_can_be_read(view: WeightsView, maps: WeightMaps) -> None:
    view.show_part(part_of("delay-line"))
    view.resize(300, round(view.height_within(300, 400)))
    before = maps.grab().toImage()
    part = maps.part
    rows = ((0.5,), (0.0,), (0.0,), (0.0,))
    view.show_part(replace(part, arrays={**part.arrays, "b_h": rows}))
    assert maps.grab().toImage() != before
    assert maps.blocks.isHidden()


def test_it_stands_on_a_page(maps: WeightMaps) -> None:
    page = QImage(maps.size(), QImage.Format.Format_RGB32)
    page.fill(QColor("red"))
    painter = QPainter(page)
    maps.paint_on_page(painter)
    painter.end()
    assert page.pixelColor(1, 5) == maps.style_now.palette.panel


def test_a_drag_in_the_window_is_one_undo_step(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    window.files.open_named("a-n-b-n")
    maps_of = window.simulator.weights
    qtbot.waitUntil(lambda: maps_of.maps is not None and maps_of.maps.isVisible())
    maps, opened = maps_of.maps, window.controller.state
    assert maps is not None
    start = at(maps, THERE)
    QTest.mousePress(maps, Qt.MouseButton.LeftButton, pos=start)
    for up in range(5, 60, 5):
        QTest.mouseMove(maps, start - QPoint(0, up))
    QTest.mouseRelease(maps, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 55))
    moved = window.controller.state.scene.cell.array("U_i")[1][2]
    assert moved > opened.scene.cell.array("U_i")[1][2]
    QTest.keyClick(maps.knob, Qt.Key.Key_PageUp)
    assert window.controller.state.scene.cell.array("U_i")[1][2] == pytest.approx(moved + 0.5)
    window.commands.undo()
    window.commands.undo()
    assert window.controller.state.scene == opened.scene


@pytest.mark.parametrize("name", ["forecast-two", "negation", "two-brackets", "embedded-reber", "key-value"])
@pytest.mark.parametrize("size", [(262, 70), (302, 96), (302, 190), (450, 130)])
def test_the_names_of_maps_do_not_overlap(show: Show, name: str, size: tuple[int, int]) -> None:
    view = show(WeightsView(STYLE), size)
    view.show_part(part_of(name))
    assert view.maps is not None
    layout, looks = view.maps.layout_now, view.maps.looks
    for _, found in groupby(layout.places, key=lambda place: place.block):
        boxes = [box for _, box, _ in named(list(found), STYLE, looks)]
        for one, after in pairwise(boxes):
            assert one.right() <= after.left()


def test_a_number_is_named_in_full_or_more_briefly(show: Show) -> None:
    view = show(WeightsView(STYLE), (300, 130))
    view.show_part(part_of("negation"))
    assert view.maps is not None
    assert view.maps.readouts(Quantity("W_i")) == [
        "input gate input weight, input 1 “good” → unit 1 “‘not’ came”",
        "W of i, input 1 “good” → unit 1 “‘not’ came”",
        "W of i, input 1 → unit 1",
    ]
    assert view.maps.readouts(Quantity("b_f"))[-1] == "b of f, unit 1"
