"""Where the lanes stand beside each other, and the rows of curves in each."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from lstm_gui.gui.simulator.arrangement import gap
from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.timeline.layout import TimelineLayout
from lstm_gui.simulator.compare.frame import CompareLanes, LanePart

NARROWEST, LOWEST, DENSE_LOWEST = 218.0, 232.0, 210.0  # of a lane at 100 %, in pixels
_DIFFERENCE = 44.0  # how much higher a lane must be for the row of differences
_HEAD, _DENSE_HEAD = 80.0, 64.0  # of its title, two lines of words or one, and its settings
_ENDS, _FINE_ENDS = 30.0, 40.0  # room for the ends of the axes, and for those of differences
_FOOT = 25.0
_LEGEND = 52.0
_GAP, _AIR = 7.0, 0.12
_CALLED = 8.0  # more than a gap above the row of differences, for what it is called
_SHARES = {"gates": 0.42, "states": 0.58}
_OF_ALL = 0.2  # of the rows' height, the row of differences


@dataclass(frozen=True)
class LanePlace:
    """One lane: its card, its head, and its rows."""

    card: QRectF
    head: QRectF
    rows: TimelineLayout
    empty: QRectF | None  # where the gates would be, of a cell that has none


def columns_of(count: int, width: float, style: Style) -> int:
    """How many lanes stand side by side: all of them, or two."""
    least = style.px(NARROWEST) * count + gap(style) * (count - 1)
    return count if width >= least or count < 3 else 2


def least_lanes_height(count: int, width: float, style: Style, *, pinned: bool) -> float:
    """How high all lanes must be."""
    rows = -(-count // columns_of(count, width, style))
    lowest = DENSE_LOWEST if style.dense else LOWEST
    each = style.px(lowest + (_DIFFERENCE if pinned else 0.0))
    return rows * each + (rows - 1) * gap(style)


def lane_places(
    box: QRectF, part: CompareLanes, style: Style, view: tuple[int, int] | None = None
) -> list[LanePlace]:
    """Divide a box among the lanes; `view` is the first and the last step in view."""
    count = len(part.lanes)
    across = columns_of(count, box.width(), style)
    down, between = -(-count // across), gap(style)
    wide = (box.width() - between * (across - 1)) / across
    high = (box.height() - between * (down - 1)) / down
    found = []
    for n, lane in enumerate(part.lanes):
        row, column = divmod(n, across)
        left, top = box.left() + column * (wide + between), box.top() + row * (high + between)
        found.append(_place(QRectF(left, top, wide, high), part, lane, style, view))
    return found


def _place(
    card: QRectF, part: CompareLanes, lane: LanePart, style: Style, view: tuple[int, int] | None
) -> LanePlace:
    air, between = style.px(10), style.px(_GAP)
    head = QRectF(card.left() + air, card.top() + style.px(4), card.width() - 2 * air, _head(style))
    ends = style.px(_FINE_ENDS if part.ghost is not None else _ENDS)
    left, right = card.left() + ends, card.right() - air
    top, bottom = head.bottom() + style.px(5), card.bottom() - style.px(_FOOT)
    above = style.px(_CALLED) if part.ghost is not None else 0.0
    rows = _heights(max(30.0, bottom - top - above), part.ghost is not None, between)
    limit = lane.run.c_limit
    ranges = {
        "gates": (0.0, 1.0),
        "states": (-limit, limit),
        "difference": (-lane.difference_limit, lane.difference_limit),
    }
    frames, axes, y, empty = {}, {}, top, None
    for name, high in rows.items():
        y += above if name == "difference" else 0.0
        frame = QRectF(left, y, max(40.0, right - left), high)
        y += high + between
        if name == "gates" and name not in looks_of(lane.kind).curves:
            empty = frame
            continue
        room = high * _AIR
        inner = frame.adjusted(style.px(2), room, -style.px(_LEGEND), -room)
        frames[name], axes[name] = frame, Axes(inner, part.steps, *ranges[name], view)
    plots = QRectF(left, top, max(40.0, right - left), card.bottom() - top)
    return LanePlace(card, head, TimelineLayout(frames, axes, plots), empty)


def _head(style: Style) -> float:
    return style.px(_DENSE_HEAD if style.dense else _HEAD)


def _heights(room: float, pinned: bool, between: float) -> dict[str, float]:
    room -= between * (2 if pinned else 1)
    below = room * _OF_ALL if pinned else 0.0
    heights = {row: share * (room - below) for row, share in _SHARES.items()}
    return {**heights, "difference": below} if pinned else heights
