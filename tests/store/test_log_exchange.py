"""The log of a deck is the same elsewhere, with what was taken back; and nothing that stands there goes."""

import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.memory import ReviewEvent, Withdrawal
from lstm_gui.quiz.rating import Rating
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import CollectionError
from tests.store.study import NOW, deck, rate

Step = tuple[int, Rating | None, bool]
steps = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from([None, *Rating]), st.booleans()), min_size=1, max_size=10
)


def review(collection: Collection, steps: list[Step]) -> None:
    """Rate cards, or take the last rating back where there is no rating."""
    now = NOW
    for which, rating, cram in steps:
        now += timedelta(days=1)
        if rating is None:
            collection.undo(now)
        else:
            rate(collection, f"card-{which}", rating, now, "cram" if cram else "review")


@given(steps)
@settings(max_examples=8)
def test_the_log_is_the_same_elsewhere(tmp_path_factory: pytest.TempPathFactory, steps: list[Step]) -> None:
    home, away = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("away")
    with Collection.open(home, now=NOW) as one, Collection.open(away, now=NOW) as two:
        one.import_deck(deck(3), NOW)
        review(one, steps)
        told = tuple(one.entries("Gates"))
        report = two.import_deck(deck(3), NOW, told)
        assert report.ratings == sum(isinstance(entry, ReviewEvent) for entry in told)
        assert tuple(two.entries("Gates")) == told
        assert list(two.events()) == list(one.events())
        assert [two.memory(f"card-{n}") for n in range(3)] == [one.memory(f"card-{n}") for n in range(3)]
        two.verify()
        assert two.import_deck(deck(3), NOW, told).ratings == 0
        assert tuple(two.entries("Gates")) == told


def test_a_rating_that_stands_here_is_not_taken_back_from_elsewhere(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "one", now=NOW) as one, Collection.open(tmp_path / "two", now=NOW) as two:
        one.import_deck(deck(1), NOW)
        first = rate(one, "card-0")
        two.import_deck(deck(1), NOW, [first])
        one.undo(NOW)
        again = rate(one, "card-0", Rating.BARELY, NOW + timedelta(days=1))
        two.import_deck(deck(1), NOW, list(one.entries("Gates")))
        assert list(two.events()) == [first]
        assert [type(entry) for entry in one.entries("Gates")] == [ReviewEvent, Withdrawal, ReviewEvent]
        assert list(one.events()) == [again]


def test_an_import_with_what_was_taken_back_is_undone_and_comes_again(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "one", now=NOW) as one, Collection.open(tmp_path / "two", now=NOW) as two:
        one.import_deck(deck(2), NOW)
        review(one, [(0, Rating.WELL, False), (0, None, False), (1, Rating.PARTLY, False)])
        told = list(one.entries("Gates"))
        two.import_deck(deck(2), NOW, told)
        two.edits.undo(NOW)
        assert list(two.events()) == []
        two.import_deck(deck(2), NOW, told)
        assert [two.memory(f"card-{n}") for n in range(2)] == [one.memory(f"card-{n}") for n in range(2)]
        assert sum(isinstance(entry, Withdrawal) for entry in two.entries("Gates")) == 1
        two.verify()


def test_a_deck_that_is_not_there_has_no_log(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection, pytest.raises(CollectionError):
        next(collection.entries("Gates"))


def test_what_did_not_come_last_is_not_taken_back(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "one", now=NOW) as one, Collection.open(tmp_path / "two", now=NOW) as two:
        one.import_deck(deck(1), NOW)
        given = [rate(one, "card-0", now=NOW + timedelta(days=day)) for day in (1, 2)]
        strange = Withdrawal(str(uuid.uuid4()), "card-0", given[0].id, NOW, given[0].study_day)
        two.import_deck(deck(1), NOW, [*given, strange])
        assert list(two.entries("Gates")) == given
        two.verify()
