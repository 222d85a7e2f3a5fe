"""Bytes of a deck file as text, whatever editor saved it."""

import codecs

from lstm_gui.bounded_file import FileRefused

MAX_LINES = 500_000

# How a file begins, and how it is read from there.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-8"),
)


def decode_text(content: bytes, name: str) -> str:
    """UTF-8, with or without its mark, or UTF-16 with one; every line ends in a newline alone.

    Raises FileRefused naming the first byte that does not fit, or for more lines than a deck has.
    """
    mark, encoding = next(known for known in _MARKS if content.startswith(known[0]))
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        byte = len(mark) + error.start + 1
        raise FileRefused(f"{name}: byte {byte} is not {encoding.upper()}; save the file as UTF-8.") from None
    if "\0" in text:
        raise FileRefused(f"{name} is not a text file: byte {text.index(chr(0)) + 1} is zero.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise FileRefused(f"{name} has more than {MAX_LINES} lines; split the deck.")
    return text
