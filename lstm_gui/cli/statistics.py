"""`lstm-gui-cli stats`: what was learnt so far, and how much was reviewed."""

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from lstm_gui.cli.opened import local_now, opened, settings_of
from lstm_gui.cli.report import Report
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.tally import Tally

MONTH = 30  # study days


@dataclass(frozen=True, slots=True)
class Reviews:
    """Counts of the ratings that stand."""

    all: int
    today: int
    month: int  # in the last 30 study days
    recalled: float | None  # of cards that came back on a later day, the share rated 3 or more in that time
    by_rating: dict[str, int]


def show(arguments: argparse.Namespace) -> Report:
    """How many cards are known, due and new, and how reviews went."""
    now = local_now()
    with opened(arguments) as collection:
        chosen = settings_of(arguments)
        decks = collection.decks(now, chosen.new_per_day)
        left = collection.counts(None, now, chosen.new_per_day)  # the limit is for all decks together
        reviews = count(collection.tally(), study_day(now))
    cards = sum(deck.cards for deck in decks)
    known = sum(deck.mastery * deck.cards for deck in decks)
    content = {
        "cards": cards,
        "new": left.new,
        "due": left.due + left.relearning,
        "mastery": known / cards if cards else 0.0,
        "reviews": asdict(reviews),
    }
    return Report(content, _lines(content, reviews))


def count(tallies: Iterable[Tally], today: int) -> Reviews:
    """Sum up what was tallied; `today` is the study day."""
    days: Counter[int] = Counter()
    ratings: Counter[int] = Counter()
    asked: Counter[bool] = Counter()  # in the last month, whether the card was recalled
    for tally in tallies:
        days[tally.study_day] += tally.count
        ratings[int(tally.rating)] += tally.count
        if tally.asked_again and _in_month(tally.study_day, today):
            asked[tally.rating.recalled] += tally.count
    return Reviews(
        all=days.total(),
        today=days[today],
        month=sum(number for day, number in days.items() if _in_month(day, today)),
        recalled=asked[True] / asked.total() if asked else None,
        by_rating={str(rating): ratings[rating] for rating in range(1, 6)},
    )


def _in_month(day: int, today: int) -> bool:
    return today - MONTH < day <= today


def _lines(content: dict[str, object], reviews: Reviews) -> list[str]:
    spread = ", ".join(f"{rating}: {number}" for rating, number in reviews.by_rating.items())
    recalled = "nothing to tell yet" if reviews.recalled is None else f"{reviews.recalled:.0%}"
    return [
        f"Cards: {content['cards']}, new today {content['new']}, due {content['due']}",
        f"Mastery: {content['mastery']:.0%}",
        f"Reviews: {reviews.all}, today {reviews.today}, in {MONTH} days {reviews.month} ({spread})",
        f"Recalled in {MONTH} days: {recalled}",
    ]
