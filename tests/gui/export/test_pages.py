"""Every tab is a page without its buttons, any number of cells, units and directions included."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtSvg import QSvgRenderer

from lstm_gui.gui.simulator.drawing import cards_in
from lstm_gui.gui.simulator.picture import encoder_for, image_of
from lstm_gui.gui.simulator.sheet import Sheet
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.compare.starts import families
from lstm_gui.simulator.state import SimState

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = QSize(1030, 820)  # one pixel of the picture is one of the page


@pytest.fixture
def compared() -> Iterator[Sheet]:
    """Three kinds of cells on one input."""
    state = families(SimState.of(load("remember")), lambda kind: kind.family.upper())
    made = Sheet(state, SIZE.toTuple(), tab="compare")
    yield made
    made.close()


def test_cells_side_by_side_stand_under_the_heading_without_a_gap(compared: Sheet) -> None:
    drawing = compared.drawing
    assert abs(drawing.size.height() - SIZE.height()) <= 2
    image = image_of(drawing, drawing.size)
    colours = drawing.style.palette
    assert image.pixelColor(image.width() // 2, 39) == colours.window
    assert image.pixelColor(image.width() // 2, 43) == colours.panel


def test_alone_a_cell_has_nothing_beside_it_that_only_a_hand_can_use(compared: Sheet) -> None:
    alone = Sheet(SimState.of(load("remember")), SIZE.toTuple(), tab="compare")
    assert len(cards_in(alone.drawing.body)) == len(cards_in(compared.drawing.body)) == 3
    alone.close()


@pytest.mark.parametrize(("name", "tab"), [("embedded-reber", "cell"), ("exploding", "gradients")])
def test_heat_maps_and_explosions_are_drawn(name: str, tab: str) -> None:
    sheet = Sheet(SimState.of(load(name)), SIZE.toTuple(), tab=tab)
    svg = encoder_for(".svg")(sheet.drawing, SIZE, 1.0)
    assert QSvgRenderer(svg).isValid()
    assert b"<text" not in svg
    assert (svg.count(b"<image") > 0) == (name == "embedded-reber")
    assert svg.count(b"<image") < 20  # one a heat map, not one a cell
    sheet.close()
