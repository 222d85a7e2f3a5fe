"""Every statistic is what counting the log by hand gives."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import PRACTICE_MODES, retrievability
from lstm_gui.quiz.statistics.activity import LONGEST_ANSWER_MS
from lstm_gui.quiz.statistics.shares import Share
from lstm_gui.quiz.statistics.summary import RANGES, Scope, Summary, summarise
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store import statistics
from lstm_gui.store.collection import Collection
from lstm_gui.store.connection import writing
from tests.store.study import NOW, TOPICS, card, deck, event, rate

TODAY = study_day(NOW)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["card-0", "card-1", "other-0"]),
        st.sampled_from([*Rating, None]),  # None takes the last one back
        st.sampled_from([0, 0, 1, 3, 20, -1]),  # days until the next
        st.sampled_from(["review", "review", *sorted(PRACTICE_MODES)]),
        st.sampled_from([None, 0, 50, 100]),  # the confidence
        st.sampled_from([None, True, False]),  # what the simulator found
        st.sampled_from([None, 0, 4200, 90_000]),  # ms
    ),
    max_size=25,
)
Steps = list[tuple[str, Rating | None, int, str, int | None, bool | None, int | None]]


def studied(collection: Collection, steps: Steps) -> None:
    """Ratings as somebody gives them, and takes back, some of them 40 days ago."""
    now = NOW - timedelta(days=40)
    for uid, rating, days, mode, said, found, took in steps:
        now += timedelta(days=days)
        if rating is None:
            collection.undo(now)
        else:
            rate_with(collection, event(collection, uid, rating, now, mode), said, found, took)


def rate_with(
    collection: Collection, given: ReviewEvent, said: int | None, found: bool | None, took: int | None
) -> None:
    """Record a rating with what was said and found beside it."""
    collection.record(replace(given, confidence=said, correct=found, response_ms=took))


def asked_again(event: ReviewEvent) -> bool:
    """Whether a person was asked for a card after a day or more."""
    before = event.before
    known = before.stability is not None and before.due_at is None and event.mode not in PRACTICE_MODES
    return known and before.last_day is not None and before.last_day < event.study_day


def share_of(shares: Iterable[Share]) -> tuple[int, int]:
    """How many were asked, and good, in all."""
    all_of_them = list(shares)
    return sum(share.asked for share in all_of_them), sum(share.good for share in all_of_them)


def right(event: ReviewEvent) -> bool:
    """What the simulator found, else what the person said."""
    return event.rating.recalled if event.correct is None else event.correct


def assert_is_counted(found: Summary, events: list[ReviewEvent]) -> None:
    """The ratings of the range, by hand."""
    kinds = Counter(int(event.rating) for event in events)
    assert found.ratings == tuple(kinds[number] for number in range(1, 6))
    assert found.answers == len(events)
    again = [event for event in events if asked_again(event)]
    wanted = len(again), sum(event.rating.recalled for event in again)
    assert share_of([found.retained]) == share_of(found.weeks) == share_of(found.intervals) == wanted
    assert share_of(found.predicted) == wanted
    for week in found.weeks:
        assert week.asked == sum(week.low <= event.study_day <= (week.high or 0) for event in again)
    for one in found.predicted:
        chances = [retrievability(event.before, event.study_day) for event in again]
        inside = [chance for chance in chances if one.low <= 100 * chance < (one.high or 0)]
        assert one.asked == len(inside)
        assert one.expected == (pytest.approx(sum(inside) / len(inside)) if inside else None)
    said = [event for event in events if event.confidence is not None]
    assert share_of(found.confidence) == (len(said), sum(map(right, said)))
    taken = [event.response_ms for event in events if event.response_ms is not None]
    assert sum(span.milliseconds for span in found.time) == sum(min(ms, LONGEST_ANSWER_MS) for ms in taken)
    assert sum(span.timed for span in found.time) == len(taken)
    assert sum(span.answers for span in found.time) == len(events)


@settings(max_examples=30)
@given(STEPS, st.sampled_from(sorted(RANGES)), st.sampled_from([None, "Gates", "Gates::Other"]))
def test_what_is_counted_is_what_stands_in_the_log(steps: Steps, range_name: str, name: str | None) -> None:
    with TemporaryDirectory() as folder, Collection.open(Path(folder), now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        collection.import_deck(nested(), NOW)
        studied(collection, steps)
        found = summarise(collection.history(), Scope(TODAY, name, range_name))
        inside = {None: ("card", "other"), "Gates": ("card", "other"), "Gates::Other": ("other",)}[name]
        events = [one for one in collection.events() if one.uid.startswith(inside)]
        uids = [f"card-{n}" for n in range(6)] * ("card" in inside) + ["other-0"]
        memories = [collection.memory(uid) for uid in uids]
    counts = Counter(event.study_day for event in events)
    assert {day.day: day.count for day in found.calendar if day.count} == {
        day: count for day, count in counts.items() if day <= TODAY
    }
    assert found.calendar[-1].day == TODAY
    assert_is_counted(found, [one for one in events if found.first_day <= one.study_day <= TODAY])
    rated = [memory for memory in memories if not memory.is_new]
    assert sum(bucket.count for bucket in found.stabilities) == len(rated)
    assert sum(bucket.count for bucket in found.difficulties) == len(rated)
    ahead = found.forecast
    assert ahead.overdue + sum(ahead.days) + ahead.later == len(rated)
    assert ahead.new == len(memories) - len(rated)
    known = [0.0 if one.due_at else retrievability(one, TODAY) for one in memories]
    assert found.mastery == pytest.approx(sum(known) / len(known))
    assert found.cards == len(memories) == sum(topic.cards for topic in found.topics)


def nested() -> Deck:
    """A deck inside the other, with one card of no topic."""
    return Deck("Gates::Other", (replace(card(0), uid="other-0", topic=""),))


def test_an_empty_collection_has_empty_statistics(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        found = summarise(collection.history(), Scope(TODAY, None, "all"))
    assert (found.cards, found.answers, found.mastery, found.topics) == (0, 0, 0.0, ())
    assert found.first_day == TODAY
    assert len(found.time) == 1


def test_a_deleted_card_is_gone_and_its_ratings_stay(collection: Collection) -> None:
    rate(collection, "card-0")
    collection.edits.delete(["card-0"], NOW)
    found = summarise(collection.history(), Scope(TODAY))
    assert (found.cards, found.answers, sum(found.forecast.days)) == (5, 1, 0)
    assert sum(bucket.count for bucket in found.stabilities) == 0
    assert {topic.topic for topic in found.topics} == set(TOPICS)


def test_what_rests_is_told_apart(collection: Collection) -> None:
    for uid in ("card-0", "card-1", "card-2"):
        rate(collection, uid, Rating.WELL, NOW - timedelta(days=30))
    with writing(collection._connection):
        collection._connection.execute("UPDATE memory SET suspended = 1 WHERE position = 0")
        collection._connection.execute("UPDATE memory SET buried_day = ? WHERE position = 1", (TODAY,))
    ahead = summarise(collection.history(), Scope(TODAY)).forecast
    assert (ahead.suspended, ahead.overdue, ahead.days[:2]) == (1, 1, (0, 1))


def test_an_exam_brings_cards_forward_as_the_queue_does(collection: Collection) -> None:
    collection.import_deck(nested(), NOW)
    for uid in (*(f"card-{n}" for n in range(4)), "other-0"):
        rate(collection, uid, Rating.PERFECTLY, NOW - timedelta(days=3))
    exam = TODAY + 10
    with writing(collection._connection):
        collection._connection.execute("UPDATE memory SET due_day = ? WHERE position < 3", (TODAY + 300,))
        collection._connection.execute("UPDATE deck SET exam_day = ? WHERE name = 'Gates'", (exam,))
    for today in (TODAY, exam - 5, exam):
        ahead = summarise(collection.history(), Scope(today)).forecast
        for days in range(exam - today):
            asked = collection.counts(None, NOW + timedelta(days=today - TODAY + days), 0).due
            assert asked == ahead.overdue + sum(ahead.days[: days + 1])
    assert ahead.later == 4


def test_reading_is_watched_and_can_be_broken_off(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics, "BLOCK", 2)
    for n in range(5):
        rate(collection, f"card-{n}")
    told: list[tuple[int, int]] = []
    assert len(collection.history(lambda done, total, _stage="": told.append((done, total))).ratings.day) == 5
    assert told == [(0, 5), (2, 5), (4, 5), (5, 5)]

    def stop(_done: int, _total: int, _stage: str = "") -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        collection.history(stop)
    rate(collection, "card-5")  # nothing is left open
