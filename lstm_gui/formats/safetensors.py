"""Reading a safetensors file that may be anything: every cap is checked before what it caps takes memory.

A file is 8 bytes (the length of the header, little-endian), the header as JSON, and the numbers of all
tensors one after another without a gap: https://github.com/huggingface/safetensors. The header has an object
for each tensor, {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, and texts in "__metadata__".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import prod
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.bounded_file import FileRefused, open_bounded, shown_name, size_in_words
from lstm_gui.plain_text import first_hidden, in_one_line
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json

MAX_BYTES = 64_000_000  # of a file: far more than any network here has
MAX_HEADER = 1_000_000  # bytes
MAX_TENSORS = 1000
MAX_MAGNITUDE = 1e6  # of a number
_ANY = float(np.finfo(np.float32).max)
_LONGEST_NAME, _MOST_AXES, _MOST_TEXTS = 200, 8, 100
_PREFIX = 8  # bytes that hold the length of the header
METADATA = "__metadata__"
KINDS: dict[str, str] = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
"""What can be read, and as what. F16 and BF16 become float32, in which they are whole."""

_PICKLED = (b"PK\x03\x04", b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")
_PICKLED_ENDINGS = (".pt", ".pth", ".bin", ".pkl", ".pickle", ".ckpt")
RECIPE = (
    "in PyTorch, safetensors.torch.save_file(torch.load(name, weights_only=True), 'model.safetensors') "
    "writes the same weights as a file that is opened here"
)

Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Tensors:
    """What stands in a file: float32 and float64 arrays by name, in the order of the file, and its texts."""

    arrays: Mapping[str, Array]
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A tensor as the header has it."""

    name: str
    kind: str  # one of KINDS
    shape: tuple[int, ...]
    start: int  # bytes after the header
    end: int


def read_tensors(path: Path, *, unbounded: tuple[str, ...] = ()) -> Tensors:
    """Every tensor and text of a file. Raises FileRefused, with the recipe for a file of pickled weights.

    Numbers are at most MAX_MAGNITUDE, but for tensors whose names begin with one of `unbounded`.
    """
    name = shown_name(path)
    if path.suffix.lower() in _PICKLED_ENDINGS:
        raise pickled(name)
    with open_bounded(path, max_bytes=MAX_BYTES) as file:
        header, size = _header(file, name)
        entries, metadata = _entries(header, name)
        _check_places(entries, size, name)
        arrays: dict[str, Array] = {}
        for entry in entries:
            most = _ANY if entry.name.startswith(unbounded) else MAX_MAGNITUDE
            arrays[entry.name] = _array(file.read(entry.end - entry.start), entry, name, most)
        return Tensors(arrays, metadata)


def pickled(name: str) -> FileRefused:
    """The refusal of weights whose reading could run a program."""
    return FileRefused(f"{name} may hold pickled weights, which can run a program when opened: {RECIPE}.")


def _header(file: IO[bytes], name: str) -> tuple[Field, int]:
    """The header, and how many bytes follow it; the file stands behind it."""
    prefix = file.read(_PREFIX)
    if len(prefix) < _PREFIX:
        raise FileRefused(f"{name} is too short to be a safetensors file.")
    length = int.from_bytes(prefix, "little")
    if length > MAX_HEADER and prefix.startswith(_PICKLED):  # a short header's length may begin so too
        raise pickled(name)
    if length > MAX_HEADER:
        raise FileRefused(
            f"{name} is no safetensors file, or its header is longer than {size_in_words(MAX_HEADER)}, "
            "the most that is read."
        )
    raw = file.read(length)
    if len(raw) < length:
        raise FileRefused(f"{name} ends within its header; it may have been cut short.")
    if not raw.startswith(b"{"):
        raise FileRefused(f"{name} is no safetensors file: its header does not begin with a brace.")
    value = parse_json(raw.rstrip(b" "), name=f"{name}, header", max_bytes=MAX_HEADER)
    start = file.tell()
    size = file.seek(0, 2) - start
    file.seek(start)
    return Field(value, name), size


