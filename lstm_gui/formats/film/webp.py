"""An animated WebP: every colour as it is, in less room than a PNG."""

from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image

from lstm_gui.formats.film.film import Film

_UNIT = 0.001  # seconds


def webp(film: Film, told: Callable[[int], None]) -> bytes:
    """The file. `told(n)` hears of each frame that is done, and may raise to stop it."""
    frames, out = _frames(film, told), BytesIO()
    next(frames).save(
        out,
        "WEBP",
        save_all=True,
        append_images=frames,
        duration=film.durations(_UNIT),
        loop=0,
        lossless=True,
        quality=50,  # of a lossless file: how much time is spent on making it small
        method=3,
    )
    told(len(film))
    return out.getvalue()


def _frames(film: Film, told: Callable[[int], None]) -> Iterator[Image.Image]:
    """The pictures one after the other: the encoder has done with one when it asks for the next."""
    for number in range(len(film)):
        told(number)
        yield Image.frombytes("RGB", (film.width, film.height), film.raw(number), "raw", "RGBX")
