"""The collection: decks, cards and every rating ever given, on disk, durable, and owned by one thread."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from lstm_gui.quiz.card import Card, Deck, Medium
from lstm_gui.quiz.memory import LogEntry, Memory, ReviewEvent
from lstm_gui.store import backups, deck_rows, decks, log, log_exchange, media, queue
from lstm_gui.store.backups import FILE_NAME, Backup
from lstm_gui.store.check import Findings, check
from lstm_gui.store.connection import need_sqlite, reading, roomy, writing
from lstm_gui.store.decks import ImportReport
from lstm_gui.store.edits import Edits
from lstm_gui.store.errors import Damaged, NotSaved
from lstm_gui.store.importing import carry_out
from lstm_gui.store.opening import Opened, open_to_read, open_to_write
from lstm_gui.store.practice import Draw, Drawn, drawn, practice_topics
from lstm_gui.store.queue import Counts, Limits, Queued, Scope
from lstm_gui.store.search import CardSearch
from lstm_gui.store.summaries import DeckSummary, summaries
from lstm_gui.store.watch import Watch, unwatched
from lstm_gui.store.whole_deck import whole_deck
from lstm_gui.store.workload import Workload

if TYPE_CHECKING:
    from lstm_gui.quiz.statistics.history import History

__all__ = ["FILE_NAME", "Backup", "Collection", "Counts", "DeckSummary", "ImportReport", "Limits", "Queued"]


class Collection:
    """An open collection. Use it on the thread that opened it; close it, or leave its `with` block."""

    def __init__(self, folder: Path, opened: Opened) -> None:
        """Use `open` instead."""
        self.folder = folder
        self.read_only = opened.read_only
        self.on_disk = opened.on_disk
        self.notice = opened.notice  # what a person at a window has to know: "" when all is well
        self.obstacle = opened.obstacle  # the part of it that says why nothing can be saved
        self.restorable = opened.restorable  # the backup to offer, when the collection was damaged or gone
        self.search = CardSearch(opened.connection)
        self.workload = Workload(opened.connection)
        self._connection = opened.connection
        self._closing = opened.closing
        self._began = () if opened.on_disk else backups.state(opened.connection)
        self.edits = Edits(opened.connection, self._must_write)

    @classmethod
    def open(
        cls, folder: Path, *, read_only: bool = False, start_anew: bool = False, now: datetime | None = None
    ) -> Self:
        """Open the collection of a folder: create, migrate and back it up as needed.

        Whatever the folder's state, it opens if it can, and `notice` says in words what is not as usual: a
        newer schema and a folder that cannot be written open to read (`read_only`), a first start in such a
        folder opens in memory (`on_disk` is False). With `read_only`, nothing is written and no lock taken.
        With `start_anew`, for where a person can be told and asked, a damaged file is kept aside, an empty
        one started, and the newest backup offered (`restorable`).

        Raises Locked when another process has it open for writing, Lost when it is damaged or gone and not to
        be started anew, CollectionError when it cannot be read.
        """
        need_sqlite()
        if read_only:
            return cls(folder, open_to_read(folder))
        moment = now or datetime.now().astimezone()
        return cls(folder, open_to_write(folder, moment, start_anew=start_anew))

    @property
    def saving(self) -> bool:
        """Whether ratings are kept on disk."""
        return self.on_disk and not self.read_only

    def close(self) -> None:
        """Close the file and let others write to it. Closing twice is harmless."""
        self._closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Decks and cards

    def decks(self, now: datetime, limits: Limits | int) -> list[DeckSummary]:
        """Every deck with its numbers of today, each before the decks in it, by name."""
        with reading():
            return summaries(self._connection, self._scope(None, now, limits))

    def has_decks(self) -> bool:
        """Whether there is any deck; quick however many cards there are."""
        with reading():
            return decks.any_deck(self._connection)

    def cards(self, deck_name: str) -> list[Card]:
        """The cards of a deck in its order, without those of the decks in it.

        Raises CollectionError when there is no such deck.
        """
        with reading():
            deck_rows.within(self._connection, deck_name)
            own = deck_rows.one(self._connection, deck_name)
            return decks.cards(self._connection, own.id) if own is not None else []

    def deck(self, deck_name: str) -> Deck:
        """A deck as it leaves: with the decks in it, what is set for them, and what its cards name.

        Raises CollectionError when there is no such deck.
        """
        with reading():
            return whole_deck(self._connection, deck_name)

    def card(self, uid: str) -> Card | None:
        """One card, or None when there is no such card."""
        with reading():
            return decks.card(self._connection, uid)

    def medium(self, name: str) -> bytes | None:
        """What a medium that cards name holds; None when there is none of that name."""
        with reading():
            return media.content(self._connection, name)

    def media(self, deck_name: str) -> list[Medium]:
        """What the cards of a deck name, as far as it is there. Raises CollectionError without the deck."""
        return self.media_of(self.cards(deck_name))

    def media_of(self, cards: Sequence[Card]) -> list[Medium]:
        """What these cards name, as far as it is there."""
        with reading():
            return media.of(self._connection, cards)

    def preview_import(self, deck: Deck, history: Sequence[LogEntry] = ()) -> ImportReport:
        """What importing a deck, with the history of its cards, would do."""
        with reading():
            report = decks.compare(self._connection, deck)
            return replace(report, ratings=log_exchange.unknown(self._connection, history))

    def import_deck(
        self,
        deck: Deck,
        now: datetime | None = None,
        history: Sequence[LogEntry] = (),
        watch: Watch = unwatched,
        *,
        undoable: bool = True,
    ) -> ImportReport:
        """Add cards that are new, update those whose text changed, keep all progress; or change nothing.

        Cards that the deck does not hold stay. Of `history`, ratings of its cards, those are added that
        are not known and follow on what is. It is one edit, unless it is not to be `undoable`. Raises
        NotSaved when it could not be written; what `watch` raises leaves the collection as it was.
        """
        report = self.preview_import(deck, history)
        with reading():
            if not report.ratings and not decks.needs_import(self._connection, deck):
                return report
        self._must_write()
        moment = now or datetime.now().astimezone()
        self.back_up(moment)
        with reading(), roomy(self._connection), writing(self._connection):
            added = carry_out(self._connection, deck, history, report, moment, watch, undoable=undoable)
        return replace(report, ratings=added)

    def bring_up_to_date(self, deck: Deck, now: datetime | None = None) -> bool:
        """Take over a newer text of a deck that ships with the app; whether anything was to be changed.

        Nothing is when the deck is not here, or when somebody imported a file over it; and what was edited,
        moved, arranged or deleted stays so: nothing that a person did is lost. All progress is kept. Raises
        NotSaved when it could not be written.
        """
        with reading():
            own = decks.own_part(self._connection, deck)
            if own is None or not decks.needs_import(self._connection, own[0], moving=own[1]):
                return False
        self._must_write()
        moment = now or datetime.now().astimezone()
        self.back_up(moment)
        with writing(self._connection):
            decks.update(self._connection, own[0], moment, moving=own[1])
        return True

    # The session

    def memory(self, uid: str) -> Memory:
        """The schedule of a card. Raises CollectionError when there is no such card."""
        with reading():
            return log.memory(self._connection, uid)[1]

    # A deck stands for the decks in it too. A number of `limits` is of new cards alone.

    def next_card(
        self, deck_name: str | None, now: datetime, limits: Limits | int, *, last_topic: str = ""
    ) -> Queued | None:
        """The card to show now, of one deck or of all, or None when the day's work is done."""
        with reading():
            scope = self._scope(deck_name, now, limits)
            return queue.next_card(self._connection, scope, last_topic)

    def queued(self, uid: str) -> Queued | None:
        """A card with its schedule and deck, due or not; None when there is no such card."""
        with reading():
            return queue.queued(self._connection, uid)

    def next_due(self, deck_name: str | None, now: datetime, limits: Limits | int = 0) -> datetime | None:
        """When the next card can be reviewed: `now` when one can at once, None when there will be none."""
        with reading():
            return queue.next_due(self._connection, self._scope(deck_name, now, limits))

    def counts(self, deck_name: str | None, now: datetime, limits: Limits | int) -> Counts:
        """How many cards of each kind are left today."""
        with reading():
            return queue.counts(self._connection, self._scope(deck_name, now, limits))

    # Practice, which moves no schedule

    def practice_topics(self, deck_name: str | None) -> dict[str, int]:
        """How many cards of each topic can be practised, of a deck and the decks inside it, or of all."""
        with reading():
            return practice_topics(self._connection, deck_name)

    def drawn(self, deck_name: str | None, topics: Sequence[str], draw: Draw) -> Drawn:
        """The cards of a round of practice: of these topics, or of all when none is named."""
        with reading():
            return drawn(self._connection, deck_name, topics, draw)

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
        self, uid: str | None = None, *, since_day: int | None = None, until_day: int | None = None
    ) -> Iterator[ReviewEvent]:
        """The ratings that stand, as they were given, of one card or all, since and until a study day."""
        with reading():
            yield from log.standing(self._connection, uid=uid, since_day=since_day, until_day=until_day)

    def entries(self, deck_name: str) -> Iterator[LogEntry]:
        """All that the log says of the cards of a deck, also what was taken back, in its order.

        Raises CollectionError when there is no such deck.
        """
        with reading():
            yield from log_exchange.entries(self._connection, deck_name)

    def history(self, watch: Watch = unwatched) -> "History":
        """Every rating that stands and every card, as columns of numbers, for statistics."""
        from lstm_gui.store import statistics  # numpy with it, which reviewing does without

        with reading():
            return statistics.history(self._connection, watch)

    def rebuild(self) -> int:
        """Make every schedule anew from the log; how many had been wrong."""
        self._must_write()
        with writing(self._connection):
            return log.rebuild(self._connection)

    def verify(self) -> None:
        """Read every page and hold the cache against the log. Raises Damaged when anything is not sound."""
        with reading():
            found = self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchone()
            if found != "ok" or broken:
                raise Damaged("The collection is damaged; restore a backup.")
            wrong = log.differences(self._connection)
        if wrong:
            raise Damaged(f"The schedules of {wrong} cards are not what their ratings lead to; rebuild them.")

    def check(self, watch: Watch = unwatched) -> Findings:
        """Look at all of it, and mend what follows from cards and ratings, in one transaction.

        Raises Damaged where only a backup helps; what `watch` raises leaves everything as it was.
        """
        self._must_write()
        with reading(), writing(self._connection):
            return check(self._connection, watch)

    def take_over(self, unsaved: "Collection") -> bool:
        """Become all that a collection in memory has become, if nothing was written here since it was opened.

        Returns whether it was so. Raises NotSaved when it could not be written; nothing has changed then.
        """
        self._must_write()
        return backups.take_over(self._connection, unsaved._connection, unsaved._began)

    # Backups

    def backups(self) -> list[Backup]:
        """The backups there are, the newest first."""
        return backups.backups(self.folder)

    def backup_due(self, now: datetime) -> bool:
        """Whether something changed since the newest backup, and that is half an hour old."""
        with reading():
            return self.saving and backups.due(self._connection, self.folder, now)

    def backup_if_due(self, now: datetime) -> Backup | None:
        """Back up when it is due: call it every minute or so. The backup made, or None.

        For a large collection this takes a second or more: ask `backup_due` and run `backups.back_up`, which
        needs no open collection, on another thread. Raises NotSaved or Damaged, in words.
        """
        return backups.back_up(self.folder, now) if self.backup_due(now) else None

    def back_up(self, now: datetime) -> Backup | None:
        """Back up now, if anything changed since the newest backup. Raises NotSaved or Damaged, in words."""
        if not self.saving:
            return None
        with reading():
            changed = backups.has_changed(self._connection, self.folder)
        return backups.back_up(self.folder, now) if changed else None

    @staticmethod
    def restore(folder: Path, backup: Path, now: datetime | None = None) -> Path | None:
        """Put a backup in the place of a closed collection; where that is kept: see `backups.restore`."""
        return backups.restore(folder, backup, now or datetime.now().astimezone())

    def _scope(self, deck_name: str | None, now: datetime, limits: Limits | int) -> Scope:
        return Scope.of(self._connection, deck_name, now, Limits.of(limits))

    def _must_write(self) -> None:
        if self.read_only:
            raise NotSaved(f"Nothing was saved: the collection is open to read only. {self.notice}".strip())
