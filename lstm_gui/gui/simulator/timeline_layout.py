"""Where the three rows of the timeline stand on their card."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.style import Style

ROWS = ("x", "gates", "states")
_SHARES = {"x": 0.24, "gates": 0.34, "states": 0.42}  # of the height
_GAP = 9.0
_LABELS = 72.0  # room for the rows' names and the ends of their axes
_FOOT = 25.0  # room for the numbers of the steps and the cursor's tag
_LEGEND = 52.0  # room at the right of the curves for their names
_LEAST_ROWS = 92.0  # of all rows together: the names of the curves stand below each other
_AIR = 0.14  # of a row's height, above and below its axis


@dataclass(frozen=True)
class TimelineLayout:
    """Frames of the rows and the axes in them, by row name."""

    frames: dict[str, QRectF]
    axes: dict[str, Axes]
    plots: QRectF  # all that the plots may paint on

    @property
    def highest(self) -> QRectF:
        """The frame of the first row."""
        return next(iter(self.frames.values()))

    @property
    def lowest(self) -> str:
        """The last row, below which the steps are numbered."""
        return next(reversed(self.frames))


def least_timeline_height(style: Style) -> float:
    """How high a card must be for its rows to hold their names."""
    return style.header + style.px(_FOOT + 2 * _GAP + _LEAST_ROWS)


def timeline_layout(
    card: QRectF,
    style: Style,
    steps: int,
    x_limit: float,
    c_limit: float,
    view: tuple[int, int] | None = None,
    kind: Kind = LSTM,
) -> TimelineLayout:
    """Divide a card into the rows x, gates and states; `view` is the first and the last step in view.

    A cell that has no gates has no row of them.
    """
    rows = [row for row in ROWS if row == "x" or row in looks_of(kind).curves]
    whole = sum(_SHARES[row] for row in rows)
    margin, gap = style.margin, style.px(_GAP)
    left, right = card.left() + style.px(_LABELS), card.right() - margin
    top, bottom = card.top() + style.header, card.bottom() - style.px(_FOOT)
    room = max(30.0, bottom - top - gap * (len(rows) - 1))
    ranges = {"x": (-x_limit, x_limit), "gates": (0.0, 1.0), "states": (-c_limit, c_limit)}
    frames, axes, y = {}, {}, top
    for row in rows:
        frame = QRectF(left, y, max(40.0, right - left), room * _SHARES[row] / whole)
        frames[row] = frame
        air = frame.height() * _AIR
        axes[row] = Axes(frame.adjusted(0, air, -style.px(_LEGEND), -air), steps, *ranges[row], view)
        y += frame.height() + gap
    plots = QRectF(left, top, max(40.0, right - left), card.bottom() - top - style.px(3))
    return TimelineLayout(frames, axes, plots)
