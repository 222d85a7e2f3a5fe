"""The bundled scenes that this view can show; the others stay for the command line until it learns them."""

from lstm_gui.gui.frame_files import showable
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import Scene
from lstm_gui.strict_json import FileRefused


def shown_scene(name: str) -> Scene:
    """The bundled scene of that name. Raises FileRefused when there is none, or the view cannot show it."""
    return showable(load(name), name)


def shown_scenes() -> list[tuple[str, str]]:
    """The name and title of each bundled scene that the view can show, in the order of teaching."""
    return [(name, load(name).title) for name in scene_names() if _can_show(name)]


def _can_show(name: str) -> bool:
    try:
        shown_scene(name)
    except FileRefused:
        return False
    return True
