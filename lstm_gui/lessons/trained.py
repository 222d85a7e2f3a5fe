"""Comparisons of cells that were trained on one task: scenes in resources/comparisons with cells beside them.

`python -m tests.lessons.train_comparisons` makes them anew; a test trains them again and checks the claims.
"""

from functools import cache

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import read_scene
from lstm_gui.plain_text import in_one_line

FOLDER, SUFFIX = "comparisons", ".json"


def trained_names() -> list[str]:
    """The names of the comparisons that ship."""
    return resource.names(FOLDER, SUFFIX)


def load_trained(name: str) -> Scene:
    """The comparison of that name. Raises FileRefused when none is called so."""
    if name not in trained_names():
        raise FileRefused(f'No comparison called "{in_one_line(name)}" ships with LSTM Lab.')
    return read_scene(resource.resource_path(f"{FOLDER}/{name}{SUFFIX}"))


@cache
def trained_title(name: str) -> str:
    """What a comparison is called."""
    return load_trained(name).title
