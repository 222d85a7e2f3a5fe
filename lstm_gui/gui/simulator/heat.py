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
_GREYISH = 0.2  # from the least to the most of red, green and blue: what has less has no opposite hue
_GOLD = 42  # degrees: the opposite of what has none
_STRONG = 0.6  # of saturation, at least, of what is below zero
_LIGHT = 0.62  # of lightness, of what is below zero on a dark ground
_FIRST = 0.1  # of the way from the ground, where the smallest number stands that is not zero


def gate_table(style: Style, role: str) -> Table:
    """The colours of 0 … 1."""
    return _table(style.well.rgb(), style.palette.role(role).graphic.rgb(), 0, style.palette.border.rgb())


def signed_table(style: Style, role: str) -> Table:
    """The colours of −limit … limit."""
    above = style.palette.role(role).graphic
    below = opposite(above, dark=style.palette.dark)
    return _table(style.well.rgb(), above.rgb(), below.rgb(), style.palette.border.rgb())


def opposite(colour: QColor, *, dark: bool) -> QColor:
    """A colour of the opposite hue, gold for a grey, which has none; as light as the other on a light ground.

    On a dark ground it is so light that a blue is seen, and no lighter, for a hue has to be left.
    """
    hue, saturation, lightness, _ = colour.getHslF()
    lightness = _LIGHT if dark else lightness
    parts = colour.redF(), colour.greenF(), colour.blueF()
    if max(parts) - min(parts) < _GREYISH:
        return QColor.fromHslF(_GOLD / 360, 0.8, lightness)
    return QColor.fromHslF((hue + 0.5) % 1.0, max(_STRONG, saturation), lightness)


def shades(values: FloatArray, low: float, high: float) -> NDArray[np.intp]:
    """Which colour of a table stands for each number; what lies beyond the ends has that of the end."""
    scaled = np.rint((np.clip(values, low, high) - low) * ((SHADES - 1) / (high - low)))
    scaled[np.isnan(scaled)] = SHADES
    found: NDArray[np.intp] = scaled.astype(np.intp)
    return found


def heat_image(values: FloatArray, low: float, high: float, table: Table) -> QImage:
    """One pixel for each number (rows, columns)."""
    return _image(table[shades(values, low, high)])


def scale_image(table: Table) -> QImage:
    """The whole scale as one column of pixels, for a legend: the highest number on top."""
    return _image(table[SHADES - 1 :: -1, np.newaxis])


def _image(pixels: Table) -> QImage:
    """A copy that owns its memory."""
    rows, columns = pixels.shape
    return QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=64)
def _table(ground: int, above: int, below: int, no_number: int) -> Table:
    """`below` is 0 where nothing is negative."""
    if below:
        low, high = (_ramp(ground, end, _HALF, _FIRST) for end in (below, above))
        colours = np.concatenate((low[::-1], [np.uint32(ground)], high))
    else:
        colours = _ramp(ground, above, SHADES)
    return np.append(colours, np.uint32(no_number))


def _ramp(start: int, end: int, count: int, first: float = 0.0) -> Table:
    """Colours to the end, evenly, from `first` of the way to it on."""
    near, far = (np.array([colour >> shift & 255 for shift in (16, 8, 0)]) for colour in (start, end))
    shares = np.linspace(first, 1.0, count)[:, np.newaxis]
    red, green, blue = np.rint((1 - shares) * near + shares * far).astype(np.uint32).T
    found: Table = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    return found
