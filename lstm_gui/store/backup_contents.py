"""What a backup holds, and what has come since: read beside the open collection, on any thread."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lstm_gui.store.backups import FILE_NAME
from lstm_gui.store.connection import connect_to_read
from lstm_gui.store.errors import Damaged

# The same in every schema: a card that is there has a row in `memory`, and an event that takes a rating back
# has `voids`. Ids are given one after the other and no event is ever deleted.
_COUNT = """
    SELECT (SELECT count(*) FROM memory),
        coalesce((SELECT max(id) FROM event), 0) - 2 * (SELECT count(*) FROM event WHERE voids IS NOT NULL)
"""
_STANDS = "given.voids IS NULL AND given.id NOT IN (SELECT voids FROM main.event WHERE voids IS NOT NULL)"
_HERE = "main.card JOIN main.memory ON main.memory.card = main.card.id"
_THERE = "old.card JOIN old.memory ON old.memory.card = old.card.id"
_WORDS = ("front", "back", "topic", "formula", "why", "tags", "scene")
_SINCE = f"""
    SELECT
        (SELECT count(*) FROM main.event AS given WHERE {_STANDS}
            AND NOT EXISTS (SELECT 1 FROM old.event WHERE old.event.uuid = given.uuid)),
        (SELECT count(*) FROM {_HERE}
            WHERE main.card.uid NOT IN (SELECT old.card.uid FROM {_THERE})),
        (SELECT count(*) FROM {_HERE} JOIN old.card ON old.card.uid = main.card.uid
            WHERE ({", ".join(f"main.card.{name}" for name in _WORDS)})
                <> ({", ".join(f"old.card.{name}" for name in _WORDS)})),
        (SELECT count(*) FROM {_THERE}
            WHERE old.card.uid NOT IN (SELECT main.card.uid FROM {_HERE}))
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a backup holds."""

    cards: int
    ratings: int  # that stand


@dataclass(frozen=True, slots=True)
class Since:
    """What the collection holds that a backup does not, and the other way round."""

    ratings: int  # given since
    added: int  # cards
    changed: int  # cards whose words are others now
    gone: int  # cards that were deleted since


def contents(backup: Path) -> Contents:
    """How much a backup holds. Raises Damaged when it cannot be read."""
    with _read(backup, immutable=True) as connection:
        cards, ratings = connection.execute(_COUNT).fetchone()
        return Contents(cards, ratings)


def since(folder: Path, backup: Path) -> Since:
    """What restoring a backup would take away, and bring back. Raises Damaged when one cannot be read."""
    with _read(folder / FILE_NAME) as connection:
        connection.execute("ATTACH ? AS old", (f"{backup.absolute().as_uri()}?mode=ro&immutable=1",))
        return Since(*connection.execute(_SINCE).fetchone())


@contextmanager
def _read(path: Path, *, immutable: bool = False) -> Iterator[sqlite3.Connection]:
    try:
        connection = connect_to_read(path, immutable=immutable)
        try:
            yield connection
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise Damaged(f"{path.name} cannot be read.") from error
