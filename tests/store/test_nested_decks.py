"""A deck takes the decks in it along: what is due, new and counted, by which limits and before which exam."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.deck_rules import DeckRules
from lstm_gui.quiz.deck_tree import is_within
from lstm_gui.quiz.exam import LAST_DAYS
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import shuffle_key
from lstm_gui.quiz.study_day import day_start, study_day
from lstm_gui.store.collection import Collection, Counts, Limits
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.summaries import outermost
from tests.store.nested import nested, set_card, set_for
from tests.store.study import NOW, rate

TODAY = study_day(NOW)


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[Collection]:
    """LSTM::Gates of 2 cards, LSTM::Gates::Forget of 3, LSTM 2 of 1; there is no deck LSTM itself."""
    with nested(tmp_path, LSTM__Gates=2, LSTM__Gates__Forget=3, **{"LSTM 2": 1}) as collection:
        yield collection


def later(days: int) -> datetime:
    return NOW + timedelta(days=days)


def learnt(collection: Collection, deck: str | None, limit: int = 99, now: datetime = NOW) -> list[str]:
    """The cards of the day's work, each recalled, in their order."""
    seen = []
    while queued := collection.next_card(deck, now, limit):
        seen.append(queued.card.uid)
        rate(collection, queued.card.uid, Rating.PERFECTLY, now)
    return seen


def test_a_deck_has_the_numbers_of_the_decks_in_it(tree: Collection) -> None:
    rate(tree, "LSTM::Gates::Forget-0", Rating.NOT_AT_ALL)
    rate(tree, "LSTM::Gates-0", Rating.PERFECTLY)
    listed = {deck.name: (deck.cards, deck.new, deck.due, deck.mastery) for deck in tree.decks(NOW, 10)}
    assert listed == {
        "LSTM": (5, 3, 1, 0.2),
        "LSTM::Gates": (5, 3, 1, 0.2),
        "LSTM::Gates::Forget": (3, 2, 1, 0.0),
        "LSTM 2": (1, 1, 0, 0.0),
    }
    assert list(listed) == ["LSTM", "LSTM::Gates", "LSTM::Gates::Forget", "LSTM 2"]
    assert next(deck.id for deck in tree.decks(NOW, 10)) == 0
    assert [deck.name for deck in outermost(tree.decks(NOW, 10))] == ["LSTM", "LSTM 2"]
    for name, (_, new, due, _) in listed.items():
        counts = tree.counts(name, NOW, 10)
        assert (counts.new, counts.due + counts.relearning) == (new, due)


def test_reviewing_a_deck_reviews_the_decks_in_it(tree: Collection) -> None:
    assert learnt(tree, "LSTM") == [f"LSTM::Gates-{n}" for n in range(2)] + [
        f"LSTM::Gates::Forget-{n}" for n in range(3)
    ]
    assert tree.next_due("LSTM", NOW, 99) is not None
    assert learnt(tree, "LSTM 2") == ["LSTM 2-0"]
    assert tree.next_card("LSTM::Gates::Forget", NOW, 9) is None


def test_the_cards_of_a_deck_itself_are_its_own(tree: Collection) -> None:
    assert tree.cards("LSTM") == []
    assert len(tree.cards("LSTM::Gates")) == 2
    for name in ("LST", "LSTM::Gate", "LSTM::Gates::", ""):
        with pytest.raises(CollectionError, match="no deck named"):
            tree.cards(name)
        with pytest.raises(CollectionError, match="no deck named"):
            tree.counts(name, NOW, 10)


