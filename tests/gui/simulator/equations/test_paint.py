"""What the rows of the equations write: as much as there is room for, all gates as much as each other."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.gui.simulator.equations.paint import equation_lines, paint_equations
from lstm_gui.gui.simulator.style import SMALL, TEXT
from lstm_gui.gui.simulator.text import width
from tests.gui.simulator.frames import SHOWN, STYLE, frame_of

pytestmark = pytest.mark.usefixtures("qapp")


def shape(row: tuple[str, ...], substituted: str, reduced: str) -> tuple[int, bool, bool]:
    text = " ".join(row)
    return len(row), substituted in text, bool(reduced) and reduced in text


@given(st.sampled_from(SHOWN), st.floats(60, 700), st.floats(14, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_gate_shows_less_than_another_and_nothing_is_cut(name: str, room: float, high: float) -> None:
    part = frame_of(name, 1).equations
    equations, carried = part.equations, graph_of(part.kind).carried
    rows = equation_lines(equations, room, high, STYLE, part.kind)
    shapes = {
        shape(row, equation.substituted, equation.reduced)
        for row, equation in zip(rows, equations, strict=True)
        if equation.quantity.name not in carried and equation.reduced
    }
    assert len(shapes) <= 1
    for row, equation in zip(rows, equations, strict=True):
        assert row[-1].endswith(equation.value)
        assert not any("…" in line for line in row)
        font = STYLE.font(TEXT if high >= 30 else SMALL)
        assert room < 80 or all(width(font, line) <= room for line in row)


def test_with_two_lines_everything_stands() -> None:
    equations = frame_of().equations.equations
    for room in (400, 180):
        for row, equation in zip(equation_lines(equations, room, 40, STYLE), equations, strict=True):
            assert " ".join(row).replace("\u2060", "").replace("\xa0", " ") == f"= {equation.whole}"


def test_a_card_dragged_shut_shows_none() -> None:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    blank, painter = image.copy(), QPainter(image)
    paint_equations(painter, QRectF(10, 26, 40, -14), frame_of().equations, STYLE, None)
    painter.end()
    assert image == blank
