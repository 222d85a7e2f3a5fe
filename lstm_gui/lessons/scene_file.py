"""Scenes as JSON files: read strictly, written so that a person can edit them.

    {
      "format": "lstm-lab-scene", "version": 1,
      "title": "Spike", "caption": "What the scene claims.",
      "cell": {"kind": "lstm", "inputs": 1, "units": 1,
               "weights": {"i": {"W": [[0.5]], "U": [[0.0]], "b": [0.0]}, "f": …, "g": …, "o": …}},
      "initial": {"h": [0.0], "c": [0.0]},
      "inputs": [[1.0], [0.0], [0.0]],
      "overrides": [{"step": 2, "state": "c", "unit": 1, "value": 0.8}],
      "step": 1, "seed": 0
    }

W is units × inputs, U units × units, b has one number a unit, and inputs is steps × inputs. An override puts
a value in place of the state that its step would have read. Steps and units count from 1, as on screen.
Caption, initial, overrides, step and seed may be left out: empty, zeros, none, the first step, 0. So may
"labels", the names of the steps, "" where one has none; "drawn_as", the preset that the seed drew the inputs
from; "names" and "shown" (see `shown_file.py`); "backward" (see `backward_file.py`); "compare" (see
`comparison_file.py`). Other keys are refused by name.

Version 1 holds an LSTM and at most 64 steps; version 2 any cell (see `cell_file.py`) and more steps; version
3 what a person looks at, a second cell that reads from the end, and cells beside its own. Each optional key
says in `scene_keys.py`, where one more is added, which version it came with. A scene is written in the oldest
version that can hold it, so that an older LSTM Lab opens whatever it can show.
"""

from pathlib import Path

from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name
from lstm_gui.foreign import foreign_kind
from lstm_gui.lessons.cell_file import cell_values, read_cell, read_vector, version_of
from lstm_gui.lessons.json_layout import laid_out
from lstm_gui.lessons.override_file import MAX_OVERRIDES
from lstm_gui.lessons.scene import Matrix, Scene, zero_states
from lstm_gui.lessons.scene_keys import MAX_CAPTION, MAX_LABEL, MAX_SEED, OPTIONAL, numbers
from lstm_gui.lessons.sizes import MAX_STEPS
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json

__all__ = [
    "MAX_BYTES",
    "MAX_CAPTION",
    "MAX_LABEL",
    "MAX_OVERRIDES",
    "MAX_SEED",
    "MAX_TITLE",
    "MOST_STEPS",
    "VERSION",
    "parse_scene",
    "read_scene",
    "scene_to_json",
]

FORMAT = "lstm-lab-scene"
MOST_STEPS = {1: 64, 2: MAX_STEPS, 3: MAX_STEPS}  # version -> how many steps it holds
VERSION = max(MOST_STEPS)
MAX_BYTES = 1_000_000
MAX_TITLE = 200  # characters

_REQUIRED = ("format", "version", "title", "cell", "inputs")
_ORDER = ("format", "version", "title", "caption", "cell", "initial", "inputs")  # then the others


def read_scene(path: Path) -> Scene:
    """The scene in a file. Raises FileRefused with one sentence that names the place."""
    content = read_bounded(path, max_bytes=MAX_BYTES)
    if kind := foreign_kind(content):
        raise FileRefused(f"{shown_name(path)} is {kind}; a scene of LSTM Lab is a JSON file.")
    return parse_scene(content, shown_name(path))


def parse_scene(text: str | bytes, name: str) -> Scene:
    """The scene in a text; `name` is what the text is called in a refusal. Raises FileRefused."""
    whole = Field(parse_json(text, name=name, max_bytes=MAX_BYTES), name)
    version = _version(whole)
    fields = whole.table(_REQUIRED, [key.name for key in OPTIONAL])
    cell = read_cell(fields["cell"], version)
    inputs = _inputs(fields["inputs"], MOST_STEPS[version], cell.inputs)
    title = fields["title"].text(MAX_TITLE, empty=False)
    scene = Scene(title, "", cell, zero_states(cell.kind, cell.units), inputs)
    for key in OPTIONAL:
        if key.name in fields:
            scene = key.read(fields[key.name], scene)
    return scene


def scene_to_json(scene: Scene) -> str:
    """The scene as JSON text that reads back equal, each row of numbers on one line.

    Raises FileRefused when it would not read back: a scene that could not be opened again is not written.
    """
    text = laid_out(scene_values(scene))
    parse_scene(text, "This scene")
    return text + "\n"


def scene_values(scene: Scene) -> dict[str, object]:
    """The scene as JSON has it, in the order in which it is written."""
    optional = {key.name: value for key in OPTIONAL if (value := key.write(scene)) is not None}
    version = _version_for(scene, optional)
    values = optional | {
        "format": FORMAT,
        "version": version,
        "title": scene.title,
        "cell": cell_values(scene.cell, version),
        "inputs": [numbers(row) for row in scene.inputs],
    }
    return {name: values[name] for name in dict.fromkeys((*_ORDER, *optional))}


def _version(whole: Field) -> int:
    """The file's version. Another format or a newer version is refused before anything is called wrong."""
    found = whole.keys()
    if "format" not in found or found["format"].value != FORMAT:
        raise whole.refused(f'is not a scene of LSTM Lab: "format" should be "{FORMAT}"')
    version = found["version"].whole(1, 10**9) if "version" in found else VERSION
    if version > VERSION:
        raise whole.refused(f"was made by a newer LSTM Lab (scene version {version}); update to open it")
    return version


def _inputs(field: Field, most: int, width: int) -> Matrix:
    return tuple(read_vector(row, width) for row in field.items(1, most, "step"))


def _version_for(scene: Scene, written: dict[str, object]) -> int:
    """The oldest version that can hold a scene."""
    steps = min((version for version, most in MOST_STEPS.items() if scene.steps <= most), default=VERSION)
    return max(steps, version_of(scene.cell.kind), *(key.since for key in OPTIONAL if key.name in written))
