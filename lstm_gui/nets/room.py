"""Room for large arrays, used again once nobody holds what was there.

Memory that a process has not touched before is handed out page by page as it is first written to, which takes
longer than a kernel takes to compute what it writes; and what is freed at the end of one step of training
would be handed out anew in the next.
"""

import math
import sys
from collections.abc import Callable
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.choice import Kernel

Room = Callable[[tuple[int, ...], np.dtype[Any]], FloatArray]
"""Makes an array of a shape and a precision."""

LARGE = 1 << 18  # bytes; smaller arrays are had quickly
MOST = 1 << 27  # bytes that are kept though nobody uses them
LINE = 64  # bytes of the processor's cache that are read at once; where a line begins, so do the arrays


class Kept:
    """Blocks of memory, those that were longest not asked for first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._blocks: list[NDArray[np.uint8]] = []
        self._lock = Lock()

    def empty(self, shape: tuple[int, ...], dtype: np.dtype[Any]) -> FloatArray:
        """As `np.empty`, in memory that was used before where there is such."""
        size = math.prod(shape) * dtype.itemsize
        with self._lock:
            block = self._block(size)
            self._blocks.append(block)
            array: FloatArray = block.view(dtype).reshape(shape)
        return array

    @property
    def spare(self) -> int:
        """Bytes that are kept though nobody uses them."""
        return sum(block.nbytes for k, block in enumerate(self._blocks) if self._unused(k))

    def _block(self, size: int) -> NDArray[np.uint8]:
        for k in range(len(self._blocks)):
            if self._blocks[k].nbytes == size and self._unused(k):
                return self._blocks.pop(k)
        self._let_go(self.spare - self._most)
        return new_block(size)

    def _unused(self, k: int) -> bool:
        """Whether a block alone refers to its memory, as which numpy counts the array that it is cut from."""
        return sys.getrefcount(self._blocks[k].base) == ALONE

    def _let_go(self, excess: int) -> None:
        while excess > 0:
            k = next(k for k in range(len(self._blocks)) if self._unused(k))
            excess -= self._blocks.pop(k).nbytes


def new_block(size: int) -> NDArray[np.uint8]:
    """So many bytes from the beginning of a line on, cut from an array that holds them."""
    whole: NDArray[np.uint8] = np.empty(size + LINE, np.uint8)
    start = -whole.__array_interface__["data"][0] % LINE
    return whole[start : start + size]


_PROBE = [new_block(1)]
ALONE = sys.getrefcount(_PROBE[0].base)
KEPT = Kept()


def room_for(kernel: Kernel | None, size: int) -> Room:
    """What makes the arrays of a trace, each of about so many numbers.

    They are zero for the readable steps, some of which may not be run; a kernel writes every number.
    """
    if kernel is None:
        return np.zeros
    return KEPT.empty if size * 8 >= LARGE else np.empty


def room_like(array: FloatArray) -> FloatArray:
    """As `np.empty_like`, in memory that was used before where there is such."""
    large = array.nbytes >= LARGE
    return KEPT.empty(array.shape, array.dtype) if large else np.empty(array.shape, array.dtype)
