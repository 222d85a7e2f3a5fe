"""The replay of a card's ratings is what the scheduler did, whatever retention and exam it had then."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.replay import replay
from lstm_gui.quiz.schedule import Scheduler, spread
from lstm_gui.quiz.study_day import study_day

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
RATINGS = st.lists(
    st.tuples(st.sampled_from(Rating), st.integers(0, 60), st.sampled_from(["review", "cram"])),
    min_size=1, max_size=8,
)  # fmt: skip
RETENTIONS = st.integers(70, 97).map(lambda percent: percent / 100)


def log(
    ratings: list[tuple[Rating, int, str]], scheduler: Scheduler, *, old: bool = False
) -> list[ReviewEvent]:
    """Ratings as a person gives them, some days apart; `old`: as the log had them before it kept the rule."""
    memory, now, events = Memory("card"), START, []
    for rating, days, mode in ratings:
        now += timedelta(days=days)
        memory, event = scheduler.review(memory, rating, now, mode=mode)
        events.append(replace(event, retention=None, exam_day=None) if old else event)
    return events


@given(RATINGS, RETENTIONS, RETENTIONS, st.none() | st.integers(1, 90))
def test_the_log_says_by_which_rule_each_due_day_came_about(
    ratings: list[tuple[Rating, int, str]], then: float, now: float, days: int | None
) -> None:
    rule = Scheduler(then, None if days is None else study_day(START) + days)
    steps = replay("card", log(ratings, rule), Scheduler(now))
    assert all(step.agrees and step.continues for step in steps)
    for step in steps:
        assert step.inferred == step.practice
        assert step.practice or (step.retention, step.event.exam_day) == (then, rule.exam_day)


@given(RATINGS, RETENTIONS, RETENTIONS)
def test_every_rating_is_computed_to_what_the_log_stored(
    ratings: list[tuple[Rating, int, str]], then: float, now: float
) -> None:
    steps = replay("card", log(ratings, Scheduler(then), old=True), Scheduler(now))
    assert all(step.agrees and step.continues and step.retention is not None for step in steps)
    assert all(step.inferred for step in steps)
    assert steps[0].recall is None
    for step in steps:
        after = step.event.after
        assert (step.bare_interval is None) == (step.practice or not step.event.rating.recalled)
        if step.bare_interval is not None:
            assert after.due_day == step.event.study_day + step.bare_interval + step.spread_by
            assert spread(step.bare_interval, "card", step.event.before.repetitions) == (
                step.bare_interval + step.spread_by
            )


def test_an_exam_is_told() -> None:
    exam = study_day(START) + 40
    scheduler = Scheduler(0.8, exam)
    events = log([(Rating.PERFECTLY, 0, "review"), (Rating.PERFECTLY, 20, "review")], scheduler)
    old = log([(Rating.PERFECTLY, 0, "review"), (Rating.PERFECTLY, 20, "review")], scheduler, old=True)
    for step in (replay("card", events, Scheduler())[-1], replay("card", old, scheduler)[-1]):
        assert step.cut is not None
        assert step.cut.due_day == step.event.after.due_day < step.cut.without
        assert step.agrees


def test_what_does_not_follow_is_told() -> None:
    """As a log from elsewhere, or one that somebody changed."""
    first, second = log([(Rating.WELL, 0, "review"), (Rating.WELL, 3, "review")], Scheduler())
    other = replace(second, before=replace(second.before, stability=50.0))
    strange = replace(second, after=replace(second.after, due_day=second.after.due_day + 4000))
    assert [step.continues for step in replay("card", [first, other], Scheduler())] == [True, False]
    assert not replay("card", [first, other], Scheduler())[1].agrees
    told = replay("card", [first, strange], Scheduler())[1]
    assert (told.retention, told.agrees, told.inferred) == (0.9, False, False)
    unsaid = replace(strange, retention=None)
    told = replay("card", [first, unsaid], Scheduler())[1]
    assert (told.retention, told.agrees, told.inferred) == (None, False, True)
