"""What we write Anki reads the same, and what Anki writes we read the same: judged by Anki's own engine."""

import html
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lstm_gui.formats.anki.own_notes import FIELDS, NAME, in_anki
from lstm_gui.formats.anki.reader import read_package
from lstm_gui.formats.anki.writer import write_package
from lstm_gui.formats.deck_file import read_deck
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.quiz.card import Card, Deck, Medium, medium_name
from tests.formats.anki.oracle.engine import TOP, Engine, running_engine
from tests.formats.images import image

WAYS = ("apkg", "apkg legacy", "colpkg", "colpkg legacy")
RED, BLUE = image(), image("JPEG", colour="blue")
RED_NAME, BLUE_NAME = medium_name(RED, ".png"), medium_name(BLUE, ".jpg")

_LETTERS = st.characters(exclude_categories=["C", "Z"], exclude_characters='\\$[]{}:"<>&%')
_WORDS = st.text(_LETTERS, min_size=1, max_size=8).filter(
    lambda word: word.isalnum() and is_normalized("NFC", word)  # as Anki writes all fields
)
_TEXTS = st.lists(
    _WORDS
    | _WORDS.map("${}$".format)
    | st.just(f"![]({RED_NAME})")
    | st.sampled_from(["a < b & c", "\n", "λ · −1"])
    | st.sampled_from(
        ["**b** _i_ `c`", "[l](https://a.test)", "\n- x\n  1. y\n", "\n> q\n", "\n```\nz\n```\n"]
    ),
    min_size=1,
    max_size=4,
).map(lambda words: "\n".join(line.strip() for line in f"Q{' '.join(words)}".split("\n")).strip())
_CARDS = st.builds(
    Card,
    uid=st.uuids().map(str),
    front=_TEXTS,
    back=_TEXTS,
    topic=_WORDS | st.just(""),
    formula=st.sampled_from(["", "c_t < f_t"]),
    why=_TEXTS | st.just(""),
    tags=st.lists(_WORDS, max_size=2, unique_by=str.casefold).map(lambda tags: tuple(sorted(tags))),
    scene=st.sampled_from(["", "remember"]),
    challenge=st.sampled_from(["", "hold-a-one"]),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with running_engine() as made:
        yield made


def in_ankis_hands(engine: Engine, deck: Deck, folder: Path) -> dict[str, Any]:
    path = folder / "out.apkg"
    path.write_bytes(write_package(deck))
    return engine.ask({"import": str(path)})


def assert_anki_has(found: dict[str, Any], deck: Deck) -> None:
    notes = {note["guid"]: note for note in found["notes"]}
    assert len(found["notes"]) == len(notes) == len(deck.cards)
    for card in deck.cards:
        note = notes[card.uid]
        assert (note["type"], tuple(note["fields"])) == (NAME, FIELDS)
        assert tuple(note["fields"].values()) == in_anki(card)
        assert sorted(note["tags"]) == sorted(tag.replace(" ", "\N{NO-BREAK SPACE}") for tag in card.tags)
        assert note["decks"] == [deck.deck_of(card.uid)]
    assert found["media"] == {medium.name: medium.content.hex() for medium in deck.media}


def test_nothing_of_anki_is_in_this_process(engine: Engine) -> None:
    assert isinstance(engine, Engine)
    assert not any(name.split(".")[0] == "anki" for name in sys.modules)


def test_the_bundled_deck_is_the_same_in_anki(engine: Engine, tmp_path: Path) -> None:
    deck = read_deck(TOP / "resources" / "decks" / "lstm-fundamentals.toml").deck
    found = in_ankis_hands(engine, deck, tmp_path)
    assert_anki_has(found, deck)
    assert found["about"][deck.name] == html.escape(deck.description, quote=False).replace("\n", "<br>")


@given(
    cards=st.lists(_CARDS, min_size=1, max_size=6, unique_by=lambda card: card.uid),
    name=st.lists(_WORDS, min_size=1, max_size=3),
)
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.generate],  # a deck that fails is told as it is: to make it smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_deck_is_the_same_in_anki(
    engine: Engine, tmp_path: Path, cards: list[Card], name: list[str]
) -> None:
    media = (
        (Medium(RED_NAME, RED),)
        if any(RED_NAME in card.front + card.back + card.why for card in cards)
        else ()
    )
    inside = {card.uid: card.topic for card in cards if card.topic}
    ordered = sorted(cards, key=lambda card: inside.get(card.uid, ""))
    deck = Deck("::".join(name), tuple(ordered), "", media, inside)
    assert_anki_has(in_ankis_hands(engine, deck, tmp_path), deck)
    returned = read_package(io.BytesIO(write_package(deck)), "d", "d").deck
    assert returned.cards == deck.cards
    assert [returned.deck_of(card.uid) for card in cards] == [deck.deck_of(card.uid) for card in cards]


