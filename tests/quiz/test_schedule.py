"""When a card comes back: what holds for any history of ratings, on any clock."""

import random
import time
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from math import isfinite

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import (
    FORGETTING_FACTOR,
    FORGETTING_POWER,
    LONGEST_INTERVAL,
    Scheduler,
    as_logged,
    recall,
    retrievability,
    share_of_stability,
    shuffle_key,
    spread,
)
from lstm_gui.quiz.study_day import day_start, study_day

START = datetime(2025, 6, 1, 12, tzinfo=UTC)

ratings = st.sampled_from(Rating)
retentions = st.floats(0.70, 0.99)
offsets = st.integers(-12 * 60, 14 * 60)
# Gaps between reviews: mostly forwards, some backwards, as a clock that is set right goes.
gaps = st.one_of(st.integers(0, 400 * 86_400), st.integers(-90 * 86_400, 0))
histories = st.lists(st.tuples(ratings, gaps, offsets), max_size=12)


def walk(
    history: list[tuple[Rating, int, int]], scheduler: Scheduler
) -> tuple[Memory, datetime, list[ReviewEvent]]:
    """The memory of a card after a history, the moment it ended at, and its events."""
    memory, now, events = Memory("card"), START, []
    for rating, gap, offset in history:
        now = (now + timedelta(seconds=gap)).astimezone(timezone(timedelta(minutes=offset)))
        memory, event = scheduler.review(memory, rating, now)
        events.append(event)
    return memory, now, events


@given(histories, ratings, retentions)
def test_the_schedule_is_sane_on_any_clock(
    history: list[tuple[Rating, int, int]], rating: Rating, retention: float
) -> None:
    scheduler = Scheduler(retention)
    before, now, _ = walk(history, scheduler)
    after, event = scheduler.review(before, rating, now)
    assert after.stability is not None
    assert after.difficulty is not None
    assert isfinite(after.stability)
    assert after.stability > 0
    assert 1 <= after.difficulty <= 10
    assert after.repetitions == before.repetitions + 1
    assert after.last_day == event.study_day == study_day(now)
    if rating.recalled:
        assert after.due_at is None
        assert 1 <= after.due_day - study_day(now) <= LONGEST_INTERVAL
    else:
        assert after.due_at is not None
        assert after.due_at > now


@given(histories, retentions)
def test_the_buttons_say_what_rating_does(history: list[tuple[Rating, int, int]], retention: float) -> None:
    scheduler = Scheduler(retention)
    memory, now, _ = walk(history, scheduler)
    for rating, interval in scheduler.preview(memory, now).items():
        after, event = scheduler.review(memory, rating, now)
        if rating.recalled:
            assert interval == Interval(days=after.due_day - event.study_day)
        else:
            assert after.due_at is not None
            assert interval == Interval(seconds=int((after.due_at - event.at).total_seconds()))


@given(histories)
def test_a_better_rating_never_comes_back_sooner(history: list[tuple[Rating, int, int]]) -> None:
    memory, now, _ = walk(history, Scheduler())
    shown = Scheduler().preview(memory, now)
    lengths = [shown[rating].days * 86_400 + shown[rating].seconds for rating in Rating]
    assert lengths[:2] == [60, 600]
    assert all(shorter <= longer for shorter, longer in pairwise(lengths))


@given(histories)
def test_the_same_ratings_give_the_same_schedule_again(history: list[tuple[Rating, int, int]]) -> None:
    """Replaying the raw ratings of the log: nothing of the schedule hangs on chance."""
    _, _, events = walk(history, Scheduler())
    memory = Memory("card")
    for event in events:
        assert event.before == memory
        memory, again = Scheduler().review(memory, event.rating, event.at)
        assert memory == event.after
        assert (again.at, again.study_day) == (event.at, event.study_day)


@given(histories, ratings, st.integers(0, 86_399), st.integers(0, 86_399), st.integers(0, 40))
def test_the_hour_of_the_day_makes_no_difference(
    history: list[tuple[Rating, int, int]], rating: Rating, one: int, other: int, days: int
) -> None:
    memory, now, _ = walk(history, Scheduler())
    start = day_start(study_day(now) + days, UTC)
    first, _ = Scheduler().review(memory, rating, start + timedelta(seconds=one))
    second, _ = Scheduler().review(memory, rating, start + timedelta(seconds=other))
    assert (first.stability, first.difficulty, first.due_day) == (
        second.stability,
        second.difficulty,
        second.due_day,
    )


def test_the_next_day_counts_as_a_day_whether_or_not_24_hours_have_passed() -> None:
    """FSRS floors the time between to whole days: 23.9 h would be the same day, 24.1 h the next."""
    memory, _ = Scheduler().review(Memory("card"), Rating.WELL, START)
    almost, _ = Scheduler().review(memory, Rating.WELL, START + timedelta(hours=23.9))
    over, _ = Scheduler().review(memory, Rating.WELL, START + timedelta(hours=24.1))
    assert almost.stability == over.stability
    assert almost.stability is not None
    assert almost.stability > 5


