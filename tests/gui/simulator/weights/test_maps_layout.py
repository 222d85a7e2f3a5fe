"""Every weight of a cell of any size has a cell of a map that a hand and the keyboard find."""

from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.weights.maps_layout import Sizes, maps_height, maps_layout, walked
from lstm_gui.gui.simulator.weights.maps_paint import are_read
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.frames import STYLE, kinds

sizes = st.builds(Sizes, st.integers(1, 16), st.integers(1, 8))


@given(kinds, sizes, st.integers(230, 700), st.integers(90, 500))
def test_maps_stand_beside_each_other_in_their_room(kind: Kind, size: Sizes, wide: int, high: int) -> None:
    assume(not size.are_one)
    room, looks = QRectF(0, 0, wide, high), looks_of(kind)
    for block in looks.ordered_blocks:
        layout = maps_layout(room, STYLE, looks, size, block)
        for n, place in enumerate(layout.places):
            assert room.contains(place.box)
            assert layout.head.bottom() <= place.box.top() + 0.01
            assert place.box.bottom() <= layout.foot.top() + 0.01
            assert not any(place.box.intersects(other.box) for other in layout.places[n + 1 :])
            last = Quantity(place.name, unit=place.rows - 1, source=place.columns - 1)
            for quantity in (Quantity(place.name), last):
                cell = place.cell(quantity.unit, quantity.source)
                assert layout.at(cell.center()) == quantity
        shown = {place.name for place in layout.places}
        of_block = {given_.name for given_ in looks.graph.parameters if given_.block == block}
        assert shown == (set(looks.graph.parameter) if layout.all_blocks else of_block)


@given(kinds, sizes, st.integers(260, 700))
def test_at_the_height_they_would_like_a_hand_finds_each_row(kind: Kind, size: Sizes, wide: int) -> None:
    looks = looks_of(kind)
    high = maps_height(STYLE, looks, size, wide)
    layout = maps_layout(QRectF(0, 0, wide, high), STYLE, looks, size, looks.ordered_blocks[0])
    assert min(place.cell(0, 0).height() for place in layout.places) >= 7.4


def test_a_cell_of_few_numbers_shows_them() -> None:
    for kind, size, read in (("rnn", (4, 1), True), ("lstm", (1, 2), True), ("lstm", (3, 3), False)):
        looks, sizes_ = looks_of(Kind.of(kind)), Sizes(*size)
        high = maps_height(STYLE, looks, sizes_, 300)
        layout = maps_layout(QRectF(0, 0, 300, high), STYLE, looks, sizes_, looks.ordered_blocks[0])
        assert {are_read(place, STYLE) for place in layout.places} == {read}
        assert layout.all_blocks


def test_small_cells_are_shown_whole_and_large_ones_block_by_block() -> None:
    looks = looks_of(Kind.of("lstm"))
    shown = {
        size: maps_layout(QRectF(0, 0, 320, 240), STYLE, looks, Sizes(*size), "f").all_blocks
        for size in ((1, 2), (3, 3), (16, 8))
    }
    assert shown == {(1, 2): True, (3, 3): True, (16, 8): False}


@given(sizes, st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), max_size=12))
def test_arrows_stay_on_the_maps_and_reach_all_of_a_row(size: Sizes, moves: list[tuple[int, int]]) -> None:
    looks = looks_of(Kind.of("gru"))
    layout = maps_layout(QRectF(0, 0, 320, 240), STYLE, looks, size, "r")
    here = Quantity("W_r")
    for across, down in moves:
        here = walked(layout, here, across, down)
        place = layout.place_of(here.name)
        assert place is not None
        assert 0 <= here.unit < place.rows
        assert 0 <= here.source < place.columns
    start, passed = walked(layout, here, -99, 0), set()
    while start not in passed:
        passed.add(start)
        start = walked(layout, start, 1, 0)
    assert len(passed) == sum(place.columns for place in layout.places)
    assert layout.place_of("W_none") is None
