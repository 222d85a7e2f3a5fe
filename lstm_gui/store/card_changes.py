"""Changes of many cards within one edit: found by their uids, noted in the journal, put as they are to be."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from lstm_gui.quiz.card import Card
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.images import Image, card_images, is_there, put_cards
from lstm_gui.store.journal import Recording
from lstm_gui.store.portions import portions, watched
from lstm_gui.store.rows import CARD, card_of, card_row, marks
from lstm_gui.store.watch import Watch, unwatched

_FIND = "SELECT uid, id FROM card WHERE uid IN"
_LAST_PLACE = "SELECT coalesce(max(position), -1) FROM card WHERE deck = ? AND deleted_ms IS NULL"
_LAST_ROW = "SELECT coalesce(max(id), 0) FROM card"
_IN_ORDER = "SELECT id FROM card WHERE deck = ? AND deleted_ms IS NULL ORDER BY position, id"
_NOTHING: Image = {"suspended": 0, "buried_day": 0, "edited": 0, "deleted_ms": None}

Change = Callable[[Image], Image]


def there(connection: sqlite3.Connection, uids: Iterable[str]) -> dict[int, Image]:
    """The cards that are there, in this order, with their rows."""
    found: dict[int, Image] = {}
    for some in portions(uids):
        rows = _rows(connection, some)
        images = card_images(connection, rows.values())
        ordered = [rows[uid] for uid in some if uid in rows]
        found |= {row_id: images[row_id] for row_id in ordered if is_there(images[row_id])}
    return found


def alter(
    connection: sqlite3.Connection,
    record: Recording,
    uids: Iterable[str],
    change: Change,
    watch: Watch = unwatched,
) -> None:
    """Make each card that is there what `change` makes of its row."""
    for some in watched(list(uids), watch):
        now = there(connection, some)
        put(connection, record, now, {row_id: change(image) for row_id, image in now.items()})


def put(
    connection: sqlite3.Connection, record: Recording, now: dict[int, Image], wanted: dict[int, Image]
) -> None:
    """Make the rows of cards, which are so `now`, something else."""
    record.cards(row_id for row_id, image in now.items() if image != wanted[row_id])
    put_cards(connection, now, wanted, record.at_ms)


def add(connection: sqlite3.Connection, record: Recording, cards: Iterable[tuple[int, int, Card]]) -> None:
    """Add cards, each with its deck and position. Raises CollectionError where a uid is taken."""
    for some in portions(cards):
        rows = _rows(connection, [card.uid for _, _, card in some])
        now, wanted = card_images(connection, rows.values()), dict[int, Image]()
        for free, (deck, position, card) in enumerate(some, 1 + _number(connection, _LAST_ROW)):
            row_id = rows.setdefault(card.uid, free)
            if row_id in wanted or is_there(now.get(row_id)):
                raise CollectionError(f"There is a card {card.uid!r} already; nothing was added.")
            wanted[row_id] = {**_NOTHING, **columns_of(card), "deck": deck, "position": position}
        record.cards(now)
        put_cards(connection, now, wanted, record.at_ms)
        record.added_cards(wanted.keys() - now.keys())


def arrange(
    connection: sqlite3.Connection, record: Recording, deck: int, chosen: Sequence[int], place: int
) -> None:
    """Number the cards of a deck anew, with the chosen ones in front of the card at a place."""
    order = [row_id for (row_id,) in connection.execute(_IN_ORDER, (deck,))]
    moving = set(chosen)
    before = [row_id for row_id in order[: max(place, 0)] if row_id not in moving]
    after = [row_id for row_id in order[max(place, 0) :] if row_id not in moving]
    for some in portions(enumerate((*before, *chosen, *after))):
        now = card_images(connection, [row_id for _, row_id in some])
        put(connection, record, now, {row_id: {**now[row_id], "position": at} for at, row_id in some})


def end_of(connection: sqlite3.Connection, deck: int) -> int:
    """The first place behind the cards of a deck."""
    return 1 + _number(connection, _LAST_PLACE, deck)


def columns_of(card: Card) -> Image:
    """What a card says, as in its row."""
    return dict(zip(CARD, card_row(card), strict=True))


def words_of(image: Image) -> Card:
    """The card that a row holds."""
    return card_of([image[name] for name in CARD])


def _rows(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, int]:
    return dict(connection.execute(f"{_FIND} ({marks(len(uids))})", uids).fetchall())


def _number(connection: sqlite3.Connection, sql: str, *values: int) -> int:
    return int(connection.execute(sql, values).fetchone()[0])
