"""A package of Anki (.apkg, .colpkg) as a deck of ours, with each note that was left out and why.

A card is what Anki would show of it: both sides are made from the templates and fields, as text with formulas
and pictures. What it says of sounds stays as words.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile
from typing import IO

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.anki import own_notes
from lstm_gui.formats.anki.collection import Kinds, NoteType, kinds_of
from lstm_gui.formats.anki.database import Database, Row, opened
from lstm_gui.formats.anki.html_text import plain_text_of, text_of, work_of
from lstm_gui.formats.anki.package import opened_package
from lstm_gui.formats.anki.pictures import Pictures
from lstm_gui.formats.anki.reviews import Reviews
from lstm_gui.formats.anki.template import NoGap, Template, render
from lstm_gui.formats.card_room import CardRoom
from lstm_gui.formats.deck_file import MAX_DESCRIPTION
from lstm_gui.formats.preview import Preview, Skipped
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card, Deck, Part
from lstm_gui.quiz.memory import ReviewEvent

MAX_CARDS = 100_000
MAX_TEXT = 10_000  # characters of a question or answer
MAX_HTML = 100_000  # characters of all fields of a note
MAX_NAME = 200
MAX_TAGS = 50
MAX_DECK_NAME = 1000
MAX_WORK = 80_000_000  # characters gone through for all cards: two or three seconds

_SUSPENDED = -1  # the queue of such cards
_FIELD_END = "\x1f"
_TAG_END = re.compile("[ \u3000]+")  # a space that does not break stands for one inside a tag of ours
_IMAGE_OCCLUSION = "image-occlusion:"
_SPECIAL = "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "FrontSide"


class LeftOut(Exception):
    """Why a note, or a card of it, is not taken over."""


@dataclass(frozen=True, slots=True)
class _Note:
    """A note as it lies in the collection."""

    guid: str
    kind: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def work(self) -> int:
        """What reading it costs for each card."""
        return sum(map(work_of, self.fields))

    def named(self) -> dict[str, str]:
        """The fields by name, and what templates may name beside them."""
        special = dict.fromkeys(_SPECIAL, "") | {"Tags": " ".join(self.tags), "Type": self.kind.name}
        return special | dict(zip(self.kind.fields, self.fields, strict=False))


@dataclass(slots=True)
class _Reading:
    """The cards found so far, in the decks they are of, and what was left out."""

    kinds: Kinds
    places: dict[int, list[tuple[int, int]]]  # note -> number and deck of each of its cards
    pictures: Pictures
    name: str
    cards: list[tuple[int, Card]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    guids: dict[str, int] = field(default_factory=dict)
    uids: dict[tuple[int, int], str] = field(default_factory=dict)  # of the cards, by note and place
    tags: dict[bytes, tuple[str, ...]] = field(default_factory=dict)  # many notes share theirs
    work: int = 0
    room: CardRoom = field(default_factory=CardRoom)

    def take(self, number: int, row: Row) -> None:
        """Read one note, the `number`th of the package, with all its cards."""
        try:
            note = self._note(number, row)
        except LeftOut as reason:
            self._skip(number, str(reason), row[4])
            return
        for place, deck in sorted(self.places[row[0]]):
            try:
                card = self._card(note, place)
                self.room.take(card, self.name)
                self.cards.append((deck, card))
                self.uids[row[0], place] = card.uid
            except LeftOut as reason:
                self._skip(number, f"card {place + 1} {reason}", row[4])

    def _note(self, number: int, row: Row) -> _Note:
        key, guid, kind, tags, fields = row
        if key not in self.places:
            raise LeftOut("has no card")
        if kind not in self.kinds.types:
            raise LeftOut("is of a note type that is not in the package")
        if not (isinstance(guid, bytes) and isinstance(tags, bytes) and isinstance(fields, bytes)):
            raise LeftOut("holds something that is no text")
        if len(fields) > 4 * MAX_HTML:
            raise LeftOut(f"is longer than {MAX_HTML} characters")
        try:
            known_as, tagged, text = guid.decode(), self._tags(tags), fields.decode()
        except UnicodeDecodeError:
            raise LeftOut("holds bytes that are no text") from None
        if len(text) > MAX_HTML:
            raise LeftOut(f"is longer than {MAX_HTML} characters")
        if (first := self.guids.setdefault(known_as, number)) != number:
            raise LeftOut(f"has the same id as note {first}")
        return _Note(known_as, self.kinds.types[kind], tuple(text.split(_FIELD_END)), tagged)

    def _tags(self, text: bytes) -> tuple[str, ...]:
        if text not in self.tags:
            self.tags[text] = _tags(text.decode())
        return self.tags[text]

    def _card(self, note: _Note, place: int) -> Card:
        template = note.kind.templates.get(0 if note.kind.cloze else place)
        if template is None:
            raise LeftOut("is of a kind that its note type does not have")
        if place == 0 and note.kind.ours:
            return self.pictures.of_ours(_own_card(note, self.pictures))
        self.work += template.work + note.work
        if self.work > MAX_WORK:
            raise FileRefused(f"{self.name} holds too much text; export fewer decks at once.")
        front, back = _sides(template, note, place + 1 if note.kind.cloze else 0, self.pictures)
        return Card(_uid(note.guid, place), front, back, tags=note.tags)

    def _skip(self, number: int, reason: str, fields: object) -> None:
        text = fields[:1000].decode(errors="replace") if isinstance(fields, bytes) else ""
        self.skipped.append(Skipped(number, reason, in_one_line(plain_text_of(text)), "note"))


def read_package(file: IO[bytes], name: str, stem: str, *, with_schedule: bool = False) -> Preview:
    """The cards in a package; `stem` names the deck when they lie in several. Raises FileRefused.

    With `with_schedule`, the reviews of the cards come along as ratings, and those suspended rest.
    """
    with opened_package(file, name) as package, opened(package.collection(), name) as database:
        reading = _Reading(kinds_of(database, name), _places(database, name), Pictures(package, name), name)
        notes = database.rows("notes", "id", "guid", "mid", "tags", "flds")
        for number, row in enumerate(islice(notes, MAX_CARDS), 1):
            reading.take(number, row)
        history = _history(database, reading)
        resting = _resting(database, reading) if with_schedule else frozenset[str]()
    if not reading.cards and not reading.skipped:
        raise FileRefused(f"{name} has no card in it.")
    if not reading.cards:
        raise FileRefused(f"{name} has no card that can be read: its first note {reading.skipped[0].reason}.")
    preview = Preview(_deck(reading, stem), tuple(reading.skipped), name, reading.pictures.notes)
    if not with_schedule:
        return replace(preview, reviews=len(history))
    return replace(preview, deck=replace(preview.deck, resting=resting), history=history)


def _resting(database: Database, reading: _Reading) -> frozenset[str]:
    """The cards that are suspended in Anki."""
    if not database.has("cards", "queue"):
        return frozenset()
    rows = database.rows("cards", "nid", "ord", "queue")
    known = (reading.uids.get((note, place)) for note, place, queue in rows if queue == _SUSPENDED)
    return frozenset(filter(None, known))


def _history(database: Database, reading: _Reading) -> Sequence[ReviewEvent]:
    """The reviews of the cards that are taken over."""
    reviews = Reviews(database, reading.name)
    if not len(reviews):
        return ()
    cards = database.rows("cards", "id", "nid", "ord")
    uids = {card: reading.uids[note, place] for card, note, place in cards if (note, place) in reading.uids}
    return reviews.of(uids)


def _places(database: Database, name: str) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    rows = database.rows("cards", "nid", "ord", "did", "odid")
    for cards, (note, place, deck, home) in enumerate(rows, 1):
        if cards > MAX_CARDS:
            raise FileRefused(f"{name} has more than {MAX_CARDS} cards; export fewer decks at once.")
        if {type(note), type(place), type(deck), type(home)} != {int} or not 0 <= place < 1000:
            raise FileRefused(f"{name} is damaged inside: its card {cards} cannot be understood.")
        places = found.setdefault(note, [])
        places.append((place, home or deck))
    return found


def _sides(template: Template, note: _Note, gap: int, pictures: Pictures) -> tuple[str, str]:
    fields = note.named()
    try:
        front = render(template.front, fields, gap, answer=False)
        back = render(template.back, fields, gap, answer=True)
    except NoGap:
        raise LeftOut(f"has no gap of the number {gap}") from None
    if _IMAGE_OCCLUSION in front:
        raise LeftOut("hides parts of a picture, which is not shown here")
    if max(len(front), len(back)) > MAX_HTML:
        raise LeftOut(f"is longer than {MAX_HTML} characters")
    question, answer = text_of(front, pictures.picture), text_of(back, pictures.picture)
    if max(len(question), len(answer)) > MAX_TEXT:
        raise LeftOut(f"is longer than {MAX_TEXT} characters")
    if question and answer:
        return question, answer
    raise LeftOut("has no question" if answer else "has no answer" if question else "is blank")


def _own_card(note: _Note, pictures: Pictures) -> Card:
    """The card that left for Anki as this note, as it is now."""
    if len(note.fields) != len(note.kind.fields):
        raise LeftOut("has not the fields of its note type")
    card = own_notes.from_anki(note.guid, note.fields, note.tags, pictures.picture)
    if card is None:
        raise LeftOut("has an empty side, or a part that is too long")
    return card


def _tags(text: str) -> tuple[str, ...]:
    tags = filter(None, (in_one_line(tag, MAX_NAME) for tag in _TAG_END.split(text)))
    return tuple(islice(tags, MAX_TAGS))


def _uid(guid: str, place: int) -> str:
    """Follows from the note's own id, so that a newer export changes cards and never doubles them."""
    return f"anki-{hashlib.sha256(guid.encode()).hexdigest()[:20]}-{place + 1}"


