"""The scenes that ship with the app, by name."""

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import read_scene
from lstm_gui.plain_text import in_one_line

_FOLDER, _SUFFIX = "scenes", ".json"


def scene_names() -> list[str]:
    """The names of the bundled scenes, sorted."""
    return resource.names(_FOLDER, _SUFFIX)


def load(name: str) -> Scene:
    """The bundled scene of that name. Raises FileRefused when none is called so."""
    if name not in scene_names():
        raise FileRefused(f'No scene called "{in_one_line(name)}" ships with LSTM Lab.')
    return read_scene(resource.resource_path(f"{_FOLDER}/{name}{_SUFFIX}"))
