"""Bytes of a deck file as text, whatever editor saved it."""

import codecs

from lstm_gui.bounded_file import FileRefused

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_text(content: bytes, name: str) -> str:
    """UTF-8, with or without its mark, or UTF-16 with one; every line ends in a newline alone.

    Raises FileRefused naming the first byte that does not fit.
    """
    encoding = "utf-16" if content.startswith(_UTF_16_MARKS) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused(
            f"{name}: byte {error.start + 1} is not {encoding[:6].upper()}; save the file as UTF-8."
        ) from None
    if "\0" in text:
        raise FileRefused(f"{name} is not a text file: byte {text.index(chr(0)) + 1} is zero.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
