"""Bytes become text by UTF-8 or a marked UTF-16, or the bad byte is named."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.deck_text import MAX_LINES, decode_text
from tests.refusals import is_one_sentence, read_or_refused

MARKED = {"utf-8": b"", "utf-8-sig": b"", "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff")),
    st.sampled_from(sorted(MARKED)),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_encoding_and_line_ending_gives_the_same_text(text: str, encoding: str, ending: str) -> None:
    content = MARKED[encoding] + text.replace("\n", ending).encode(encoding)
    assert decode_text(content, "a.txt") == text


@given(st.binary())
def test_bytes_give_text_or_one_sentence(content: bytes) -> None:
    text, sentence = read_or_refused(lambda: decode_text(content, "a.txt"))
    assert text is not None or (sentence.startswith("a.txt") and is_one_sentence(sentence))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"gate\xe9s", "a.txt: byte 5 is not UTF-8; save the file as UTF-8."),
        (codecs.BOM_UTF8 + b"gate\xe9s", "a.txt: byte 8 is not UTF-8; save the file as UTF-8."),
        (codecs.BOM_UTF16_LE + b"a", "a.txt: byte 3 is not UTF-16-LE; save the file as UTF-8."),
        (b"gate\0s", "a.txt is not a text file: byte 5 is zero."),
    ],
)
def test_the_bad_byte_is_named(content: bytes, sentence: str) -> None:
    with pytest.raises(FileRefused) as caught:
        decode_text(content, "a.txt")
    assert str(caught.value) == sentence


def test_more_lines_than_a_deck_has_are_refused() -> None:
    assert decode_text(b"\n" * MAX_LINES, "deck.md").count("\n") == MAX_LINES
    with pytest.raises(FileRefused, match="more than 500000 lines; split the deck"):
        decode_text(b"\r\n" * (MAX_LINES + 1), "deck.md")