def _deck(reading: _Reading, stem: str) -> Deck:
    """The cards, by the names of their decks; below what all decks share, a deck is inside, and a topic."""
    paths = {deck: reading.kinds.decks.get(deck, ()) for deck in {deck for deck, _ in reading.cards}}
    shared = _shared(list(paths.values()))
    inside = {deck: _deck_name(path[len(shared) :]) for deck, path in paths.items()}
    topics = {deck: in_one_line(" › ".join(path[len(shared) :]), MAX_NAME) for deck, path in paths.items()}
    name = _deck_name(shared) or in_one_line(stem, MAX_NAME) or "Anki"
    ordered = sorted(reading.cards, key=lambda card: topics[card[0]])
    cards = tuple(
        card if card.topic or not topics[deck] else replace(card, topic=topics[deck])
        for deck, card in ordered
    )
    said = {inside[deck]: _about(reading, path) for deck, path in paths.items() if len(path) > len(shared)}
    return Deck(
        name,
        cards,
        _about(reading, shared),
        reading.pictures.of(cards),
        {card.uid: inside[deck] for deck, card in reading.cards if inside[deck]},
        tuple(Part(part, words) for part, words in sorted(said.items()) if words),
    )


def _about(reading: _Reading, path: tuple[str, ...]) -> str:
    return plain_text_of(reading.kinds.about.get(path, "")[: 4 * MAX_DESCRIPTION])[:MAX_DESCRIPTION]


def _deck_name(path: tuple[str, ...]) -> str:
    """The name of a deck inside others; a part of it that is blank or has no end is named all the same."""
    return "::".join(in_one_line(part, MAX_NAME) or "…" for part in path)[:MAX_DECK_NAME]


def _shared(paths: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The names that all paths begin with."""
    levels = takewhile(lambda level: len(set(level)) == 1, zip(*paths, strict=False))
    return tuple(level[0] for level in levels)
