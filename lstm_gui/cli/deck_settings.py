"""`lstm-gui-cli deck settings`: what is set for a deck, shown and changed."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from lstm_gui.cli.opened import limits_of, local_now, opened, settings_of
from lstm_gui.cli.report import Refused, Report
from lstm_gui.cli.review import FIRST_YEAR, LAST_YEAR
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_rules import scheduler_of
from lstm_gui.quiz.deck_tree import path
from lstm_gui.quiz.schedule import HIGHEST_RETENTION, LOWEST_RETENTION, Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.settings import Settings
from lstm_gui.store.collection import Collection, DeckSummary
from lstm_gui.store.deck_edits import DeckSettings

NONE = "none"  # takes what is set away: the deck is then as the one around it
MOST_NEW = 9999

Number = TypeVar("Number", int, float)


def change(arguments: argparse.Namespace) -> Report:
    """Show what is set for a deck; with options, set it first."""
    asked = any(option is not None for option in (arguments.new, arguments.retention, arguments.exam))
    with opened(arguments, to_write=asked) as collection:
        chosen = settings_of(arguments)
        deck = _found(collection, arguments.name, chosen)[-1]
        if asked:
            rules = deck.rules
            now = DeckSettings(
                deck.description,
                _set(arguments.new, _new, rules.new_per_day),
                _set(arguments.retention, _retention, rules.retention),
                _set(arguments.exam, _exam, rules.exam_day),
            )
            collection.edits.set_deck(deck.name, now, local_now())
        return _told(_found(collection, deck.name, chosen), chosen)


def _set(text: str | None, read: Callable[[str], Number], now: Number | None) -> Number | None:
    """What an option says, or what is set already. Raises Refused for a value that cannot be."""
    if text is None:
        return now
    return None if text == NONE else read(text)


def _new(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 4:
        raise Refused(f'--new wants a number from 0 to {MOST_NEW}, or none; not "{in_one_line(text)}".')
    return int(text)


def _retention(text: str) -> float:
    low, high = LOWEST_RETENTION, HIGHEST_RETENTION
    refused = Refused(f'--retention wants a share from {low} to {high}, or none; not "{in_one_line(text)}".')
    try:
        share = float(text)
    except ValueError:
        raise refused from None
    if not low <= share <= high:
        raise refused
    return share


def _exam(text: str) -> int:
    refused = Refused(f'--exam wants a date such as 2026-06-30, or none; not "{in_one_line(text)}".')
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise refused from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise refused
    return day.toordinal()


def _found(collection: Collection, name: str, chosen: Settings) -> list[DeckSummary]:
    """The decks around a deck and at last it. Raises Refused when there is no such deck."""
    decks = {deck.name: deck for deck in collection.decks(local_now(), limits_of(chosen))}
    if name not in decks:
        raise Refused(f'There is no deck called "{in_one_line(name)}"; deck list names them.')
    return [decks[outer] for outer in path(name)]


def _told(decks: list[DeckSummary], chosen: Settings) -> Report:
    deck, rules = decks[-1], decks[-1].rules
    counts = scheduler_of((each.rules for each in decks), Scheduler(chosen.retention), study_day(local_now()))
    content = {
        "name": deck.name,
        "new_per_day": rules.new_per_day,
        "retention": rules.retention,
        "exam": None if rules.exam_day is None else _date(rules.exam_day),
        "retention_that_counts": counts.retention,
        "exam_that_counts": None if counts.exam_day is None else _date(counts.exam_day),
    }
    new = "no limit of its own" if rules.new_per_day is None else str(rules.new_per_day)
    exam = "none" if counts.exam_day is None else _date(counts.exam_day)
    return Report(
        content,
        [
            f"{in_one_line(deck.name, 200)}:",
            f"  new cards a day: {new}",
            f"  recall to aim for: {counts.retention:.0%}{_whose(rules.retention is None)}",
            f"  exam: {exam}{_whose(counts.exam_day is not None and counts.exam_day != rules.exam_day)}",
        ],
    )


def _whose(inherited: bool) -> str:
    return ", as around it" if inherited else ""


def _date(day: int) -> str:
    return date.fromordinal(day).isoformat()
