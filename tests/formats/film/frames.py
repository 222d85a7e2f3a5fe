"""Small films for the tests, and what Pillow reads in the files they became."""

from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageSequence

from lstm_gui.formats.film.film import Film

Picture = npt.NDArray[np.uint8]  # height × width × 3


def film_of(pictures: list[Picture], rate: float = 2.0) -> Film:
    """A film of these pictures."""
    high, wide, _ = pictures[0].shape
    film = Film(wide, high, rate)
    for picture in pictures:
        film.add(np.dstack([picture, np.full((high, wide), 7, np.uint8)]).tobytes())
    return film


def drawn(count: int = 5, size: tuple[int, int] = (48, 31), seed: int = 1) -> list[Picture]:
    """Pictures as of a page: even grounds, a line that wanders, a block of shades."""
    random = np.random.default_rng(seed)
    wide, high = size
    pictures = []
    for number in range(count):
        picture = np.full((high, wide, 3), (246, 247, 249), np.uint8)
        picture[3 : high - 3, 3 : wide - 3] = (255, 255, 255)
        picture[:, 5 + 4 * number] = (0, 60, 230)
        picture[10:14, 10:14] = random.integers(0, 256, (4, 4, 3))
        pictures.append(picture)
    return pictures


def read_back(content: bytes) -> tuple[list[Picture], list[float], int]:
    """The frames, how long each is shown in ms, and how often all of it (0: over and over)."""
    with Image.open(BytesIO(content)) as image:
        frames, durations = [], []
        for frame in ImageSequence.Iterator(image):
            frames.append(np.asarray(frame.convert("RGB")))
            durations.append(float(frame.info["duration"]))
        return frames, durations, int(image.info.get("loop", 0))
