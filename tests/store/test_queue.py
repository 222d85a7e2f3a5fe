"""What is to be reviewed, and when."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.study_day import day_start, study_day
from lstm_gui.store.collection import Collection, Counts
from tests.store.study import NOW, deck, rate

TODAY = study_day(NOW)


def session(collection: Collection, now: datetime, rating: Rating, name: str | None = "Gates") -> list[str]:
    """Every card of the day's work, rated alike, in the order they came."""
    seen, topic = [], ""
    while queued := collection.next_card(name, now, 4, last_topic=topic):
        seen.append(queued.card.uid)
        topic = queued.card.topic
        rate(collection, queued.card.uid, rating, now)
    return seen


def test_new_cards_come_by_topic_in_turn_until_the_day_has_had_enough(collection: Collection) -> None:
    assert collection.counts("Gates", NOW, 4) == Counts(due=0, new=4, relearning=0)
    assert session(collection, NOW, Rating.WELL) == ["card-0", "card-1", "card-2", "card-3"]
    assert collection.counts("Gates", NOW, 4).total == 0
    assert collection.next_due("Gates", NOW, 4) == day_start(TODAY + 1, NOW.tzinfo)


def test_a_new_card_taken_back_gives_its_place_to_another(collection: Collection) -> None:
    session(collection, NOW, Rating.WELL)
    collection.undo(NOW)
    assert collection.counts("Gates", NOW, 4).new == 1
    assert session(collection, NOW, Rating.WELL) == ["card-3"]


def test_the_limit_is_for_the_day_whatever_the_deck(collection: Collection) -> None:
    collection.import_deck(Deck("More", tuple(Card(f"more-{number}", "", "") for number in range(3))), NOW)
    rate(collection, "more-0")
    assert [summary.new for summary in collection.decks(NOW, 4)] == [3, 2]
    assert session(collection, NOW, Rating.WELL, None) == ["card-0", "card-1", "card-2"]


def test_a_failed_card_whose_time_has_passed_is_due_now(collection: Collection) -> None:
    rate(collection, "card-0", Rating.BARELY)
    assert collection.next_due("Gates", NOW, 0) == NOW + timedelta(minutes=10)
    later = NOW + timedelta(minutes=11)
    assert collection.next_due("Gates", later, 0) == later


def test_reviews_come_back_on_their_day_mixed_but_always_in_the_same_order(collection: Collection) -> None:
    session(collection, NOW, Rating.WELL)
    due = max(collection.memory(f"card-{number}").due_day for number in range(4))
    then = day_start(due, NOW.tzinfo)
    assert collection.counts("Gates", then, 0) == Counts(due=4, new=0, relearning=0)
    assert collection.next_due("Gates", then, 0) == then
    first = collection.next_card("Gates", then, 0)
    assert first == collection.next_card("Gates", then, 0)
    assert sorted(session(collection, then, Rating.PERFECTLY)) != []
    assert collection.counts("Gates", then, 0).due == 0


def test_failed_cards_come_back_the_worse_one_sooner(collection: Collection) -> None:
    rate(collection, "card-0", Rating.BARELY)
    rate(collection, "card-1", Rating.NOT_AT_ALL)
    rate(collection, "card-2", Rating.WELL)
    assert collection.counts("Gates", NOW, 0) == Counts(due=0, new=0, relearning=2)
    assert collection.next_due("Gates", NOW, 0) == NOW + timedelta(minutes=1)
    early = collection.next_card("Gates", NOW, 0)
    assert early is not None
    assert early.card.uid == "card-1"
    queued = collection.next_card("Gates", NOW, 10)
    assert queued is not None
    assert queued.card.uid == "card-3"  # while there is something else, a failed card waits
    later = collection.next_card("Gates", NOW + timedelta(minutes=11), 10)
    assert later is not None
    assert later.card.uid == "card-1"
    assert later.memory.due_at is not None
    assert later.deck == "Gates"


def test_an_empty_collection_has_nothing_to_do(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        assert collection.next_card(None, NOW, 10) is None
        assert collection.next_due(None, NOW, 10) is None
        assert collection.decks(NOW, 10) == []
        assert not collection.has_decks()
        assert collection.queued("nobody") is None
        assert collection.card("nobody") is None


def test_a_finished_day_says_when_the_first_card_comes(collection: Collection) -> None:
    for number in range(6):
        rate(collection, f"card-{number}", Rating.PERFECTLY)
    first = min(collection.memory(f"card-{number}").due_day for number in range(6))
    assert collection.next_due("Gates", NOW, 10) == day_start(first, NOW.tzinfo)


def test_mastery_is_the_recall_to_be_expected_today(collection: Collection) -> None:
    assert collection.decks(NOW, 10)[0].mastery == 0
    for number in range(3):
        rate(collection, f"card-{number}", Rating.PERFECTLY)
    rate(collection, "card-3", Rating.NOT_AT_ALL)  # fresh in memory, but not known
    (now,) = collection.decks(NOW, 10)
    assert now.mastery == 0.5
    assert (now.cards, now.due) == (6, 1)
    (later,) = collection.decks(NOW + timedelta(days=30), 10)
    assert 0 < later.mastery < 0.5


@given(st.lists(st.sampled_from(Rating), min_size=1, max_size=30), st.integers(1, 6))
@settings(max_examples=15)
def test_every_session_ends_and_leaves_nothing_due(
    tmp_path_factory: pytest.TempPathFactory, ratings: list[Rating], new_per_day: int
) -> None:
    """Whatever is rated, each day's work is done after finitely many cards once they are recalled."""
    with Collection.open(tmp_path_factory.mktemp("session"), now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        now, script = NOW, iter(ratings)
        for _ in range(4):
            shown = 0
            while queued := collection.next_card(None, now, new_per_day):
                rate(collection, queued.card.uid, next(script, Rating.WELL), now)
                now += timedelta(seconds=20)
                shown += 1
                assert shown <= 80
            assert collection.counts(None, now, new_per_day).total == 0
            due = collection.next_due(None, now, new_per_day)
            assert due is not None
            assert due > now
            now = due
