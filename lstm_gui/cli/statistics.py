"""`lstm-gui-cli stats`: what was learnt so far, and how much was reviewed, of all decks or of one."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from lstm_gui.cli.opened import limits_of, local_now, opened, settings_of
from lstm_gui.cli.report import Report, table
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Counts

if TYPE_CHECKING:  # it brings numpy, for which no other command waits
    from lstm_gui.quiz.statistics.shares import Share
    from lstm_gui.quiz.statistics.summary import Summary


def show(arguments: argparse.Namespace) -> Report:
    """How many cards are known, due and new, and how reviews went in a range of study days."""
    from lstm_gui.quiz.statistics.summary import Scope, summarise

    now = local_now()
    with opened(arguments) as collection:
        chosen = settings_of(arguments)
        left = collection.counts(arguments.deck, now, limits_of(chosen))  # those of all decks together
        history = collection.history()
    found = summarise(
        history, Scope(study_day(now), arguments.deck, arguments.range, limits_of(chosen).reviews_per_day)
    )
    reviews = {
        "all": len(history.of_deck(arguments.deck).ratings.day),
        "today": found.calendar[-1].count,
        "range": found.answers,
        "recalled": found.retained.share,
    }
    left_today = {"new": left.new, "due": left.due + left.relearning, "due_later": left.later}
    return Report(asdict(found) | left_today | {"reviews": reviews}, _lines(found, left))


def _lines(found: "Summary", left: Counts) -> list[str]:
    spread = ", ".join(f"{rating}: {number}" for rating, number in enumerate(found.ratings, start=1))
    ahead, today = found.forecast, found.calendar[-1].count
    minutes = sum(span.milliseconds for span in found.time) / 60_000
    retained = [(_days(share), str(share.asked), _percent(share)) for share in found.intervals if share.asked]
    topics = [(row.topic or "no topic", str(row.cards), f"{row.mastery:.0%}") for row in found.topics]
    return [
        f"Cards: {found.cards}, new today {left.new}, due {left.due + left.relearning}"
        + (f", {left.later} more wait for the days after" if left.later else ""),
        f"Mastery: {found.mastery:.0%}",
        f"Reviews: {found.answers} in {_RANGES[found.scope.range]}, today {today} ({spread})",
        f"Time: {minutes:.0f} min, an answer counted as a minute at most",
        f"Recalled: {_percent(found.retained)} of {found.retained.asked} cards that came back on a later day",
        f"Due: {ahead.overdue} overdue, {ahead.days[0]} today, {sum(ahead.days[1:7])} in the six days after",
        *_section(("days since", "reviews", "recalled"), retained),
        *_section(("topic", "cards", "mastery"), topics),
    ]


_RANGES = {"month": "30 days", "year": "365 days", "all": "all"}


def _section(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    return ["", *table([head, *rows], right=(1, 2))] if rows else []


def _days(share: "Share") -> str:
    if share.high is None:
        return f"{share.low} or more"
    return str(share.low) if share.low == share.high else f"{share.low} to {share.high}"


def _percent(share: "Share") -> str:
    return "nothing to tell yet" if share.share is None else f"{share.share:.0%}"
