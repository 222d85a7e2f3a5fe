"""Decks in notes: what is written comes back, what people write is understood, and the rest says why."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.deck_text import decode_text
from lstm_gui.formats.markdown_deck import read_markdown, write_markdown
from lstm_gui.formats.preview import Preview
from lstm_gui.plain_text import without_hidden
from lstm_gui.quiz.card import Card, Deck
from tests.refusals import is_one_sentence, read_or_refused

NOTES = """\
# Gates

What they do.

## Forget gate

**Q:** What does f = 1 do?
**A:** It keeps c.

```python
# not a heading
Q: nor a question
```
Why: Times one.
Tags: gates, forget gate

Q: And f = 0?

## Input gate
Loose.
Q: What does i = 0 do?
A: Nothing comes in.
\\Q: is how a question begins.
UID: input
"""

pieces = st.sampled_from(
    ["Q:", "A: ", "#", "# a", "##", "```", "\\", "\n", "\n\n", " ", "**", "x", "Why:", "UID: u"]
)
texts = st.lists(pieces | st.text(max_size=4), max_size=8).map(
    lambda parts: without_hidden("".join(parts)).strip()
)
lines = st.text(st.characters(categories=["L", "N"]), max_size=8)
cards = st.builds(
    Card,
    uid=lines.filter(bool),
    front=texts.filter(bool),
    back=texts.filter(bool),
    topic=lines,
    formula=texts,
    why=texts,
    tags=st.lists(lines.filter(bool), max_size=3, unique=True).map(tuple),
    scene=lines,
    challenge=lines,
)


def read(text: str) -> Preview:
    """The deck in a text."""
    return read_markdown(decode_text(text.encode(), "notes.md"), "notes.md", "notes")


@given(st.lists(cards, min_size=1, max_size=4, unique_by=lambda card: card.uid), lines.filter(bool), texts)
def test_what_is_written_comes_back_the_same(made: list[Card], name: str, about: str) -> None:
    deck = Deck(name, tuple(made), about)
    preview = read(write_markdown(deck).decode())
    assert (preview.deck, preview.skipped) == (deck, ())


def test_notes_are_understood_and_what_is_left_out_is_named() -> None:
    preview = read(NOTES)
    first, second = preview.deck.cards
    assert (preview.deck.name, preview.deck.description) == ("Gates", "What they do.")
    assert first.back == "It keeps c.\n\n```python\n# not a heading\nQ: nor a question\n```"
    assert (first.topic, first.why, first.tags) == ("Forget gate", "Times one.", ("gates", "forget gate"))
    assert second == Card(
        "input", "What does i = 0 do?", "Nothing comes in.\nQ: is how a question begins.", "Input gate"
    )
    assert [(part.line, part.reason) for part in preview.skipped] == [
        (17, "has no answer"),
        (19, "stands outside of the cards"),
    ]


def test_headings_are_questions_where_none_is_marked() -> None:
    preview = read(
        "# LSTM\n## Gates\n### What is f?\nA number.\n\nFrom 0 to 1.\n### What is i?\n"
        "## What is c?\nThe state.\n"
    )
    assert preview.deck.name == "LSTM"
    assert [(card.topic, card.front, card.back) for card in preview.deck.cards] == [
        ("Gates", "What is f?", "A number.\n\nFrom 0 to 1."),
        ("Gates", "What is c?", "The state."),
    ]
    assert [(part.line, part.reason) for part in preview.skipped] == [(7, "has no answer")]


def test_a_file_is_known_by_its_ending_or_its_marks(tmp_path: Path) -> None:
    for name in ("notes.md", "notes.MARKDOWN", "notes.txt", "notes"):
        path = tmp_path / name
        path.write_text(NOTES, encoding="utf-8")
        assert preview_file(path).deck.name == "Gates"


@pytest.mark.parametrize(
    "text",
    [
        "Only words.\n",
        "# a\n",
        "\n" * 1_000_000,
        "# a\n" * 100_000,
        "Q: a\n" * 100_000,
        "```\n" * 400_000,
        "*" * 1_000_000,
        "\\" * 1_000_000,
        "# " + " " * 1_000_000 + "\nx",
        "Q:" + "\t" * 1_000_000,
    ],
    ids=range(10),
)
def test_what_is_hostile_or_no_deck_is_refused_in_a_sentence(text: str) -> None:
    start = time.process_time()
    preview, sentence = read_or_refused(lambda: read(text))
    assert time.process_time() - start < 2
    assert preview is None
    assert is_one_sentence(sentence)


@given(st.lists(pieces, max_size=30).map("\n".join))
def test_anything_is_read_or_refused(text: str) -> None:
    preview, sentence = read_or_refused(lambda: read(text))
    assert is_one_sentence(sentence) if preview is None else preview.deck.cards
