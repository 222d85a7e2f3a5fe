"""The scenes that ship with the app, by name and in the order in which they are taught.

resources/scenes/index.json lists them by topic, with words that one might search for besides those of title
and caption; a scene is shown only when it stands there. The topics are those of the bundled deck, and the
programs built by hand.
"""

from dataclasses import dataclass
from functools import lru_cache

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import read_scene
from lstm_gui.plain_text import in_one_line
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import read_json

_FOLDER, _SUFFIX, _INDEX = "scenes", ".json", "index.json"
_FORMAT, _VERSION = "lstm-lab-scene-index", 2
_MAX_BYTES, _MOST, _LONGEST, _WORDS = 200_000, 500, 100, 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A scene of the catalogue by its name."""

    name: str
    words: tuple[str, ...]  # what it may be searched for by, besides its title and caption


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the catalogue and its scenes, in the order in which they are taught."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def scenes(self) -> tuple[str, ...]:
        """The names of its scenes."""
        return tuple(entry.name for entry in self.entries)


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """The bundled scenes by topic, both in teaching order. Raises FileRefused when the index is broken."""
    path = resource.resource_path(f"{_FOLDER}/{_INDEX}")
    fields = Field(read_json(path, max_bytes=_MAX_BYTES), _INDEX).table(("format", "version", "topics"))
    fields["format"].choice((_FORMAT,))
    fields["version"].whole(_VERSION, _VERSION)
    return tuple(_topic(item) for item in fields["topics"].items(1, _MOST, "topic"))


def scene_names() -> list[str]:
    """The names of the bundled scenes in teaching order; "remember", the first scene shown, comes first."""
    return [name for topic in topics() for name in topic.scenes]


@lru_cache(maxsize=_MOST)
def topic_of(name: str) -> str:
    """The title of the topic that a scene stands under; "" for one that is not of the catalogue."""
    return next((topic.title for topic in topics() if name in topic.scenes), "")


def load(name: str) -> Scene:
    """The bundled scene of that name. Raises FileRefused when none is called so."""
    if name not in scene_names():
        raise FileRefused(f'No scene called "{in_one_line(name)}" ships with LSTM Lab.')
    return _read(name)


@lru_cache(maxsize=_MOST)
def _read(name: str) -> Scene:
    """A scene, read once: many parts of the app ask for all of them."""
    return read_scene(resource.resource_path(f"{_FOLDER}/{name}{_SUFFIX}"))


def _topic(item: Field) -> Topic:
    fields = item.table(("topic", "scenes"))
    entries = tuple(_entry(entry) for entry in fields["scenes"].items(1, _MOST, "scene"))
    return Topic(fields["topic"].text(_LONGEST, empty=False), entries)


def _entry(item: Field) -> Entry:
    fields = item.table(("name", "words"))
    words = tuple(word.text(_LONGEST, empty=False) for word in fields["words"].items(1, _WORDS, "text"))
    return Entry(fields["name"].text(_LONGEST, empty=False), words)
