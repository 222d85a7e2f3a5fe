"""Whole rows of cards and decks as JSON, for the journal: read, compared, and put back as they were.

A card or deck that was never there has no image. One that was deleted may have one: its row stays, for the
log points at it.
"""

import json
import sqlite3
from typing import Any

from lstm_gui.store import card_text, log
from lstm_gui.store.rows import CARD, columns, marks
from lstm_gui.store.schema import SEARCHED

Image = dict[str, Any]

CARD_IMAGE = ("deck", "position", *CARD, "suspended", "buried_day", "edited", "deleted_ms")
DECK_IMAGE = ("name", "description", "new_per_day", "retention", "exam_day", "arranged", "deleted_ms")

_WORDS = tuple(SEARCHED.split(", "))
_QUEUED = ("deck", "position", "suspended", "buried_day")  # what the cache of the schedule copies
_RATED = "SELECT 1 FROM event WHERE card = ? LIMIT 1"
_IN_USE = "SELECT 1 FROM card WHERE deck = ? LIMIT 1"


def card_image(connection: sqlite3.Connection, row_id: int) -> Image | None:
    """The row of a card."""
    return _image(connection, "card", CARD_IMAGE, row_id)


def deck_image(connection: sqlite3.Connection, row_id: int) -> Image | None:
    """The row of a deck."""
    return _image(connection, "deck", DECK_IMAGE, row_id)


def as_json(image: Image | None) -> str | None:
    """An image as the journal keeps it."""
    return None if image is None else json.dumps(image, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | None) -> Image | None:
    """The image that the journal kept."""
    if text is None:
        return None
    image: Image = json.loads(text)
    return image


def is_there(image: Image | None) -> bool:
    """Whether this is a card or deck that was not deleted."""
    return image is not None and image["deleted_ms"] is None


def same(one: Image | None, other: Image | None) -> bool:
    """Whether two images are alike; it makes no difference whether a row is gone or kept for the log."""
    return one == other if is_there(one) or is_there(other) else True


def put_card(connection: sqlite3.Connection, row_id: int, image: Image | None, at_ms: int) -> None:
    """Make the row of a card what its image says, with its full text, schedule and place in the queue.

    Without an image the row goes, or is kept as deleted where the log points at it.
    """
    now = card_image(connection, row_id)
    if now == image:
        return
    if image is None and _any(connection, _RATED, row_id):
        assert now is not None
        image = {**now, "deleted_ms": at_ms}
    searched = is_there(now) != is_there(image) or _differ(now, image, _WORDS)
    if is_there(now) and searched:
        card_text.leave(connection, row_id)
    if is_there(now) and not is_there(image):
        connection.execute("DELETE FROM memory WHERE card = ?", (row_id,))
    _put(connection, "card", CARD_IMAGE, row_id, image)
    if is_there(image) and searched:
        card_text.enter(connection, row_id)
    if is_there(image):
        _queue(connection, row_id, now, image)


def put_deck(connection: sqlite3.Connection, row_id: int, image: Image | None, at_ms: int) -> None:
    """Make the row of a deck what its image says; without one it goes, or is kept for its deleted cards."""
    if image is None and _any(connection, _IN_USE, row_id):
        now = deck_image(connection, row_id)
        assert now is not None
        image = {**now, "deleted_ms": at_ms}
    _put(connection, "deck", DECK_IMAGE, row_id, image)


def _queue(connection: sqlite3.Connection, row_id: int, now: Image | None, image: Image | None) -> None:
    """Let the queue know of a card that came, moved, or is not to be asked."""
    if not is_there(now):
        log.remember(connection, row_id)
    elif image is not None and _differ(now, image, _QUEUED):
        connection.execute(
            f"UPDATE memory SET ({columns(_QUEUED)}) = ({marks(len(_QUEUED))}) WHERE card = ?",
            (*(image[name] for name in _QUEUED), row_id),
        )


def _differ(one: Image | None, other: Image | None, names: tuple[str, ...]) -> bool:
    return one is None or other is None or any(one[name] != other[name] for name in names)


def _any(connection: sqlite3.Connection, sql: str, row_id: int) -> bool:
    return connection.execute(sql, (row_id,)).fetchone() is not None


def _image(connection: sqlite3.Connection, table: str, names: tuple[str, ...], row_id: int) -> Image | None:
    row = connection.execute(f"SELECT {columns(names)} FROM {table} WHERE id = ?", (row_id,)).fetchone()
    return None if row is None else dict(zip(names, row, strict=True))


def _put(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], row_id: int, image: Image | None
) -> None:
    if image is None:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return
    setting = ", ".join(f"{name} = excluded.{name}" for name in names)
    connection.execute(
        f"INSERT INTO {table} (id, {columns(names)}) VALUES ({marks(1 + len(names))}) "
        f"ON CONFLICT (id) DO UPDATE SET {setting}",
        (row_id, *(image[name] for name in names)),
    )
