"""Finding cards: by their words, their decks, topics and tags, and how well they are known."""

import json
import sqlite3
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lstm_gui.quiz.query import Query, Term, is_in, parse
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.card_listing import ListedCard, Shelves, listed, shelves, uids
from lstm_gui.store.card_states import ELAPSED, RATED, STATE_CONDITIONS
from lstm_gui.store.connection import reading
from lstm_gui.store.rows import tags_of

_IN_DECKS = "deck.name COLLATE NOCASE, deck.name, memory.position, memory.card"
_ORDERS = {  # what a column is sorted by; each is followed by the place in the decks
    "deck": "deck.name COLLATE NOCASE {0}, deck.name {0}, memory.position {0}",
    "question": "card.front COLLATE NOCASE {0}",
    "topic": "card.topic = '', card.topic COLLATE NOCASE {0}",
    "tags": "card.tags = '[]', card.tags COLLATE NOCASE {0}",
    "due": f"NOT {RATED}, memory.due_day {{0}}, memory.due_at_ms {{0}}",
    "stability": f"NOT {RATED}, memory.stability {{0}}",
    "difficulty": f"NOT {RATED}, memory.difficulty {{0}}",
    "lapses": "memory.lapses {0}",
    "recall": f"NOT {RATED}, -{ELAPSED} / memory.stability {{0}}",
}
ORDERS = tuple(_ORDERS)
_ORDERS_KEPT = 4  # each is 8 bytes a card


@dataclass(frozen=True, slots=True)
class Order:
    """By what cards are sorted."""

    column: str = "deck"  # one of ORDERS
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The cards found, as row ids in their order."""

    text: str  # what was searched for
    ids: "array[int]"
    total: int  # cards in the collection
    complaints: tuple[str, ...] = ()


class CardSearch:
    """Searches one collection, and remembers how its cards are sorted until anything is changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sorted: dict[tuple[Order, int], array[int]] = {}
        self._seen = -1

    def find(self, text: str, order: Order, now: datetime) -> Found:
        """All cards that what was typed means, sorted. Whatever is typed, it finds something or nothing."""
        query = parse(text)
        with reading():
            everything = self._in_order(order, study_day(now))
            matching, complaints = self._matching(query, now)
        complaints = query.complaints + complaints
        if matching is None:
            return Found(text, everything, len(everything), complaints)
        ids = array("q", filter(matching.__contains__, everything))
        return Found(text, ids, len(everything), complaints)

    def rows(self, ids: Sequence[int], now: datetime) -> list[ListedCard]:
        """The cards with these row ids, in their order; those that are gone are left out."""
        with reading():
            return listed(self._connection, ids, now)

    def uids(self, ids: Sequence[int]) -> list[str]:
        """The uids of the cards with these row ids, in their order, as changes of cards want them."""
        with reading():
            return uids(self._connection, ids)

    def shelves(self, now: datetime) -> Shelves:
        """By what cards can be narrowed now."""
        with reading():
            return shelves(self._connection, now)

    def _in_order(self, order: Order, day: int) -> "array[int]":
        if self._seen != self._connection.total_changes:
            self._sorted.clear()
            self._seen = self._connection.total_changes
        key = (order, day if order.column == "recall" else 0)
        if key not in self._sorted:
            while len(self._sorted) >= _ORDERS_KEPT:
                del self._sorted[next(iter(self._sorted))]
            way = _ORDERS[order.column].format("DESC" if order.descending else "ASC")
            self._sorted[key] = self._ids(
                "memory JOIN card ON card.id = memory.card JOIN deck ON deck.id = memory.deck "
                f"ORDER BY {way}, {_IN_DECKS}",
                {"day": day},
            )
        return self._sorted[key]

    def _matching(self, query: Query, now: datetime) -> tuple[set[int] | None, tuple[str, ...]]:
        """The row ids that a query means, None for all; and what is to be said of it."""
        conditions, values, complaints = Conditions(self._connection, study_day(now)).of(query.filters)
        wanted, unwanted = match(query.words, without=False), match(query.words, without=True)
        if unwanted:
            conditions.append(
                "memory.card NOT IN (SELECT rowid FROM card_text WHERE card_text MATCH :unwanted)"
            )
        if wanted and not conditions:
            return set(self._ids_of_words(wanted)), complaints
        if wanted:
            conditions.append("memory.card IN (SELECT rowid FROM card_text WHERE card_text MATCH :wanted)")
        if not conditions:
            return None, complaints
        where = f"memory WHERE {' AND '.join(conditions)}"
        return set(self._ids(where, {**values, "wanted": wanted, "unwanted": unwanted})), complaints

    def _ids_of_words(self, wanted: str) -> "array[int]":
        sql = "SELECT json_group_array(rowid) FROM card_text WHERE card_text MATCH ?"
        return array("q", json.loads(self._connection.execute(sql, (wanted,)).fetchone()[0]))

    def _ids(self, source: str, values: dict[str, object]) -> "array[int]":
        """In one row of JSON: 100,000 rows would contend with the window for the interpreter at each."""
        sql = f"SELECT json_group_array(card) FROM (SELECT memory.card AS card FROM {source})"
        return array("q", json.loads(self._connection.execute(sql, values).fetchone()[0]))