def test_each_limit_counts_its_deck_with_the_decks_in_it(tree: Collection) -> None:
    set_for(tree, "LSTM::Gates", new_per_day=4)
    set_for(tree, "LSTM::Gates::Forget", new_per_day=1)
    assert tree.counts("LSTM", NOW, 10).new == 3
    assert tree.counts(None, NOW, 10).new == 4
    assert tree.counts(None, NOW, 3).new == 3
    assert learnt(tree, None, 10) == ["LSTM::Gates-0", "LSTM::Gates-1", "LSTM::Gates::Forget-0", "LSTM 2-0"]
    assert tree.counts("LSTM::Gates::Forget", NOW, 99) == Counts(0, 0, 0)
    assert tree.next_due("LSTM", NOW, 99) == day_start(TODAY + 1, NOW.tzinfo)
    assert tree.counts("LSTM", NOW, Limits(99, 5)).new == 2
    assert tree.next_card("LSTM", NOW, Limits(0, 5)) is not None
    tree.undo(NOW)
    assert [deck.new for deck in tree.decks(NOW, 99)] == [0, 0, 0, 1]
    assert {deck.new_in_all for deck in tree.decks(NOW, 99)} == {1}


def test_a_deck_gets_no_more_than_the_deck_around_it_still_has(tree: Collection) -> None:
    set_for(tree, "LSTM::Gates", new_per_day=1)
    set_for(tree, "LSTM::Gates::Forget", new_per_day=50)
    assert learnt(tree, "LSTM::Gates::Forget") == ["LSTM::Gates::Forget-0"]
    assert learnt(tree, "LSTM") == []


def test_the_limit_that_is_used_up_is_named_the_widest_first(tree: Collection) -> None:
    set_for(tree, "LSTM::Gates", new_per_day=1)
    assert tree.workload.limit_used("LSTM", NOW, 1) == (None, 0)
    learnt(tree, "LSTM")
    assert tree.workload.limit_used("LSTM::Gates::Forget", NOW, 9) == ("LSTM::Gates", 1)
    assert tree.workload.limit_used("LSTM::Gates::Forget", NOW, Limits(9, 2)) == (None, 0)
    assert tree.workload.limit_used("LSTM::Gates", NOW, 1) == ("", 1)
    assert tree.workload.limit_used("LSTM", NOW, 9) == tree.workload.limit_used(None, NOW, 9) == (None, 0)


def test_new_cards_that_no_day_will_bring_are_not_announced(tree: Collection) -> None:
    set_for(tree, "LSTM::Gates", new_per_day=0)
    assert tree.next_due("LSTM", NOW, 10) is None
    assert tree.next_due(None, NOW, 0) is None


def test_a_card_knows_the_rules_of_its_deck_and_of_those_around_it(tree: Collection) -> None:
    set_for(tree, "LSTM::Gates", retention=0.8)
    set_for(tree, "LSTM::Gates::Forget", exam_day=TODAY + 30)
    queued = tree.queued("LSTM::Gates::Forget-1")
    assert queued is not None
    assert queued.rules == (DeckRules(retention=0.8), DeckRules(exam_day=TODAY + 30))
    listed = {deck.name: deck.rules for deck in tree.decks(NOW, 1)}
    assert listed["LSTM::Gates"] == DeckRules(retention=0.8)
    assert listed["LSTM"] == DeckRules()


def test_before_an_exam_every_card_that_was_scheduled_long_ago_comes_once_more(tree: Collection) -> None:
    uids = learnt(tree, "LSTM")
    for uid in uids:
        rate(tree, uid, Rating.PERFECTLY, later(20))  # now far beyond the exam
    exam = TODAY + 40
    assert min(tree.memory(uid).due_day for uid in uids) > exam
    set_for(tree, "LSTM::Gates", exam_day=exam)
    looks = {uid: exam - 1 - shuffle_key(uid, 2) % LAST_DAYS for uid in uids}
    first = min(looks.values())
    assert tree.next_due("LSTM", later(21), 0) == day_start(first, NOW.tzinfo)
    seen: dict[str, int] = {}
    for day in range(TODAY + 21, exam + 1):
        now = later(day - TODAY)
        expected = [uid for uid in uids if looks[uid] == day]
        assert tree.counts("LSTM", now, 0).due == len(expected)
        assert {deck.name: deck.due for deck in tree.decks(now, 0)}["LSTM"] == len(expected)
        assert tree.counts("LSTM 2", now, 0).due == 0
        for uid in learnt(tree, "LSTM", 0, now):
            seen[uid] = day
    assert seen == looks


