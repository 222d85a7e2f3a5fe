"""The log of ratings: appending, taking back, reading, and the cache that follows from it."""

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.schedule import PRACTICE_MODES, as_logged, shuffle_key
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.errors import Changed, CollectionError
from lstm_gui.store.rows import (
    EVENT,
    SCHEDULE,
    columns,
    event_of,
    event_row,
    marks,
    memory_of,
    schedule_row,
    to_ms,
)

NOT_VOIDED = "NOT EXISTS (SELECT 1 FROM event AS void WHERE void.voids = event.id)"
STANDS = f"event.voids IS NULL AND {NOT_VOIDED}"
UNDONE_IMPORT = (
    "undone import"  # the mode of an entry that takes back a rating with the import that brought it
)
_PRACTICE = ", ".join(f"'{mode}'" for mode in sorted(PRACTICE_MODES))

_EVENT_COLUMNS = (
    f"{columns(EVENT, 'event.')}, {columns(SCHEDULE, 'event.before_')}, {columns(SCHEDULE, 'event.after_')}"
)
_APPEND = (
    f"INSERT INTO event (card, {columns(EVENT)}, "
    f"{columns(SCHEDULE, 'before_')}, {columns(SCHEDULE, 'after_')}) "
    f"VALUES ({marks(1 + len(EVENT) + 2 * len(SCHEDULE))})"
)
_SET_MEMORY = (
    f"UPDATE memory SET ({columns(SCHEDULE)}, shuffle) = ({marks(len(SCHEDULE) + 1)}) WHERE card = ?"
)

_WITH_AN_IMPORT = (
    "SELECT 1 FROM event JOIN event AS void ON void.voids = event.id WHERE event.uuid = ? AND void.mode = ?"
)

# The last rating that stands: the last row, or, when that takes a rating back, the last that stood before
# that rating was given. Leaping over what lies between keeps the thousandth undo as quick as the first. An
# undone import took back ratings after which others had been given: there it goes row by row.
# Answers of a practice led to nothing that could be taken back: they are passed over.
_NO_PRACTICE = f"ifnull(earlier.mode, '') NOT IN ({_PRACTICE}) ORDER BY earlier.id DESC LIMIT 1"
_BEFORE = (
    "CASE WHEN event.mode IS NULL THEN event.voids ELSE event.id END"  # only a rating taken back has none
)
_LAST = f"""
    WITH RECURSIVE back (id) AS (
        SELECT (SELECT earlier.id FROM event AS earlier WHERE {_NO_PRACTICE})
        UNION ALL
        SELECT (SELECT earlier.id FROM event AS earlier WHERE earlier.id < {_BEFORE} AND {_NO_PRACTICE})
        FROM back JOIN event ON event.id = back.id WHERE NOT ({STANDS})
    )
    SELECT event.id, event.card, card.uid, {_EVENT_COLUMNS} FROM back
    JOIN event ON event.id = back.id JOIN card ON card.id = event.card WHERE {STANDS}
"""

# What the memory table must hold: for each card, where the last rating that stands has left it. An answer of
# a practice repeats the schedule it met, which a rating taken back after it may have changed.
_FROM_LOG = f"""
    SELECT card.id, card.deck, card.position,
        event.after_stability, event.after_difficulty, event.after_last_review_ms, event.after_last_day,
        coalesce(event.after_due_day, 0), event.after_due_at_ms,
        coalesce(event.after_repetitions, 0), coalesce(event.after_lapses, 0),
        shuffle_key(card.uid, coalesce(event.after_repetitions, 0)), card.suspended, card.buried_day
    FROM card LEFT JOIN event ON event.id =
        (SELECT max(event.id) FROM event
            WHERE event.card = card.id AND {STANDS} AND event.mode NOT IN ({_PRACTICE}))
    WHERE card.deleted_ms IS NULL
"""
_MEMORY_COLUMNS = f"card, deck, position, {columns(SCHEDULE)}, shuffle, suspended, buried_day"


