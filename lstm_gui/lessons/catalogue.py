"""The scenes that ship with the app, by name and in the order in which they are taught.

resources/scenes/index.json lists them by topic; a scene is shown only when it stands there.
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
_FORMAT, _VERSION = "lstm-lab-scene-index", 1
_MAX_BYTES, _MOST, _LONGEST = 100_000, 500, 100


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the catalogue and the names of its scenes, in the order in which they are taught."""

    title: str
    scenes: tuple[str, ...]


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


def load(name: str) -> Scene:
    """The bundled scene of that name. Raises FileRefused when none is called so."""
    if name not in scene_names():
        raise FileRefused(f'No scene called "{in_one_line(name)}" ships with LSTM Lab.')
    return read_scene(resource.resource_path(f"{_FOLDER}/{name}{_SUFFIX}"))


def _topic(item: Field) -> Topic:
    fields = item.table(("topic", "scenes"))
    names = tuple(name.text(_LONGEST, empty=False) for name in fields["scenes"].items(1, _MOST, "scene"))
    return Topic(fields["topic"].text(_LONGEST, empty=False), names)
