"""Where gates and states of a probe stand: a column of curves for each unit, or a heat map for each."""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QRectF

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.cell_looks import CellLooks
from lstm_gui.gui.simulator.style import TINY, Style
from lstm_gui.gui.simulator.text import width
from lstm_gui.gui.training.views.scales import Scales, largest, rounded_up
from lstm_gui.training.look import Look

_LABELS, _LEGEND, _FOOT, _GAP = 62.0, 48.0, 17.0, 5.0  # pixels at 100 %
_NARROW_GAP = 3.0
_AIR = 4.0
_SHARES = {"x": 0.2, "gates": 0.36, "states": 0.44, "scales": 0.3}
_INPUTS = 0.7  # of the height of another heat map that the inputs have
_WIDEST = 120.0  # pixels at 100 % for names of inputs; longer ones are cut
NAME_HIGH = 10.0  # pixels at 100 % that the name of an input needs
INPUT_DASH = 19.0  # pixels at 100 % of the piece of line before a name
FEW_INPUTS = 3  # so many are curves


@dataclass(frozen=True)
class ProbeRow:
    """One field."""

    name: str  # "x", "gates", "states", "scales", or the quantity of a heat map
    frame: QRectF
    axes: Axes
    curves: tuple[str, ...] = ()  # the quantities that are lines in it
    unit: int | None = None  # whose lines they are
    lines: int = 0  # of a heat map: one for each unit or input
    labelled: bool = True  # whether its name and the ends of its axis stand at its left

    def unit_at(self, y: float) -> int | None:
        """The unit whose line of a heat map is at a height; None in a field of inputs."""
        if not self.lines or self.name == "x":
            return None
        share = (y - self.frame.top()) / self.frame.height()
        return max(0, min(self.lines - 1, int(share * self.lines)))


@dataclass(frozen=True)
class ProbeLayout:
    """All fields."""

    rows: tuple[ProbeRow, ...]
    part: str
    legend: float  # how wide the names of the curves stand at the right of each column
    grouped: int = 1  # how many units share a line, where there is no room for each
    key: object = field(default=None, compare=False)


def probe_layout(
    body: QRectF,
    style: Style,
    look: Look,
    part: str,
    looks: CellLooks,
    units: tuple[int, ...],
    scales: Scales,
) -> ProbeLayout:
    """Divide a card: a column of curves for each of `units`, or where there is none heat maps of all."""
    limits = limits_of(look, part, looks, scales)
    if units:
        rows = tuple(_columns(body, style, look, looks, units, limits))
    else:
        rows = tuple(_bands(body, style, look, part, looks, limits))
    lines = max((row.lines for row in rows if row.name != "x"), default=0)
    least = min((row.frame.height() for row in rows if row.lines and row.name != "x"), default=1e9)
    grouped = max(1, int(np.ceil(lines * 1.5 / max(least, 1.0)))) if lines else 1
    key = tuple(
        (row.name, row.frame.getRect(), row.axes.low, row.axes.high, row.unit, row.lines) for row in rows
    )
    legend = style.px(_LEGEND) if len(units) > 1 else legend_width(style, look)
    return ProbeLayout(rows, part, legend, grouped, (key, look.input_names, tuple(limits.items())))


def legend_width(style: Style, look: Look) -> float:
    """What stands right of a field, in pixels: the names of few inputs in full, unless they are very long."""
    names = look.input_names if look.x.shape[1] <= FEW_INPUTS else ()
    longest = max((width(style.font(TINY), name) for name in names), default=0.0)
    return max(style.px(_LEGEND), min(style.px(_WIDEST), longest + style.px(INPUT_DASH + 2)))


def limits_of(look: Look, part: str, looks: CellLooks, scales: Scales) -> dict[str, float]:
    """The end of the axis of everything that may be negative or large: 1, or more where there is more."""
    graph = looks.graph
    found = {}
    for name in graph.signed:
        found[name] = scales.limit(f"{part}{name}", largest(look.quantities[f"{part}{name}"]))
    found["x"] = rounded_up(largest(look.x))  # the sequence stays the same while it learns
    return found


def _columns(
    body: QRectF, style: Style, look: Look, looks: CellLooks, units: tuple[int, ...], limits: dict[str, float]
) -> list[ProbeRow]:
    labels, gap = style.px(_LABELS), style.px(_GAP)
    legend = style.px(_LEGEND) if len(units) > 1 else legend_width(style, look)
    wide = (body.width() - labels) / len(units)
    names = ["x", *looks.curves]
    room = body.height() - style.px(_FOOT) - gap * (len(names) - 1)
    whole = sum(_SHARES[name] for name in names)
    found = []
    for column, unit in enumerate(units):
        y = body.top()
        for name in names:
            high = max(12.0, room * _SHARES[name] / whole)
            frame = QRectF(body.left() + labels + column * wide, y, max(30.0, wide - legend), high)
            curves = looks.curves.get(name, ())
            limit = max((limits[one] for one in curves if one in limits), default=1.0)
            low, top = (0.0, 1.0) if name == "gates" else (-limit, limit)
            lines = 0
            if name == "x":
                low, top = (0.0 if look.x.min(initial=0) >= 0 else -limits["x"]), limits["x"]
                lines = look.x.shape[1] if look.x.shape[1] > FEW_INPUTS else 0
            air = 0.0 if lines else style.px(_AIR)
            axes = Axes(frame.adjusted(0, air, 0, -air), look.steps, low, top)
            found.append(ProbeRow(name, frame, axes, curves, unit, lines, labelled=column == 0))
            y += high + gap
    return found


def _bands(
    body: QRectF, style: Style, look: Look, part: str, looks: CellLooks, limits: dict[str, float]
) -> list[ProbeRow]:
    graph = looks.graph
    shown = [*graph.gates, *graph.signed]
    gap, labels = style.px(_NARROW_GAP), style.px(_LABELS)
    room = body.height() - style.px(_FOOT) - gap * len(shown)
    inputs = look.x.shape[1]
    named = style.px(NAME_HIGH) * inputs if 1 < inputs <= FEW_INPUTS else 0.0
    first = max(room * _INPUTS / (len(shown) + _INPUTS), min(named, room / 3))
    each = (room - first) / len(shown)
    found, y = [], body.top()
    wide = max(30.0, body.width() - labels - legend_width(style, look))
    for name in ("x", *shown):
        high = max(6.0, first if name == "x" else each)
        frame = QRectF(body.left() + labels, y, wide, high)
        lines = inputs if name == "x" else int(look.quantities[f"{part}{name}"].shape[1])
        limit = limits.get(name, 1.0)
        low, top = (0.0, 1.0) if name in graph.gates else (-limit, limit)
        if name == "x":
            low = 0.0 if look.x.min(initial=0) >= 0 else low
            lines = lines if inputs > FEW_INPUTS else 0
        air = 0.0 if lines else min(style.px(3), high * 0.12)
        axes = Axes(frame.adjusted(0, air, 0, -air), look.steps, low, top)
        found.append(ProbeRow(name, frame, axes, (), None, lines))
        y += high + gap
    return found
