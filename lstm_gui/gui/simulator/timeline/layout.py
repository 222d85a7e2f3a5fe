"""Where the rows of the timeline stand on their card."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.direction import BACK

ROWS = ("x", "gates", "states", "scales")
BACK_ROWS = tuple(f"{BACK}{row}" for row in ROWS[1:])  # of the cell that reads from the end
MOST_INPUT_ROWS = 3  # of dots; more inputs are a heat map, and the chosen one a row of dots below it
_SHARES = {"x": 0.24, "gates": 0.34, "states": 0.42, "scales": 0.24}  # of the height
_INPUTS, _EACH_INPUT, _CHOSEN = 0.15, 0.16, 0.2  # of all inputs as a heat map, each of few, the chosen one
_BANDS = 0.76  # of all heat maps of units together
_GAP, _NARROW_GAP = 9.0, 4.0  # between rows, and between rows of a kind
_LABELS = 72.0  # room for the rows' names and the ends of their axes
_LABELS_OF_TWO = 90.0  # with arrows
_FOOT = 25.0  # room for the numbers of the steps and the cursor's tag
RANGE_BAR = 15.0  # room for the bar below them
_LEGEND = 52.0  # room at the right of the curves for their names
_LEAST_ROWS = 92.0  # of all rows together: the names of the curves stand below each other
_CROWDED = 150.0  # of all rows together: where there is less, the chosen input stands alone
_AIR = 0.14  # of a row's height, above and below its axis


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is to show besides the curves of one unit that reads one input."""

    inputs: int = 1
    source: int = 0  # the input that is chosen, counted from 0
    units: int = 1  # rows of the heat maps in place of the curves; 1 for curves
    bar: bool = False  # whether the bar of the steps in view stands below
    both: bool = False  # whether the curves of a second cell stand below, which reads from the end
    scale: float = 1.0  # the axis of normaliser and stabiliser runs −scale … scale

    @property
    def input_rows(self) -> dict[str, int]:
        """The rows of dots -> the inputs they show; "x" is the chosen one."""
        if self.inputs > MOST_INPUT_ROWS:
            return {"x": self.source}
        return {"x" if n == self.source else f"x{n + 1}": n for n in range(self.inputs)}


ONE = Extent()


@dataclass(frozen=True)
class TimelineLayout:
    """Frames of the rows and the axes in them, by row name; those of heat maps count their rows downwards."""

    frames: dict[str, QRectF]
    axes: dict[str, Axes]
    plots: QRectF  # all that the plots may paint on
    extent: Extent = ONE
    maps: dict[str, int] = field(default_factory=dict)  # the rows that are heat maps -> of how many rows

    @property
    def highest(self) -> QRectF:
        """The frame of the first row."""
        return next(iter(self.frames.values()))

    @property
    def lowest(self) -> str:
        """The last row, below which the steps are numbered."""
        return next(reversed(self.frames))

    def row_at(self, name: str, y: float) -> int:
        """Which row of a heat map is at a height, counted from 0."""
        box, count = self.axes[name].box, self.maps[name]
        return max(0, min(count - 1, int((y - box.top()) / box.height() * count)))

    def cell(self, name: str, row: int, step: int) -> QRectF:
        """The box of one number of a heat map, in pixels."""
        axes, count = self.axes[name], self.maps[name]
        high = axes.box.height() / count
        return QRectF(axes.x(step - 0.5), axes.box.top() + row * high, axes.apart, high)


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
    extent: Extent = ONE,
) -> TimelineLayout:
    """Divide a card into rows: the inputs, then the gates and states as curves, or every unit's as heat maps.

    `view` is the first and the last step in view. A cell that has no gates has no row of them.
    """
    foot = style.px(_FOOT + (RANGE_BAR if extent.bar else 0.0))
    labels = style.px(_LABELS_OF_TWO if extent.both else _LABELS)
    left, right = card.left() + labels, card.right() - style.margin
    top, bottom = card.top() + style.header, card.bottom() - foot
    rows = list(_rows(kind, extent, crowded=bottom - top < style.px(_CROWDED)))
    whole, gaps = sum(share for _, share, _ in rows), sum(gap for _, _, gap in rows[:-1])
    room = max(30.0, bottom - top - style.px(gaps))
    ranges = {"gates": (0.0, 1.0), "states": (-c_limit, c_limit), "scales": (-extent.scale, extent.scale)}
    maps = {row: _count(row, extent) for row, _, _ in rows if _is_map(row, kind)}
    frames, axes, y = {}, {}, top
    for row, share, gap in rows:
        frame = frames[row] = QRectF(left, y, max(40.0, right - left), room * share / whole)
        air = 1.0 if row in maps else frame.height() * _AIR
        usual = ranges.get(curves_in(row), (-x_limit, x_limit))
        low, high = (0.0, float(maps[row])) if row in maps else usual
        axes[row] = Axes(frame.adjusted(0, air, -style.px(_LEGEND), -air), steps, low, high, view)
        y += frame.height() + style.px(gap)
    plots = QRectF(left, top, max(40.0, right - left), bottom + style.px(_FOOT - 3) - top)
    return TimelineLayout(frames, axes, plots, extent, maps)


def _rows(kind: Kind, extent: Extent, *, crowded: bool) -> Iterator[tuple[str, float, float]]:
    """The rows from above: their names, their shares of the height, and the gap after each."""
    inputs = ["x"] if crowded else list(extent.input_rows)
    if extent.inputs > MOST_INPUT_ROWS and not crowded:
        yield "inputs", _INPUTS, _NARROW_GAP
    share = _SHARES["x"] if extent.inputs == 1 else _EACH_INPUT if len(inputs) > 1 else _CHOSEN
    for row in inputs:
        yield row, share, _GAP if row == inputs[-1] else _NARROW_GAP
    bands = _bands(kind) if extent.units > 1 else ()
    for band in bands:
        yield band, _BANDS / len(bands), _NARROW_GAP
    curves = () if bands else tuple(looks_of(kind).curves)
    for row in curves:
        yield row, _SHARES[row], _GAP
    for row in curves if extent.both else ():
        yield f"{BACK}{row}", _SHARES[row], _GAP


def curves_in(row: str) -> str:
    """What the curves of a row are, of whichever direction."""
    return row.removeprefix(BACK)


def map_quantity(row: str) -> str:
    """The quantity that a heat map shows."""
    return "x" if row == "inputs" else row


def _bands(kind: Kind) -> tuple[str, ...]:
    """The quantities that have a heat map each."""
    graph = looks_of(kind).graph
    return (*graph.gates, *graph.signed)


def _is_map(row: str, kind: Kind) -> bool:
    return row == "inputs" or row in _bands(kind)


def _count(row: str, extent: Extent) -> int:
    """How many rows a heat map has."""
    return extent.inputs if row == "inputs" else extent.units
