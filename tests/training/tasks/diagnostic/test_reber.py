"""Strings drawn a batch at a time are those of `sequences.languages`, and the criterion is Gers's."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.sequences.languages import REBER_SYMBOLS, embedded_reber
from lstm_gui.training.batch import Batch
from lstm_gui.training.tasks.diagnostic.reber import LONGEST, ContinualReber, EmbeddedReber, wrong
from lstm_gui.training.tasks.held_out import LEARN, TEST, VALIDATION

SEEDS = st.integers(0, 2**32)


def strings(batch: Batch) -> list[str]:
    """What is read in each sequence."""
    assert batch.lengths is not None
    said = batch.x.argmax(axis=-1)
    return ["".join(REBER_SYMBOLS[place] for place in said[:end, b]) for b, end in enumerate(batch.lengths)]


def follows(text: str) -> list[set[str]]:
    """What may come after each symbol of a string, read off the grammar's own strings."""
    known: dict[str, set[str]] = {}
    for seed in range(2000):
        other = "".join(embedded_reber(seed).labels)
        for end in range(1, len(other)):
            known.setdefault(other[:end], set()).add(other[end])
    return [known.get(text[:end], set()) for end in range(1, len(text))]


def test_short_strings_are_exactly_those_of_the_grammar() -> None:
    rng = np.random.default_rng(0)
    drawn = {
        text for part in (LEARN, VALIDATION, TEST) for text in strings(EmbeddedReber().of(rng, 1000, part))
    }
    said = {"".join(embedded_reber(seed).labels) for seed in range(3000)}
    assert {text for text in drawn if len(text) < 13} == {text for text in said if len(text) < 13}


def test_what_is_asked_is_what_the_grammar_lets_follow() -> None:
    seen = {"".join(one.labels): one for one in map(embedded_reber, range(3000))}
    batch = EmbeddedReber().of(np.random.default_rng(1), 300, LEARN)
    compared = 0
    for place, text in enumerate(strings(batch)):
        if text in seen:
            asked = np.array(seen[text].targets[:-1])
            assert np.array_equal(batch.target[: len(text) - 1, place], asked)
            compared += 1
    assert compared > 100


@given(SEEDS)
@settings(max_examples=20)
def test_a_string_stands_alone_and_nothing_is_asked_at_its_end(seed: int) -> None:
    batch = EmbeddedReber().draw(np.random.default_rng(seed), 6, 0)
    assert batch.weights is not None
    for place, text in enumerate(strings(batch)):
        assert text[0] == "B"
        assert text[-1] == "E"
        assert text[1] == text[-2]
        assert len(text) <= LONGEST
        assert batch.weights[:, place].sum() == len(text) - 1


def test_no_string_is_judged_twice() -> None:
    for batch in (EmbeddedReber().validation, EmbeddedReber().test):
        assert len(set(strings(batch))) == batch.size > 100


@given(SEEDS)
@settings(max_examples=20)
def test_a_stream_is_whole_strings_on_end(seed: int) -> None:
    batch = ContinualReber(100).draw(np.random.default_rng(seed), 4, 1)
    assert batch.continues
    for text in strings(batch):
        assert text.endswith("E")
        while text:
            end = next(
                end for end in range(9, len(text) + 1) if text[end - 1] == "E" and text[end - 2] == text[1]
                and (end == len(text) or text[end] == "B")
            )  # fmt: skip
            text = text[end:]


def test_after_the_end_of_a_string_the_next_begins() -> None:
    batch = ContinualReber(100).draw(np.random.default_rng(5), 3, 0)
    for place, text in enumerate(strings(batch)):
        asked = "".join(REBER_SYMBOLS[kind] for kind in np.flatnonzero(batch.target[len(text) - 1, place]))
        assert asked == "B"


def test_streams_end_so_that_others_begin() -> None:
    task, rng = ContinualReber(50), np.random.default_rng(0)
    assert [task.draw(rng, 2, step).continues for step in range(32)] == [False, *[True] * 29, False, True]


def test_an_answer_counts_as_right_when_it_is_nearer_than_0_49() -> None:
    batch = EmbeddedReber().of(np.random.default_rng(2), 4, VALIDATION)
    sure = np.log(0.52 / 0.48)
    y = ((2 * batch.target - 1) * sure).astype(np.float32)
    assert not wrong(y, batch).any()
    assert EmbeddedReber().score(y, batch).solved
    y[3, 0] *= np.log(0.505 / 0.495) / sure
    assert wrong(y, batch).sum() == 1
    assert EmbeddedReber().score(y, batch).value == 0.75


def test_a_stream_is_scored_by_what_comes_before_the_first_mistake() -> None:
    task = ContinualReber(100, 300, 600)
    batch = task.validation
    assert batch.lengths is not None
    y = (20 * batch.target - 10).astype(np.float32)
    assert task.score(y, batch).value == batch.lengths.mean()
    y[50] *= -1
    assert task.score(y, batch).value == 50
    assert not task.score(y, batch).solved
    assert 560 <= len(task.test.x) <= 600
