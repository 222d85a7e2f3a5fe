"""Writing a deck as a file: one writer for each ending of a name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lstm_gui.formats.anki.writer import write_package
from lstm_gui.formats.json_deck import json_lines
from lstm_gui.formats.markdown_deck import write_markdown
from lstm_gui.formats.table_export import write_csv, write_tsv
from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.memory import LogEntry


@dataclass(frozen=True, slots=True)
class DeckCopy:
    """A deck as it leaves: its cards, and what the log says of them, in its order."""

    deck: Deck
    events: Iterable[LogEntry] = ()


Writer = Callable[[DeckCopy], bytes | Iterator[bytes]]

WRITERS: dict[str, Writer] = {
    ".tsv": lambda copy: write_tsv(copy.deck),
    ".csv": lambda copy: write_csv(copy.deck),
    ".jsonl": lambda copy: json_lines(copy.deck, copy.events),
    ".md": lambda copy: write_markdown(copy.deck),
    ".apkg": lambda copy: write_package(copy.deck),
}


def exported(copy: DeckCopy, path: Path) -> bytes | Iterator[bytes]:
    """The content of the file at `path`, in the format that its name ends in: one of WRITERS.

    Of a format that can be long it comes piece by piece, and the events are gone through meanwhile.
    """
    return WRITERS[path.suffix.lower()](copy)
