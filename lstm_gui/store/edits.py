"""Every change that a person makes to cards and decks: one durable transaction each, which can be undone."""

import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from lstm_gui.quiz.card import Card, Medium
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store import deck_edits, decks, journal
from lstm_gui.store import media as kept_media
from lstm_gui.store.connection import reading, writing
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import CollectionError, Overtaken
from lstm_gui.store.images import Image, card_image, put_card
from lstm_gui.store.journal import Edit, Recording
from lstm_gui.store.rows import CARD, card_of, card_row, to_ms

_FIND = "SELECT id, deleted_ms IS NULL FROM card WHERE uid = ?"
_LAST_PLACE = "SELECT coalesce(max(position), -1) FROM card WHERE deck = ? AND deleted_ms IS NULL"
_IN_ORDER = "SELECT id FROM card WHERE deck = ? AND deleted_ms IS NULL ORDER BY position, id"
_NOTHING: Image = {"suspended": 0, "buried_day": 0, "edited": 0, "deleted_ms": None}


class Edits:
    """The changes of an open collection's cards and decks, and the way back.

    Each method is one transaction, durable when it returns, and gives the Edit that was made; None when there
    was nothing to change. Cards are named by their uids; one that is not there (any more) is passed over, so
    that a selection may be older than the collection. Schedules are never touched: a card that is deleted and
    brought back is known as well as before.

    Every method raises NotSaved when nothing could be written, and `undo` and `redo` Changed, in words, when
    a later change stands in the way; nothing has happened then. An edit that will never be undone again is
    forgotten with that, so that those before it can be.
    """

    def __init__(self, connection: sqlite3.Connection, must_write: Callable[[], None]) -> None:
        self._connection, self._must_write = connection, must_write

    def is_asked(self, uid: str, now: datetime) -> bool:
        """Whether a card is there, and neither suspended nor buried today."""
        with reading():
            image = next(self._images([uid]), None)
        return image is not None and not image[1]["suspended"] and image[1]["buried_day"] != study_day(now)

    # The journal

    def last(self) -> Edit | None:
        """The edit that `undo` would take back."""
        with reading():
            return journal.last(self._connection)

    def next_redo(self) -> Edit | None:
        """The edit that `redo` would do again."""
        with reading():
            return journal.next_redo(self._connection)

    def undo(self, now: datetime) -> Edit | None:
        """Take the last edit back: cards and decks are as they were; None when nothing is left to undo."""
        return self._step(journal.undo, now)

    def redo(self, now: datetime) -> Edit | None:
        """Do again what was undone last; None when there is nothing, or a new edit came since."""
        return self._step(journal.redo, now)

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
            for place, card in enumerate(cards, start=self._end_of(target)):
                self._add(record, target, place, card)
        return self._made(record)

    def duplicate(self, uids: Sequence[str], now: datetime) -> Edit | None:
        """Put a copy of each card behind it, new and under a uid of its own."""
        with self._edit("duplicate", "", now) as record:
            for _, image in self._images(uids):
                self._add(record, image["deck"], image["position"], replace(_words(image), uid=new_uid()))
        return self._made(record)

    def change(self, card: Card, now: datetime, *, deck: str | None = None) -> Edit | None:
        """Give a card other words, and with `deck` another place.

        Raises CollectionError when there is no such card, or a text cannot be stored.
        """
        _must_be_storable(deck or "", [card])
        with self._edit("change", deck or "", now) as record:
            found = next(self._images([card.uid]), None)
            if found is None:
                raise CollectionError("This card has been deleted meanwhile; nothing was changed.")
            row_id, image = found
            changed = {} if _words(image) == card else {**_columns(card), "edited": 1}
            moved = {} if deck is None else self._moved(image, decks.made(self._connection, deck, record))
            self._put(record, row_id, {**image, **changed, **moved})
        return self._made(record)

    def tag(self, uids: Sequence[str], tags: Sequence[str], now: datetime) -> Edit | None:
        """Give cards these tags, behind those that they have."""
        return self._retag("tag", uids, now, lambda had: (*had, *(tag for tag in tags if tag not in had)))

    def untag(self, uids: Sequence[str], tags: Sequence[str], now: datetime) -> Edit | None:
        """Take these tags from cards."""
        return self._retag("untag", uids, now, lambda had: tuple(tag for tag in had if tag not in tags))

    def move(self, uids: Sequence[str], deck: str, now: datetime) -> Edit | None:
        """Put cards at the end of another deck, which is made when it is missing."""
        _must_be_storable(deck, ())
        with self._edit("move", deck, now) as record:
            target = decks.made(self._connection, deck, record)
            for row_id, image in self._images(uids):
                self._put(record, row_id, {**image, **self._moved(image, target)})
        return self._made(record)

    def suspend(self, uids: Sequence[str], now: datetime, *, on: bool = True) -> Edit | None:
        """Leave cards out of review until they are let in again."""
        return self._set("suspend" if on else "unsuspend", uids, now, {"suspended": int(on)})

    def bury(self, uids: Sequence[str], now: datetime, *, on: bool = True) -> Edit | None:
        """Leave cards out of review until tomorrow."""
        return self._set("bury" if on else "unbury", uids, now, {"buried_day": study_day(now) if on else 0})

    def delete(self, uids: Sequence[str], now: datetime) -> Edit | None:
        """Delete cards. Their rows and ratings stay, so that they can come back as they were."""
        return self._set("delete", uids, now, {"deleted_ms": to_ms(now)})

    def reposition(self, uids: Sequence[str], place: int, now: datetime) -> Edit | None:
        """Put cards of one deck, in this order, before the one that now is its `place`th, from 0."""
        with self._edit("reposition", "", now) as record:
            chosen = list(self._images(uids))
            for deck in {image["deck"] for _, image in chosen}:
                record.deck(deck)
                self._connection.execute("UPDATE deck SET arranged = 1 WHERE id = ?", (deck,))
                self._arrange(record, deck, [row for row, image in chosen if image["deck"] == deck], place)
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

    def delete_deck(self, name: str, now: datetime) -> Edit | None:
        """Delete a deck, those within it and all their cards. Raises CollectionError when there is none."""
        with self._edit("delete deck", name, now) as record:
            deck_edits.delete(self._connection, name, record)
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
        self, step: Callable[[sqlite3.Connection, datetime], Edit | None], now: datetime
    ) -> Edit | None:
        self._must_write()
        try:
            with writing(self._connection):
                return self._with_uids(step(self._connection, now))
        except Overtaken:
            with writing(self._connection):
                journal.forget(self._connection, undone=step is journal.redo)
            raise

    def _with_uids(self, edit: Edit | None) -> Edit | None:
        return edit and replace(edit, uids=journal.uids(self._connection, edit.id))

    def _images(self, uids: Iterable[str]) -> Iterator[tuple[int, Image]]:
        """The cards that are there, with their rows."""
        for uid in uids:
            row = self._connection.execute(_FIND, (uid,)).fetchone()
            if row is not None and row[1]:
                image = card_image(self._connection, row[0])
                assert image is not None
                yield row[0], image

    def _put(self, record: Recording, row_id: int, image: Image) -> None:
        record.card(row_id)
        put_card(self._connection, row_id, image, record.at_ms)

    def _set(self, kind: str, uids: Sequence[str], now: datetime, values: Image) -> Edit | None:
        with self._edit(kind, "", now) as record:
            for row_id, image in self._images(uids):
                self._put(record, row_id, {**image, **values})
        return self._made(record)

    def _retag(
        self,
        kind: str,
        uids: Sequence[str],
        now: datetime,
        change: Callable[[tuple[str, ...]], tuple[str, ...]],
    ) -> Edit | None:
        with self._edit(kind, "", now) as record:
            for row_id, image in self._images(uids):
                card = _words(image)
                changed = replace(card, tags=change(card.tags))
                if changed != card:
                    self._put(record, row_id, {**image, **_columns(changed), "edited": 1})
        return self._made(record)

    def _add(self, record: Recording, deck: int, position: int, card: Card) -> None:
        row = self._connection.execute(_FIND, (card.uid,)).fetchone()
        if row is None:
            row_id = self._next_row()
            record.added_card(row_id)
        elif row[1]:
            raise CollectionError(f"There is a card {card.uid!r} already; nothing was added.")
        else:
            row_id = row[0]
            record.card(row_id)
        image = {**_NOTHING, **_columns(card), "deck": deck, "position": position}
        put_card(self._connection, row_id, image, record.at_ms)

    def _next_row(self) -> int:
        return 1 + int(self._connection.execute("SELECT coalesce(max(id), 0) FROM card").fetchone()[0])

    def _moved(self, image: Image, target: int) -> Image:
        """The place at the end of another deck; nothing for a card that is in it."""
        return {} if image["deck"] == target else {"deck": target, "position": self._end_of(target)}

    def _end_of(self, deck: int) -> int:
        return 1 + int(self._connection.execute(_LAST_PLACE, (deck,)).fetchone()[0])

    def _arrange(self, record: Recording, deck: int, chosen: Sequence[int], place: int) -> None:
        """Number the cards of a deck anew, with the chosen ones in front of the card at a place."""
        order = [row_id for (row_id,) in self._connection.execute(_IN_ORDER, (deck,))]
        moving = set(chosen)
        before = [row_id for row_id in order[: max(place, 0)] if row_id not in moving]
        after = [row_id for row_id in order[max(place, 0) :] if row_id not in moving]
        for position, row_id in enumerate((*before, *chosen, *after)):
            image = card_image(self._connection, row_id)
            assert image is not None
            if image["position"] != position:
                self._put(record, row_id, {**image, "position": position})


def new_uid() -> str:
    """A uid that no card has."""
    return str(uuid.uuid4())


def _columns(card: Card) -> Image:
    return dict(zip(CARD, card_row(card), strict=True))


def _words(image: Image) -> Card:
    return card_of([image[name] for name in CARD])


def _must_be_storable(text: str, cards: Iterable[Card]) -> None:
    """Raise CollectionError for half of a surrogate pair, which has no place in UTF-8."""
    decks.must_be_text(text, "".join((text, *("".join(card_row(card)) for card in cards))))
