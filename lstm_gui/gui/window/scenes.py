"""The bundled scenes that this view can show; the others stay for the command line until it learns them."""

from typing import TYPE_CHECKING

from lstm_gui.gui.commands.files import showable
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import Scene
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:  # loaded when the browser is opened
    from lstm_gui.lessons.scene_search import Found


def shown_scene(name: str) -> Scene:
    """The bundled scene of that name. Raises FileRefused when there is none, or the view cannot show it."""
    return showable(load(name), name)


def shown_scenes() -> list[tuple[str, str]]:
    """The name and title of each bundled scene that the view can show, in the order of teaching."""
    bundled = [(name, load(name)) for name in scene_names()]
    return [(name, scene.title) for name, scene in bundled if _can_show(scene)]


def browsable_scenes() -> "tuple[Found, ...]":
    """Those scenes with their topics and what they are searched by."""
    from lstm_gui.lessons.scene_search import listed

    return tuple(row for row in listed() if _can_show(row.scene))


def _can_show(scene: Scene) -> bool:
    try:
        showable(scene, scene.title)
    except FileRefused:
        return False
    return True