class Conditions:
    """Filters as conditions of SQL; every value is bound, none is written into it."""

    def __init__(self, connection: sqlite3.Connection, day: int) -> None:
        self._connection = connection
        self._values: dict[str, object] = {"day": day}
        self._complaints: list[str] = []

    def of(self, filters: Sequence[Term]) -> tuple[list[str], dict[str, object], tuple[str, ...]]:
        """The conditions, what their marks stand for, and complaints."""
        made = [f"{'NOT ' if term.without else ''}({self._condition(term)})" for term in filters]
        return made, self._values, tuple(self._complaints)

    def _condition(self, term: Term) -> str:
        if term.name == "is":
            return STATE_CONDITIONS[term.value.lower()]
        if term.name == "rated":
            mark = self._bound(int(term.value))
            return f"{RATED} AND memory.last_day > :day - {mark}"
        if term.name == "deck":
            decks = "id, name FROM deck WHERE deleted_ms IS NULL"
            return f"memory.deck IN ({self._some(decks, term, is_in)})"
        if term.name == "topic":
            topics = "DISTINCT topic, topic FROM card WHERE deleted_ms IS NULL"
            return (
                f"memory.card IN (SELECT id FROM card WHERE topic IN ({self._some(topics, term, _is_same)}))"
            )
        tags = "DISTINCT tags, tags FROM card WHERE deleted_ms IS NULL"
        return f"memory.card IN (SELECT id FROM card WHERE tags IN ({self._some(tags, term, _has_tag)}))"

    def _some(self, source: str, term: Term, fits: Callable[[str, str], bool]) -> str:
        """Those of a list whose name fits."""
        rows = self._connection.execute(f"SELECT {source}")
        fitting = [key for key, name in rows if fits(name, term.value)]
        if not fitting:
            self._complaints.append(_UNKNOWN[term.name].format(term.value))
        return f"SELECT value FROM json_each({self._bound(json.dumps(fitting))})"

    def _bound(self, value: object) -> str:
        name = f"value{len(self._values)}"
        self._values[name] = value
        return f":{name}"


_UNKNOWN = {
    "deck": "There is no deck “{}”.",
    "topic": "No card has the topic “{}”.",
    "tag": "No card has the tag “{}”.",
}


def match(words: Sequence[Term], *, without: bool) -> str:
    """Words as FTS5 reads them: all that are wanted, or any of those that are not; "" for none.

    A word is found by its beginning. One letter is a symbol, such as c or h, and stands alone.
    """
    joint = " OR " if without else " AND "
    return joint.join(_quoted(term) for term in words if term.without is without)


def _quoted(term: Term) -> str:
    """In quotes nothing has a meaning of its own but the quote itself."""
    letters = sum(letter.isalnum() for letter in term.value)
    words = '"{}"'.format(term.value.replace('"', '""'))
    return words if term.phrase or letters == 1 else f"{words} *"


def _is_same(topic: str, wanted: str) -> bool:
    return topic.casefold() == wanted.casefold()


def _has_tag(tags: str, wanted: str) -> bool:
    return any(is_in(tag, wanted) for tag in tags_of(tags))
