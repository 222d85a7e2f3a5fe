"""The lines above a table in which Anki says how it is written: #separator:, #html:, #columns: …"""

import re
from dataclasses import dataclass, field

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.table_columns import by_names
from lstm_gui.plain_text import in_one_line

_LINE = re.compile(r"#([a-z \t]++):(.*)", re.IGNORECASE)
_NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_COLUMN_OF = {
    "guid column": "uid",
    "tags column": "tags",
    "deck column": "topic",
    "notetype column": "notetype",
}
_OTHER = frozenset({"notetype", "if matches"})  # known, and of no use here


@dataclass(slots=True)
class Head:
    """What the lines say; "" and {} where they are silent."""

    lines: int = 0
    separator: str = ""
    html: bool = False
    deck: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    names: str = ""  # of the columns, as they stand in the line
    columns: dict[str, int] = field(default_factory=dict)

    def named(self, delimiter: str) -> dict[str, int]:
        """The columns that #columns: names."""
        return by_names(self.names.split(delimiter)) if self.names else {}


def read_head(text: str, name: str) -> Head:
    """The head of a table. Raises FileRefused, by line, for what cannot be meant."""
    head = Head()
    start = 0
    while text.startswith("#", start):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found = _LINE.fullmatch(text[start : min(end, start + 10_000)])
        if not found or not _note(
            head, found[1].strip().lower(), found[2], f"{name}, line {head.lines + 1}:"
        ):
            break
        head.lines += 1
        start = end + 1
    return head


def _note(head: Head, key: str, value: str, place: str) -> bool:
    """Take one line over; False for one that belongs to the table."""
    said = value.strip()
    if key == "separator":
        head.separator = _separator(value, place)
    elif key == "html":
        head.html = said.lower() == "true"
    elif key == "deck":
        head.deck = said
    elif key == "description":
        head.description = said
    elif key == "tags":
        head.tags = tuple(said.split())
    elif key == "columns":
        head.names = value
    elif key in _COLUMN_OF:
        head.columns[_COLUMN_OF[key]] = _column(said, place)
    else:
        return key in _OTHER
    return True


def _separator(value: str, place: str) -> str:
    said = value.strip().lower()
    found = _NAMED.get(said) or (value if len(value) == 1 else said)
    if len(found) != 1 or found in '"\n':
        names = ", ".join(name.capitalize() for name in _NAMED)
        raise FileRefused(f'{place} "{in_one_line(value)}" is no separator; write one of {names}.')
    return found


def _column(said: str, place: str) -> int:
    if not (said.isascii() and said.isdecimal() and len(said) < 6 and int(said) > 0):
        raise FileRefused(f'{place} "{in_one_line(said)}" is no column; write its number, from 1.')
    return int(said) - 1
