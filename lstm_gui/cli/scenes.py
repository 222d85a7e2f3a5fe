"""The scene that a command line names."""

from pathlib import Path

from lstm_gui.cli.report import Refused
from lstm_gui.lessons import catalogue
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import read_scene
from lstm_gui.lessons.scene_text import is_scene_text, text_to_scene
from lstm_gui.plain_text import in_one_line


def scene_called(text: str) -> Scene:
    """The bundled scene of that name, the scene in the file of that name, or the scene that a text is.

    Raises FileRefused for a file or a text that is not a scene, and Refused when there is none of them.
    """
    if text in catalogue.scene_names():
        return catalogue.load(text)
    if is_scene_text(text):
        return text_to_scene(text, "The text")
    path = Path(text)
    if path.exists() or path.suffix:
        return read_scene(path)
    names = ", ".join(catalogue.scene_names())
    raise Refused(f'There is no scene called "{in_one_line(text)}"; there is: {names}.')
