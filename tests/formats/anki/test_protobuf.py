"""Messages are read as the format has it, or refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.anki.protobuf import NotAMessage, message_fields, number_field, text_field


def varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


@given(st.lists(st.tuples(st.integers(1, 2**20), st.integers(0, 2**64 - 1) | st.binary(max_size=200))))
def test_what_was_written_is_read(fields: list[tuple[int, int | bytes]]) -> None:
    message = b"".join(
        varint(number << 3) + varint(value)
        if isinstance(value, int)
        else varint(number << 3 | 2) + varint(len(value)) + value
        for number, value in fields
    )
    assert list(message_fields(message)) == fields


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(NotAMessage):
        assert sum(1 for _ in message_fields(content)) <= len(content)


@pytest.mark.parametrize("content", [b"\x08", b"\x08" + b"\xff" * 10, b"\x12\x05ab", b"\x0b", b"\x09abc"])
def test_a_message_cut_off_or_of_another_kind_is_refused(content: bytes) -> None:
    with pytest.raises(NotAMessage):
        list(message_fields(content))


def test_the_last_of_a_field_counts_and_a_missing_one_is_nothing() -> None:
    message = b"\x08\x01\x08\x02\x12\x01a\x12\x01b\x1dabcd\x19abcdefgh"
    assert (number_field(message, 1), number_field(message, 5), number_field(message, 2)) == (2, 0, 0)
    assert (text_field(message, 2), text_field(message, 5), text_field(message, 1)) == ("b", "", "")
    with pytest.raises(NotAMessage):
        text_field(b"\x12\x01\xff", 2)
