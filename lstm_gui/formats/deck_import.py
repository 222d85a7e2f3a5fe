"""Importing a deck from any file: which format it is, by its content, and what it would bring."""

import re
from pathlib import Path

from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name
from lstm_gui.formats.brainscape import looks_like_page, read_page
from lstm_gui.formats.deck_file import MAX_BYTES, parse_deck
from lstm_gui.formats.deck_text import decode_text
from lstm_gui.formats.preview import Preview

_READABLE = "a deck as TOML (.toml) or a Brainscape page saved as text"

# How files of other kinds begin, and what to say of them.
_FOREIGN = (
    (b"PK\x03\x04", "a zip archive or an Anki package"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
)
_TOML = re.compile(r"^[ \t]*(?:\[\[[ \t]*card[ \t]*\]\]|name[ \t]*=[ \t]*[\"'])", re.MULTILINE)
_HTML = re.compile(r"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)


def preview_file(path: Path) -> Preview:
    """What importing a file would bring. Raises FileRefused with one sentence; nothing is changed."""
    name = shown_name(path)
    content = read_bounded(path, max_bytes=MAX_BYTES)
    for beginning, kind in _FOREIGN:
        if content.startswith(beginning):
            raise FileRefused(f"{name} is {kind}; LSTM Lab reads {_READABLE}.")
    text = decode_text(content, name)
    if path.suffix.lower() == ".toml":
        return parse_deck(text, name)
    if looks_like_page(text):
        return read_page(text, name)
    if _TOML.search(text):
        return parse_deck(text, name)
    raise FileRefused(f"{name} {_what_instead(text)}; LSTM Lab reads {_READABLE}.")


def _what_instead(text: str) -> str:
    if not text.strip():
        return "is empty"
    if _HTML.match(text):
        return "is a web page as HTML (save it as text instead)"
    return "is no deck that can be recognised"
