"""Files of challenges: those that ship are read; anything put anywhere is read, or refused by its place."""

import copy
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.deck_file import read_deck
from lstm_gui.lessons.challenge import Challenge, Numeric, Predict
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge, parse_challenge
from lstm_gui.plain_text import first_hidden
from tests.lessons.test_hostile_scenes import MUTANTS, places
from tests.refusals import is_one_sentence, read_or_refused

FILES = {name: json.loads(resource.read_text(f"challenges/{name}.json")) for name in challenge_names()}
PLACES = [(name, place) for name, whole in FILES.items() for place in places(whole)]


def changed(name: str, place: tuple[str | int, ...], value: Any, *, left_out: bool = False) -> str:
    whole = copy.deepcopy(FILES[name])
    inner = whole
    for key in place[:-1]:
        inner = inner[key]
    if left_out:
        del inner[place[-1]]
    else:
        inner[place[-1]] = value
    return json.dumps(whole)


@pytest.mark.parametrize("kind", [Predict, Challenge, Numeric])
def test_a_dozen_of_each_kind_ship(kind: type) -> None:
    assert sum(isinstance(load_challenge(name), kind) for name in challenge_names()) >= 12


def test_they_are_spread_over_the_topics_of_the_deck() -> None:
    deck = read_deck(resource.resource_path("decks/lstm-fundamentals.toml")).deck
    assert {load_challenge(name).asked.topic for name in challenge_names()} == {
        card.topic for card in deck.cards
    }


@pytest.mark.parametrize("name", challenge_names())
def test_each_has_hints_and_a_why(name: str) -> None:
    asked = load_challenge(name).asked
    assert asked.hints
    assert asked.why
    assert asked.question[-1] in ".?"
    assert not any(first_hidden(text) for text in (asked.title, asked.question, asked.why, *asked.hints))


def test_what_a_sequence_is_called_can_be_read_in_a_sentence() -> None:
    card = load_challenge("answer-when-asked")
    assert isinstance(card, Challenge)
    assert card.sequences()[0][0] == "random bits, seed 1"


@pytest.mark.parametrize("name", [name for name, card in FILES.items() if card["kind"] == "challenge"])
def test_no_two_sequences_of_a_challenge_have_one_name(name: str) -> None:
    card = load_challenge(name)
    assert isinstance(card, Challenge)
    titles = [title for title, _ in card.sequences()]
    assert len(set(titles)) == len(titles)


def test_seeds_draw_other_sequences_and_what_is_put_in_stands_there() -> None:
    card = load_challenge("hold-a-one")
    assert isinstance(card, Challenge)
    titles, inputs = zip(*card.sequences(), strict=True)
    assert len(set(inputs)) == len(set(titles)) == 60
    assert (titles[0], titles[-1]) == ("noise with 1 at t = 1, seed 1", "noise with 1 at t = 14, seed 12")
    for sequence in inputs[12:24]:
        assert sequence[3] == (1.0,)
        assert max(abs(x) for step, (x,) in enumerate(sequence) if step != 3) <= 0.3


@given(st.sampled_from(PLACES), st.sampled_from(MUTANTS), st.booleans())
@settings(max_examples=400, deadline=None)
def test_anything_anywhere_is_read_or_refused_in_a_sentence(
    at: tuple[str, tuple[str | int, ...]], mutant: Any, left_out: bool
) -> None:
    started = time.thread_time()
    text = changed(*at, mutant, left_out=left_out)
    card, sentence = read_or_refused(lambda: parse_challenge(text, "a.json"))
    if card is None:
        assert is_one_sentence(sentence)
        assert sentence.startswith("a.json")
    elif isinstance(card, Challenge):
        assert all(1 <= len(inputs) <= 256 for _, inputs in card.sequences())
    assert time.thread_time() - started < 2


