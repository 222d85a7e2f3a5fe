"""The frames of a moving picture, kept packed: some 100 kB each where one picture has five megabytes."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]  # height × width × 3: red, green, blue

_QUICK = 1  # of zlib: pages have large even grounds, which pack well at once


@dataclass
class Film:
    """Frames of one size, shown `rate` a second, over and over."""

    width: int
    height: int
    rate: float
    _packed: list[bytes] = field(default_factory=list)

    def add(self, rgbx: bytes) -> None:
        """Put a frame behind the others: four bytes a pixel, the last of which counts nothing.

        Raises ValueError for a frame of another size.
        """
        if len(rgbx) != self.width * self.height * 4:
            raise ValueError(f"a frame of {len(rgbx)} bytes is not {self.width} × {self.height} pixels")
        self._packed.append(zlib.compress(rgbx, _QUICK))

    def __len__(self) -> int:
        return len(self._packed)

    def raw(self, number: int) -> bytes:
        """A frame, counted from 0, as it was added."""
        return zlib.decompress(self._packed[number])

    def pixels(self, number: int) -> Pixels:
        """A frame, counted from 0."""
        return np.frombuffer(self.raw(number), np.uint8).reshape(self.height, self.width, 4)[..., :3]

    def durations(self, unit: float) -> list[int]:
        """How long each frame is shown, in whole units; what is rounded off one is given to another."""
        return [after - start for start, after in pairwise(self._starts(unit))]

    def _starts(self, unit: float) -> Iterator[int]:
        """When each frame begins, and when the last one ends, in whole units of so many seconds."""
        return (round(number / self.rate / unit) for number in range(len(self) + 1))
