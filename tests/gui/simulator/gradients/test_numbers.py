"""The table of gradients explains each of its rows."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.gradients.meanings import meanings
from lstm_gui.gui.simulator.gradients.numbers import GradientNumbers, table
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.gradients.resolve import resolve_gradients
from lstm_gui.simulator.gradients.settings import GradientSettings
from tests.gui.simulator.conftest import Show


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen, of a tooltip
def test_whoever_points_at_a_row_is_told_what_it_means(show: Show) -> None:
    view = GradientNumbers(Style(palette("light")))
    part = resolve_gradients(load("gradients-vanishing"), GradientSettings(clip=0.1)).curves
    view.show_part(part)
    show(view, (360, 420))
    assert len(table(part, 1)) == len(meanings())
    style = view.style_now
    for row, meaning in enumerate(("", *meanings(), "The same weights")):
        at = QPoint(40, round(style.header + (row + 0.5) * style.px(20)))
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
        assert view.toolTip().startswith(meaning)
        assert bool(view.toolTip()) == bool(meaning)
    QToolTip.hideText()
