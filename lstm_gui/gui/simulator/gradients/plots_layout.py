"""Where the plots of the gradients stand on their card: two rows of three, a column for each cell."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.style import Style

ROWS = ("gradients", "paths")
COLUMNS = 3
_SHARES = (0.58, 0.42)
_LABELS = 46.0  # room for the numbers of the axis
_GAP = 10.0
_HEAD = 21.0  # above each row, for its name and the names of its curves
_FOOT = 25.0  # for the numbers of the steps and the cursor's tag
_LINE = 16.5  # of the words
_LINES = ((620.0, 4), (500.0, 5), (0.0, 6))  # from so wide a strip on, so many of them
_ZERO = 18.0  # the lane for zeros, below the axis
_NAME = 22.0  # above the axis of the upper row, for the name of the cell
_AIR = 18.0


@dataclass(frozen=True)
class GradientsLayout:
    """Boxes and axes by (row, column); the strip holds the words."""

    frames: dict[tuple[str, int], QRectF]
    axes: dict[tuple[str, int], Axes]
    heads: dict[str, QRectF]
    lane: float  # the height of the lane for zeros
    plots: QRectF
    strip: QRectF

    def column(self, x: float) -> int:
        """The column nearest to a place across."""
        middles = [self.frames["gradients", column].center().x() for column in range(COLUMNS)]
        return min(range(COLUMNS), key=lambda column: abs(middles[column] - x))


def lines_of(width: float, style: Style) -> int:
    """How many lines of words a strip of that width has."""
    return next(count for least, count in _LINES if width >= style.px(least))


def gradients_layout(
    card: QRectF, style: Style, steps: int, ranges: dict[str, tuple[int, int]]
) -> GradientsLayout:
    """Divide a card; `ranges` are the ends of the axes by row, as powers of ten."""
    margin, gap, lane = style.margin, style.px(_GAP), style.px(_ZERO)
    strip_height = style.px(_LINE) * lines_of(card.width() - 2 * margin, style) + style.px(6)
    strip = QRectF(
        card.left() + margin, card.bottom() - strip_height, card.width() - 2 * margin, strip_height
    )
    left, right = card.left() + style.px(_LABELS), card.right() - margin
    top, bottom = card.top() + style.header, strip.top() - style.px(_FOOT)
    wide = max(40.0, (right - left - gap * (COLUMNS - 1)) / COLUMNS)
    room = max(60.0, bottom - top - 2 * style.px(_HEAD))
    frames, axes, heads, y = {}, {}, {}, top
    for row, share in zip(ROWS, _SHARES, strict=True):
        heads[row] = QRectF(left, y, right - left, style.px(_HEAD))
        y += style.px(_HEAD)
        above = style.px(_NAME if row == "gradients" else _AIR)
        for column in range(COLUMNS):
            frame = QRectF(left + column * (wide + gap), y, wide, room * share)
            frames[row, column] = frame
            box = frame.adjusted(style.px(2), above, -style.px(2), -lane - style.px(3))
            axes[row, column] = Axes(box, steps, *ranges[row])
        y += room * share
    plots = QRectF(left, top, right - left, bottom - top + style.px(_FOOT))
    return GradientsLayout(frames, axes, heads, lane, plots, strip)
