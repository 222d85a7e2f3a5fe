"""Activations as colours behind letters, which stay readable on every one of them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.heat import opposite
from lstm_gui.gui.simulator.style import Style, mixed
from lstm_gui.gui.training.views.scales import largest, rounded_up
from lstm_gui.nets.activation import FloatArray

STEPS = 101  # shades on each side of nothing
_CONTRAST = 4.6  # of letters on the strongest shade, at least


@dataclass(frozen=True)
class Scale:
    """From which number to which the colours go, and the role that gives them."""

    low: float  # 0 for what is never negative
    high: float
    role: str

    def places(self, values: FloatArray) -> NDArray[Any]:
        """Which of `colours` stands for each number: STEPS − 1 is that of 0."""
        shares = np.nan_to_num(values / self.high, nan=0.0)
        found: NDArray[Any] = np.rint(np.clip(shares, -1, 1) * (STEPS - 1)).astype(np.intp) + STEPS - 1
        return found

    @property
    def ends(self) -> tuple[str, str]:
        """The ends as they are written."""
        return f"{self.low:g}".replace("-", "−"), f"{self.high:g}" if not self.low else f"+{self.high:g}"


def scale_of(quantity: str, kind: Kind, values: FloatArray) -> Scale:
    """Gates from 0 to 1; all else from −1 to 1, or as far as a unit's numbers (T,) go, in round steps."""
    own, graph = quantity.rpartition(".")[2], graph_of(kind)
    role = graph.role(own) if own in graph.quantity else "h"
    if own in graph.gates:
        return Scale(0.0, 1.0, role)
    limit = max(1.0, rounded_up(largest(values)))
    return Scale(-limit, limit, role)


def colours(style: Style, role: str) -> tuple[QColor, ...]:
    """The grounds of −limit … limit, 2 · STEPS − 1 of them; that of 0 is the card itself."""
    palette = style.palette
    above = palette.role(role).graphic
    below = opposite(above, dark=palette.dark)
    return _ramps(palette.panel.rgb(), above.rgb(), below.rgb(), palette.text.rgb())


def edges(style: Style, role: str) -> tuple[QColor, QColor]:
    """The colours of the bars that say the same again: below zero, above."""
    above = style.palette.role(role).graphic
    return opposite(above, dark=style.palette.dark), above


@lru_cache(maxsize=64)
def _ramps(ground: int, above: int, below: int, ink: int) -> tuple[QColor, ...]:
    ends = [_readable(QColor.fromRgb(end), ground, ink) for end in (below, above)]
    low, high = (
        [mixed(QColor.fromRgb(ground), end, step / (STEPS - 1)) for step in range(1, STEPS)] for end in ends
    )
    return (*reversed(low), QColor.fromRgb(ground), *high)


def _readable(colour: QColor, ground: int, ink: int) -> QColor:
    """As much of a colour as letters can stand on."""
    for percent in range(85, 0, -5):
        shade = mixed(QColor.fromRgb(ground), colour, percent / 100)
        if contrast(shade, QColor.fromRgb(ink)) >= _CONTRAST:
            return shade
    return QColor.fromRgb(ground)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
