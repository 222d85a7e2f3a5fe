"""Importing a deck from any file: which format it is, by its content, and what it would bring."""

import re
from collections.abc import Sequence
from pathlib import Path

from lstm_gui.bounded_file import FileRefused, open_bounded, read_bounded, shown_name
from lstm_gui.foreign import foreign_kind
from lstm_gui.formats import json_deck
from lstm_gui.formats.anki.package import MAX_PACKAGE
from lstm_gui.formats.anki.reader import read_package
from lstm_gui.formats.brainscape import looks_like_page, read_page
from lstm_gui.formats.deck_file import MAX_BYTES, parse_deck
from lstm_gui.formats.deck_text import decode_text
from lstm_gui.formats.markdown_deck import looks_like_markdown, read_markdown
from lstm_gui.formats.preview import Preview
from lstm_gui.formats.table_import import looks_like_table, read_table

_READABLE = (
    "a deck (.toml, .jsonl), a package of Anki, Markdown (.md), a table (.csv, .tsv) or a Brainscape page"
)

_ZIP = b"PK\x03\x04"
_TOML = re.compile(r"^[ \t]*(?:\[\[[ \t]*card[ \t]*\]\]|name[ \t]*=[ \t]*[\"'])", re.MULTILINE)
_HTML = re.compile(r"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)


def preview_file(path: Path, columns: Sequence[str] = (), *, with_schedule: bool = False) -> Preview:
    """What importing a file would bring; `columns` says what the columns of a table hold, `with_schedule`
    whether the reviews in a package of Anki come along.

    Raises FileRefused with one sentence; nothing is changed.
    """
    name = shown_name(path)
    if _begins_as_zip(path):
        with open_bounded(path, max_bytes=MAX_PACKAGE) as package:
            return read_package(package, name, path.stem, with_schedule=with_schedule)
    if path.suffix.lower() == ".jsonl":
        return json_deck.read_json_file(path)
    content = read_bounded(path, max_bytes=MAX_BYTES)
    if json_deck.looks_like_json_deck(content):
        return json_deck.read_json_deck(content, name)
    if kind := foreign_kind(content):
        raise FileRefused(f"{name} is {kind}; LSTM Lab reads {_READABLE}.")
    text = decode_text(content, name)
    if text.strip() and (path.suffix.lower() in (".csv", ".tsv") or columns):
        return read_table(text, name, path.stem, columns)
    if path.suffix.lower() == ".toml":
        return parse_deck(text, name)
    if path.suffix.lower() in (".md", ".markdown") and text.strip() and not looks_like_page(text):
        return read_markdown(text, name, path.stem)
    if looks_like_page(text):
        return read_page(text, name)
    if _TOML.search(text):
        return parse_deck(text, name)
    if looks_like_markdown(text):
        return read_markdown(text, name, path.stem)
    if looks_like_table(text):
        return read_table(text, name, path.stem)
    raise FileRefused(f"{name} {_what_instead(text)}; LSTM Lab reads {_READABLE}.")


def _begins_as_zip(path: Path) -> bool:
    with open_bounded(path, max_bytes=MAX_PACKAGE) as file:
        return file.read(len(_ZIP)) == _ZIP


def _what_instead(text: str) -> str:
    if not text.strip():
        return "is empty"
    if _HTML.match(text):
        return "is a web page as HTML (save it as text instead)"
    return "is no deck that can be recognised"
