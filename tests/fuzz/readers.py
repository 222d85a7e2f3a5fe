"""The readers of files that come from outside: sound files to begin with, and the errors they may raise."""

import contextlib
import json
import math
import sqlite3
import tempfile
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy as np

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.csv_table import read_table
from lstm_gui.formats.deck_export import WRITERS, DeckCopy, exported
from lstm_gui.formats.deck_file import read_deck
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.number_layout import numbers_in
from lstm_gui.formats.picture_kind import NoPicture, picture_ending
from lstm_gui.formats.preview import Preview
from lstm_gui.formats.safetensors import read_tensors
from lstm_gui.formats.safetensors_writer import written_tensors
from lstm_gui.gui.training.files.opening import read as read_any_model
from lstm_gui.gui.training.first_plan import first_plan, to_remember
from lstm_gui.lessons.challenge_file import challenge_names, parse_challenge
from lstm_gui.lessons.scene_file import parse_scene
from lstm_gui.lessons.scene_text import scene_to_text, text_to_scene
from lstm_gui.nets.optimisers import Memory
from lstm_gui.quiz.card import Deck, Medium, Part, medium_name
from lstm_gui.quiz.markdown.words import as_it_stands, words_of
from lstm_gui.quiz.memory import ReviewEvent, Withdrawal
from lstm_gui.quiz.query import parse
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.settings import FILE as SETTINGS_FILE
from lstm_gui.settings import load as load_settings
from lstm_gui.store.collection import FILE_NAME, Collection
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.images import as_json, from_json
from lstm_gui.store.search import match
from lstm_gui.training.model_file import model_bytes, read_model
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.own_columns import read_own_columns
from lstm_gui.training.own_text import read_own_text
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import portrait_of
from lstm_gui.training.run import begin
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.usual import usual_plan
from tests.formats.anki.packages import VERSIONS, Note, package
from tests.formats.anki.packages import Collection as AnkiCollection
from tests.formats.images import KINDS, image

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
DATA = Path(__file__).parents[1] / "data"
FEW = 4  # cards of a sound deck: small files are spoilt in more ways a second


@dataclass(frozen=True)
class Reader:
    """What reads one kind of file."""

    name: str
    file: str  # what the file is called
    sound: Callable[[], list[bytes]]
    read: Callable[[Path], object]
    errors: tuple[type[Exception], ...] = (FileRefused,)


def _deck() -> Deck:
    whole = read_deck(resource.resource_path("decks/lstm-fundamentals.toml")).deck
    return Deck(whole.name, whole.cards[:FEW], whole.description)


def _history(deck: Deck) -> tuple[ReviewEvent, ...]:
    with tempfile.TemporaryDirectory() as folder, Collection.open(Path(folder), now=NOW) as collection:
        collection.import_deck(deck, NOW)
        for card in deck.cards:
            _, event = Scheduler().review(collection.memory(card.uid), Rating.WELL, NOW)
            collection.record(event)
        return tuple(collection.events())


def _exports(ending: str) -> list[bytes]:
    deck = _deck()
    picture = image(size=(4, 4))
    medium = Medium(medium_name(picture, ".png"), picture)
    inside, parts = {deck.cards[-1].uid: "Gates::Forget"}, (Part("Gates", "What opens.", 5, 0.9, 739_500),)
    whole = replace(deck, media=(medium,), inside=inside, parts=parts, resting=frozenset(inside))
    history = _history(deck)
    taken_back = Withdrawal(str(uuid.uuid4()), history[-1].uid, history[-1].id, NOW, history[-1].study_day)
    content = exported(DeckCopy(whole, (*history, taken_back)), Path(f"deck{ending}"))
    return [content if isinstance(content, bytes) else b"".join(content)]


def _preview(path: Path) -> Preview:
    """A preview with all that it can bring, gone through."""
    preview = preview_file(path, with_schedule=True)
    assert sum(1 for _ in preview.history) == len(preview.history)
    return preview


def _anki() -> list[bytes]:
    picture = image(size=(4, 4))
    notes = [
        Note(('What is <b>f</b>? <img src="f.png">', r"\(\sigma(z_f)\)"), tags="gates lstm"),
        Note(("[latex]c_t[/latex]", "<ul><li>one</li></ul>")),
    ]
    made = AnkiCollection(notes, media=[("f.png", picture)])
    return [package(made, version) for version in VERSIONS]


def _collection() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        with Collection.open(Path(folder), now=NOW) as collection:
            collection.import_deck(_deck(), NOW)
        database = sqlite3.connect(Path(folder) / FILE_NAME)
        database.execute("PRAGMA journal_mode = DELETE")
        database.close()
        return [(Path(folder) / FILE_NAME).read_bytes()]


def _open_collection(path: Path) -> None:
    with Collection.open(path.parent, now=NOW, start_anew=True) as collection:
        for deck in collection.decks(NOW, 10):
            collection.cards(deck.name)
        collection.next_card(None, NOW, 10)


def _scene_texts() -> list[bytes]:
    return [scene_to_text(parse_scene(content, "a")).encode() for content in _json("scenes", ("decay",))]


def _json(folder: str, names: tuple[str, ...]) -> list[bytes]:
    return [resource.read_text(f"{folder}/{name}.json").encode() for name in names]


def _models() -> list[bytes]:
    """A run that was saved at its beginning, with and without what an optimiser remembers."""
    plan = Plan(TaskChoice("adding", (("length", 10.0),)), NetworkChoice(units=1))
    task = made(plan.task)
    _, state = begin(plan, task)
    m = np.ones_like(state.vector)
    portrait = portrait_of(plan, task, state)
    later = replace(state, memory=Memory(1, m, m), carried=(m[np.newaxis, :1], m[np.newaxis, :1]))
    return [model_bytes(plan, each, portrait) for each in (state, later)]