def test_anki_shows_the_picture_the_formula_and_why(engine: Engine, tmp_path: Path) -> None:
    card = Card("u", f"See ![a gate]({RED_NAME})", "$f_t$", formula="c_t", why="Because.")
    deck = Deck("One", (card,), media=(Medium(RED_NAME, RED),))
    question, answer = in_ankis_hands(engine, deck, tmp_path)["shown"]["u"]
    assert f'src="{RED_NAME}"' in question
    assert all(part in answer for part in (r"\(f_t\)", r"\[c_t\]", "Because."))


NOTES = [
    {
        "type": "Basic",
        "fields": ['What is <b>\\(f_t\\)</b>? <img src="gate one.png">', "The forget gate"],
        "tags": ["gates"],
        "deck": "LSTM::Gates",
    },
    {
        "type": "Basic (and reversed card)",
        "fields": ["c", "cell <img src=blau.jpg>"],
        "tags": [],
        "deck": "LSTM::Memory",
    },
    {
        "type": "Cloze",
        "fields": ["The {{c1::forget}} gate, {{c2::input::which?}}", "more"],
        "tags": ["a", "b"],
        "deck": "LSTM::Gates",
    },
]
MEDIA = {"gate one.png": RED.hex(), "blau.jpg": BLUE.hex(), "unused.gif": image("GIF").hex()}


@pytest.mark.parametrize("answers", [6])
def test_every_way_out_of_anki_leads_here_with_the_same_cards(
    engine: Engine, tmp_path: Path, answers: int
) -> None:
    paths = {way: tmp_path / f"{way.replace(' ', '-')}.{way.split(' ')[0]}" for way in WAYS}
    made = {"notes": NOTES, "media": MEDIA, "studied": "LSTM", "answers": answers, "suspended": "Front:c"}
    told = engine.ask({"make": made, "to": {way: str(path) for way, path in paths.items()}})
    assert told["cards"] == 5
    for way, path in paths.items():
        preview = preview_file(path, with_schedule=True)
        assert (preview.skipped, preview.notes) == ((), ()), way
        cards = {(card.front, card.back, card.topic, card.tags) for card in preview.deck.cards}
        assert preview.deck.name == "LSTM"
        assert cards == {
            (f"What is $f_t$? ![]({RED_NAME})", "The forget gate", "Gates", ("gates",)),
            ("c", f"cell ![]({BLUE_NAME})", "Memory", ()),
            (f"cell ![]({BLUE_NAME})", "c", "Memory", ()),
            ("The […] gate, input", "The forget gate, input\nmore", "Gates", ("a", "b")),
            ("The forget gate, [which?]", "The forget gate, input\nmore", "Gates", ("a", "b")),
        }
        assert {medium.content for medium in preview.deck.media} == {RED, BLUE}
        resting = {card.front for card in preview.deck.cards if card.uid in preview.deck.resting}
        assert resting == {"c", f"cell ![]({BLUE_NAME})"}
        assert sorted(preview.deck.inside.values()) == ["Gates"] * 3 + ["Memory"] * 2
        given_there = [(at, {1: 1, 2: 3, 3: 4, 4: 5}[answer]) for at, answer in told["reviews"]]
        given_here = [(round(event.at.timestamp() * 1000), int(event.rating)) for event in preview.history]
        assert given_here == given_there, way
        assert len(given_here) == answers
