"""Files a person opens: which kind they are, and whether this view can show them."""

from pathlib import Path

from lstm_gui.gui.shown_kinds import SHOWN_KINDS
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import read_scene
from lstm_gui.strict_json import FileRefused

SCENE_SUFFIX = ".json"
TABLE_SUFFIXES = (".csv", ".tsv")
MODEL_SUFFIXES = (".safetensors", ".onnx", ".pt", ".pth", ".bin", ".pkl", ".ckpt")  # most are refused
CHALLENGE, LOOKED_AT = b'"lstm-lab-challenge"', 4096  # bytes


def is_scene(path: Path) -> bool:
    """Whether a file is to be opened as a scene; what is no table either is taken for a deck."""
    return path.suffix.lower() == SCENE_SUFFIX


def is_challenge(path: Path) -> bool:
    """Whether a file says at its beginning that it holds a card that the simulator grades."""
    try:
        with path.open("rb") as file:
            return CHALLENGE in file.read(LOOKED_AT)
    except OSError:
        return False  # whoever reads it next says why


def is_table(path: Path) -> bool:
    """Whether a file is to be opened as a table, of which a column is read."""
    return path.suffix.lower() in TABLE_SUFFIXES


def is_model(path: Path) -> bool:
    """Whether a file is to be opened as the weights of a network."""
    return path.suffix.lower() in MODEL_SUFFIXES


def showable(scene: Scene, name: str) -> Scene:
    """The scene itself; raises FileRefused when the view cannot show its kind of cell."""
    cell = scene.cell
    if cell.kind not in SHOWN_KINDS:
        raise FileRefused(
            f"{name} was not opened: it holds a cell that this view does not show yet ({cell.graph.title})."
        )
    return scene


def read_showable(path: Path) -> Scene:
    """Read a scene file that the view can show. Raises FileRefused in one sentence."""
    return showable(read_scene(path), path.name)
