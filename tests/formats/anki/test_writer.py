"""A deck that left as a package comes back as it was, in every respect that Anki has room for."""

import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.anki.own_notes import FIELDS, NAME
from lstm_gui.formats.anki.reader import read_package
from lstm_gui.formats.anki.writer import write_package
from lstm_gui.formats.deck_file import read_deck
from lstm_gui.formats.preview import Preview
from lstm_gui.quiz.card import Card, Deck

BUNDLED = Path(__file__).resolve().parents[3] / "resources" / "decks" / "lstm-fundamentals.toml"
DECK = Deck(
    "Gates::Forget",
    (Card("f", "What is $f_t$ <1?", "A gate & more.\n  It costs \\$5."), Card("i", "i", "j")),
)

# What HTML, MathJax or Anki's own marks would take for something else stands in no text here.
_LETTERS = st.characters(exclude_categories=["C", "Z"], exclude_characters="\\$[")
_WORDS = st.text(_LETTERS, min_size=1, max_size=8)
_TEXTS = st.lists(_WORDS | st.builds("${}$".format, st.text("abc_^{}<&", min_size=1)), min_size=1).map(
    " ".join
)
_LINES = st.lists(_TEXTS, min_size=1, max_size=3).map("\n".join)


def returned(deck: Deck) -> Preview:
    return read_package(io.BytesIO(write_package(deck)), "d.apkg", "d")


def rows(deck: Deck, sql: str) -> list[tuple[object, ...]]:
    with (
        zipfile.ZipFile(io.BytesIO(write_package(deck))) as archive,
        closing(sqlite3.connect(":memory:")) as db,
    ):
        db.deserialize(archive.read("collection.anki2"))
        return db.execute(sql).fetchall()


def test_the_bundled_deck_comes_back_whole() -> None:
    deck = read_deck(BUNDLED).deck
    preview = returned(deck)
    assert (preview.deck, preview.skipped) == (deck, ())


@given(front=_LINES, back=_LINES, why=st.just("") | _LINES, tags=st.lists(_WORDS, max_size=3))
def test_any_card_comes_back(front: str, back: str, why: str, tags: list[str]) -> None:
    card = Card("uid 1", front, back, "A topic", r"c_t < f_t \odot c_{t-1}", why, tuple(tags), "remember")
    assert returned(Deck("Gates", (card,))).deck == Deck("Gates", (card,))


def test_nested_decks_dollars_and_spaces_come_back() -> None:
    assert returned(DECK).deck == DECK
    assert "Gates::Forget" in str(rows(DECK, "SELECT decks FROM col"))


def test_cards_that_rest_come_back_resting_when_the_schedule_is_asked_for() -> None:
    deck = replace(DECK, resting=frozenset({"i"}))
    packed = io.BytesIO(write_package(deck))
    assert read_package(packed, "d", "d", with_schedule=True).deck == deck
    assert read_package(packed, "d", "d").deck == DECK


def test_anki_finds_what_it_needs() -> None:
    assert rows(DECK, "SELECT ver FROM col") == [(11,)]
    assert rows(DECK, "SELECT guid, sfld FROM notes")[0] == ("f", r"What is \(f_t\) <1?")
    assert rows(DECK, "SELECT due, type, queue, notes.id = nid FROM cards JOIN notes ON nid = notes.id") == [
        (1, 0, 0, 1),
        (2, 0, 0, 1),
    ]
    models = json.loads(str(rows(DECK, "SELECT models FROM col")[0][0]))
    (model,) = models.values()
    assert (model["name"], tuple(field["name"] for field in model["flds"])) == (NAME, FIELDS)
    used = re.findall(r"\{\{[#/]?(\w+)\}\}", model["tmpls"][0]["qfmt"] + model["tmpls"][0]["afmt"])
    assert set(used) <= {*FIELDS, "FrontSide"}


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("UPDATE notes SET flds = 'only one' WHERE guid = 'i'", "card 1 has not the fields of its note type"),
        ("UPDATE notes SET flds = replace(flds, 'j', '') WHERE guid = 'i'", "card 1 has an empty side"),
        ("UPDATE notes SET guid = ' ' WHERE guid = 'i'", "card 1 has an empty side"),
    ],
)
def test_a_note_of_ours_that_was_spoilt_is_left_out(sql: str, reason: str) -> None:
    with (
        zipfile.ZipFile(io.BytesIO(write_package(DECK))) as archive,
        closing(sqlite3.connect(":memory:")) as db,
    ):
        db.deserialize(archive.read("collection.anki2"))
        db.execute(sql)
        db.commit()
        content = db.serialize()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("collection.anki2", content)
    preview = read_package(out, "d.apkg", "d")
    assert [card.uid for card in preview.deck.cards] == ["f"]
    assert preview.skipped[0].reason.startswith(reason)
