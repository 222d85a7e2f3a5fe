"""Checking a collection: every page read, every schedule followed from the log, what is wrong mended.

It goes through the cards in pieces, so that whoever waits sees how far it is and can break it off; all is one
transaction, so that then nothing has changed.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lstm_gui.quiz.media_names import media_names
from lstm_gui.store import card_text, log
from lstm_gui.store.errors import Damaged
from lstm_gui.store.rows import CARD, card_of, columns
from lstm_gui.store.watch import Watch, unwatched

AT_ONCE = 2000  # cards
_TOTAL = 1000
_INSTRUCTIONS = 50_000  # of SQLite's, between two questions whether it is still wanted
# Where in the whole each stage begins and ends; about as long as they take in a collection of many years.
_STAGES = {"pages": (0, 480), "schedules": (480, 660), "texts": (660, 960), "media": (960, 1000)}
_COUNT = """
    SELECT (SELECT count(*) FROM card WHERE deleted_ms IS NULL),
        coalesce((SELECT max(id) FROM event), 0) - 2 * (SELECT count(*) FROM event WHERE voids IS NOT NULL)
"""
_HERE = "SELECT id FROM card WHERE deleted_ms IS NULL"
_INDEXED = "SELECT id FROM card_text_docsize"


@dataclass(frozen=True, slots=True)
class Lack:
    """A card that names a picture, a scene or a graded card which is not there."""

    uid: str
    medium: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found. Schedules and search are mended by then."""

    cards: int
    ratings: int
    schedules: int = 0  # that were not what the ratings lead to
    unsearchable: int = 0  # cards that a search missed, or found although they are gone
    media: int = 0
    lacks: tuple[Lack, ...] = ()
    unused: int = 0  # media that no card names, not even a deleted one

    @property
    def mended(self) -> int:
        """How many faults there were that are none any more."""
        return self.schedules + self.unsearchable


def check(connection: sqlite3.Connection, watch: Watch = unwatched) -> Findings:
    """Look at all of it and mend what follows from the rest, in the caller's transaction.

    Raises Damaged when pages are broken, which only a backup mends.
    """
    told = (0, _TOTAL, "pages")

    def tell(done: int, total: int, stage: str = "") -> None:
        nonlocal told
        told = (done, total, stage)
        watch(*told)

    with _listening(connection, lambda: watch(*told)):
        return _check(connection, tell)


@contextmanager
def _listening(connection: sqlite3.Connection, listen: Callable[[], None]) -> Iterator[None]:
    """Let what `listen` raises break off a single long statement as well."""
    raised: list[Exception] = []

    def wanted() -> bool:
        try:
            listen()
        except Exception as error:  # noqa: BLE001 -- SQLite would only say that it was interrupted
            raised.append(error)
        return bool(raised)

    connection.set_progress_handler(wanted, _INSTRUCTIONS)
    try:
        yield
    except sqlite3.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _check(connection: sqlite3.Connection, watch: Watch) -> Findings:
    _read_pages(connection, watch)
    cards, ratings = connection.execute(_COUNT).fetchone()
    pieces = list(_pieces(connection))
    schedules = sum(log.mend(connection, piece) for piece in _watched(pieces, "schedules", watch))
    unsearchable = _mend_text(connection, pieces, watch)
    lacks, used = _media(connection, pieces, watch)
    kept = {row[0] for row in connection.execute("SELECT name FROM media")}
    lacks = [lack for lack in lacks if lack.medium not in kept]
    watch(_TOTAL, _TOTAL, "media")
    return Findings(cards, ratings, schedules, unsearchable, len(kept), tuple(lacks), len(kept - used))


def _pieces(connection: sqlite3.Connection) -> Iterator[range]:
    """The row ids of all cards, in pieces."""
    last = connection.execute("SELECT coalesce(max(id), 0) FROM card").fetchone()[0]
    return (range(first, first + AT_ONCE) for first in range(1, last + 1, AT_ONCE))


def _watched(pieces: list[range], stage: str, watch: Watch) -> Iterator[range]:
    begin, end = _STAGES[stage]
    for done, piece in enumerate(pieces):
        watch(begin + (end - begin) * done // len(pieces), _TOTAL, stage)
        yield piece


def _read_pages(connection: sqlite3.Connection, watch: Watch) -> None:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
    tables = [row[0] for row in rows]
    end = _STAGES["pages"][1]
    for done, table in enumerate(tables):
        watch(end * done // len(tables), _TOTAL, "pages")
        found = connection.execute(f"PRAGMA integrity_check('{table}')").fetchone()[0]
        if found != "ok":
            raise Damaged(f"The collection is damaged (a page of its table {table}); restore a backup.")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged("The collection is damaged (ratings of cards that are not there); restore a backup.")


def _mend_text(connection: sqlite3.Connection, pieces: list[range], watch: Watch) -> int:
    """Make what searching reads anew, and say how many cards it had wrong."""
    wrong = connection.execute(
        f"SELECT (SELECT count(*) FROM ({_HERE} EXCEPT {_INDEXED})) + "
        f"(SELECT count(*) FROM ({_INDEXED} EXCEPT {_HERE}))"
    ).fetchone()[0]
    card_text.clear(connection)
    for piece in _watched(pieces, "texts", watch):
        card_text.enter_all(connection, piece)
    return int(wrong)


def _media(connection: sqlite3.Connection, pieces: list[range], watch: Watch) -> tuple[list[Lack], set[str]]:
    """Which media the cards that are there name, and all that any card names."""
    named: list[Lack] = []
    used: set[str] = set()
    for piece in _watched(pieces, "media", watch):
        rows = connection.execute(
            f"SELECT deleted_ms IS NULL, {columns(CARD)} FROM card WHERE id BETWEEN ? AND ? AND "
            "(front LIKE '%](%' OR back LIKE '%](%' OR why LIKE '%](%' "
            "OR scene LIKE '%.json' OR challenge LIKE '%.json')",
            (piece.start, piece.stop - 1),
        )
        for here, *row in rows:
            card = card_of(row)
            names = media_names(card)
            used.update(names)
            named += [Lack(card.uid, name) for name in names if here]
    return named, used
