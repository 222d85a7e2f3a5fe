"""The scene that a command line names."""

import re
from difflib import get_close_matches
from pathlib import Path

from lstm_gui.cli.report import Refused
from lstm_gui.lessons import catalogue
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import read_scene
from lstm_gui.lessons.scene_text import is_scene_text, text_to_scene
from lstm_gui.plain_text import in_one_line

_CUT_OFF = re.compile(
    r"\s*lstmlab[0-9]+\.[\w-]{30}"
)  # a scene as a text, be it not whole; no file is called so


def scene_called(text: str) -> Scene:
    """The bundled scene of that name, the scene in the file of that name, or the scene that a text is.

    Raises FileRefused for a file or a text that is not a scene, and Refused when there is none of them.
    """
    if text in catalogue.scene_names():
        return catalogue.load(text)
    path = Path(text)
    if is_scene_text(text) or _CUT_OFF.match(text):
        return text_to_scene(text, "The text")
    if path.exists() or path.suffix:
        return read_scene(path)
    near = get_close_matches(text, catalogue.scene_names())
    meant = f"did you mean {' or '.join(near)}?" if near else "lstm-gui-cli scenes lists those there are."
    raise Refused(f'There is no scene called "{in_one_line(text)}"; {meant}')