@pytest.mark.parametrize(
    ("name", "place", "value", "sentence"),
    [
        ("predict-decay", ("format",), "lstm-lab-scene", "is not a challenge of LSTM Lab"),
        ("predict-decay", ("version",), 2, "was made by a newer LSTM Lab (version 2); update to open it"),
        ("predict-decay", ("kind",), "code", 'a.json: kind should be "predict" or "challenge" or "numeric"'),
        (
            "predict-decay",
            ("scene",),
            "../../x",
            'a.json: scene should name a bundled scene or be a whole one, but is "../../x"',
        ),
        ("predict-decay", ("scene",), "counting-from-both-ends", "scene is read in both directions"),
        ("predict-decay", ("topic",), "x" * 101, "topic has 101 characters"),
        ("predict-decay", ("what",), "z", "what should be"),
        ("predict-decay", ("last",), 13, "last should be a whole number from 5 to 12"),
        ("predict-decay", ("tolerance",), 0, "tolerance should be a number from 1e-06"),
        ("hold-a-one", ("knobs", 0, "what"), "c", "knobs[1].what should be"),
        ("hold-a-one", ("knobs", 0, "unit"), 2, "knobs[1].unit should be a whole number from 1 to 1"),
        ("hold-a-one", ("goal", "after", "what"), "y", 'goal compares "y", which the cell'),
        ("hold-a-one", ("goal", "after", "unit"), 2, "goal compares x of unit 2, but the scene has 1"),
        ("hold-a-one", ("sequences", 0, "preset"), "copy", "sequences[1].preset should be"),
        ("hold-a-one", ("sequences", 0, "seeds"), 65, "sequences[1].seeds should be"),
        ("hold-a-one", ("sequences", 0, "put", 0, "step"), 25, "sequences[1].put[1].step should be"),
        ("a-quarter-left", ("sequences", 0, "inputs", 1), [1, 2], "sequences[1].inputs[2] should be a list"),
        ("compute-rnn", ("draws", 0, "step"), 13, "draws[1].step should be a whole number from 1 to 12"),
        ("compute-rnn", ("draws", 2, "step"), 1, "draws[3].step should be left out: U_h is the same"),
        ("compute-rnn", ("draws", 0, "high"), -2, "draws[1].high should be a number from -1"),
        ("compute-rnn", ("worked", 0), "c", "worked[1] should be"),
    ],
)
def test_a_refusal_names_the_place(
    name: str, place: tuple[str | int, ...], value: Any, sentence: str
) -> None:
    _, refusal = read_or_refused(lambda: parse_challenge(changed(name, place, value), "a.json"))
    assert sentence in refusal


def test_what_is_missing_or_too_much_is_named() -> None:
    for name, place, sentence in (
        ("predict-decay", ("kind",), 'a.json lacks "kind"'),
        ("compute-rnn", ("draws", 0, "step"), 'a.json: draws[1] lacks "step"'),
    ):
        with pytest.raises(FileRefused) as refused:
            parse_challenge(changed(name, place, None, left_out=True), "a.json")
        assert str(refused.value).startswith(sentence)
    many = [FILES["hold-a-one"]["sequences"][0]] * 9
    text = changed("hold-a-one", ("sequences",), many)
    _, refusal = read_or_refused(lambda: parse_challenge(text, "a.json"))
    assert refusal == "a.json: sequences makes more than 100 sequences."


def test_what_would_take_too_long_to_check_is_refused_at_once() -> None:
    """Many long sequences, and a goal that looks far ahead at every step of each."""
    high = {"what": "h", "is": ">", "than": -9}
    whole = copy.deepcopy(FILES["hold-a-one"])
    whole["goal"] = {"all": [{"after": high, "holds": {**high, "than": n}} for n in range(-10, 2)]}
    drawn = {"preset": "noise", "steps": 256, "seeds": 50}
    whole["sequences"] = [drawn, drawn]
    began = time.thread_time()
    with pytest.raises(FileRefused, match="sequences would take too long to check: have fewer or shorter"):
        parse_challenge(json.dumps(whole), "a.json")
    assert time.thread_time() - began < 2
    whole["sequences"] = [{**drawn, "seeds": 8}]
    assert isinstance(parse_challenge(json.dumps(whole), "a.json"), Challenge)


def test_a_name_that_does_not_ship_is_refused() -> None:
    with pytest.raises(FileRefused, match="No challenge called"):
        load_challenge("../scenes/decay")
