"""The little of Protocol Buffers that Anki's packages need: one message as its fields.

https://protobuf.dev/programming-guides/encoding/
"""

from collections.abc import Iterator

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FIXED = {_FIXED64: 8, _FIXED32: 4}


class NotAMessage(ValueError):
    """The bytes are no message."""


def message_fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The number and value of each field in its order; a repeated field comes several times."""
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        kind = key & 7
        if kind == _VARINT:
            value, place = _varint(message, place)
            yield key >> 3, value
            continue
        length, place = _varint(message, place) if kind == _BYTES else (_FIXED.get(kind, -1), place)
        if length < 0 or place + length > len(message):
            raise NotAMessage(f"field {key >> 3} at byte {place} is of no known kind, or ends too late")
        yield key >> 3, message[place : place + length]
        place += length


def number_field(message: bytes, field: int) -> int:
    """The value of a field that is a number; 0 when it is not there, as the format has it."""
    values = [value for number, value in message_fields(message) if number == field]
    return values[-1] if values and isinstance(values[-1], int) else 0


def bytes_field(message: bytes, field: int) -> bytes:
    """The value of a field that is bytes, or a message of its own; b"" when it is not there."""
    values = [value for number, value in message_fields(message) if number == field]
    return values[-1] if values and isinstance(values[-1], bytes) else b""


def text_field(message: bytes, field: int) -> str:
    """The value of a field that is a text; "" when it is not there."""
    try:
        return bytes_field(message, field).decode()
    except UnicodeDecodeError as error:
        raise NotAMessage(f"field {field} is not UTF-8") from error


def _varint(message: bytes, place: int) -> tuple[int, int]:
    """A number of at most 64 bits, seven a byte, and where it ends."""
    value = 0
    for shift in range(0, 70, 7):
        if place == len(message):
            break
        byte = message[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            if value >> 64:
                break
            return value, place
    raise NotAMessage(f"the number at byte {place} does not end, or is longer than 64 bits")