@given(histories, ratings, st.integers(1, 3650))
def test_a_clock_that_went_back_counts_as_no_time_at_all(
    history: list[tuple[Rating, int, int]], rating: Rating, days: int
) -> None:
    memory, now, _ = walk(history, Scheduler())
    now = max(now, memory.last_review or now)
    memory, _ = Scheduler().review(memory, Rating.WELL, now)
    at_once, _ = Scheduler().review(memory, rating, now)
    back, event = Scheduler().review(memory, rating, now - timedelta(days=days))
    assert (back.stability, back.difficulty) == (at_once.stability, at_once.difficulty)
    assert event.study_day == study_day(now - timedelta(days=days))


def test_a_clock_that_leapt_a_thousand_years_counts_as_the_longest_interval() -> None:
    memory, _ = Scheduler().review(Memory("card"), Rating.WELL, START)
    far, farther = (
        Scheduler().review(memory, Rating.WELL, START + timedelta(days=days))[0]
        for days in (LONGEST_INTERVAL, 365_000)
    )
    assert far.stability == farther.stability


# Memories that no history may have led to: an import, other weights or an older version may.
memories = st.builds(
    lambda uid, stability, difficulty, elapsed, repetitions: Memory(
        uid,
        stability=stability,
        difficulty=difficulty,
        last_review=START - timedelta(days=elapsed),
        last_day=study_day(START) - elapsed,
        repetitions=repetitions,
    ),
    st.text(max_size=8),
    st.floats(-3, 4.6).map(lambda power: 10**power),
    st.floats(1, 10),
    st.integers(-10, 40_000),
    st.integers(0, 100),
)


@given(memories, retentions)
def test_a_better_rating_never_comes_back_sooner_whatever_the_memory(
    memory: Memory, retention: float
) -> None:
    shown = Scheduler(retention).preview(memory, START)
    lengths = [shown[rating].days * 86_400 + shown[rating].seconds for rating in Rating]
    assert lengths == sorted(lengths)


@given(st.lists(st.tuples(ratings, st.integers(0, 400)), max_size=12))
def test_the_mathematics_is_that_of_fsrs_with_1_and_2_as_again(history: list[tuple[Rating, int]]) -> None:
    theirs = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    their_rating = (
        fsrs.Rating.Again,
        fsrs.Rating.Again,
        fsrs.Rating.Hard,
        fsrs.Rating.Good,
        fsrs.Rating.Easy,
    )
    card, memory, now = fsrs.Card(card_id=1), Memory("card"), START
    for rating, days in history:
        card, _ = theirs.review_card(card, their_rating[rating - 1], now)
        memory, _ = Scheduler().review(memory, rating, now)
        assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
        now += timedelta(days=days)


@given(histories, retentions, retentions)
def test_a_higher_target_brings_cards_back_no_later(
    history: list[tuple[Rating, int, int]], one: float, other: float
) -> None:
    memory, now, _ = walk(history, Scheduler())
    low, high = sorted((one, other))
    patient, eager = Scheduler(low).preview(memory, now), Scheduler(high).preview(memory, now)
    assert all(eager[rating].days <= patient[rating].days for rating in Rating)


def test_the_target_matters() -> None:
    memory, _ = Scheduler().review(Memory("card"), Rating.PERFECTLY, START)
    later = START + timedelta(days=8)
    days = [Scheduler(share).preview(memory, later)[Rating.WELL].days for share in (0.97, 0.9, 0.8, 0.7)]
    assert days == sorted(set(days))


def test_1_and_2_are_not_recalled_but_differ_in_when_they_come_back() -> None:
    one, _ = Scheduler().review(Memory("card"), Rating.NOT_AT_ALL, START)
    two, _ = Scheduler().review(Memory("card"), Rating.BARELY, START)
    assert (one.stability, one.difficulty) == (two.stability, two.difficulty)
    assert one.due_at == START + timedelta(minutes=1)
    assert two.due_at == START + timedelta(minutes=10)


def test_forgetting_a_card_that_was_known_is_one_lapse_however_often_it_fails_again() -> None:
    memory, _ = Scheduler().review(Memory("card"), Rating.NOT_AT_ALL, START)
    assert memory.lapses == 0
    memory, _ = Scheduler().review(memory, Rating.WELL, START)
    later = START + timedelta(days=3)
    for _ in range(3):
        memory, _ = Scheduler().review(memory, Rating.BARELY, later)
    assert memory.lapses == 1


@given(histories, ratings, st.sampled_from(["practice", "cram"]))
def test_practice_is_logged_but_moves_nothing(
    history: list[tuple[Rating, int, int]], rating: Rating, mode: str
) -> None:
    memory, now, _ = walk(history, Scheduler())
    after, event = Scheduler().review(
        memory, rating, now, mode=mode, response_ms=1200, confidence=60, correct=True, hints=2
    )
    assert after == memory
    assert (event.confidence, event.correct, event.hints) == (60, True, 2)
    assert (event.retention, event.exam_day) == (None, None)
    assert (event.after, event.mode, event.rating, event.response_ms) == (memory, mode, rating, 1200)


