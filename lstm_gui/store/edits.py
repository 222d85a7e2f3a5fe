"""Every change that a person makes to cards and decks: one durable transaction each, which can be undone."""

import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import count

from lstm_gui.quiz.card import Card, Medium
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store import card_changes, deck_edits, decks, journal
from lstm_gui.store import media as kept_media
from lstm_gui.store.card_changes import Change, columns_of, words_of
from lstm_gui.store.connection import reading, writing
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import CollectionError, Overtaken
from lstm_gui.store.images import Image
from lstm_gui.store.journal import Edit, Recording
from lstm_gui.store.portions import watched
from lstm_gui.store.rows import tags_of, tags_row, to_ms
from lstm_gui.store.watch import Watch, unwatched


class Edits:
    """The changes of an open collection's cards and decks, and the way back.

    Each method is one transaction, durable when it returns, and gives the Edit that was made; None when there
    was nothing to change. Cards are named by their uids; one that is not there (any more) is passed over, so
    that a selection may be older than the collection. Schedules are never touched: a card that is deleted and
    brought back is known as well as before.

    Every method raises NotSaved when nothing could be written, and `undo` and `redo` Changed, in words, when
    a later change stands in the way; nothing has happened then. An edit that will never be undone again is
    forgotten with that, so that those before it can be. What `watch` raises leaves everything as it was.
    """

    def __init__(self, connection: sqlite3.Connection, must_write: Callable[[], None]) -> None:
        self._connection, self._must_write = connection, must_write

    def is_asked(self, uid: str, now: datetime) -> bool:
        """Whether a card is there, and neither suspended nor buried today."""
        with reading():
            found = self._found(uid)
        return found is not None and not found[1]["suspended"] and found[1]["buried_day"] != study_day(now)

    # The journal

    def last(self) -> Edit | None:
        """The edit that `undo` would take back."""
        with reading():
            return journal.last(self._connection)

    def next_redo(self) -> Edit | None:
        """The edit that `redo` would do again."""
        with reading():
            return journal.next_redo(self._connection)

    def undo(self, now: datetime, watch: Watch = unwatched) -> Edit | None:
        """Take the last edit back: cards and decks are as they were; None when nothing is left to undo."""
        return self._step(journal.undo, now, watch)

    def redo(self, now: datetime, watch: Watch = unwatched) -> Edit | None:
        """Do again what was undone last; None when there is nothing, or a new edit came since."""
        return self._step(journal.redo, now, watch)

    def keep(self, media: Iterable[Medium]) -> None:
        """Keep media that a card is to name. That is no edit: no card is another one by it."""
        self._must_write()
        with writing(self._connection):
            kept_media.add(self._connection, media)

    # Cards

    def add(
        self,
        cards: Sequence[Card],
        deck: str,
        now: datetime,
        *,
        kind: str = "add",
        media: Iterable[Medium] = (),
    ) -> Edit | None:
        """Add cards, with the media that they name, at the end of a deck, which is made when it is missing.

        Undone, the media stay: they take little room, and the cards may come back. Raises CollectionError
        when a uid is taken, or a text cannot be stored.
        """
        _must_be_storable(deck, cards)
        with self._edit(kind, deck, now) as record:
            target = decks.made(self._connection, deck, record)
            kept_media.add(self._connection, media)
            places = count(card_changes.end_of(self._connection, target))
            card_changes.add(self._connection, record, ((target, next(places), card) for card in cards))
        return self._made(record)

    def duplicate(self, uids: Sequence[str], now: datetime, watch: Watch = unwatched) -> Edit | None:
        """Put a copy of each card behind it, new and under a uid of its own."""
        with self._edit("duplicate", "", now) as record:
            for some in watched(uids, watch):
                images = card_changes.there(self._connection, some).values()
                copies = [(image["deck"], image["position"], _copy(image)) for image in images]
                card_changes.add(self._connection, record, copies)
        return self._made(record)

    def change(self, card: Card, now: datetime, *, deck: str | None = None) -> Edit | None:
        """Give a card other words, and with `deck` another place.

        Raises CollectionError when there is no such card, or a text cannot be stored.
        """
        _must_be_storable(deck or "", [card])
        with self._edit("change", deck or "", now) as record:
            found = self._found(card.uid)
            if found is None:
                raise CollectionError("This card has been deleted meanwhile; nothing was changed.")
            row_id, image = found
            changed = {} if words_of(image) == card else {**columns_of(card), "edited": 1}
            moved = image if deck is None else self._to(decks.made(self._connection, deck, record))(image)
            card_changes.put(self._connection, record, {row_id: image}, {row_id: {**moved, **changed}})
        return self._made(record)

    def tag(
        self, uids: Sequence[str], tags: Sequence[str], now: datetime, watch: Watch = unwatched
    ) -> Edit | None:
        """Give cards these tags, behind those that they have."""
        more = _retagged(lambda had: (*had, *(tag for tag in tags if tag not in had)))
        return self._alter("tag", uids, now, more, watch)

    def untag(
        self, uids: Sequence[str], tags: Sequence[str], now: datetime, watch: Watch = unwatched
    ) -> Edit | None:
        """Take these tags from cards."""
        fewer = _retagged(lambda had: tuple(tag for tag in had if tag not in tags))
        return self._alter("untag", uids, now, fewer, watch)

    def move(self, uids: Sequence[str], deck: str, now: datetime, watch: Watch = unwatched) -> Edit | None:
        """Put cards at the end of another deck, which is made when it is missing."""
        _must_be_storable(deck, ())
        with self._edit("move", deck, now) as record:
            target = decks.made(self._connection, deck, record)
            card_changes.alter(self._connection, record, uids, self._to(target), watch)
        return self._made(record)

    def suspend(
        self, uids: Sequence[str], now: datetime, watch: Watch = unwatched, *, on: bool = True
    ) -> Edit | None:
        """Leave cards out of review until they are let in again."""
        return self._set("suspend" if on else "unsuspend", uids, now, {"suspended": int(on)}, watch)

    def bury(
        self, uids: Sequence[str], now: datetime, watch: Watch = unwatched, *, on: bool = True
    ) -> Edit | None:
        """Leave cards out of review until tomorrow."""
        day = study_day(now) if on else 0
        return self._set("bury" if on else "unbury", uids, now, {"buried_day": day}, watch)

    def delete(self, uids: Sequence[str], now: datetime, watch: Watch = unwatched) -> Edit | None:
        """Delete cards. Their rows and ratings stay, so that they can come back as they were."""
        return self._set("delete", uids, now, {"deleted_ms": to_ms(now)}, watch)

    def reposition(self, uids: Sequence[str], place: int, now: datetime) -> Edit | None:
        """Put cards of one deck, in this order, before the one that now is its `place`th, from 0."""
        with self._edit("reposition", "", now) as record:
            chosen = card_changes.there(self._connection, uids)
            for deck in {image["deck"] for image in chosen.values()}:
                record.deck(deck)
                self._connection.execute("UPDATE deck SET arranged = 1 WHERE id = ?", (deck,))
                of_it = [row_id for row_id, image in chosen.items() if image["deck"] == deck]
                card_changes.arrange(self._connection, record, deck, of_it, place)
        return self._made(record)

    # Decks

    def set_deck(self, name: str, settings: DeckSettings, now: datetime, *, to: str = "") -> Edit | None:
        """Set what a deck says for itself; it is made when it is missing, as one around others may be.

        With `to` it gets another name too, as by `rename_deck`.
        """
        _must_be_storable(name + to + settings.description, ())
        with self._edit("deck", name, now) as record:
            deck_edits.set_deck(self._connection, name, settings, record)
            if to not in ("", name):
                deck_edits.rename(self._connection, name, to, record)
        return self._made(record)

    def rename_deck(self, name: str, to: str, now: datetime) -> Edit | None:
        """Give a deck another name, and those within it with it. Raises CollectionError when it is taken."""
        _must_be_storable(to, ())
        with self._edit("rename", name, now) as record:
            deck_edits.rename(self._connection, name, to, record)
        return self._made(record)

    def delete_deck(self, name: str, now: datetime, watch: Watch = unwatched) -> Edit | None:
        """Delete a deck, those within it and all their cards. Raises CollectionError when there is none."""
        with self._edit("delete deck", name, now) as record:
            deck_edits.delete(self._connection, name, record, watch)
        return self._made(record)

    # How

    @contextmanager
    def _edit(self, kind: str, deck: str, now: datetime) -> Iterator[Recording]:
        self._must_write()
        with writing(self._connection):
            record = journal.begin(self._connection, kind, deck, now)
            yield record
            record.finish()

    def _made(self, record: Recording) -> Edit | None:
        with reading():
            return self._with_uids(journal.edit(self._connection, record.edit))

    def _step(
        self,
        step: Callable[[sqlite3.Connection, datetime, Watch], Edit | None],
        now: datetime,
        watch: Watch,
    ) -> Edit | None:
        self._must_write()
        try:
            with writing(self._connection):
                return self._with_uids(step(self._connection, now, watch))
        except Overtaken:
            with writing(self._connection):
                journal.forget(self._connection, undone=step is journal.redo)
            raise

    def _with_uids(self, edit: Edit | None) -> Edit | None:
        return edit and replace(edit, uids=journal.uids(self._connection, edit.id))

    def _found(self, uid: str) -> tuple[int, Image] | None:
        """The row of a card that is there."""
        return next(iter(card_changes.there(self._connection, [uid]).items()), None)

    def _alter(
        self, kind: str, uids: Sequence[str], now: datetime, change: Change, watch: Watch
    ) -> Edit | None:
        with self._edit(kind, "", now) as record:
            card_changes.alter(self._connection, record, uids, change, watch)
        return self._made(record)

    def _set(self, kind: str, uids: Sequence[str], now: datetime, values: Image, watch: Watch) -> Edit | None:
        return self._alter(kind, uids, now, lambda image: {**image, **values}, watch)

    def _to(self, deck: int) -> Change:
        """Puts each card at the end of a deck, but those that are in it."""
        places = count(card_changes.end_of(self._connection, deck))

        def moved(image: Image) -> Image:
            return image if image["deck"] == deck else {**image, "deck": deck, "position": next(places)}

        return moved


def new_uid() -> str:
    """A uid that no card has."""
    return str(uuid.uuid4())


def _copy(image: Image) -> Card:
    return replace(words_of(image), uid=new_uid())


def _retagged(change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Change:
    def retagged(image: Image) -> Image:
        had = tags_of(image["tags"])
        tags = change(had)
        return image if tags == had else {**image, "tags": tags_row(tags), "edited": 1}

    return retagged


def _must_be_storable(text: str, cards: Iterable[Card]) -> None:
    """Raise CollectionError for half of a surrogate pair, which has no place in UTF-8."""
    decks.must_be_text(text, "".join((text, *map(decks.text_of, cards))))
