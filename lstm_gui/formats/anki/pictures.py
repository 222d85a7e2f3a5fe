"""The pictures that the cards of a package show, and the scenes of ours that they name: read by their number
in the archive, looked at, and kept under names of our own. Nothing is read that no card names."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.anki.package import Package
from lstm_gui.formats.anki.protobuf import NotAMessage, message_fields, text_field
from lstm_gui.formats.picture_kind import MAX_PICTURE, NoPicture, picture_ending
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import CHALLENGE_ENDING, SCENE_ENDING, Card, Medium, medium_name
from lstm_gui.quiz.media_names import media_of
from lstm_gui.strict_json import parse_json

MAX_PICTURES = 128_000_000  # bytes of all pictures of a deck
_MAX_MAP = 4_000_000
_MAP = "media"
_SHOWN = 3  # names in a note
_NO_FILE = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)  # an address instead of a name
_OF_OURS = re.compile(rf"[0-9a-f]{{32}}({re.escape(SCENE_ENDING)}|{re.escape(CHALLENGE_ENDING)})")
_ENTRY, _NAME = 1, 1  # fields of the messages MediaEntries and MediaEntry


class Pictures:
    """The media that were asked for so far, and why others are left out."""

    def __init__(self, package: Package, name: str) -> None:
        self._package, self._file = package, name
        self._known: dict[str, str] = {}  # what was asked for -> the name of the medium, "" where left out
        self._kept: dict[str, Medium] = {}
        self._reasons: dict[str, list[str]] = {}
        self._bytes = 0
        self._entries, self._fault = _map(package, name)

    def of(self, cards: Iterable[Card]) -> tuple[Medium, ...]:
        """What was found of the media that these cards need."""
        names = media_of(cards) if self._kept else ()
        return tuple(self._kept[name] for name in names if name in self._kept)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out, in sentences."""
        return tuple(_in_words(reason, names) for reason, names in self._reasons.items())

    def picture(self, source: str) -> str:
        """The name of the medium that an <img src> means, "" when it is left out."""
        if source not in self._known:
            try:
                self._known[source] = self._keep(source)
            except NoPicture as reason:
                self._known[source] = ""
                self._reasons.setdefault(str(reason), []).append(
                    in_one_line(source, 40) or "one without a name"
                )
        return self._known[source]

    def of_ours(self, card: Card) -> Card:
        """A card that left from here, with the scene and the graded card that it names, where they are."""
        scene, challenge = self._ours(card.scene), self._ours(card.challenge)
        if (scene, challenge) == (card.scene, card.challenge):
            return card
        return replace(card, scene=scene, challenge=challenge)

    def _ours(self, name: str) -> str:
        """A name as it is: the collection may have the medium. One that is not what it says is taken away."""
        found = _OF_OURS.fullmatch(name)
        if not found or name in self._kept:
            return name
        try:
            content = self._content(name)
        except NoPicture:
            return name
        if medium_name(content, found[1]) != name:
            return ""
        self._kept[name] = Medium(name, content)
        return name

    def _keep(self, source: str) -> str:
        content = self._content(source)
        name = medium_name(content, picture_ending(content))
        self._kept.setdefault(name, Medium(name, content))
        return name

    def _content(self, source: str) -> bytes:
        if self._fault:
            raise NoPicture(self._fault)
        places = {self._entries.get(name) for name in (source, unquote(source))} - {None}
        if not places:
            places = {self._entries.get(f"\0{_alike(name)}") for name in (source, unquote(source))} - {None}
        place = next(iter(places), None)
        if place is not None and place < 0:
            raise NoPicture("there twice under one name")
        if place is None or not self._package.holds(str(place)):
            where = (
                "elsewhere, from where nothing is fetched" if _NO_FILE.match(source) else "not in the package"
            )
            raise NoPicture(where)
        return self._read(str(place))

    def _read(self, entry: str) -> bytes:
        size = self._package.size(entry)
        if size > MAX_PICTURE:
            raise NoPicture(f"larger than {MAX_PICTURE // 1_000_000} MB")
        if self._bytes + size > MAX_PICTURES:
            raise NoPicture(f"beyond the {MAX_PICTURES // 1_000_000} MB of pictures that a deck may bring")
        try:
            content = self._package.content(entry, MAX_PICTURE, packed=self._package.newest)
        except FileRefused:
            raise NoPicture("damaged, or larger than it may be") from None
        self._bytes += len(content)
        return content


def _map(package: Package, name: str) -> tuple[dict[str, int], str]:
    """The number of each file by its name, and, after a NUL, by how it looks; or why there are none."""
    if not package.holds(_MAP):
        return {}, ""
    try:
        content = package.content(_MAP, _MAX_MAP, packed=package.newest)
        names = _of_message(content) if package.newest else _of_json(content, name)
    except (FileRefused, NotAMessage, ValueError, TypeError):
        return {}, "in a package whose list of pictures cannot be understood"
    found: dict[str, int] = {}
    for place, known_as in names:
        alike = f"\0{_alike(known_as)}"
        found[alike] = place if alike not in found else -1
    return found | {known_as: place for place, known_as in names}, ""


def _of_json(content: bytes, name: str) -> list[tuple[int, str]]:
    value = parse_json(content, name=name, max_bytes=_MAX_MAP)
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return [(int(place), known_as) for place, known_as in value.items() if isinstance(known_as, str)]


def _of_message(content: bytes) -> list[tuple[int, str]]:
    entries = (value for number, value in message_fields(content) if number == _ENTRY)
    return [
        (place, text_field(entry, _NAME)) for place, entry in enumerate(entries) if isinstance(entry, bytes)
    ]


def _alike(name: str) -> str:
    """A name as a person sees it: systems write the same letter in one sign or in two."""
    return unicodedata.normalize("NFC", name)


def _in_words(reason: str, names: list[str]) -> str:
    which = ", ".join(names[:_SHOWN]) + ("…" if len(names) > _SHOWN else "")
    what = "1 picture is" if len(names) == 1 else f"{len(names)} pictures are"
    return f"{what} left out, being {reason}: {which}."