@given(st.integers(1, LONGEST_INTERVAL), st.text(max_size=8), st.integers(0, 100))
def test_the_spread_is_small_and_repeats_itself(days: int, uid: str, repetitions: int) -> None:
    moved = spread(days, uid, repetitions)
    assert moved == spread(days, uid, repetitions)
    assert abs(moved - days) <= (0 if days < 3 else 1 + days // 20)
    assert moved <= spread(days + 1, uid, repetitions)
    assert moved <= LONGEST_INTERVAL


def test_the_spread_spreads() -> None:
    assert {spread(30, f"card{number}", 3) for number in range(200)} == {28, 29, 30, 31, 32}
    assert {spread(3, f"card{number}", 3) for number in range(200)} == {2, 3, 4}
    assert {spread(2, f"card{number}", 3) for number in range(200)} == {2}


@given(st.text(max_size=8), st.integers(0, 1000))
def test_the_place_in_the_shuffle_is_fixed_and_fits_a_column(uid: str, repetitions: int) -> None:
    assert shuffle_key(uid, repetitions) == shuffle_key(uid, repetitions)
    assert 0 <= shuffle_key(uid, repetitions) < 2**31


@given(st.floats(0.001, 40_000), st.integers(0, 36_500))
def test_the_forgetting_curve_is_that_of_fsrs(stability: float, days: int) -> None:
    then = datetime(2000, 1, 1, tzinfo=UTC)
    card = fsrs.Card(card_id=1, stability=stability, last_review=then)
    theirs = fsrs.Scheduler().get_card_retrievability(card, then + timedelta(days=days))
    assert recall(stability, days) == pytest.approx(theirs, abs=1e-12)
    assert recall(stability, days) == pytest.approx(0.9) if days == stability else True


@given(retentions, st.floats(0.1, 10_000))
def test_recall_falls_to_a_share_after_that_many_times_the_stability(share: float, stability: float) -> None:
    assert share_of_stability(0.9) == pytest.approx(1.0)
    days = share_of_stability(share) * stability
    theirs = (1 + FORGETTING_FACTOR * days / stability) ** FORGETTING_POWER
    assert theirs == pytest.approx(share)


@given(histories, st.integers(-100, 1000))
def test_retrievability_is_a_chance(history: list[tuple[Rating, int, int]], days: int) -> None:
    memory, now, _ = walk(history, Scheduler())
    chance = retrievability(memory, study_day(now) + days)
    assert chance == 0.0 if memory.is_new else 0 < chance <= 1


def test_nothing_waits_and_nothing_is_drawn_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """FSRS's card sleeps a millisecond to make up an id; its fuzz draws from the global generator."""

    def no_sleep(_: float) -> None:
        raise AssertionError("slept")

    monkeypatch.setattr(time, "sleep", no_sleep)
    before = random.getstate()
    memory = Memory("card")
    for days in (0, 9, 40, 200):
        memory, _ = Scheduler().review(memory, Rating.WELL, START + timedelta(days=days))
    assert random.getstate() == before


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)), st.integers(-80_000, 80_000))
def test_a_logged_moment_is_the_same_moment_to_the_millisecond(wall: datetime, offset: int) -> None:
    moment = wall.replace(tzinfo=timezone(timedelta(seconds=offset)))
    logged = as_logged(moment)
    assert timedelta(0) <= moment - logged < timedelta(milliseconds=1)
    assert (logged.utcoffset() or timedelta()) % timedelta(minutes=1) == timedelta(0)
    assert logged.microsecond % 1000 == 0
    assert as_logged(logged) == logged


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Scheduler().review(Memory("card"), Rating.WELL, datetime(2025, 6, 1))
    with pytest.raises(ValueError, match="retention"):
        Scheduler(1.0)


def test_the_map_of_ratings_keeps_the_share_recalled_near_the_target() -> None:
    """A person who forgets just as FSRS says, and rates 1 or 2 what was forgotten, 3 to 5 the rest."""
    chance = random.Random(7)
    scheduler, first = Scheduler(), date(2025, 1, 1).toordinal()
    recalled = asked = 0
    for number in range(150):
        memory, day = Memory(f"card{number}"), first + number // 10
        while day < first + 200:
            known = chance.random() < retrievability(memory, day)
            if not memory.is_new:
                asked, recalled = asked + 1, recalled + known
            now = day_start(day, UTC) + timedelta(hours=6)
            rating = Rating(chance.choice([3, 4, 4, 5] if known else [1, 2]))
            memory, _ = scheduler.review(memory, rating, now)
            if not rating.recalled:
                memory, _ = scheduler.review(memory, Rating.WELL, now + timedelta(minutes=10))
            day = memory.due_day
    assert asked > 500
    assert recalled / asked == pytest.approx(0.9, abs=0.03)
