"""Before an exam each card is seen once more in the last days."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.exam import LAST_DAYS, before_exam, last_look, next_exam
from lstm_gui.quiz.memory import Memory
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler, shuffle_key
from lstm_gui.quiz.study_day import study_day

START = datetime(2025, 6, 1, 12, tzinfo=UTC)
TODAY = study_day(START)
days = st.integers(1, 400)
memories = st.builds(
    lambda uid, stability, elapsed, repetitions: Memory(
        uid,
        stability=stability,
        difficulty=5.0,
        last_review=START - timedelta(days=elapsed),
        last_day=TODAY - elapsed,
        repetitions=repetitions,
    ),
    st.text(max_size=6),
    st.floats(-1, 3).map(lambda power: 10**power),
    st.integers(0, 500),
    st.integers(1, 50),
)


@given(days, days, st.integers(0, 2**31 - 1))
def test_a_card_comes_back_before_the_exam_and_never_later_than_without_it(
    interval: int, ahead: int, shuffle: int
) -> None:
    exam = TODAY + ahead
    due = before_exam(TODAY + interval, TODAY, exam, shuffle)
    assert TODAY < due <= TODAY + interval
    if ahead > LAST_DAYS:
        assert due < exam
        assert due >= min(TODAY + interval, exam - LAST_DAYS)  # no earlier than it has to be
    else:
        assert due == TODAY + interval  # it is seen in the last days: now


@given(days, days, days, st.integers(0, 2**31 - 1))
def test_what_would_come_later_never_comes_sooner(one: int, other: int, ahead: int, shuffle: int) -> None:
    sooner, later = (
        before_exam(TODAY + interval, TODAY, TODAY + ahead, shuffle) for interval in sorted((one, other))
    )
    assert sooner <= later


@given(memories, st.integers(-30, 400), st.integers(0, 200))
def test_a_better_rating_never_comes_back_sooner_before_an_exam(
    memory: Memory, ahead: int, later: int
) -> None:
    scheduler, now = Scheduler(exam_day=TODAY + ahead), START + timedelta(days=later)
    shown = scheduler.preview(memory, now)
    lengths = [shown[rating].days * 86_400 + shown[rating].seconds for rating in Rating]
    assert lengths == sorted(lengths)
    plain = Scheduler().preview(memory, now)
    for rating in Rating:
        assert shown[rating].seconds == plain[rating].seconds
        assert shown[rating].days <= plain[rating].days
        if ahead - later > LAST_DAYS or ahead <= later:
            assert shown[rating].days < max(1, ahead - later) or shown == plain


@given(memories, st.sampled_from([Rating.PARTLY, Rating.WELL, Rating.PERFECTLY]), st.integers(1, 400))
def test_the_event_says_what_the_exam_cut(memory: Memory, rating: Rating, ahead: int) -> None:
    scheduler = Scheduler(exam_day=TODAY + ahead)
    after, event = scheduler.review(memory, rating, START)
    again, _ = scheduler.review(memory, rating, START)
    plain, _ = Scheduler().review(memory, rating, START)
    assert again == after == replace(plain, due_day=after.due_day)
    cut = scheduler.cut(event)
    if after.due_day == plain.due_day:
        assert cut is None
    else:
        assert cut is not None
        assert (cut.due_day, cut.without, cut.exam_day) == (after.due_day, plain.due_day, TODAY + ahead)
    assert Scheduler().cut(event) is None
    assert Scheduler(exam_day=TODAY + ahead + 900).cut(event) is None


def test_what_was_not_recalled_or_only_practised_is_not_cut() -> None:
    scheduler, memory = (
        Scheduler(exam_day=TODAY + 30),
        Memory("card", 100.0, 5.0, START, TODAY, repetitions=2),
    )
    assert scheduler.cut(scheduler.review(memory, Rating.BARELY, START)[1]) is None
    assert scheduler.cut(scheduler.review(memory, Rating.WELL, START, mode="cram")[1]) is None


def test_the_last_days_share_the_cards_evenly() -> None:
    exam = TODAY + 60
    looks = Counter(last_look(exam, shuffle_key(f"card-{number}", 3)) for number in range(7000))
    assert sorted(looks) == list(range(exam - LAST_DAYS, exam))
    assert max(looks.values()) < 1150
    assert last_look(exam, 0) == exam - 1  # the eve


def test_the_next_exam_is_the_first_still_to_come() -> None:
    assert next_exam((None, 30, 20), 10) == 20
    assert next_exam((None, 30, 20), 20) == 30
    assert next_exam((None, 30, 20), 30) is None
