"""A person's own text file, in whatever encoding, as text to learn from."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name
from lstm_gui.foreign import foreign_kind
from lstm_gui.plain_text import without_hidden
from lstm_gui.training.task_choice import OwnText

LEAST = 200  # characters that a text must have to be learnt from
MAX_BYTES = 64_000_000
MOST = 1_000_000  # characters that are kept

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # begins as UTF-16's does: asked first
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_LOOKED_AT = 4096  # bytes, by which UTF-16 without a mark is told
_ZEROS = 0.3  # of them: Western letters in UTF-16 are zero in every second byte
_BINARY = 0.02  # of the characters: more of them hidden is no text


@dataclass(frozen=True, slots=True)
class TextFile:
    """What was read, and how."""

    own: OwnText
    encoding: str  # as people call it: "UTF-8"
    characters: int  # that the file holds, of which `own.text` has the first
    left_out: int  # control characters and the like, which nobody can see

    @property
    def cut(self) -> bool:
        """Whether the file is longer than what is kept."""
        return self.characters > len(self.own.text)


def read_own_text(path: Path) -> TextFile:
    """The text of a file. Raises FileRefused, a FileMissing where there is none, in one sentence."""
    name = shown_name(path)
    content = read_bounded(path, max_bytes=MAX_BYTES)
    kind = foreign_kind(content)
    if kind:
        raise FileRefused(f"{name} is {kind}; choose a plain text file.")
    text, encoding = decoded(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    seen = without_hidden(text)
    if len(text) - len(seen) > _BINARY * len(text):
        raise FileRefused(f"{name} is not a text file; choose one that a text editor can show.")
    return TextFile(own_text_of(seen, name), encoding, len(seen), len(text) - len(seen))


def own_text_of(text: str, name: str) -> OwnText:
    """A text that was read or pasted, cut to what is kept. Raises FileRefused for nothing to learn."""
    kept = text[:MOST]
    if not kept.strip():
        raise FileRefused(f"{name} is empty; choose a text of at least {LEAST} characters.")
    if len(set(kept)) == 1:
        raise FileRefused(f"{name} repeats one character; there is nothing to foretell in it.")
    if len(kept) < LEAST:
        raise FileRefused(f"{name} has {len(kept)} characters; at least {LEAST} are needed to learn from.")
    return OwnText(name, kept)


def decoded(content: bytes, name: str) -> tuple[str, str]:
    """Bytes as text, and what they were written in. Raises FileRefused naming the first that does not fit.

    A mark at the beginning says it. Without one it is UTF-16 where every second byte is zero, then UTF-8
    where all of it is that; else Windows-1252, or Latin-1 where it has bytes that Windows-1252 has not.
    """
    for mark, codec, known_as in (*_MARKS, *_guessed(content)):
        if content.startswith(mark):
            return _strictly(content, len(mark), codec, known_as, name), known_as
    for codec, known_as in (("utf-8", "UTF-8"), ("cp1252", "Windows-1252")):
        try:
            return content.decode(codec), known_as
        except UnicodeDecodeError:
            continue  # the next may be what it is written in
    return content.decode("latin-1"), "Latin-1"


def _guessed(content: bytes) -> tuple[tuple[bytes, str, str], ...]:
    """UTF-16 without a mark, by where its zeros stand."""
    head = content[:_LOOKED_AT]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = _ZEROS * len(head) / 2
    if odd > enough and even < odd / 10:
        return ((b"", "utf-16-le", "UTF-16"),)
    if even > enough and odd < even / 10:
        return ((b"", "utf-16-be", "UTF-16"),)
    return ()


def _strictly(content: bytes, start: int, codec: str, known_as: str, name: str) -> str:
    try:
        return content[start:].decode(codec)
    except UnicodeDecodeError as error:
        byte = start + error.start + 1
        raise FileRefused(f"{name}: byte {byte} is not {known_as}; save the file as UTF-8.") from None
