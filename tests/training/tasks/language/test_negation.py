"""Sentences are read word by word, and mean the same."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.training.batch import Batch
from lstm_gui.training.tasks.language.negation import BAD, GOOD, HOW, THINGS, WORDS, Negation, meaning

CLAUSE = (
    rf"(nobody says that )?the ({'|'.join(THINGS)}) was (not )?(({'|'.join(HOW)}) )?({'|'.join(GOOD + BAD)})"
)
SENTENCE = re.compile(rf"({CLAUSE} but )?{CLAUSE} \.")


def sentences(batch: Batch) -> list[str]:
    """What is read."""
    assert batch.lengths is not None
    said = batch.x.argmax(axis=-1)
    return [" ".join(WORDS[word] for word in said[:end, b]) for b, end in enumerate(batch.lengths)]


def glad(text: str) -> bool:
    """Whether a sentence is glad, turn by turn."""
    *_, clause = text.split(" but ")
    found = any(word in GOOD for word in clause.split())
    for turn in ("nobody", "not"):
        found ^= turn in clause.split()
    return found


@given(st.integers(0, 2**32), st.sampled_from(["long", "short"]))
@settings(max_examples=40)
def test_sentences_are_of_the_grammar_and_mean_what_they_say(seed: int, kind: str) -> None:
    batch = Negation(kind).draw(np.random.default_rng(seed), 8, 0)
    assert batch.weights is not None
    for place, text in enumerate(sentences(batch)):
        assert SENTENCE.fullmatch(text)
        assert kind == "long" or "but" not in text
        end = len(text.split()) - 1
        assert np.flatnonzero(batch.weights[:, place]).tolist() == [end]
        assert bool(batch.target[end, place]) == glad(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the film was good .", 1),
        ("the film was not good .", 0),
        ("nobody says that the film was not good .", 1),
        ("the film was not good but the book was really great .", 1),
        ("the film was good but nobody says that the book was funny .", 0),
    ],
)
def test_some_sentences(text: str, wanted: int) -> None:
    codes = np.array([[WORDS.index(word)] for word in text.split()], np.int8)
    assert meaning(codes).tolist() == [wanted]


def test_an_adjective_alone_says_something_and_not_all() -> None:
    anything, adjective = Negation().baselines
    assert 0.5 < adjective.loss < anything.loss