def _modules() -> list[bytes]:
    """Recurrent modules as PyTorch names their weights, with a linear layer and without."""
    one = np.ones((4, 1), np.float32)
    layer = {"lstm.weight_ih_l0": one, "lstm.weight_hh_l0": one, "lstm.bias_ih_l0": one[:, 0]}
    whole = layer | {"lstm.bias_hh_l0": one[:, 0], "out.weight": one[:2], "out.bias": one[:2, 0]}
    return [written_tensors(each, {}) for each in (whole, {"weight_ih_l0": one, "weight_hh_l0": one})]


def _own_tables() -> list[bytes]:
    days = [f"{2000 + day // 365}-01-{day % 28 + 1:02};{day * day % 7},5;{day % 3}" for day in range(60)]
    return [
        "\n".join(("date;wind;rain", *days)).encode(),
        b"\n".join(b"%d,%d" % (day, day * day % 11) for day in range(40)),
        "a\tb\n".encode("utf-16") + "".join(f"{day % 5}\t\n" for day in range(40)).encode("utf-16-le"),
    ]


def _learn_from_columns(path: Path) -> None:
    """The columns, and the series that is read of them, where it is long enough."""
    found = read_own_columns(path)
    options = (("horizon", 2.0), ("window", 4.0))
    with contextlib.suppress(ValueError):  # too few rows, in words
        task = made(TaskChoice("own_columns", options, found.columns))
        assert all(math.isfinite(one.loss) for one in task.baselines)


def _own_texts() -> list[bytes]:
    text = "A gate opens, שלום 😀 and shuts.\n" * 20
    return [text.encode(), text.encode("utf-16"), text.encode("cp1252", "replace")]


def _learn_from_text(path: Path) -> None:
    """The text, and the task on it, where it says more than one sign."""
    found = read_own_text(path)
    with contextlib.suppress(ValueError):  # of one sign only, in words
        task = made(TaskChoice("own_text", (), found.own))
        assert task.probe.x.size


def _plans() -> list[bytes]:
    return [to_remember(usual_plan(TaskChoice(name))).encode() for name in ("adding", "lorenz", "characters")]


def _deck_reader(ending: str, sound: Callable[[], list[bytes]]) -> Reader:
    return Reader(f"deck {ending}", f"deck{ending}", sound, _preview)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def _edits() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder, Collection.open(Path(folder), now=NOW) as collection:
        collection.import_deck(_deck(), NOW)
        rows = collection._connection.execute("SELECT after FROM edit_card UNION SELECT after FROM edit_deck")
        return [text.encode() for (text,) in rows]


def _search(path: Path) -> str:
    words = parse(_text(path)).words
    return match([word for word in words if not word.without], without=False) if words else ""


def _words(path: Path) -> None:
    text = _text(path)
    assert words_of(as_it_stands(words_of(text))) is not None


SCENES = ("decay", "two-facts-two-units", "gradients-target", "the-future-decides", "slstm-revises")
READERS: tuple[Reader, ...] = (
    *(_deck_reader(ending, partial(_exports, ending)) for ending in WRITERS if ending != ".apkg"),
    _deck_reader(".apkg", _anki),
    _deck_reader(".colpkg", _anki),
    _deck_reader(".toml", lambda: [(DATA / "deck-1.toml").read_bytes()]),
    _deck_reader(".txt", lambda: [(DATA / "brainscape-lstm.txt").read_bytes()[:4000]]),
    Reader(
        "scene",
        "scene.json",
        lambda: _json("scenes", SCENES),
        lambda path: parse_scene(path.read_bytes(), "a.json"),
    ),
    Reader("scene as text", "scene.txt", _scene_texts, lambda path: text_to_scene(_text(path), "a")),
    Reader(
        "challenge",
        "challenge.json",
        lambda: _json("challenges", tuple(challenge_names()[::7])),
        lambda path: parse_challenge(path.read_bytes(), "a.json"),
    ),
    Reader("table", "table.csv", lambda: [b"t;x\n1;0,5\n2;-0,5\n", b'a,b\n"1",2\n'], read_table),
    Reader("numbers", "numbers.txt", lambda: [b"1 0 -0.5 2e3"], lambda path: numbers_in(_text(path), 256)),
    Reader("query", "query.txt", lambda: [b'deck:"A::B" -tag:x is:due "two words" rated:7 a*'], _search),
    Reader("card text", "card.md", lambda: [b"**a** *b* `c` [d](https://e.f)\n- $x$\n> 1. y"], _words),
    Reader(
        "picture",
        "a.png",
        lambda: [image(kind) for kind in KINDS],
        lambda path: picture_ending(path.read_bytes()),
        (NoPicture,),
    ),
    Reader(
        "edit",
        "edit.json",
        _edits,
        lambda path: as_json(from_json(_text(path))),
        (CollectionError,),
    ),
    Reader(
        "settings",
        SETTINGS_FILE,
        lambda: [json.dumps({"version": 1, "theme": "dark", "recent_files": ["a"]}).encode()],
        lambda path: load_settings(path.parent),
    ),
    Reader("weights", "a.safetensors", _models, read_tensors),
    Reader("model", "a.safetensors", _models, read_model),
    Reader("module", "a.safetensors", _modules, read_any_model),
    Reader("own columns", "own.csv", _own_tables, _learn_from_columns),
    Reader("own text", "own.txt", _own_texts, _learn_from_text),
    Reader("plan", "plan.json", _plans, lambda path: first_plan(_text(path))),
    Reader("collection", FILE_NAME, _collection, _open_collection, (CollectionError,)),
)
