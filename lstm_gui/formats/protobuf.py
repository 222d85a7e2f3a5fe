"""The wire format of Protocol Buffers, as far as writing a message needs it.

A message is its fields one after another, each with a tag, number · 8 + kind, before it:
https://protobuf.dev/programming-guides/encoding.
"""

import struct

_VARINT, _LENGTH, _FIXED_32 = 0, 2, 5
_WHOLE = (1 << 64) - 1


def whole(field: int, value: int) -> bytes:
    """A whole number (int64, or an enumeration)."""
    return _varint(field << 3 | _VARINT) + _varint(value & _WHOLE)


def single(field: int, value: float) -> bytes:
    """A float of 32 bits."""
    return _varint(field << 3 | _FIXED_32) + struct.pack("<f", value)


def content(field: int, value: bytes | str) -> bytes:
    """A text, bytes, or a message inside this one."""
    raw = value.encode() if isinstance(value, str) else value
    return _varint(field << 3 | _LENGTH) + _varint(len(raw)) + raw


def _varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first; the top bit says that more follow."""
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)
