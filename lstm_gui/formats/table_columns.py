"""Which column of a table is the question, which the answer, the topic …"""

from collections.abc import Mapping, Sequence

from lstm_gui.formats.card_identity import comparable

# What people call them, in files from here, from Anki, and from elsewhere.
_CALLED = {
    "uid": ("uid", "guid", "id"),
    "front": ("front", "question", "term", "prompt", "word", "text", "q"),
    "back": ("back", "answer", "definition", "response", "meaning", "a"),
    "topic": ("topic", "chapter", "category", "section", "subject", "deck"),
    "formula": ("formula", "latex", "equation"),
    "why": ("why", "explanation", "extra", "back extra", "notes", "hint"),
    "tags": ("tags", "tag", "labels", "keywords"),
    "scene": ("scene",),
    "challenge": ("challenge",),
}
ROLES = tuple(_CALLED)

Columns = Mapping[str, int]  # what a column holds, and which it is, from 0


def by_names(names: Sequence[str]) -> dict[str, int]:
    """The columns whose names say what they hold; a column is one thing, and the first name counts."""
    known = [comparable(name) for name in names]
    found: dict[str, int] = {}
    for role, called in _CALLED.items():
        place = next((known.index(name) for name in called if name in known), None)
        if place is not None:
            found[role] = place
    return found


def names_columns(row: Sequence[str]) -> bool:
    """Whether a first row names the columns, that of the question and that of the answer among them."""
    found = by_names(row)
    return "front" in found and "back" in found


def mapped(width: int, named: Columns, taken: Columns) -> dict[str, int]:
    """The columns of a table of a width: those `taken` for certain, those `named`, and else the first free
    two as question and answer."""
    found = dict(taken)
    for role, column in named.items():
        if column not in found.values():
            found.setdefault(role, column)
    free = [column for column in range(width) if column not in found.values()]
    for role in ("front", "back"):
        if role not in found and free:
            found[role] = free.pop(0)
    return {role: found[role] for role in ROLES if role in found and found[role] < width}


def in_words(columns: Columns, width: int) -> str:
    """Which column is what, as a sentence."""
    parts = ", ".join(f"{column + 1} {role}" for role, column in sorted(columns.items(), key=_place))
    left = [str(column + 1) for column in range(width) if column not in columns.values()]
    rest = f"; not read: {', '.join(left[:20])}{'…' if len(left) > 20 else ''}" if left else ""
    return f"Columns: {parts}{rest}."


def _place(item: tuple[str, int]) -> int:
    return item[1]
