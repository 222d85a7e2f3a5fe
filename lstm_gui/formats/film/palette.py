"""The 255 colours of a GIF: what a page has much of stays exactly as it is, and the edges get what is left.

A palette that spreads over all colours alike would shift every ground by a shade, or dither it. On a page a
hundred colours cover nearly everything; the rest are the thousands of shades along the edges of letters and
lines, of which any near one will do.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from lstm_gui.formats.film.film import Pixels

Colours = npt.NDArray[np.uint8]  # n × 3
Packed = npt.NDArray[np.uint32]  # one number a colour: red · 65536 + green · 256 + blue

MOST = 255  # of the 256 of a GIF: one stands for “as before”
_EXACT = 176  # of them, for what is most of the picture
_COARSE = 3  # bits of each of red, green, blue that do not count when a rare colour is given its nearest
_WEIGHTS = np.array([3.0, 4.0, 2.0], np.float32)  # how differences of red, green, blue are seen


def palette_of(frames: Iterable[Pixels]) -> Colours:
    """At most MOST colours that show these frames."""
    colours, counts = _counted(frames)
    order = np.argsort(counts)[::-1]
    exact, rest = colours[order[:_EXACT]], colours[order[_EXACT:]]
    return np.concatenate([_unpacked(exact), _spread(rest, counts[order[_EXACT:]], MOST - len(exact))])


class Mapping:
    """Gives every colour its nearest in a palette, and those of the palette exactly themselves."""

    def __init__(self, palette: Colours) -> None:
        side = 256 >> _COARSE
        steps = np.arange(side, dtype=np.float32) * (1 << _COARSE) + (1 << _COARSE) / 2
        cube = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)
        self._coarse = nearest(cube, palette)
        self._exact = np.sort(_packed(palette))
        self._places = np.argsort(_packed(palette)).astype(np.uint8)

    def indices(self, frame: Pixels) -> npt.NDArray[np.uint8]:
        """The number in the palette of each pixel."""
        packed = _packed(frame)
        near = (frame >> _COARSE).astype(np.uint32)
        bits = 8 - _COARSE
        found = self._coarse[(near[..., 0] << 2 * bits) | (near[..., 1] << bits) | near[..., 2]]
        place = np.minimum(np.searchsorted(self._exact, packed), len(self._exact) - 1)
        known = self._exact[place] == packed
        found[known] = self._places[place[known]]
        return np.asarray(found, np.uint8)


def nearest(colours: npt.NDArray[np.float32], palette: Colours) -> npt.NDArray[np.uint8]:
    """The number in the palette of the nearest colour to each."""
    wanted, offered = colours * _WEIGHTS, palette.astype(np.float32) * _WEIGHTS
    away = (offered**2).sum(axis=1) - 2.0 * wanted @ offered.T
    return np.asarray(away.argmin(axis=1), np.uint8)


def _counted(frames: Iterable[Pixels]) -> tuple[Packed, npt.NDArray[np.int64]]:
    """Every colour and how often it stands in the frames."""
    parts = [np.unique(_packed(frame), return_counts=True) for frame in frames]
    colours = np.concatenate([part[0] for part in parts])
    times = np.concatenate([part[1] for part in parts])
    found, place = np.unique(colours, return_inverse=True)
    return found, np.bincount(place, times).astype(np.int64)


def _spread(colours: Packed, counts: npt.NDArray[np.int64], most: int) -> Colours:
    """At most so many colours among the given ones, by halving the widest box of them (median cut)."""
    boxes = [np.arange(len(colours))] if len(colours) else []
    points = _unpacked(colours).astype(np.float32)
    while len(boxes) < min(most, len(colours)):
        widths = [float(np.ptp(points[box] * _WEIGHTS, axis=0).max()) * len(box) ** 0.25 for box in boxes]
        box = boxes.pop(int(np.argmax(widths)))
        axis = int(np.argmax(np.ptp(points[box] * _WEIGHTS, axis=0)))
        ordered = box[np.argsort(points[box, axis], kind="stable")]
        boxes += [ordered[: len(box) // 2], ordered[len(box) // 2 :]]
    middles = [np.average(points[box], axis=0, weights=counts[box]) for box in boxes]
    return np.array(middles).reshape(-1, 3).round().astype(np.uint8)


def _packed(colours: npt.NDArray[np.uint8]) -> Packed:
    wide = colours.astype(np.uint32)
    return np.asarray((wide[..., 0] << 16) | (wide[..., 1] << 8) | wide[..., 2], np.uint32)


def _unpacked(colours: Packed) -> Colours:
    return np.stack([colours >> 16, colours >> 8, colours], axis=-1).astype(np.uint8)
