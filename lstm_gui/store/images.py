"""Whole rows of cards and decks as JSON, for the journal: read, compared, and put back as they were.

A card or deck that was never there has no image. One that was deleted may have one: its row stays, for the
log points at it. Cards are read and put many at a time.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from lstm_gui.store import card_text, log
from lstm_gui.store.rows import CARD, columns, damaged, marks
from lstm_gui.store.schema import SEARCHED

Image = dict[str, Any]

CARD_IMAGE = ("deck", "position", *CARD, "suspended", "buried_day", "edited", "deleted_ms")
DECK_IMAGE = ("name", "description", "new_per_day", "retention", "exam_day", "arranged", "deleted_ms")
CARD_AS_JSON = "json_object({})".format(", ".join(f"'{name}', card.{name}" for name in CARD_IMAGE))

_CARD_KEYS, _DECK_KEYS = frozenset(CARD_IMAGE), frozenset(DECK_IMAGE)
_WORDS = tuple(SEARCHED.split(", "))
_QUEUED = ("deck", "position", "suspended", "buried_day")  # what the cache of the schedule copies
_THESE = "(SELECT value FROM json_each(?))"
_RATED = f"SELECT DISTINCT card FROM event WHERE card IN {_THESE}"
_IN_USE = "SELECT 1 FROM card WHERE deck = ? LIMIT 1"


def card_images(connection: sqlite3.Connection, row_ids: Iterable[int]) -> dict[int, Image]:
    """The rows of those cards that have one, a deleted one too."""
    sql = f"SELECT id, {columns(CARD_IMAGE)} FROM card WHERE id IN {_THESE}"
    rows = connection.execute(sql, (json.dumps(list(row_ids)),)).fetchall()
    return {row_id: dict(zip(CARD_IMAGE, row, strict=True)) for row_id, *row in rows}


def deck_image(connection: sqlite3.Connection, row_id: int) -> Image | None:
    """The row of a deck."""
    sql = f"SELECT {columns(DECK_IMAGE)} FROM deck WHERE id = ?"
    row = connection.execute(sql, (row_id,)).fetchone()
    return None if row is None else dict(zip(DECK_IMAGE, row, strict=True))


def as_json(image: Image | None) -> str | None:
    """An image as the journal keeps it."""
    return None if image is None else json.dumps(image, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | None) -> Image | None:
    """The image that the journal kept. Raises Damaged for what is none."""
    if text is None:
        return None
    try:
        image = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise damaged("an edit") from error
    if not isinstance(image, dict) or not (image.keys() >= _CARD_KEYS or image.keys() >= _DECK_KEYS):
        raise damaged("an edit")
    return image


def is_there(image: Image | None) -> bool:
    """Whether this is a card or deck that was not deleted."""
    return image is not None and image["deleted_ms"] is None


def same(one: Image | None, other: Image | None) -> bool:
    """Whether two images are alike; it makes no difference whether a row is gone or kept for the log."""
    return one == other if is_there(one) or is_there(other) else True


def put_cards(
    connection: sqlite3.Connection, now: Mapping[int, Image], wanted: Mapping[int, Image | None], at_ms: int
) -> None:
    """Make the rows of cards, which are so `now`, what their images say, with full text, schedule and queue.

    Without an image a row goes, or is kept as deleted where the log points at it.
    """
    images = {row_id: image for row_id, image in wanted.items() if now.get(row_id) != image}
    for row_id in _rated(connection, [row_id for row_id, image in images.items() if image is None]):
        images[row_id] = {**now[row_id], "deleted_ms": at_ms}
    went, came, stayed = _ways(now, images)
    reworded = [row_id for row_id in stayed if _differ(now[row_id], images[row_id], _WORDS)]
    card_text.leave(connection, went + reworded)
    connection.execute(f"DELETE FROM memory WHERE card IN {_THESE}", (json.dumps(went),))
    _put(connection, "card", CARD_IMAGE, images)
    card_text.enter(connection, came + reworded)
    log.remember(connection, came)
    _queue(connection, {row_id: images[row_id] for row_id in stayed}, now)


def put_deck(connection: sqlite3.Connection, row_id: int, image: Image | None, at_ms: int) -> None:
    """Make the row of a deck what its image says; without one it goes, or is kept for its deleted cards."""
    if image is None and connection.execute(_IN_USE, (row_id,)).fetchone() is not None:
        now = deck_image(connection, row_id)
        assert now is not None
        image = {**now, "deleted_ms": at_ms}
    _put(connection, "deck", DECK_IMAGE, {row_id: image})


def _rated(connection: sqlite3.Connection, row_ids: list[int]) -> list[int]:
    return [row_id for (row_id,) in connection.execute(_RATED, (json.dumps(row_ids),)).fetchall()]


def _ways(
    now: Mapping[int, Image], images: Mapping[int, Image | None]
) -> tuple[list[int], list[int], list[int]]:
    """Which cards go, which come, and which are there before and after."""
    went, came, stayed = list[int](), list[int](), list[int]()
    for row_id, image in images.items():
        if is_there(now.get(row_id)):
            (stayed if is_there(image) else went).append(row_id)
        elif is_there(image):
            came.append(row_id)
    return went, came, stayed


def _queue(
    connection: sqlite3.Connection, images: Mapping[int, Image | None], now: Mapping[int, Image]
) -> None:
    """Let the queue know of cards that moved, or are not to be asked."""
    connection.executemany(
        f"UPDATE memory SET ({columns(_QUEUED)}) = ({marks(len(_QUEUED))}) WHERE card = ?",
        [
            (*(image[name] for name in _QUEUED), row_id)
            for row_id, image in images.items()
            if image is not None and _differ(now[row_id], image, _QUEUED)
        ],
    )


def _differ(one: Image, other: Image | None, names: tuple[str, ...]) -> bool:
    return other is None or any(one[name] != other[name] for name in names)


def _put(
    connection: sqlite3.Connection,
    table: str,
    names: tuple[str, ...],
    images: Mapping[int, Image | None],
) -> None:
    setting = ", ".join(f"{name} = excluded.{name}" for name in names)
    connection.executemany(
        f"DELETE FROM {table} WHERE id = ?", [(row_id,) for row_id, image in images.items() if image is None]
    )
    connection.executemany(
        f"INSERT INTO {table} (id, {columns(names)}) VALUES ({marks(1 + len(names))}) "
        f"ON CONFLICT (id) DO UPDATE SET {setting}",
        [(row_id, *(image[name] for name in names)) for row_id, image in images.items() if image is not None],
    )
