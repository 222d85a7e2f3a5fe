"""The log as it leaves with a deck and as it comes from elsewhere: ratings, and what was taken back."""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from lstm_gui.quiz.memory import LogEntry, ReviewEvent, Withdrawal
from lstm_gui.store import deck_rows, log
from lstm_gui.store.errors import Changed
from lstm_gui.store.rows import EVENT, SCHEDULE, columns, event_of, from_ms, memory_of, schedule_row, to_ms
from lstm_gui.store.watch import Watch, unwatched

# What an undone import brought and took back belongs to no deck.
_UNDONE = f"(SELECT voids FROM event WHERE mode = '{log.UNDONE_IMPORT}')"
_ENTRIES = f"""
    SELECT card.uid, given.uuid,
        {columns(EVENT, "event.")}, {columns(SCHEDULE, "event.before_")}, {columns(SCHEDULE, "event.after_")}
    FROM event JOIN card ON card.id = event.card LEFT JOIN event AS given ON given.id = event.voids
    WHERE card.deleted_ms IS NULL AND card.deck IN ({{decks}})
        AND ifnull(event.mode, '') <> '{log.UNDONE_IMPORT}' AND event.id NOT IN {_UNDONE}
    ORDER BY event.id
"""
_GIVEN = f"""
    SELECT id, card, {columns(SCHEDULE, "before_")}, {columns(SCHEDULE, "after_")} FROM event
    WHERE uuid = ? AND id > ? AND {log.STANDS}
"""


def entries(connection: sqlite3.Connection, deck_name: str) -> Iterator[LogEntry]:
    """What the log says of the cards of a deck and of those in it, in its order.

    Raises CollectionError when there is no such deck.
    """
    decks = ", ".join(str(row.id) for row in deck_rows.within(connection, deck_name))
    for uid, given, *row in connection.execute(_ENTRIES.format(decks=decks)):
        yield event_of(uid, row) if given is None else _withdrawal(uid, given, row)


def _withdrawal(uid: str, given: bytes, row: Sequence[object]) -> Withdrawal:
    identity, at_ms, offset_min, study_day = row[:4]
    assert isinstance(identity, bytes)
    assert isinstance(at_ms, int)
    assert isinstance(offset_min, int)
    assert isinstance(study_day, int)
    at = from_ms(at_ms, offset_min)
    assert at is not None
    return Withdrawal(str(uuid.UUID(bytes=identity)), uid, str(uuid.UUID(bytes=given)), at, study_day)


def unknown(connection: sqlite3.Connection, history: Iterable[LogEntry]) -> int:
    """How many ratings of a history are not in the log."""
    return sum(
        isinstance(entry, ReviewEvent) and log.fresh_id(connection, entry.id) is not None for entry in history
    )


def merge(connection: sqlite3.Connection, history: Sequence[LogEntry], watch: Watch = unwatched) -> int:
    """Add ratings from elsewhere, in the order they were given; how many were added.

    Those of a card that was rated here otherwise are left out: its schedule is not the one that they saw. One
    that comes with its withdrawal is taken back again; what stands here stays.
    """
    added, newest = 0, log.newest(connection)
    renamed: dict[str, str] = {}
    for done, entry in enumerate(history):
        watch(done, len(history), "ratings")
        if isinstance(entry, Withdrawal):
            _take_back(connection, entry, renamed.get(entry.rating, entry.rating), newest)
        elif (identity := log.fresh_id(connection, entry.id)) is not None:
            if identity != entry.id:
                renamed[entry.id] = identity
            with suppress(Changed):
                log.append(connection, replace(entry, id=identity))
                added += 1
    return added


def _take_back(connection: sqlite3.Connection, entry: Withdrawal, rating: str, newest: int) -> None:
    """Take back a rating that was added after `newest`, where its card is still as it left it."""
    row = connection.execute(_GIVEN, (uuid.UUID(rating).bytes, newest)).fetchone()
    if row is None:
        return
    given, card, *schedules = row
    before, after = schedules[: len(SCHEDULE)], schedules[len(SCHEDULE) :]
    _, current = log.memory(connection, entry.uid)
    if schedule_row(current) != tuple(after):
        return
    identity = log.fresh_id(connection, entry.id) or str(uuid.uuid4())
    connection.execute(
        "INSERT INTO event (uuid, at_ms, offset_min, study_day, card, voids) VALUES (?, ?, ?, ?, ?, ?)",
        (
            uuid.UUID(identity).bytes,
            to_ms(entry.at),
            (entry.at.utcoffset() or timedelta()) // timedelta(minutes=1),
            entry.study_day,
            card,
            given,
        ),
    )
    log.set_memory(connection, card, memory_of(entry.uid, before))
