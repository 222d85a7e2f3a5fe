"""The collection: decks, cards and every rating ever given, on disk, durable, and owned by one thread."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Self

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.store import decks, log, queue, schema
from lstm_gui.store.connection import connect, reading, writing
from lstm_gui.store.decks import DeckSummary, ImportReport
from lstm_gui.store.errors import NotSaved
from lstm_gui.store.lock import FolderLock
from lstm_gui.store.queue import Counts, Queued, Scope

__all__ = ["Collection", "Counts", "DeckSummary", "ImportReport", "Queued"]

FILE_NAME = "collection.sqlite3"


class Collection:
    """An open collection. Use it on the thread that opened it; close it, or leave its `with` block."""

    def __init__(self, connection: sqlite3.Connection, lock: FolderLock | None) -> None:
        """Use `open` instead."""
        self._connection = connection
        self._lock = lock
        self.read_only = False
        self.notice = ""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the collection of a folder, creating or migrating it as needed.

        Raises Locked when another process has it open for writing.
        """
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder)
        connection = connect(folder / FILE_NAME)
        schema.migrate(connection)
        return cls(connection, lock)

    def close(self) -> None:
        """Close the file and let others write to it."""
        self._connection.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Decks and cards

    def decks(self, now: datetime, new_per_day: int) -> list[DeckSummary]:
        """Every deck with its numbers of today, by name."""
        with reading():
            return decks.summaries(self._connection, now, new_per_day)

    def has_decks(self) -> bool:
        """Whether there is any deck; quick however many cards there are."""
        with reading():
            return decks.any_deck(self._connection)

    def cards(self, deck_name: str) -> list[Card]:
        """The cards of a deck in its order. Raises CollectionError when there is no such deck."""
        with reading():
            deck = decks.deck_id(self._connection, deck_name)
            assert deck is not None
            return decks.cards(self._connection, deck)

    def card(self, uid: str) -> Card | None:
        """One card, or None when there is no such card."""
        with reading():
            return decks.card(self._connection, uid)

    def preview_import(self, deck: Deck) -> ImportReport:
        """What importing a deck would do."""
        with reading():
            return decks.compare(self._connection, deck)

    def import_deck(self, deck: Deck, now: datetime | None = None) -> ImportReport:
        """Add cards that are new, update those whose text changed, keep all progress; or change nothing.

        Cards that the deck does not hold stay. Raises NotSaved when it could not be written.
        """
        report = self.preview_import(deck)
        with reading():
            if not decks.needs_import(self._connection, deck):
                return report
        self._must_write()
        with writing(self._connection):
            decks.merge(self._connection, deck, report, now or datetime.now().astimezone())
        return report

    # The session

    def memory(self, uid: str) -> Memory:
        """The schedule of a card. Raises CollectionError when there is no such card."""
        with reading():
            return log.memory(self._connection, uid)[1]

    def next_card(
        self, deck_name: str | None, now: datetime, *, new_per_day: int, last_topic: str = ""
    ) -> Queued | None:
        """The card to show now, of one deck or of all, or None when the day's work is done."""
        with reading():
            return queue.next_card(self._connection, self._scope(deck_name, now, new_per_day), last_topic)

    def next_due(self, deck_name: str | None, now: datetime, new_per_day: int = 0) -> datetime | None:
        """When the next card can be reviewed: `now` when one can at once, None when there will be none."""
        with reading():
            return queue.next_due(self._connection, self._scope(deck_name, now, new_per_day))

    def counts(self, deck_name: str | None, now: datetime, new_per_day: int) -> Counts:
        """How many cards of each kind are left today."""
        with reading():
            return queue.counts(self._connection, self._scope(deck_name, now, new_per_day))

    # The log

    def record(self, event: ReviewEvent) -> None:
        """Write a rating; returns only when it is durable. The same event twice changes nothing.

        Raises NotSaved when it could not be written (try the same event again later), Changed when the card's
        schedule is no longer the one that the rating saw.
        """
        self._must_write()
        with writing(self._connection):
            log.append(self._connection, event)

    def undo(self, now: datetime | None = None) -> ReviewEvent | None:
        """Take back the last rating that stands; that rating, or None when nothing is left."""
        self._must_write()
        with writing(self._connection):
            return log.void_last(self._connection, now or datetime.now().astimezone())

    def last_review(self) -> ReviewEvent | None:
        """The last rating that stands: what `undo` would take back."""
        with reading():
            return log.last(self._connection)

    def events(
        self, uid: str | None = None, *, since_day: int = 0, until_day: int = 2**62
    ) -> Iterator[ReviewEvent]:
        """The ratings that stand, as they were given, of one card or all, since and until a study day."""
        with reading():
            yield from log.standing(self._connection, uid=uid, since_day=since_day, until_day=until_day)

    def rebuild(self) -> int:
        """Make every schedule anew from the log; how many had been wrong."""
        self._must_write()
        with writing(self._connection):
            return log.rebuild(self._connection)

    def _scope(self, deck_name: str | None, now: datetime, new_per_day: int) -> Scope:
        return Scope(decks.deck_id(self._connection, deck_name), now, new_per_day)

    def _must_write(self) -> None:
        if self.read_only:
            raise NotSaved(f"Nothing was saved: the collection is open to read only. {self.notice}".strip())
