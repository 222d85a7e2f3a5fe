"""How a due date came about, in words: a table with a row for each rating, and a few sentences for each."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.quiz.card_words import days_words
from lstm_gui.gui.quiz.words import counted, moment_words, percent, rating_word
from lstm_gui.gui.statistics.due_story import DueStory
from lstm_gui.gui.statistics.number_words import MINUS, day_words, decimal_words, iso_words, share_words
from lstm_gui.gui.statistics.picture import Cell, Table
from lstm_gui.quiz.replay import Step
from lstm_gui.quiz.study_day import day_start

translate = QCoreApplication.translate


def head_sentence(story: DueStory, now: datetime) -> str:
    """When the card is due."""
    memory = story.memory
    if memory.is_new:
        return translate(
            "DueDate",
            "Never rated: it comes when it is its turn among the new cards, and has no due date yet.",
        )
    if memory.due_at is not None:
        words = translate("DueDate", "It failed and comes back {when}.")
        return words.format(when=moment_words(memory.due_at, now))
    words = translate("DueDate", "Due on {day}: {when}.")
    start = day_start(memory.due_day, now.tzinfo)
    return words.format(day=day_words(memory.due_day), when=moment_words(start, now))


def steps_table(story: DueStory) -> Table:
    """A row for each rating."""
    head = (
        translate("DueDate", "Day"),
        translate("DueDate", "Rating"),
        translate("DueDate", "Days since"),
        translate("DueDate", "Recall then"),
        translate("DueDate", "Stability"),
        translate("DueDate", "Difficulty"),
        translate("DueDate", "Interval"),
        translate("DueDate", "Due"),
        translate("DueDate", "As stored"),
    )
    return Table(head, tuple(map(_row, story.steps)), tuple(map(_numbers, story.steps)))


def numbers_head() -> tuple[str, ...]:
    """The columns of the file."""
    return (
        "day", "rating", "mode", "days since", "recall then", "stability before", "stability after",
        "difficulty before", "difficulty after", "interval before spread", "spread by", "retention",
        "retention inferred",
        "exam day", "due day computed", "due day stored", "agrees",
    )  # fmt: skip


def step_sentences(step: Step) -> str:
    """What a rating did, one thing after the other."""
    return " ".join(
        part for part in (_seen(step), _held(step), _interval(step), _exam(step), _stored(step)) if part
    )


def _row(step: Step) -> tuple[str, ...]:
    before, after = step.event.before, step.computed
    return (
        day_words(step.event.study_day),
        str(int(step.event.rating)),
        str(step.elapsed) if not before.is_new else "–",
        share_words(step.recall),
        _change(before.stability, after.stability, days_words),
        _change(before.difficulty, after.difficulty, decimal_words),
        _interval_words(step),
        day_words(after.due_day) if after.due_day and not step.practice else "–",
        translate("DueDate", "yes") if step.agrees else translate("DueDate", "no"),
    )


def _numbers(step: Step) -> tuple[Cell, ...]:
    before, after, event = step.event.before, step.computed, step.event
    return (
        iso_words(event.study_day), int(event.rating), event.mode, step.elapsed, step.recall,
        before.stability, after.stability, before.difficulty, after.difficulty, step.bare_interval,
        step.spread_by, step.retention, int(step.inferred),
        iso_words(step.cut.exam_day) if step.cut else None,
        iso_words(after.due_day) if after.due_day else None,
        iso_words(event.after.due_day) if event.after.due_day else None, int(step.agrees),
    )  # fmt: skip


def _change(before: float | None, after: float | None, words: Callable[[float], str]) -> str:
    told = [words(value) for value in (before, after) if value is not None]
    return " → ".join(told) or "–"


def _interval_words(step: Step) -> str:
    if step.practice:
        return "–"
    if step.bare_interval is None:
        return translate("DueDate", "minutes")
    if not step.spread_by:
        return str(step.bare_interval)
    sign = "+" if step.spread_by > 0 else MINUS
    return f"{step.bare_interval} {sign} {abs(step.spread_by)}"


def _seen(step: Step) -> str:
    """The rating, and how likely it was."""
    rating = step.event.rating
    if step.recall is None:
        words = translate("DueDate", "{day}: the first rating, {rating} ({word}).")
        return words.format(
            day=day_words(step.event.study_day), rating=int(rating), word=rating_word(rating).lower()
        )
    since = counted(step.elapsed, translate("DueDate", "{n} day"), translate("DueDate", "{n} days"))
    words = translate(
        "DueDate",
        "{day}: rated {rating} ({word}), {since} after the rating before; {recall} was the chance of recall.",
    )
    return words.format(
        day=day_words(step.event.study_day), rating=int(rating), word=rating_word(rating).lower(),
        since=since, recall=percent(step.recall),
    )  # fmt: skip


def _held(step: Step) -> str:
    """What became of stability and difficulty."""
    before, after = step.event.before, step.computed
    if step.practice or after.stability is None or after.difficulty is None:
        return translate("DueDate", "It was practice, which leaves the schedule as it is.")
    if before.stability is None or before.difficulty is None:
        words = translate(
            "DueDate", "It begins with a stability of {stability} and a difficulty of {difficulty}."
        )
        return words.format(stability=days_words(after.stability), difficulty=decimal_words(after.difficulty))
    words = translate(
        "DueDate", "Stability went from {before} to {after}, difficulty from {easier} to {harder}."
    )
    return words.format(
        before=days_words(before.stability), after=days_words(after.stability),
        easier=decimal_words(before.difficulty), harder=decimal_words(after.difficulty),
    )  # fmt: skip


def _interval(step: Step) -> str:
    """The interval, and how the spread moved it."""
    if step.practice:
        return ""
    if step.bare_interval is None:
        return translate("DueDate", "Not recalled: it comes back within minutes, until it is recalled.")
    days = counted(step.bare_interval, translate("DueDate", "{n} day"), translate("DueDate", "{n} days"))
    retention = percent(step.retention) if step.retention is not None else "?"
    known = translate("DueDate", "Recall falls to the {retention} aimed for after {days}.")
    inferred = translate(
        "DueDate",
        "Recall falls to {retention} after {days}. The log did not keep yet what was aimed for: it is read "
        "off the due day.",
    )
    said = (inferred if step.inferred else known).format(retention=retention, days=days)
    if not step.spread_by:
        return said
    later = translate(
        "DueDate", "The spread, which keeps cards from coming back together for ever, made it {n} later."
    )
    sooner = translate(
        "DueDate", "The spread, which keeps cards from coming back together for ever, made it {n} sooner."
    )
    moved = counted(abs(step.spread_by), translate("DueDate", "{n} day"), translate("DueDate", "{n} days"))
    return f"{said} {(later if step.spread_by > 0 else sooner).format(n=moved)}"


def _exam(step: Step) -> str:
    if step.cut is None:
        return ""
    words = translate("DueDate", "The exam on {exam} brought it forward from {without} to {due}.")
    return words.format(
        exam=day_words(step.cut.exam_day),
        without=day_words(step.cut.without),
        due=day_words(step.cut.due_day),
    )


def _stored(step: Step) -> str:
    """Whether the log says the same."""
    if not step.continues:
        return translate(
            "DueDate",
            "Before it, the log has another schedule than the rating before led to: it came from elsewhere.",
        )
    if step.agrees:
        return translate("DueDate", "The log stored the same.")
    if step.retention is None:
        words = translate(
            "DueDate", "The log stored another due day, {stored}: no recall aimed for leads to it."
        )
        return words.format(stored=day_words(step.event.after.due_day) if step.event.after.due_day else "–")
    return translate("DueDate", "The log stored other numbers: they were computed by another rule.")
