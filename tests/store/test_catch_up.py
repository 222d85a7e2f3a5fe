"""After days away so many reviews come a day, the longest overdue first; the rest waits and is not lost."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.statistics.summary import Scope, summarise
from lstm_gui.quiz.study_day import day_start, study_day
from lstm_gui.store.collection import Collection, Counts, Limits
from lstm_gui.store.summaries import outermost
from tests.store.nested import nested, set_for
from tests.store.study import NOW, deck, rate

LIMITS = Limits(0, reviews_per_day=3)
BACK = NOW + timedelta(days=60)


def away(collection: Collection, cards: int = 8) -> None:
    """Cards that were learnt, one a day, long ago."""
    collection.import_deck(deck(cards), NOW)
    for number in range(cards):
        rate(collection, f"card-{number}", Rating.WELL, NOW + timedelta(days=number))


def sitting(collection: Collection, limits: Limits, days: float = 0, name: str | None = "Gates") -> list[str]:
    """The reviews of a day, all recalled."""
    seen, now = [], BACK + timedelta(days=days)
    while queued := collection.next_card(name, now, limits):
        seen.append(queued.card.uid)
        rate(collection, queued.card.uid, Rating.PERFECTLY, now)
    return seen


def test_the_longest_overdue_come_first_so_many_a_day(collection: Collection) -> None:
    away(collection)
    assert collection.counts("Gates", BACK, 0) == Counts(8, 0, 0)
    assert collection.counts("Gates", BACK, LIMITS) == Counts(3, 0, 0, later=5)
    assert sitting(collection, LIMITS) == ["card-0", "card-1", "card-2"]
    assert collection.counts("Gates", BACK, LIMITS) == Counts(0, 0, 0, later=5)
    assert collection.next_due("Gates", BACK, LIMITS) == day_start(study_day(BACK) + 1, BACK.tzinfo)
    assert collection.workload.days_behind("Gates", BACK, LIMITS, 5) == 2
    assert collection.workload.days_behind(None, BACK, Limits(0), 5) is None
    more = Limits(0, reviews_per_day=3, extra_reviews=1)
    assert sitting(collection, more) == ["card-3"]
    assert sitting(collection, LIMITS, days=1) == ["card-4", "card-5", "card-6"]
    assert sitting(collection, LIMITS, days=2) == ["card-7"]
    assert collection.counts("Gates", BACK + timedelta(days=2), LIMITS) == Counts(0, 0, 0)


def test_a_rating_taken_back_a_failed_card_and_practice_use_up_nothing(collection: Collection) -> None:
    away(collection)
    rate(collection, "card-0", Rating.NOT_AT_ALL, BACK)
    rate(collection, "card-0", Rating.WELL, BACK + timedelta(minutes=2))
    rate(collection, "card-5", Rating.WELL, BACK, mode="cram")
    assert collection.counts("Gates", BACK, LIMITS).due == 2
    collection.undo(BACK)
    assert collection.counts("Gates", BACK, LIMITS) == Counts(2, 0, 1, later=5)
    collection.undo(BACK)
    assert collection.counts("Gates", BACK, LIMITS) == Counts(3, 0, 0, later=5)


def test_one_limit_is_for_all_decks_together(tmp_path: Path) -> None:
    with nested(tmp_path, A=4, A__B=4, C=4) as tree:
        for name in ("A", "A::B", "C"):
            for number in range(4):
                rate(tree, f"{name}-{number}", Rating.WELL, NOW)
        decks = tree.decks(BACK, LIMITS)
        assert {deck.name: deck.due for deck in decks} == {"A": 3, "A::B": 3, "C": 3}
        assert {deck.due_in_all for deck in decks} == {3}
        assert {deck.due_in_all for deck in tree.decks(BACK, 0)} == {12}
        rate(tree, "C-0", Rating.NOT_AT_ALL, BACK)
        assert [deck.due for deck in outermost(tree.decks(BACK, LIMITS))] == [2, 3]
        assert tree.counts("A", BACK, LIMITS) == Counts(2, 0, 0, later=6)
        assert len(sitting(tree, LIMITS, name="A")) == 2


def test_a_deck_whose_exam_is_near_asks_no_more_than_a_day_holds(tmp_path: Path) -> None:
    """What an exam brings forward comes after what is overdue, and within the same limit."""
    with nested(tmp_path, A=9) as collection:
        for number in range(9):
            rate(collection, f"A-{number}", Rating.PERFECTLY, BACK - timedelta(days=1))
        set_for(collection, "A", exam_day=study_day(BACK) + 1)
        assert collection.counts("A", BACK, 0).due == 0  # each was seen in the last week
        set_for(collection, "A", exam_day=study_day(BACK) + 7)
        later = BACK + timedelta(days=6)
        assert collection.counts("A", later, 0).due == 9
        assert collection.counts("A", later, LIMITS) == Counts(3, 0, 0, later=6)
        assert len(sitting(collection, LIMITS, days=6, name="A")) == 3


def test_the_forecast_asks_as_the_queue_does(collection: Collection) -> None:
    away(collection)
    rate(collection, "card-0", Rating.PERFECTLY, BACK)
    today, limit = study_day(BACK), LIMITS.reviews_per_day
    ahead = summarise(collection.history(), Scope(today, reviews_per_day=limit)).forecast
    assert (ahead.overdue + ahead.days[0], ahead.asked[:4], ahead.days_behind) == (7, (2, 3, 2, 0), 2)
    assert ahead.asked[0] == collection.counts(None, BACK, LIMITS).due
    assert summarise(collection.history(), Scope(today)).forecast.asked == ()


def test_what_was_said_is_put_to_the_test_by_the_next_review(collection: Collection) -> None:
    """Practice between says nothing, and neither does a card that failed and came back at once."""
    for uid, said, later in (
        ("card-0", Rating.PERFECTLY, Rating.WELL),
        ("card-1", Rating.PERFECTLY, Rating.BARELY),
        ("card-2", Rating.PARTLY, Rating.WELL),
    ):
        rate(collection, uid, said, NOW)
        rate(collection, uid, Rating.NOT_AT_ALL, NOW + timedelta(hours=1), mode="practice")
        rate(collection, uid, later, NOW + timedelta(days=20))
    rate(collection, "card-3", Rating.BARELY, NOW)
    rate(collection, "card-3", Rating.WELL, NOW + timedelta(minutes=11))
    rate(collection, "card-3", Rating.BARELY, NOW + timedelta(days=5))
    today = study_day(NOW) + 20
    found = summarise(collection.history(), Scope(today, range="all"))
    told = {share.low: (share.asked, share.good) for share in found.tested}
    assert told == {3: (1, 1), 4: (1, 0), 5: (2, 1)}
    assert found.retained.asked == sum(share.asked for share in found.tested)
    assert all(share.expected is not None and 0 < share.expected < 1 for share in found.tested)
    first = summarise(collection.history(), Scope(study_day(NOW) + 5, range="all"))
    assert [share.asked for share in first.tested] == [0, 1, 0]


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 5))
def test_every_card_has_come_when_the_days_told_have_passed(limit: int) -> None:
    limits = Limits(0, reviews_per_day=limit)
    with TemporaryDirectory() as folder, Collection.open(Path(folder), now=NOW) as collection:
        away(collection, 9)
        days = collection.workload.days_behind("Gates", BACK, limits, collection.counts("Gates", BACK, 0).due)
        assert days is not None
        seen: set[str] = set()
        for day in range(days):
            came = sitting(collection, limits, days=day)
            assert len(came) <= limit
            seen.update(came)
        assert seen == {f"card-{number}" for number in range(9)}
