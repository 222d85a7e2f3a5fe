"""Painting leaks no reference and drops none: a release of PySide6 that does ends in an abort."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.equations.equations import EquationsView
from lstm_gui.gui.simulator.operating.operating import OperatingView
from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.gui.simulator.transport import TransportBar
from lstm_gui.gui.simulator.weights.weights import WeightsView
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_length
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE

REPAINTS = 2_000  # one that was lost at each would be seen twenty times over
STRAY = 100  # what the interpreter itself may hold more or fewer of meanwhile
SIZE = (200, 150)  # small: what is counted are calls, not pixels


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let every event through."""
        self.count += event.type() is QEvent.Type.Paint
        return False


Make = Callable[[Frame], QWidget]


def diagram(frame: Frame) -> QWidget:
    made = DiagramView(STYLE)
    made.show_part(frame.cell)
    return made


def timeline(frame: Frame) -> QWidget:
    made = TimelineView(STYLE)
    made.show_part(frame.timeline)
    return made


def operating(frame: Frame) -> QWidget:
    made = OperatingView(STYLE)
    made.show_part(frame.operating)
    return made


def equations(frame: Frame) -> QWidget:
    made = EquationsView(STYLE)
    made.show_part(frame.equations)
    return made


def weights(frame: Frame) -> QWidget:
    made = WeightsView(STYLE)
    made.show_part(frame.weights)
    return made


def slider(frame: Frame) -> QWidget:
    made = TransportBar(STYLE)
    made.show_part(frame.transport)
    return made


def part_of(view: QWidget) -> QWidget:
    """What is painted alone, where a view is but the ground of its controls."""
    if isinstance(view, TransportBar):
        return view.slider
    return view.knobs["b_f"] if isinstance(view, WeightsView) else view


@pytest.mark.parametrize("make", [diagram, timeline, operating, equations, weights, slider])
def test_references_of_none_stay_flat_over_repaints(show: Show, make: Make) -> None:
    view = show(make(resolve(set_length(SimState.of(load("remember")), 2))), SIZE)
    painted = part_of(view)
    paints = Paints()
    painted.installEventFilter(paints)
    painted.repaint()
    assert paints.count == 1  # a widget that is not exposed only pretends
    painted.removeEventFilter(paints)
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        painted.repaint()
    assert abs(sys.getrefcount(None) - before) < STRAY
