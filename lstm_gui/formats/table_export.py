"""A deck as a table, one card a row, with the header lines by which Anki and the import know the columns."""

import csv
import io
import re

from lstm_gui.quiz.card import Card, Deck

COLUMNS = ("uid", "front", "back", "topic", "formula", "why", "tags", "scene", "challenge")
FIRST_COLUMNS = COLUMNS[:-1]  # in tables written before cards could be graded
NO_BREAK = "\N{NO-BREAK SPACE}"

# A spreadsheet takes a cell that begins so for a formula, and would carry it out. The apostrophe says that it
# is text; one more before those that begin with apostrophes keeps the two apart when the file is read again.
_ACTIVE = re.compile(r"'*[=+\-@\t\r]")


def write_tsv(deck: Deck) -> bytes:
    """The deck with tabs between the cells, UTF-8."""
    return _table(deck, "\t", "Tab")


def write_csv(deck: Deck) -> bytes:
    """The deck with commas between the cells, UTF-8."""
    return _table(deck, ",", "Comma")


def unguarded(cell: str) -> str:
    """A cell as it was before the apostrophe that keeps a spreadsheet from carrying it out."""
    return cell[1:] if cell.startswith("'") and _ACTIVE.match(cell) else cell


def _table(deck: Deck, delimiter: str, separator: str) -> bytes:
    head = (
        f"#separator:{separator}",
        "#html:false",
        f"#deck:{_line(deck.name)}",
        *([f"#description:{_line(deck.description)}"] if deck.description else []),
        f"#columns:{delimiter.join(COLUMNS)}",
        f"#guid column:{COLUMNS.index('uid') + 1}",
        f"#tags column:{COLUMNS.index('tags') + 1}",
    )
    body = io.StringIO()
    writer = csv.writer(body, delimiter=delimiter, lineterminator="\n")
    # Anki takes a row that begins with # for a comment, unless it begins with a quotation mark.
    quoting = csv.writer(body, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for card in deck.cards:
        (quoting if card.uid.startswith("#") else writer).writerow(_row(card))
    return ("\n".join(head) + "\n" + body.getvalue()).encode()


def _row(card: Card) -> list[str]:
    tags = " ".join(tag.replace(" ", NO_BREAK) for tag in card.tags)  # a space ends a tag, in Anki as well
    texts = (card.uid, card.front, card.back, card.topic, card.formula, card.why, tags)
    return [guarded(text) for text in (*texts, card.scene, card.challenge)]


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def _line(text: str) -> str:
    return " ".join(text.split())
