"""Symbols are drawn in the face of the formulas, with a lowered subscript."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.symbol import put_symbol, symbol_width
from tests.gui.simulator.frames import STYLE
from tests.simulator.scenes import NAMES as QUANTITIES

NAMES = looks_of(LSTM).symbols
pytestmark = pytest.mark.usefixtures("qapp")


def test_every_quantity_has_a_symbol() -> None:
    assert set(NAMES) == set(QUANTITIES)


@pytest.mark.parametrize("name", QUANTITIES)
def test_it_leaves_ink_where_it_says(name: str) -> None:
    image = QImage(120, 50, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    wide = put_symbol(painter, STYLE, 20, 30, NAMES[name], 20, STYLE.palette.text)
    painter.end()
    inked = [x for x in range(120) for y in range(50) if image.pixelColor(x, y).lightness() < 128]
    assert wide == symbol_width(STYLE, *NAMES[name], 20)
    assert min(inked) >= 20 - 8
    assert max(inked) <= 20 + wide + 8
