"""What an import would bring, shown to the person before anything is changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.memory import LogEntry


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part of a file that is not taken over."""

    line: int  # 1 is the first line, or whatever is counted
    reason: str  # plain words
    text: str  # the beginning of what was skipped
    counted: str = "line"  # what `line` counts: the lines of a text, or each "note" of an Anki package


@dataclass(frozen=True, slots=True)
class TableLook:
    """How the columns of a table were understood, and the beginning of what stands in them."""

    roles: tuple[str, ...]  # of table_columns.ROLES, or "-" for a column that is not read
    rows: tuple[tuple[str, ...], ...]  # the first cards' cells, cut short, as many as there are columns


@dataclass(frozen=True, slots=True)
class Preview:
    """A deck as it was read, and what was left out."""

    deck: Deck
    skipped: tuple[Skipped, ...] = ()
    source: str = ""  # the name of the file or page it was read from
    notes: tuple[str, ...] = ()  # how the file was understood, in sentences
    history: Sequence[LogEntry] = ()  # ratings of these cards, as they were given
    reviews: int = 0  # those in the file that were not asked for: see `with_schedule`
    table: TableLook | None = None  # of a table, whose columns can be said to be something else
