"""Where the operating plots stand on their card, and how z and the activation map to it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.style import Style

Z_LIMIT = 6.0  # the axis of z runs −6 … 6, beyond which both curves are flat
_FOOT = 24.0  # where z is written
_HEAD = 33.0  # where the symbol and the value are written
_GAP = 8.0
_NARROWEST = 72.0  # a plot in which its texts stand
_LOWEST = 16.0  # a curve that can be read
_LOW = 40.0  # a curve that would rather be higher


@dataclass(frozen=True)
class CurvePlace:
    """One plot: its frame, and the rectangle in which the curve runs."""

    gate: str  # the block
    function: str  # what it is squashed by: σ, tanh, ReLU, or exp: see operating_points.py
    frame: QRectF
    curve: QRectF
    z_box: QRectF  # where z is written and typed

    @property
    def low(self) -> float:
        """The activation at the foot of the curve: 0 for a gate, −1 for the candidate."""
        return -1.0 if self.function == "tanh" else 0.0

    @property
    def high(self) -> float:
        """The activation at the top of the curve."""
        return Z_LIMIT if self.function == "ReLU" else 1.0

    @property
    def level(self) -> float:
        """The activation where z is 0."""
        return 0.5 if self.function in ("σ", "exp") else 0.0

    def to_pixel(self, z: float, activation: float) -> QPointF:
        """Where a point of the curve stands; held within the axis."""
        held = max(-Z_LIMIT, min(Z_LIMIT, z))
        across = (held + Z_LIMIT) / (2 * Z_LIMIT)
        up = (max(self.low, min(activation, self.high)) - self.low) / (self.high - self.low)
        return QPointF(
            self.curve.left() + across * self.curve.width(), self.curve.bottom() - up * self.curve.height()
        )

    def to_z(self, x: float) -> float:
        """The pre-activation at a place across."""
        return ((x - self.curve.left()) / self.curve.width() * 2 - 1) * Z_LIMIT


def operating_layout(card: QRectF, style: Style, kind: Kind = LSTM) -> tuple[CurvePlace, ...]:
    """Two by two; all in a row where the card is low and wide, in a column where it is narrow and high.

    What is left over in the last row is shared among its plots.
    """
    margin, gap = style.margin, style.px(_GAP)
    room = card.adjusted(margin, style.header + style.px(2), -margin, -margin)
    looks = looks_of(kind)
    shown = looks.operating
    columns = _columns(room, style, len(shown))
    rows = [shown[n : n + columns] for n in range(0, len(shown), columns)]
    high = (room.height() - gap * (len(rows) - 1)) / max(1, len(rows))
    found = []
    for n, row in enumerate(rows):
        wide = (room.width() - gap * (len(row) - 1)) / len(row)
        for k, gate in enumerate(row):
            frame = QRectF(room.left() + k * (wide + gap), room.top() + n * (high + gap), wide, high)
            found.append(_place(gate, looks.graph.squashed.get(gate, "exp"), frame, style))
    return tuple(found)


def least_operating_height(width: float, style: Style, kind: Kind = LSTM) -> float:
    """How high a card of a width must be for plots that can be read."""
    plot = style.px(_HEAD + _FOOT + 2 + _LOWEST)
    count = len(looks_of(kind).operating)
    in_a_row = width - 2 * style.margin >= count * style.px(_NARROWEST) + (count - 1) * style.px(_GAP)
    plots = plot if in_a_row else 2 * plot + style.px(_GAP)
    return style.header + style.px(2) + plots + style.margin


def _columns(room: QRectF, style: Style, count: int) -> int:
    """In how many columns so many plots stand."""
    if room.height() > 3.4 * room.width():
        return 1
    wide_enough = room.width() >= count * style.px(_NARROWEST) + (count - 1) * style.px(_GAP)
    too_low = room.height() < 2 * style.px(_HEAD + _FOOT + 2 + _LOW) + style.px(_GAP)
    in_a_row = room.width() > 0.8 * count * room.height() or (wide_enough and too_low)
    return max(1, count if in_a_row else (count + 1) // 2)


def _place(gate: str, function: str, frame: QRectF, style: Style) -> CurvePlace:
    side = style.px(9)
    foot = style.px(_FOOT)
    curve = frame.adjusted(side, style.px(_HEAD), -side, -foot - style.px(2))
    z_box = QRectF(0, 0, min(style.px(78), frame.width() - 4), style.px(20))
    z_box.moveCenter(QPointF(frame.center().x(), frame.bottom() - style.px(13)))
    return CurvePlace(gate, function, frame, curve, z_box)
