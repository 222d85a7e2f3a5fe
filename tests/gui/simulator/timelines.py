"""Where dots stand on a timeline that is tested, and a run long enough to zoom."""

from PySide6.QtCore import QPoint

from lstm_gui.gui.simulator.timeline.layout import timeline_layout
from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.simulator.frame import TimelinePart
from tests.gui.simulator.frames import STYLE


def dot(view: TimelineView, part: TimelinePart, step: int, value: float | None = None) -> QPoint:
    """Where a dot stands, or would at another value."""
    axes = timeline_layout(
        view.rect().toRectF(), STYLE, len(part.curves["x"]), part.x_limit, part.c_limit
    ).axes["x"]
    return axes.point(step, part.curves["x"][step - 1] if value is None else value).toPoint()


def long_part(part: TimelinePart, step: int = 1, steps: int = 240) -> TimelinePart:
    """The run again and again, to that many steps."""
    times = steps // 12
    return TimelinePart(step, {name: curve * times for name, curve in part.curves.items()}, (), 1.0, 2.0)