def memory(connection: sqlite3.Connection, uid: str) -> tuple[int, Memory]:
    """The row id and the schedule of a card. Raises CollectionError when there is no such card."""
    row = connection.execute(
        f"SELECT card.id, {columns(SCHEDULE, 'memory.')} FROM card JOIN memory ON memory.card = card.id "
        "WHERE card.uid = ?",
        (uid,),
    ).fetchone()
    if row is None:
        raise CollectionError(f"There is no card {uid!r} in the collection.")
    return row[0], memory_of(uid, row[1:])


def append(connection: sqlite3.Connection, event: ReviewEvent) -> None:
    """Add a rating to the log and move its card. An event already there is left alone: a retry is harmless.

    Raises Changed when the card's schedule is no longer the one that the rating saw. An answer of a practice
    moves no schedule, so it may have seen another.
    """
    if _is_logged(connection, event.id):
        return
    card, current = memory(connection, event.uid)
    practice = event.mode in PRACTICE_MODES
    if not practice and schedule_row(current) != schedule_row(event.before):
        raise Changed("This card has changed since it was shown; look at it again and rate it then.")
    connection.execute(
        _APPEND, (card, *event_row(event), *schedule_row(event.before), *schedule_row(event.after))
    )
    if not practice:
        set_memory(connection, card, event.after)


def fresh_id(connection: sqlite3.Connection, event_id: str) -> str | None:
    """The id to add a rating under: its own, or one that follows from it where an undone import took it back.

    None when it is in the log, whether it stands or the person took it back.
    """
    while _is_logged(connection, event_id):
        identity = uuid.UUID(event_id)
        if connection.execute(_WITH_AN_IMPORT, (identity.bytes, UNDONE_IMPORT)).fetchone() is None:
            return None
        event_id = str(uuid.uuid5(identity, UNDONE_IMPORT))
    return event_id