def _entries(header: Field, name: str) -> tuple[list[_Entry], dict[str, str]]:
    """The tensors in the order in which they stand, and the texts."""
    tensors = header.keys()
    texts = tensors.pop(METADATA, None)
    if len(tensors) > MAX_TENSORS:
        raise FileRefused(f"{name} has {len(tensors)} tensors; at most {MAX_TENSORS} are read.")
    entries = [_entry(key, value) for key, value in tensors.items()]
    entries.sort(key=lambda entry: (entry.start, entry.end))
    return entries, {} if texts is None else _texts(texts)


def _texts(field_: Field) -> dict[str, str]:
    found = field_.keys()
    if len(found) > _MOST_TEXTS:
        raise field_.refused(f"has {len(found)} texts; at most {_MOST_TEXTS} are read")
    for key in found:
        _check_name(key, field_)
    return {key: value.text(MAX_HEADER, lines=True) for key, value in found.items()}


def _entry(name: str, value: Field) -> _Entry:
    _check_name(name, value)
    table = value.table(("dtype", "shape", "data_offsets"))
    kind = table["dtype"].text(20)
    if kind not in KINDS:
        raise value.refused(f"holds {kind}; only {', '.join(KINDS)} are read")
    shape = tuple(axis.whole(0, MAX_BYTES) for axis in table["shape"].items(0, _MOST_AXES, "whole number"))
    start, end = (place.whole(0, MAX_BYTES) for place in table["data_offsets"].items(2, 2, "place"))
    wanted = prod(shape) * np.dtype(KINDS[kind]).itemsize
    if end - start != wanted:
        words = "×".join(map(str, shape)) or "one number"
        raise value.refused(f"has {end - start} bytes; {words} of {kind} are {wanted}")
    return _Entry(name, kind, shape, start, end)


def _check_name(name: str, value: Field) -> None:
    if not name or len(name) > _LONGEST_NAME:
        raise value.refused(f"has a name of {len(name)} characters; 1 to {_LONGEST_NAME} are read")
    if hidden := first_hidden(name) or next((f"U+{ord(mark):04X}" for mark in "\n\t" if mark in name), ""):
        raise value.refused(f"has the hidden character {hidden} in its name")


def _check_places(entries: list[_Entry], size: int, name: str) -> None:
    """Raise FileRefused unless the tensors fill what follows the header, one after another."""
    place = 0
    for entry in entries:
        if entry.start != place:
            what = "overlaps another" if entry.start < place else "leaves a gap before it"
            raise FileRefused(f'{name}: the tensor "{in_one_line(entry.name)}" {what}.')
        place = entry.end
    if place > size:
        raise FileRefused(
            f"{name} should have {place} bytes after its header, but has {size}; it may have been cut short."
        )
    if place < size:
        raise FileRefused(f"{name} has {size - place} bytes that belong to no tensor.")


def _array(raw: bytes, entry: _Entry, name: str, most: float) -> Array:
    """The numbers of a tensor, read-only. Raises FileRefused for one that is not finite, or too large."""
    if len(raw) != entry.end - entry.start:
        raise FileRefused(f"{name} became shorter while it was read.")
    flat = np.frombuffer(raw, KINDS[entry.kind])
    if entry.kind == "BF16":
        wide = flat.astype(np.uint32)
        wide <<= 16
        flat = wide.view(np.float32)
    flat = flat.astype(np.float64 if entry.kind == "F64" else np.float32, copy=False)
    largest = float(np.maximum(-flat.min(initial=0.0), flat.max(initial=0.0)))  # NaN where there is one
    if not largest <= most:
        what = "a number that is not finite" if not np.isfinite(flat).all() else f"the number {largest:g}"
        raise FileRefused(
            f'{name}: the tensor "{in_one_line(entry.name)}" holds {what}; '
            f"finite ones are read, up to ±{most:g}."
        )
    return flat.reshape(entry.shape)
