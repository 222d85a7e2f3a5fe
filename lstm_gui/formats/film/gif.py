"""An animated GIF: one palette for all frames, no dithering, and of each frame only what is new."""

import struct
from collections.abc import Callable, Iterator

import numpy as np
from PIL import GifImagePlugin, Image

from lstm_gui.formats.film.delta import delta
from lstm_gui.formats.film.film import Film, Pixels
from lstm_gui.formats.film.palette import MOST, Mapping, palette_of

_UNIT = 0.01  # seconds
_SAMPLED = 12  # frames, whose colours are counted
_SAME = MOST  # the colour that leaves a pixel as it was


def gif(film: Film, told: Callable[[int], None]) -> bytes:
    """The file. `told(n)` hears of each frame that is done, and may raise to stop it."""
    return b"".join(_blocks(film, told))


def _blocks(film: Film, told: Callable[[int], None]) -> Iterator[bytes]:
    colours = palette_of(_sampled(film, told))
    mapping, before = Mapping(colours), None
    yield b"GIF89a" + struct.pack("<HHBBB", film.width, film.height, 0xF7, 0, 0)
    yield colours.tobytes().ljust(3 * 256, b"\0")
    yield b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"  # over and over
    for number, duration in enumerate(film.durations(_UNIT)):
        now = film.pixels(number)
        new = delta(before, now)
        part = np.where(new.changed, mapping.indices(now[new.rows, new.columns]), np.uint8(_SAME))
        yield struct.pack("<BBBBHBB", 0x21, 0xF9, 4, 0b0101, duration, _SAME, 0)
        yield _image(part.astype(np.uint8), new.left, new.top)
        told(number + 1)
        before = now
    yield b";"


def _sampled(film: Film, told: Callable[[int], None]) -> Iterator[Pixels]:
    """The frames whose colours are counted."""
    for number in range(0, len(film), -(-len(film) // _SAMPLED)):
        told(0)
        yield film.pixels(number)


def _image(part: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]", left: int, top: int) -> bytes:
    image = Image.fromarray(part)
    image.info.clear()
    return b"".join(GifImagePlugin.getdata(image, (left, top)))
