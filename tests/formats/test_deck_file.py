"""TOML decks are read whole or refused with the card's number and uid."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats import deck_file
from lstm_gui.formats.deck_file import parse_deck, read_deck
from lstm_gui.quiz.card import Card, Deck
from tests.refusals import is_one_sentence, read_or_refused

LETTERS = st.sampled_from("abc XYZ 123 σ₁é中\"'\\#=[]{}.,$_^\n\t")
LINES = st.text(LETTERS, max_size=40).map(str.strip)
ONE_LINE = LINES.map(lambda text: " ".join(text.split()))
CARDS = st.builds(
    Card,
    uid=ONE_LINE.filter(bool),
    front=LINES.filter(bool),
    back=LINES.filter(bool),
    topic=ONE_LINE,
    formula=LINES,
    why=LINES,
    tags=st.lists(ONE_LINE.filter(bool), max_size=3).map(tuple),
    scene=ONE_LINE,
)
DECKS = st.builds(
    Deck,
    name=ONE_LINE.filter(bool),
    cards=st.lists(CARDS, min_size=1, max_size=4, unique_by=lambda card: card.uid).map(tuple),
    description=LINES,
)
GOLDEN = Path(__file__).parent.parent / "data" / "deck-1.toml"
HEAD = 'name = "Gates"\n'
CARD = '[[card]]\nuid = "a"\nfront = "f"\nback = "b"\n'


def written(value: object) -> str:
    """A text or list of texts as TOML has it; JSON's escapes are TOML's."""
    return json.dumps(value, ensure_ascii=False)


def toml(deck: Deck) -> str:
    lines = [f"name = {written(deck.name)}", f"description = {written(deck.description)}"]
    for card in deck.cards:
        lines.append("[[card]]")
        lines += [f"{name} = {written(getattr(card, name))}" for name in Card.__slots__]
    return "\n".join(lines)


def refusal(text: str) -> str:
    with pytest.raises(FileRefused) as caught:
        parse_deck(text, "gates.toml")
    return str(caught.value)


@given(DECKS)
def test_what_is_written_is_read(deck: Deck) -> None:
    preview = parse_deck(toml(deck), "gates.toml")
    assert preview.deck == deck
    assert (preview.skipped, preview.source) == ((), "gates.toml")


def test_the_documented_example_is_read() -> None:
    assert read_deck(GOLDEN).deck == Deck(
        name="LSTM fundamentals",
        description="What the deck is for.",
        cards=(
            Card(
                uid="forget-gate",
                topic="Gates",
                front="What does a forget gate of 1 do?",
                back="It keeps the old cell state whole,\nfor as long as it stays 1.",
                formula=r"c_t = f_t \odot c_{t-1} + i_t \odot g_t",
                why="The gate multiplies the old cell state; times 1 changes nothing.",
                tags=("gates", "forget"),
                scene="remember",
            ),
            Card(uid="cell", front="What does $c_t$ stand for?", back="The cell state."),
        ),
    )


@pytest.mark.parametrize("name", resource.names("decks", ".toml"))
def test_every_bundled_deck_is_read(name: str) -> None:
    assert read_deck(resource.resource_path(f"decks/{name}.toml")).deck.cards


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", 'gates.toml lacks "name".'),
        (HEAD, 'gates.toml lacks "card".'),
        (HEAD + "card = []", "gates.toml: card should be a list of 1 to 20000 cards, but is a list of 0."),
        (HEAD + "card = [1]", "gates.toml: card 1 should be an object with named values, but is 1."),
        (
            HEAD + "card = 1979-05-27",
            "gates.toml: card should be a list of 1 to 20000 cards, but is a date or a time.",
        ),
        (CARD, 'gates.toml lacks "name".'),
        ('name = " "\n' + CARD, "gates.toml: name should not be empty."),
        ("name = 1\n" + CARD, "gates.toml: name should be a text, but is 1."),
        (
            HEAD + "nam = 1\n" + CARD,
            'gates.toml has an unknown key "nam"; the known ones are name, card, description.',
        ),
        (
            HEAD + CARD + 'bakc = "b"',
            'gates.toml: card 1 ("a") has an unknown key "bakc"; the known ones are uid,',
        ),
        (HEAD + '[[card]]\nuid = "a"\nfront = "f"', 'gates.toml: card 1 ("a") lacks "back".'),
        (HEAD + '[[card]]\nback = "b"\nfront = "f"', 'gates.toml: card 1 lacks "uid".'),
        (HEAD + CARD + CARD, 'gates.toml: cards 1 and 2 both have the uid "a".'),
        (HEAD + CARD.replace('"f"', '" "'), 'gates.toml: card 1 ("a").front should not be empty.'),
        (HEAD + CARD.replace('"b"', "5"), 'gates.toml: card 1 ("a").back should be a text, but is 5.'),
        (
            HEAD + CARD.replace('"b"', "nan"),
            'gates.toml: card 1 ("a").back should be a text, but is not a finite number.',
        ),
        (
            HEAD + CARD.replace('"a"', '"a "'),
            'gates.toml: card 1 ("a").uid should not begin or end with a space.',
        ),
        (HEAD + CARD.replace('"a"', '""'), 'gates.toml: card 1 ("").uid should not be empty.'),
        (HEAD + CARD.replace('"a"', "7"), "gates.toml: card 1.uid should be a text, but is 7."),
        (
            HEAD + CARD + 'tags = "x"',
            'gates.toml: card 1 ("a").tags should be a list of 0 to 50 tags, but is "x".',
        ),
        (HEAD + CARD + 'tags = ["x", 1]', 'gates.toml: card 1 ("a").tags[2] should be a text, but is 1.'),
        (HEAD + CARD + 'topic = "a\\nb"', 'gates.toml: card 1 ("a").topic should be one line without tabs.'),
        (
            HEAD + CARD + 'why = "\\u202E"',
            'gates.toml: card 1 ("a").why holds the hidden character U+202E; delete it.',
        ),
        (
            HEAD + CARD + f'why = "{"x" * 10_001}"',
            'gates.toml: card 1 ("a").why has 10001 characters; at most 10000',
        ),
        (
            HEAD + CARD + f'formula = "{"x" * 2001}"',
            'gates.toml: card 1 ("a").formula has 2001 characters; at most 2000',
        ),
    ],
)
def test_a_wrong_deck_is_refused_with_its_place(text: str, sentence: str) -> None:
    found = refusal(text)
    assert found.startswith(sentence)
    assert is_one_sentence(found)


FRAGMENTS = st.sampled_from(
    [
        "[[card]]\n",
        "[card]\n",
        'uid = "a"\n',
        "front = ",
        "'f'\n",
        '"""',
        "'''",
        "tags = [",
        "]",
        "{",
        "}",
        "=",
        ".",
        "\n",
        "a.b.c",
        "nan",
        "1e400",
        "0x",
        "\\u202e",
        "\ud800",
        "\0",
        "1979-13-40",
        "9" * 5000,
        HEAD,
        CARD,
    ]
)


@given(st.lists(FRAGMENTS, max_size=20).map("".join) | st.text())
@example("x = " + "{a=" * 50_000)
@example(HEAD + CARD + "tags = " + "[" * 50_000 + "]" * 50_000)
def test_nothing_but_a_refusal_comes_out(text: str) -> None:
    preview, sentence = read_or_refused(lambda: parse_deck(text, "gates.toml"))
    assert preview is not None or (sentence.startswith("gates.toml") and is_one_sentence(sentence))


@given(st.data())
def test_a_spoilt_deck_is_read_or_refused(data: st.DataObject) -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    place = data.draw(st.integers(0, len(text) - 1))
    spoilt = text[:place] + data.draw(st.text(max_size=3)) + text[place + data.draw(st.integers(0, 40)) :]
    preview, sentence = read_or_refused(lambda: parse_deck(spoilt, "gates.toml"))
    assert preview is not None or is_one_sentence(sentence)


def test_too_many_cards_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_file, "MAX_CARDS", 1)
    assert refusal(HEAD + CARD + CARD).endswith("card should be a list of 1 card, but is a list of 2.")
