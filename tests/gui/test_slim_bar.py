"""Scroll bars that are only a thumb, upright and lying."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.slim_bar import WIDTH, SlimBar, scroll_slimly
from lstm_gui.gui.theme import qt_palette
from lstm_gui.settings import Settings
from tests.gui.conftest import LabMaker


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("way", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def test_nothing_but_the_thumb_is_painted_and_it_stands_out(
    qtbot: QtBot, way: Qt.Orientation, theme: str
) -> None:
    bar = SlimBar(way)
    qtbot.addWidget(bar)
    bar.setPalette(qt_palette(palette(theme)))
    bar.setRange(0, 100)
    bar.setPageStep(100)
    upright = way is Qt.Orientation.Vertical
    bar.resize(*((WIDTH, 200) if upright else (200, WIDTH)))
    seen = QImage(bar.size(), QImage.Format.Format_RGB32)
    seen.fill(bar.palette().window().color())
    bar.render(seen)
    found = [seen.pixelColor(*((WIDTH // 2, n) if upright else (n, WIDTH // 2))) for n in (0, 50, 199)]
    assert found[0] == found[2] == bar.palette().window().color()
    assert found[1] != found[0]


def test_an_area_scrolls_by_slim_bars_in_both_ways(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    scroll_slimly(area)
    assert area.verticalScrollBar().sizeHint().width() == WIDTH
    assert area.horizontalScrollBar().sizeHint().height() == WIDTH


def test_a_small_window_scrolls_its_panel_slimly(make_lab: LabMaker) -> None:
    lab = make_lab(Settings(motion=False))
    lab.window.resize(960, 600)
    QApplication.processEvents()
    bar = next(bar for bar in lab.window.simulator.findChildren(SlimBar) if bar.isVisible())
    assert bar.height() == WIDTH
