"""What the panel asks of the collection: the next card, what is left, and how today went."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lstm_gui.gui.quiz.outlook import Outlook, Session, TopicShare, look, look_at, recap
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.rating import Rating
from lstm_gui.store.collection import Collection

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
ONE = Deck("One", tuple(Card(f"one-{n}", "?", "!", topic="Gates") for n in range(3)))
TWO = Deck("Two", tuple(Card(f"two-{n}", "?", "!", topic="Uses") for n in range(3)))
SESSION = Session("One", new_per_day=10)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with Collection.open(tmp_path) as made:
        for deck in (ONE, TWO):
            made.import_deck(deck, NOW)
        yield made


def give(collection: Collection, uid: str, rating: Rating, now: datetime = NOW) -> None:
    collection.record(SESSION.scheduler.review(collection.memory(uid), rating, now)[1])


def card_of(outlook: Outlook) -> str:
    assert outlook.queued is not None
    return outlook.queued.card.uid


def test_the_first_look(collection: Collection) -> None:
    outlook = look(collection, SESSION, NOW, with_recap=True)
    assert card_of(outlook) == "one-0"
    assert outlook.counts.new == 3
    assert not outlook.can_undo
    assert outlook.rest is None
    assert outlook.recap is not None
    assert outlook.recap.cards == 0


def test_the_intervals_are_those_that_a_rating_gives(collection: Collection) -> None:
    outlook = look(collection, SESSION, NOW)
    assert outlook.queued is not None
    for rating, interval in outlook.intervals.items():
        after, _ = SESSION.scheduler.review(outlook.queued.memory, rating, NOW)
        if rating.recalled:
            assert interval.days == after.due_day - (after.last_day or 0)
        else:
            assert after.due_at == NOW + timedelta(seconds=interval.seconds)


def test_when_nothing_is_left_the_rest_says_when_and_what_more(collection: Collection) -> None:
    session = Session("One", new_per_day=2)
    for uid in ("one-0", "one-1"):
        give(collection, uid, Rating.PERFECTLY)
    outlook = look(collection, session, NOW)
    assert outlook.queued is None
    assert outlook.can_undo
    assert outlook.rest is not None
    assert outlook.rest.more_new == 1
    assert outlook.rest.any_cards
    assert outlook.rest.next_due == datetime(2026, 3, 4, 4, tzinfo=UTC)


def test_an_empty_collection_has_nothing_to_wait_for(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "empty") as collection:
        outlook = look(collection, Session(), NOW)
    assert outlook.rest is not None
    assert not outlook.rest.any_cards
    assert outlook.rest.next_due is None


def test_a_card_is_looked_at_again_by_name(collection: Collection) -> None:
    give(collection, "one-2", Rating.WELL)
    outlook = look_at(collection, SESSION, NOW, "one-2")
    assert card_of(outlook) == "one-2"
    assert outlook.recap is not None
    assert outlook.recap.finished == {"one-2"}


def test_where_a_card_is_gone_comes_what_is_next(collection: Collection) -> None:
    assert card_of(look_at(collection, SESSION, NOW, "gone")) == "one-0"


def test_the_recap_counts_the_first_try_and_the_last(collection: Collection) -> None:
    give(collection, "one-0", Rating.NOT_AT_ALL)
    give(collection, "one-0", Rating.WELL)
    give(collection, "one-1", Rating.PARTLY)
    give(collection, "two-0", Rating.BARELY)
    here = recap(collection, "One", NOW)
    assert (here.cards, here.recalled) == (2, 1)
    assert here.topics == (TopicShare("Gates", 2, 1),)
    assert here.finished == {"one-0", "one-1"}
    everywhere = recap(collection, None, NOW)
    assert (everywhere.cards, everywhere.recalled) == (3, 1)
    assert everywhere.topics == (TopicShare("Gates", 2, 1), TopicShare("Uses", 1, 0))
    assert everywhere.finished == {"one-0", "one-1"}


def test_yesterday_and_practice_are_not_in_the_recap(collection: Collection) -> None:
    give(collection, "one-0", Rating.WELL, NOW - timedelta(days=1))
    _, practice = SESSION.scheduler.review(collection.memory("one-1"), Rating.WELL, NOW, mode="cram")
    collection.record(practice)
    assert recap(collection, "One", NOW).cards == 0
