"""Clocks that are set back, other time zones, summer time: the queue and the statistics keep their word."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.statistics.summary import RANGES, Summary, summarise
from lstm_gui.quiz.statistics.summary import Scope as Range
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.scope import Limits
from tests.store.contents import sound
from tests.store.study import deck

# Berlin turns its clocks on 29 March, Lord Howe a week later by half an hour; Apia is a day before Pago Pago.
ZONES = ("UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Pago_Pago", "Asia/Kathmandu")
BEGIN = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
HOURS = (0, 0.01, 0.5, 1, 4, 12, 24, 30 * 24, -1, -24, -26, -400 * 24)
DEEDS = ("rate", "fail", "bury", "exam", "undo", "nothing")
steps = st.lists(
    st.tuples(st.sampled_from(HOURS), st.sampled_from(ZONES), st.sampled_from(DEEDS)), min_size=1, max_size=16
)
Step = tuple[float, str, str]


@given(steps, st.sampled_from([Limits(2), Limits(3, reviews_per_day=2)]))
@settings(max_examples=15, deadline=None)
@example([(0, "Pacific/Apia", "bury"), (0, "Pacific/Pago_Pago", "rate"), (24, "UTC", "rate")], Limits(2))
@example([(0, "Europe/Berlin", "fail"), (1, "Europe/Berlin", "fail"), (-1, "UTC", "rate")], Limits(2))
def test_whatever_the_clock_says_the_queue_keeps_its_word(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step], limits: Limits
) -> None:
    moment = BEGIN
    with Collection.open(tmp_path_factory.mktemp("clock"), now=BEGIN) as collection:
        collection.import_deck(deck(6), BEGIN)
        for hours, zone, deed in steps:
            moment += timedelta(hours=hours)
            now = moment.astimezone(ZoneInfo(zone))
            do(collection, deed, now, limits)
            keeps_its_word(collection, now, limits)
        sound(collection)


def do(collection: Collection, deed: str, now: datetime, limits: Limits) -> None:
    """One thing that a person does."""
    shown = collection.next_card(None, now, limits)
    if deed == "undo":
        collection.undo(now)
    elif deed == "exam":
        exam = DeckSettings(exam_day=study_day(now) + 3)
        collection.edits.set_deck("Gates", exam, now)
    elif shown is not None and deed == "bury":
        uid = shown.card.uid
        collection.edits.bury([uid], now)
        again = collection.next_card(None, now, limits)
        assert again is None or again.card.uid != uid
    elif shown is not None and deed in ("rate", "fail"):
        rating = Rating.WELL if deed == "rate" else Rating.NOT_AT_ALL
        collection.record(Scheduler().review(shown.memory, rating, now)[1])


def keeps_its_word(collection: Collection, now: datetime, limits: Limits) -> None:
    """A card is there when it is said to be, no number is below nothing, and all statistics can be made."""
    shown, due = collection.next_card(None, now, limits), collection.next_due(None, now, limits)
    counts = collection.counts(None, now, limits)
    assert min(counts.new, counts.due) >= 0
    if shown is not None:  # perhaps one that was to wait a little: then the others wait too
        assert due is not None
    elif due is not None:
        assert due > now
        # What a clock that was ahead has rated of days to come counts there, when they come.
        ahead = any(event.study_day > study_day(now) for event in collection.events())
        assert ahead or collection.next_card(None, due, limits) is not None
    history = collection.history()
    for name in RANGES:
        told = summarise(history, Range(study_day(now), range=name, reviews_per_day=limits.reviews_per_day))
        assert_sane(told)


def assert_sane(told: Summary) -> None:
    """Counts are counts, and shares are shares."""
    assert told.cards == 6
    assert 0 <= told.mastery <= 1
    assert min((*told.ratings, *(day.count for day in told.calendar), 0)) >= 0
