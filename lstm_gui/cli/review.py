"""`lstm-gui-cli review …`: the next card, a rating, and taking it back."""

import argparse
from dataclasses import asdict
from datetime import datetime, timedelta

from lstm_gui.cli.opened import limits_of, local_now, opened, settings_of
from lstm_gui.cli.report import Refused, Report
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_rules import scheduler_of
from lstm_gui.quiz.interval import Interval, words
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import day_start, study_day
from lstm_gui.settings import Settings
from lstm_gui.store.collection import Queued

FIRST_YEAR, LAST_YEAR = 1970, 2199  # outside, a date is a slip, and sums of dates may overflow
DAY = timedelta(days=1)


def show_next(arguments: argparse.Namespace) -> Report:
    """The card to be reviewed now, or at another time; nothing when none is due."""
    now = _moment_of(arguments)
    with opened(arguments) as collection:
        chosen = settings_of(arguments)
        queued = collection.next_card(None, now, limits_of(chosen))
        due = None if queued else collection.next_due(None, now, limits_of(chosen))
        later = 0 if queued else collection.counts(None, now, limits_of(chosen)).later
    if queued is None:
        return Report(None, [_nothing_due(due, later)])
    intervals = _scheduler(queued, chosen, now).preview(queued.memory, now)
    content = {
        **asdict(queued.card),
        "deck": queued.deck,
        "new": queued.memory.is_new,
        "intervals": {str(int(rating)): words(interval) for rating, interval in intervals.items()},
    }
    choices = "  ".join(f"{int(rating)}: {words(interval)}" for rating, interval in intervals.items())
    lines = [
        f"{queued.card.uid} ({in_one_line(queued.deck)})",
        queued.card.front,
        "",
        queued.card.back,
        "",
        choices,
    ]
    return Report(content, lines)


def rate(arguments: argparse.Namespace) -> Report:
    """Rate a card. What is reported is in the collection for good."""
    now = _moment_of(arguments)
    with opened(arguments, to_write=True) as collection:
        chosen = settings_of(arguments)
        queued = collection.queued(arguments.uid) if is_text(arguments.uid) else None
        if queued is None:
            raise Refused(f'There is no card with the uid "{in_one_line(arguments.uid)}".')
        scheduler, rating = _scheduler(queued, chosen, now), Rating(arguments.rating)
        _, event = scheduler.review(queued.memory, rating, now)
        collection.record(event)
    return _rated(event, scheduler.preview(queued.memory, now)[rating])


def undo(arguments: argparse.Namespace) -> Report:
    """Take the last rating back; the log keeps both."""
    with opened(arguments, to_write=True) as collection:
        event = collection.undo()
    if event is None:
        raise Refused("There is no rating to take back.")
    content = {"event": event.id, "uid": event.uid, "rating": int(event.rating), "at": event.at.isoformat()}
    return Report(content, [f"{event.uid}: the rating {int(event.rating)} is taken back"])


def _scheduler(queued: Queued, chosen: Settings, now: datetime) -> Scheduler:
    """By what is set for the card's deck."""
    return scheduler_of(queued.rules, Scheduler(chosen.retention), study_day(now))


def _moment_of(arguments: argparse.Namespace) -> datetime:
    return local_now() if arguments.at is None else moment(arguments.at)


def moment(text: str) -> datetime:
    """The aware moment that an ISO 8601 text means; local time where it has no offset. Raises Refused."""
    try:
        read = datetime.fromisoformat(text)
        if not FIRST_YEAR <= read.year <= LAST_YEAR:
            raise Refused(f"--at wants a year from {FIRST_YEAR} to {LAST_YEAR}, not {read.year}.")
        return read if read.tzinfo else read.astimezone()
    except ValueError:
        example = "2026-03-01T18:30 or 2026-03-01T18:30+01:00"
        raise Refused(f'--at wants a time such as {example}, not "{in_one_line(text)}".') from None


def is_text(word: str) -> bool:
    """Whether a word of the command line was valid UTF-8; no card is called by another."""
    return not any("\ud800" <= character <= "\udfff" for character in word)


def due_of(memory: Memory, at: datetime) -> datetime:
    """When a rated card is due: to the minute within a session, else as its study day begins."""
    return memory.due_at or day_start(memory.due_day, at.tzinfo)


def _rated(event: ReviewEvent, interval: Interval) -> Report:
    after = event.after
    due = due_of(after, event.at)
    days = interval.days or interval.seconds / DAY.total_seconds()
    content = {
        "event": event.id,
        "uid": event.uid,
        "rating": int(event.rating),
        "at": event.at.isoformat(),
        "due": due.isoformat(),
        "stability": after.stability,
        "difficulty": after.difficulty,
        "interval": days,  # in days; a part of one for a card that failed
        "interval_words": words(interval),
        "repetitions": after.repetitions,
        "lapses": after.lapses,
    }
    line = f"{event.uid}: rated {int(event.rating)}, comes back in {words(interval)} ({due:%Y-%m-%d %H:%M})"
    return Report(content, [line])


def _nothing_due(due: datetime | None, later: int) -> str:
    if later:
        reviews = "one more review waits" if later == 1 else f"{later} more reviews wait"
        return f"Enough for today: {reviews} for the days after, the longest overdue first."
    if due is None:
        return "Nothing is due, and nothing will be: there are no cards, or none was begun."
    return f"Nothing is due; the next card is due {due.astimezone():%Y-%m-%d %H:%M}."
