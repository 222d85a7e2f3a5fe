"""The ratings that came with an import: taken back when it is undone, brought back when it is done again.

The log is only added to. Taking back adds an entry for each, the last rating first; bringing back adds the
ratings once more, under ids that follow from their own.
"""

import sqlite3
import uuid
from collections.abc import Collection
from datetime import datetime, timedelta

from lstm_gui.quiz.schedule import as_logged
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store import log
from lstm_gui.store.errors import Changed
from lstm_gui.store.rows import EVENT, SCHEDULE, columns, marks, to_ms

_SPAN = "SELECT first_event, last_event FROM edit WHERE id = ? AND first_event IS NOT NULL"
_THOSE = f"event.id BETWEEN :first AND :last AND {log.STANDS}"
_RATED_SINCE = f"""
    SELECT 1 FROM event WHERE event.id > :last AND {log.STANDS}
    AND event.card IN (SELECT event.card FROM event WHERE {_THOSE}) LIMIT 1
"""
_TAKEN_BACK = f"""
    SELECT event.id, event.uuid, event.card FROM event JOIN event AS void ON void.voids = event.id
    WHERE event.id BETWEEN :first AND :last AND void.mode = '{log.UNDONE_IMPORT}' ORDER BY event.id
"""
_VOID = ("uuid", "at_ms", "offset_min", "study_day", "mode", "card", "voids")
_REPEATED = (
    f"card, {columns(EVENT[1:])}, {columns(SCHEDULE, 'before_')}, {columns(SCHEDULE, 'after_')}"  # but its id
)


def take_back(connection: sqlite3.Connection, edit: int, now: datetime) -> None:
    """Take back the ratings of an import. Raises Changed when one of their cards was rated since."""
    span = _span(connection, edit)
    if span is None:
        return
    if connection.execute(_RATED_SINCE, span).fetchone():
        raise Changed("Cards that came with ratings have been rated since; take those ratings back first.")
    rows = connection.execute(f"SELECT id, card FROM event WHERE {_THOSE} ORDER BY id DESC", span).fetchall()
    at = as_logged(now)
    when = (to_ms(at), (at.utcoffset() or timedelta()) // timedelta(minutes=1), study_day(at))
    connection.executemany(
        f"INSERT INTO event ({columns(_VOID)}) VALUES ({marks(len(_VOID))})",
        ((uuid.uuid4().bytes, *when, log.UNDONE_IMPORT, card, event) for event, card in rows),
    )
    _schedule_anew(connection, {card for _, card in rows})


def bring_back(connection: sqlite3.Connection, edit: int) -> None:
    """Add the ratings of an import once more, and remember where they are now."""
    span = _span(connection, edit)
    if span is None:
        return
    rows = connection.execute(_TAKEN_BACK, span).fetchall()
    first = log.newest(connection) + 1
    for event, identity, _ in rows:
        fresh = log.fresh_id(connection, str(uuid.UUID(bytes=identity)))
        assert fresh is not None  # those ids that were given since came after
        connection.execute(
            f"INSERT INTO event (uuid, {_REPEATED}) SELECT ?, {_REPEATED} FROM event WHERE id = ?",
            (uuid.UUID(fresh).bytes, event),
        )
    connection.execute(
        "UPDATE edit SET (first_event, last_event) = (?, ?) WHERE id = ?",
        (first, log.newest(connection), edit),
    )
    _schedule_anew(connection, {card for _, _, card in rows})


def _span(connection: sqlite3.Connection, edit: int) -> dict[str, int] | None:
    row = connection.execute(_SPAN, (edit,)).fetchone()
    return None if row is None else {"first": row[0], "last": row[1]}


def _schedule_anew(connection: sqlite3.Connection, cards: Collection[int]) -> None:
    connection.executemany("DELETE FROM memory WHERE card = ?", [(card,) for card in cards])
    log.remember(connection, cards)
