"""Of a row of chips one is chosen, by the mouse and by keys, and its number can always be read."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.chip_row import Chip, ChipRow, contrast, ink_on
from lstm_gui.gui.simulator.heat import heat_image, signed_table
from lstm_gui.gui.simulator.style import Style
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE

CHIPS = [Chip(str(n), f"unit {n}", share=0.1 * n, ground=QColor("white")) for n in range(1, 6)]


@pytest.fixture
def row(show: Show) -> ChipRow:
    """Five chips, the second one chosen."""
    made = show(ChipRow(STYLE), (200, 20))
    made.show_chips(CHIPS, 1)
    made.take_room(200)
    return made


def middle(row: ChipRow, place: int) -> QPoint:
    return row.box_of(place).center().toPoint()


def test_a_click_chooses_and_so_does_a_drag(row: ChipRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=middle(row, 3))
    assert chosen.args == [3]
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.mouseMove(row, middle(row, 4))
    assert chosen.args == [4]
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=middle(row, 4))
    QTest.mouseClick(row, Qt.MouseButton.RightButton, pos=middle(row, 0))
    assert row.value() == 4


def test_arrows_choose_the_one_beside(row: ChipRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.keyClick(row, Qt.Key.Key_Right)
    assert chosen.args == [2]
    QTest.keyClick(row, Qt.Key.Key_Home)
    assert row.value() == 0


def test_what_is_shown_is_not_told(row: ChipRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        row.show_chips(CHIPS[:2], 0)
    assert (row.maximum(), row.value()) == (1, 0)
    row.show_chips([], 0)
    assert row.maximum() == 0


def test_each_chip_says_what_it_stands_for(row: ChipRow) -> None:
    QTest.mouseMove(row, middle(row, 2))
    assert row.toolTip() == "unit 3"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", ["h", "x"])
def test_a_number_is_read_on_every_colour(theme: str, role: str) -> None:
    table = signed_table(Style(palette(theme)), role)
    image = heat_image(np.linspace(-1, 1, 101)[np.newaxis], -1.0, 1.0, table)
    grounds = [image.pixelColor(n, 0) for n in range(101)]
    assert min(contrast(ink_on(ground), ground) for ground in grounds) >= 4.5


def test_it_is_painted_on_a_page_too(row: ChipRow) -> None:
    row.show_chips([*CHIPS, Chip("f", ink=QColor("red")), Chip("7", share=float("nan"))], 1)
    row.take_room(60)
    page = QImage(120, 30, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    row.paint_on_page(painter)
    painter.end()
    assert any(page.pixelColor(x, 10) != QColor("white") for x in range(120))
