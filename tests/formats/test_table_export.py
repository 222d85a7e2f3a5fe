"""A deck as a table: every cell there, none of them a formula, the columns named as Anki reads them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.table_export import COLUMNS, unguarded, write_csv, write_tsv
from lstm_gui.quiz.card import Card, Deck

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


def rows(content: bytes, delimiter: str) -> list[list[str]]:
    """The rows after the lines of the head."""
    lines = content.decode().split("\n")
    head = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return list(csv.reader(io.StringIO("\n".join(lines[head:]), newline=""), delimiter=delimiter))


@given(st.lists(st.tuples(texts, texts, texts), max_size=5))
def test_every_text_comes_back_and_none_is_carried_out(cells: list[tuple[str, str, str]]) -> None:
    cards = tuple(Card(f"#{n}", front, back, topic) for n, (front, back, topic) in enumerate(cells))
    for content, delimiter in ((write_tsv(Deck("D", cards)), "\t"), (write_csv(Deck("D", cards)), ",")):
        found = [row for row in rows(content, delimiter) if row]
        assert [tuple(map(unguarded, row[1:4])) for row in found] == cells
        assert not any(cell.startswith(tuple("=+-@\t\r")) for row in found for cell in row)


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''@x", "-x", "'quoted'", "plain", "'"])
def test_the_apostrophe_goes_as_it_came(text: str) -> None:
    (row,) = rows(write_tsv(Deck("D", (Card("a", text, "b"),))), "\t")
    assert unguarded(row[1]) == text


def test_the_head_says_what_the_columns_are() -> None:
    card = Card("a", "Q", "A", tags=("gate one", "σ"))
    head = write_csv(Deck("Gates\nand more", (card,), "What\nthey do.")).decode().split("\n")
    assert head[:7] == [
        "#separator:Comma",
        "#html:false",
        "#deck:Gates and more",
        "#description:What they do.",
        f"#columns:{','.join(COLUMNS)}",
        "#guid column:1",
        "#tags column:7",
    ]
    assert head[7] == "a,Q,A,,,,gate\N{NO-BREAK SPACE}one σ,,"
