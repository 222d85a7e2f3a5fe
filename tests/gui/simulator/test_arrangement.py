"""No zoom draws anything smaller than it is at 100 %: the cards get what they need, or the panel scrolls."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.simulator.arrangement import Arrangement, arranged, bar_height, gap, is_dense
from lstm_gui.gui.simulator.diagram.layout import diagram_layout
from lstm_gui.gui.simulator.equations.paint import equation_lines
from lstm_gui.gui.simulator.operating.layout import operating_layout
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.weights.weights import weights_height
from lstm_gui.lessons.catalogue import load
from tests.gui.simulator.frames import SHOWN, STYLE, frame_of

pytestmark = pytest.mark.usefixtures("qapp")

WIDTHS, HEIGHTS = st.floats(700, 2600), st.floats(480, 1600)
ENLARGED = st.floats(1.1, 3.0)
# What several units or a longer formula add to is cut short, and stands whole when it is pointed at.
OF_ONE_LSTM = [
    name
    for name in SHOWN
    if load(name).cell.kind == LSTM and load(name).cell.units == load(name).cell.inputs == 1
]
SIZES = ((886, 652), (1046, 832), (1390, 1010), (1896, 960), (1320, 960))


def style_of(height: float, zoom: float) -> Style:
    return replace(STYLE, zoom=zoom, dense=is_dense(height, zoom))


def cell_unit(found: Arrangement, style: Style) -> float:
    return diagram_layout(QRectF(0, 0, found.columns[0], found.left[0]), style).unit


@given(WIDTHS, HEIGHTS, ENLARGED)
def test_the_cell_is_never_drawn_smaller(width: float, height: float, zoom: float) -> None:
    plain, style = style_of(height, 1.0), style_of(height, zoom)
    at_100 = cell_unit(arranged(width, height, plain), plain)
    assert cell_unit(arranged(width, height, style), style) >= at_100 * (1 - 1e-9)


@given(WIDTHS, HEIGHTS, st.floats(1.0, 3.0))
def test_the_cards_fill_the_panel_or_what_they_need(width: float, height: float, zoom: float) -> None:
    style = style_of(height, zoom)
    found = arranged(width, height, style)
    whole = max(width, found.least[0]), max(height, found.least[1])
    rows = whole[1] - bar_height(style) - 2 * gap(style)
    assert sum(found.columns) + gap(style) == pytest.approx(whole[0])
    assert sum(found.left) == pytest.approx(rows)
    assert sum(found.right) == pytest.approx(rows)
    assert min(*found.columns, *found.left, *found.right) > 0


@given(WIDTHS, HEIGHTS, ENLARGED)
def test_an_operating_point_keeps_a_curve(width: float, height: float, zoom: float) -> None:
    style = style_of(height, zoom)
    found = arranged(width, height, style)
    for place in operating_layout(QRectF(0, 0, found.columns[1], found.right[0]), style):
        assert place.curve.height() >= 15.9 * zoom
        assert place.curve.width() >= 50 * zoom


@given(st.sampled_from(SIZES), st.sampled_from((1.25, 1.5, 1.75)), st.sampled_from(OF_ONE_LSTM))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_equation_stands_whole_in_two_lines(size: tuple[int, int], zoom: float, name: str) -> None:
    style = style_of(size[1], zoom)
    found = arranged(*size, style)
    rows = found.right[1] - style.header - weights_height(style) - style.px(14)
    room = found.columns[1] - 2 * style.margin - style.px(38)
    equations = frame_of(name, 1).equations.equations
    for row, equation in zip(equation_lines(equations, room, rows / 6, style), equations, strict=True):
        assert equation.substituted in " ".join(row).replace("\u2060", "").replace("\xa0", " ")


@pytest.mark.parametrize(("size", "zoom"), [((1896, 977), 1.75), ((1516, 1012), 1.5), ((1896, 977), 1.5)])
def test_on_a_screen_of_1920_by_1080_everything_grows(size: tuple[int, int], zoom: float) -> None:
    plain, style = style_of(size[1], 1.0), style_of(size[1], zoom)
    at_100, found = arranged(*size, plain), arranged(*size, style)
    assert found.least[0] <= size[0]
    assert found.least[1] <= size[1]
    assert cell_unit(found, style) > 1.1 * cell_unit(at_100, plain)
