"""The note types and decks of a collection of Anki, in schema 11 (JSON) or 15 and later (tables)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.anki.database import MAX_VALUE, Database, Row
from lstm_gui.formats.anki.own_notes import is_ours
from lstm_gui.formats.anki.protobuf import NotAMessage, bytes_field, number_field, text_field
from lstm_gui.formats.anki.template import MAX_TEMPLATE, Template
from lstm_gui.strict_json import parse_json

MAX_KINDS = 10_000  # of notes, their fields and templates together; and of decks
MAX_DEPTH = 50  # decks inside each other
_KIND, _FRONT, _BACK = 1, 1, 2  # fields of the messages NotetypeConfig and CardTemplateConfig
_NORMAL, _ABOUT = 1, 4  # of the messages Deck.KindContainer and Deck.Normal
_CLOZE = 1


@dataclass(frozen=True, slots=True)
class NoteType:
    """The fields of a note and the cards that are made of them."""

    name: str
    fields: tuple[str, ...]
    templates: Mapping[int, Template]
    cloze: bool
    ours: bool = field(init=False)  # whether it is that of our cards

    def __post_init__(self) -> None:
        object.__setattr__(self, "ours", is_ours(self.name, self.fields))


@dataclass(frozen=True, slots=True)
class Kinds:
    """The note types and the decks, each by its id; a deck is the names on the way to it."""

    types: Mapping[int, NoteType]
    decks: Mapping[int, tuple[str, ...]]
    about: Mapping[tuple[str, ...], str] = field(default_factory=dict)  # what is said of a deck, by its names


def kinds_of(database: Database, name: str) -> Kinds:
    """What the notes and cards of a collection refer to. Raises FileRefused where it cannot be understood."""
    try:
        return _from_tables(database) if "notetypes" in database.tables else _from_json(database, name)
    except (NotAMessage, UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, FileRefused):
            raise
        raise FileRefused(
            f"{name}: its note types and decks cannot be understood; export it from Anki again."
        ) from error


def _from_json(database: Database, name: str) -> Kinds:
    row = next(iter(database.rows("col", "models", "decks")), None)
    if row is None:
        raise FileRefused(f"{name} is no collection of Anki: its table of settings is empty.")
    # What is not of the shape that Anki writes raises TypeError or KeyError below.
    models, decks = (_object(parse_json(bytes(part), name=name, max_bytes=MAX_VALUE)) for part in row)
    _refuse_many(len(models), len(decks))
    return Kinds(
        {int(key): _type_of(model) for key, model in models.items()},
        {int(key): _path(_text(deck["name"]), "::") for key, deck in decks.items()},
        {_path(deck["name"], "::"): _text(deck.get("desc", "")) for deck in decks.values()},
    )


def _type_of(model: dict[str, Any]) -> NoteType:
    fields = sorted(model["flds"], key=lambda field: int(field["ord"]))
    templates = model["tmpls"]
    _refuse_many(len(fields), len(templates))
    return NoteType(
        _text(model["name"]),
        tuple(_text(field["name"]) for field in fields),
        {int(each["ord"]): _template(_text(each["qfmt"]), _text(each["afmt"])) for each in templates},
        cloze=model.get("type") == _CLOZE,
    )


def _from_tables(database: Database) -> Kinds:
    kinds = _counted(database.rows("notetypes", "id", "name", "config"))
    fields = _counted(database.rows("fields", "ntid", "ord", "name"))
    templates = _counted(database.rows("templates", "ntid", "ord", "config"))
    decks = _counted(database.rows("decks", "id", "name"))
    names: dict[int, dict[int, str]] = {}
    for kind, place, name in fields:
        names.setdefault(kind, {})[place] = name.decode()
    cards: dict[int, dict[int, Template]] = {}
    for kind, place, config in templates:
        sides = text_field(config, _FRONT), text_field(config, _BACK)
        cards.setdefault(kind, {})[place] = _template(*sides)
    return Kinds(
        {
            kind: NoteType(
                name.decode(),
                tuple(field for _, field in sorted(names.get(kind, {}).items())),
                cards.get(kind, {}),
                cloze=number_field(config, _KIND) == _CLOZE,
            )
            for kind, name, config in kinds
        },
        {deck: _path(name.decode(), "\x1f") for deck, name in decks},
        _about(database),
    )


def _about(database: Database) -> dict[tuple[str, ...], str]:
    if not database.has("decks", "name", "kind"):
        return {}
    rows = _counted(database.rows("decks", "name", "kind"))
    return {
        _path(name.decode(), "\x1f"): text_field(bytes_field(kind, _NORMAL), _ABOUT) for name, kind in rows
    }


def _counted(rows: Iterator[Row]) -> list[Row]:
    found = list(islice(rows, MAX_KINDS + 1))
    _refuse_many(len(found))
    return found


def _refuse_many(*counts: int) -> None:
    if max(counts) > MAX_KINDS:
        raise ValueError(f"more than {MAX_KINDS} of a kind")


def _template(front: str, back: str) -> Template:
    if len(front) + len(back) > MAX_TEMPLATE:
        raise ValueError(f"a template is longer than {MAX_TEMPLATE} characters")
    return Template.of(front, back)


def _path(name: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in name.split(separator)[:MAX_DEPTH])


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
