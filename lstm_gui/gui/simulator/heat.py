"""Numbers as colours: a heat map is one image, made by numpy through a table of colours.

Gates run from the ground of a field, 0, to their own ink, 1. What may be negative stands around zero, which
is the ground: to its own ink above, and below to an ink of the opposite hue.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from lstm_gui.gui.simulator.style import Style
from lstm_gui.nets.activation import FloatArray

Table = NDArray[np.uint32]  # colours from the lowest number to the highest, then that of what is no number

SHADES = 255
_HALF = SHADES // 2
_GREYISH = 0.22  # of saturation: what is paler has no opposite hue
_GOLD = 42  # degrees: the opposite of what has none
_STRONG = 0.6  # of saturation, at least, of what is below zero


def gate_table(style: Style, role: str) -> Table:
    """The colours of 0 … 1."""
    return _table(style.well.rgb(), style.palette.role(role).graphic.rgb(), 0, style.palette.border.rgb())


def signed_table(style: Style, role: str) -> Table:
    """The colours of −limit … limit."""
    above = style.palette.role(role).graphic
    return _table(style.well.rgb(), above.rgb(), opposite(above).rgb(), style.palette.border.rgb())


def opposite(colour: QColor) -> QColor:
    """As light a colour of the opposite hue; gold for a grey, which has none."""
    hue, saturation, lightness, _ = colour.getHslF()
    if saturation < _GREYISH:
        return QColor.fromHslF(_GOLD / 360, 0.8, lightness)
    return QColor.fromHslF((hue + 0.5) % 1.0, max(_STRONG, saturation), lightness)


def shades(values: FloatArray, low: float, high: float) -> NDArray[np.intp]:
    """Which colour of a table stands for each number; what lies beyond the ends has that of the end."""
    scaled = (np.clip(values, low, high) - low) * ((SHADES - 1) / (high - low))
    found: NDArray[np.intp] = np.rint(np.nan_to_num(scaled, nan=SHADES)).astype(np.intp)
    return found


def heat_image(values: FloatArray, low: float, high: float, table: Table) -> QImage:
    """One pixel for each number (rows, columns)."""
    return _image(table[shades(values, low, high)])


def scale_image(table: Table) -> QImage:
    """The whole scale as one row of pixels, for a legend: the lowest number at the left."""
    return _image(table[np.newaxis, :SHADES])


def _image(pixels: Table) -> QImage:
    """A copy that owns its memory."""
    rows, columns = pixels.shape
    return QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=64)
def _table(ground: int, above: int, below: int, no_number: int) -> Table:
    """`below` is 0 where nothing is negative."""
    if below:
        colours = np.concatenate((_ramp(below, ground, _HALF + 1), _ramp(ground, above, _HALF + 1)[1:]))
    else:
        colours = _ramp(ground, above, SHADES)
    return np.append(colours, np.uint32(no_number))


def _ramp(start: int, end: int, count: int) -> Table:
    """Colours from one to the other, evenly."""
    first, last = (np.array([colour >> shift & 255 for shift in (16, 8, 0)]) for colour in (start, end))
    shares = np.linspace(0.0, 1.0, count)[:, np.newaxis]
    red, green, blue = np.rint((1 - shares) * first + shares * last).astype(np.uint32).T
    found: Table = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    return found