def test_the_exam_of_a_deck_is_that_of_those_in_it_until_it_is_over(tree: Collection) -> None:
    set_for(tree, "LSTM::Gates", exam_day=TODAY + 3)
    set_for(tree, "LSTM::Gates::Forget", exam_day=TODAY + 9)
    exams = [[deck.exam_day for deck in tree.decks(later(days), 9)] for days in (0, 3, 9)]
    assert exams[0] == [None, TODAY + 3, TODAY + 3, None]
    assert exams[1] == [None, None, TODAY + 9, None]
    assert exams[2] == [None] * 4


def test_a_deck_whose_exam_is_over_is_as_before(tree: Collection) -> None:
    rate(tree, "LSTM::Gates-0", Rating.PERFECTLY)
    due = tree.next_due("LSTM", NOW, 0)
    set_for(tree, "LSTM::Gates", exam_day=TODAY)
    assert tree.next_due("LSTM", NOW, 0) == due
    assert tree.counts("LSTM", NOW, 0).due == 0


@pytest.mark.parametrize("rating", list(Rating))
def test_a_card_buried_today_is_back_tomorrow(tree: Collection, rating: Rating) -> None:
    rate(tree, "LSTM 2-0", rating)
    due = tree.memory("LSTM 2-0").due_day
    now = day_start(due, NOW.tzinfo)
    set_card(tree, "LSTM 2-0", buried_day=due)
    assert tree.counts("LSTM 2", now, 9).total == 0
    assert tree.next_due("LSTM 2", now, 9) == day_start(due + 1, NOW.tzinfo)
    assert tree.next_card("LSTM 2", day_start(due + 1, NOW.tzinfo), 0) is not None


def test_a_new_card_buried_today_is_back_tomorrow_and_a_suspended_one_never(tree: Collection) -> None:
    set_card(tree, "LSTM 2-0", buried_day=TODAY)
    assert tree.next_due("LSTM 2", NOW, 9) == day_start(TODAY + 1, NOW.tzinfo)
    set_card(tree, "LSTM 2-0", suspended=1)
    assert tree.next_due("LSTM 2", NOW, 9) is None
    rate(tree, "LSTM::Gates-0", Rating.BARELY)
    set_card(tree, "LSTM::Gates-0", suspended=1)
    assert tree.counts("LSTM", NOW, 0) == Counts(0, 0, 0)
    assert tree.next_due("LSTM", NOW, 0) is None


@given(
    st.lists(st.sampled_from(["A", "A::b", "A::c", "A::c::d", "E"]), max_size=40).map(
        lambda some: ["A", *some]
    ),
    st.lists(st.sampled_from([Rating.PARTLY, Rating.WELL, Rating.PERFECTLY]), min_size=41, max_size=41),
    st.sampled_from(["A", None]),
)
@settings(max_examples=15)
def test_the_reviews_of_many_decks_come_by_their_day_as_those_of_one(
    tmp_path_factory: pytest.TempPathFactory, decks: list[str], ratings: list[Rating], asked: str | None
) -> None:
    sizes = {name: decks.count(name) for name in decks}
    given = iter(ratings)
    with nested(tmp_path_factory.mktemp("order"), **sizes) as collection:
        uids = [f"{name}-{number}" for name, size in sizes.items() for number in range(size)]
        for uid in uids:
            rate(collection, uid, next(given))
        due = {uid: (collection.memory(uid).due_day, shuffle_key(uid, 1)) for uid in uids}
        expected = [uid for uid in uids if asked is None or is_within(uid.rpartition("-")[0], asked)]
        assert learnt(collection, asked, 0, later(400)) == sorted(expected, key=due.__getitem__)
