"""The decks as the list of decks shows them: how much is due and new, and how well each is known."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from lstm_gui.quiz.catch_up import within
from lstm_gui.quiz.deck_rules import EVERYTHING, NO_RULES, DeckRules
from lstm_gui.quiz.deck_tree import around, path, summed, whole
from lstm_gui.quiz.exam import next_exam
from lstm_gui.quiz.schedule import elapsed_days, recall
from lstm_gui.store.counting import counts_by_deck
from lstm_gui.store.deck_rows import DeckRow
from lstm_gui.store.scope import Scope


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """A deck as the list of decks shows it. Its numbers include those of the decks in it."""

    id: int  # 0 for a deck that is only a part of the names of others
    name: str
    description: str
    cards: int
    new: int  # new cards that the day still allows
    due: int  # reviews within the day's limit, and failed cards
    mastery: float  # 0–1: the mean predicted recall today; new and failed cards count 0
    rules: DeckRules = NO_RULES  # what is set for it by itself
    new_in_all: int = 0  # new cards that the day still allows in all decks together
    due_in_all: int = 0  # reviews that the day still allows in all decks together, and failed cards
    exam_day: int | None = None  # the next exam still to come, its own or that of a deck around it


def summaries(connection: sqlite3.Connection, scope: Scope) -> list[DeckSummary]:
    """Every deck of a scope of all, and every deck around one, each before those in it, by name."""
    rows = {row.name: row for row in scope.decks}
    sizes = dict(connection.execute("SELECT deck, count(*) FROM memory GROUP BY deck").fetchall())
    known = _expected_recall(connection, scope.day)
    left = counts_by_deck(connection, scope)
    cards = summed({name: int(sizes.get(row.id, 0)) for name, row in rows.items()})
    recalled = summed({name: known.get(row.id, 0.0) for name, row in rows.items()})
    allowed = scope.reviews_left(connection)
    failed = summed({name: here.relearning for name, here in left.items() if name in rows})
    reviews = summed({name: here.due for name, here in left.items() if name in rows})
    due = {name: within(reviews[name], allowed) + failed[name] for name in reviews}
    new = {name: here.new for name, here in left.items()}
    new_in_all = min(
        scope.new_today(connection).left[EVERYTHING], sum(new[name] for name in new if not around(name))
    )
    outer = [name for name in reviews if not around(name)]
    due_in_all = within(sum(reviews[name] for name in outer), allowed) + sum(failed[name] for name in outer)
    in_all = (new_in_all, due_in_all)
    exams = {name: row.rules.exam_day for name, row in rows.items()}
    found = []
    for name in whole(rows):
        row = rows.get(name) or DeckRow(0, name, "", NO_RULES)
        mastery = recalled[name] / cards[name] if cards[name] else 0.0
        numbers = (cards[name], new[name], due[name], mastery)
        exam = next_exam((exams.get(outer) for outer in path(name)), scope.day)
        found.append(DeckSummary(row.id, name, row.description, *numbers, row.rules, *in_all, exam))
    return found


def outermost(decks: Iterable[DeckSummary]) -> list[DeckSummary]:
    """The decks that lie in no other: the numbers of all cards are the sums of theirs."""
    return [deck for deck in decks if not around(deck.name)]


def _expected_recall(connection: sqlite3.Connection, day: int) -> dict[int, float]:
    """How many cards of each deck would be recalled today. A failed card is not known yet: it counts 0."""
    expected: dict[int, float] = {}
    rows = connection.execute(
        "SELECT deck, stability, last_day FROM memory WHERE stability IS NOT NULL AND due_at_ms IS NULL"
    )
    for deck, stability, last_day in rows:
        expected[deck] = expected.get(deck, 0.0) + recall(stability, elapsed_days(last_day, day))
    return expected
