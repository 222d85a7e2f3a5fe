"""Writing arrays as a safetensors file; `safetensors.py` says what that is."""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.formats.safetensors import METADATA

_KINDS = {np.dtype(np.float64): "F64", np.dtype(np.float32): "F32"}
_ALIGNED = 8  # bytes: where the numbers begin, so that another tool can use them in place


def written_tensors(arrays: Mapping[str, NDArray[Any]], metadata: Mapping[str, str]) -> bytes:
    """The content of a file with float32 and float64 arrays by name, and texts by name.

    The widest numbers come first, so that each array stands at a multiple of its numbers' width. Raises
    ValueError for an array of other numbers.
    """
    header: dict[str, Any] = {METADATA: dict(metadata)} if metadata else {}
    parts: list[bytes] = []
    place = 0
    for name, array in sorted(arrays.items(), key=lambda item: -item[1].itemsize):
        if array.dtype not in _KINDS:
            raise ValueError(f"{name} is {array.dtype}; wanted float32 or float64")
        parts.append(np.ascontiguousarray(array, array.dtype.newbyteorder("<")).tobytes())
        end = place + len(parts[-1])
        header[name] = {"dtype": _KINDS[array.dtype], "shape": [*array.shape], "data_offsets": [place, end]}
        place = end
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % _ALIGNED)
    return b"".join([len(text).to_bytes(8, "little"), text, *parts])