def newest(connection: sqlite3.Connection) -> int:
    """The number of the last entry of the log; 0 for none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()[0])


def void_last(connection: sqlite3.Connection, now: datetime) -> ReviewEvent | None:
    """Take back the last rating that stands, by a void event; that rating, or None when there is none."""
    found = _last(connection)
    if found is None:
        return None
    row_id, card, event = found
    at = as_logged(now)
    connection.execute(
        "INSERT INTO event (uuid, at_ms, offset_min, study_day, card, voids) VALUES (?, ?, ?, ?, ?, ?)",
        (
            uuid.uuid4().bytes,
            to_ms(at),
            (at.utcoffset() or timedelta()) // timedelta(minutes=1),
            study_day(at),
            card,
            row_id,
        ),
    )
    set_memory(connection, card, event.before)
    return event


def last(connection: sqlite3.Connection) -> ReviewEvent | None:
    """The last rating that stands."""
    found = _last(connection)
    return found[2] if found else None


def standing(
    connection: sqlite3.Connection, *, uid: str | None, since_day: int | None, until_day: int | None
) -> Iterator[ReviewEvent]:
    """The ratings that stand, in the order they were given: of one card or all, between two study days."""
    where, order = [STANDS], "event.id"
    if uid is not None:
        where.append("event.card = (SELECT id FROM card WHERE uid = :uid)")
    elif since_day is not None:
        # The plus keeps SQLite from reading the whole log in its order for the sake of a few days.
        order = "+event.id"
    if since_day is not None:
        where.append("event.study_day >= :since")
    if until_day is not None:
        where.append("event.study_day <= :until")
    rows = connection.execute(
        f"SELECT card.uid, {_EVENT_COLUMNS} FROM event JOIN card ON card.id = event.card "
        f"WHERE {' AND '.join(where)} ORDER BY {order}",
        {"uid": uid, "since": since_day, "until": until_day},
    )
    return (event_of(row[0], row[1:]) for row in rows)


def introduced(connection: sqlite3.Connection, day: int) -> dict[str, int]:
    """How many cards were rated for the first time on a study day, by their decks."""
    rows = connection.execute(
        "SELECT deck.name, number FROM (SELECT card.deck AS home, count(*) AS number FROM event "
        "JOIN card ON card.id = event.card WHERE event.study_day = ? AND event.before_stability IS NULL "
        f"AND event.after_stability IS NOT NULL AND {NOT_VOIDED} GROUP BY home) "
        "JOIN deck ON deck.id = home",
        (day,),
    )
    return dict(rows.fetchall())


def reviewed(connection: sqlite3.Connection, day: int) -> int:
    """How many reviews were done on a study day, of cards rated before; coming back after failing is none."""
    found = connection.execute(
        "SELECT count(*) FROM event WHERE study_day = ? AND before_stability IS NOT NULL "
        f"AND before_due_at_ms IS NULL AND mode NOT IN ({_PRACTICE}) AND {NOT_VOIDED}",
        (day,),
    )
    return int(found.fetchone()[0])


def differences(connection: sqlite3.Connection) -> int:
    """How many cards have a cached schedule that the log does not lead to."""
    missing = f"SELECT count(*) FROM ({_FROM_LOG} EXCEPT SELECT {_MEMORY_COLUMNS} FROM memory)"
    too_many = (
        "SELECT count(*) FROM memory JOIN card ON card.id = memory.card WHERE card.deleted_ms IS NOT NULL"
    )
    return sum(int(connection.execute(sql).fetchone()[0]) for sql in (missing, too_many))


def remember(connection: sqlite3.Connection, cards: Iterable[int]) -> None:
    """Give cards that had none, being new or deleted, the schedule that the log leads to."""
    these = "card.id IN (SELECT value FROM json_each(?))"
    connection.execute(
        f"INSERT INTO memory ({_MEMORY_COLUMNS}) {_FROM_LOG} AND {these}", (json.dumps(list(cards)),)
    )


def rebuild(connection: sqlite3.Connection) -> int:
    """Make the cache anew from the log; how many cards it had wrong."""
    wrong = differences(connection)
    connection.execute("DELETE FROM memory")
    connection.execute(f"INSERT INTO memory ({_MEMORY_COLUMNS}) {_FROM_LOG}")
    return wrong


def mend(connection: sqlite3.Connection, row_ids: range) -> int:
    """Make the cached schedules of a range of cards what the log leads to; how many were something else."""
    limits = (row_ids.start, row_ids.stop - 1)
    right, cached = f"{_FROM_LOG} AND card.id BETWEEN ? AND ?", "FROM memory WHERE card BETWEEN ? AND ?"
    wrong: int = connection.execute(
        f"SELECT (SELECT count(*) FROM ({right} EXCEPT SELECT {_MEMORY_COLUMNS} {cached})) + "
        f"(SELECT count(*) {cached} AND card IN (SELECT id FROM card WHERE deleted_ms IS NOT NULL))",
        3 * limits,
    ).fetchone()[0]
    if wrong:
        connection.execute(f"DELETE {cached}", limits)
        connection.execute(f"INSERT INTO memory ({_MEMORY_COLUMNS}) {right}", limits)
    return wrong


def _is_logged(connection: sqlite3.Connection, event_id: str) -> bool:
    found = connection.execute("SELECT 1 FROM event WHERE uuid = ?", (uuid.UUID(event_id).bytes,))
    return found.fetchone() is not None


def _last(connection: sqlite3.Connection) -> tuple[int, int, ReviewEvent] | None:
    row = connection.execute(_LAST).fetchone()
    return None if row is None else (row[0], row[1], event_of(row[2], row[3:]))


def set_memory(connection: sqlite3.Connection, card: int, memory: Memory) -> None:
    """Make this the cached schedule of a card."""
    shuffle = shuffle_key(memory.uid, memory.repetitions)
    connection.execute(_SET_MEMORY, (*schedule_row(memory), shuffle, card))
