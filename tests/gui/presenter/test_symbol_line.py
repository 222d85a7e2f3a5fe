"""Words with symbols in them, drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from lstm_gui.gui.palette import palette
from lstm_gui.gui.presenter.symbol_line import Run, put_line, runs
from lstm_gui.gui.simulator.style import Style
from lstm_gui.nets.lstm_variant import GATES


def test_a_symbol_is_cut_out_with_its_gate() -> None:
    for gate in GATES:
        assert runs(f"its bias b_{gate}   1.00 → 0.50") == [
            Run("its bias "),
            Run("b", gate, gate),
            Run("   1.00 → 0.50"),
        ]
    assert runs("input x at t = 6") == [Run("input "), Run("x", "", "x"), Run(" at t = 6")]
    assert runs("c into t = 4")[0] == Run("c", "", "c")


@given(st.text())
def test_nothing_of_a_text_is_lost(text: str) -> None:
    back = "".join(f"{run.words}_{run.subscript}" if run.subscript else run.words for run in runs(text))
    assert back == text


def drawn(text: str, room: float) -> QPixmap:
    """The line on a white ground."""
    style = Style(palette("light"))
    pixmap = QPixmap(600, 60)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    put_line(painter, style, QPointF(10, 30), room, text, style.font(28))
    painter.end()
    return pixmap


def colours(pixmap: QPixmap, columns: range) -> set[int]:
    """What stands in some columns of a picture."""
    image = pixmap.toImage()
    return {image.pixel(x, y) for x in columns for y in range(image.height())}


@pytest.mark.usefixtures("qapp")
def test_the_symbol_has_the_ink_of_its_gate() -> None:
    assert palette("light").role("f").ink.rgba() in colours(drawn("bias b_f", 600), range(600))
    assert palette("light").role("f").ink.rgba() not in colours(drawn("bias", 600), range(600))


@pytest.mark.usefixtures("qapp")
def test_a_line_too_long_ends_where_its_room_ends() -> None:
    assert len(colours(drawn("bias b_f " * 20, 200), range(215, 600))) == 1
    assert len(colours(drawn("bias b_f " * 20, 200), range(10, 200))) > 1
