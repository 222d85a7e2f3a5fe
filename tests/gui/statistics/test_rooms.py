"""The window "Statistics" in every size and enlarged: nothing is cut, nothing lies over anything else."""

from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.statistics.page_list import DUE
from lstm_gui.gui.statistics.window import LEAST, StatisticsWindow
from tests.gui.conftest import LabMaker


def cut(around: QWidget) -> list[str]:
    """What has less room than it must have, or stands outside of what it lies in."""
    found = []
    for part in around.findChildren(QWidget):
        inner = part.parentWidget()
        assert inner is not None
        if not part.isVisible() or not isinstance(part, (QAbstractButton, QComboBox, QLabel)):
            continue
        tall = (
            part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.minimumSizeHint().height()
        )
        least = part.minimumWidth() or part.minimumSizeHint().width()
        if part.width() < least or part.height() < tall or not inner.rect().contains(part.geometry()):
            found.append(f"{part.accessibleName() or part}: {part.geometry()}, of {least} x {tall}")
    return found


def overlapping(window: StatisticsWindow) -> list[tuple[QWidget, QWidget]]:
    """Parts of the window that lie over each other, or reach out of it."""
    parts = [window.pages, window.chooser, window.scope, window.counting, window.room, window.foot]
    seen = [part for part in parts if part.isVisible()]
    out = [(part, window) for part in seen if not window.rect().contains(part.geometry())]
    return out + [pair for pair in combinations(seen, 2) if pair[0].geometry().intersects(pair[1].geometry())]


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen
def test_nothing_is_cut_at_any_size_and_zoom(
    make_lab: LabMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QSize(1920, 1080)
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: screen)
    lab = make_lab()
    lab.window.statistics.show_statistics()
    there = lab.window.statistics.open_window
    assert there is not None
    qtbot.waitUntil(lambda: there.summary is not None)
    for zoom in (1.0, 1.5, 3.0):
        there.set_style(Style(palette("light"), zoom))
        for size in (QSize(0, 0), QSize(960, 600), QSize(1440, 900)):
            there.resize(size)  # no smaller than it can be
            for page in ("days", "predicted", DUE):
                there.pages.choose(page)
                QApplication.processEvents()  # lays it out
                assert there.pages.isVisible() is not there.chooser.isVisible()
                assert there.chooser.names.currentData() == page
                assert overlapping(there) == []
                assert cut(there) == []
        assert there.width() <= screen.width()
        assert there.minimumWidth() <= LEAST.width() * zoom


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen
def test_a_narrow_window_has_its_pages_in_one_field(make_lab: LabMaker, qtbot: QtBot) -> None:
    lab = make_lab()
    lab.window.statistics.show_statistics()
    there = lab.window.statistics.open_window
    assert there is not None
    qtbot.waitUntil(lambda: there.summary is not None)
    there.resize(1000, 700)
    there.pages.setFocus()
    there.resize(600, 700)
    assert there.chooser.names.hasFocus()
    QTest.keyClick(there.chooser.names, Qt.Key.Key_Down)
    assert there.pages.page == "forecast"
    there.resize(1000, 700)
    assert there.pages.isVisible()
    assert not there.chooser.isVisible()
