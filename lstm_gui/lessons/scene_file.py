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
"labels", the names of the steps, "" where one has none, and "drawn_as", the preset that the seed drew the
inputs from. Other keys are refused by name.

Version 1 holds an LSTM and at most 64 steps; version 2 any cell (see `cell_file.py`) and more steps. A scene
is written in the oldest version that can hold it, so that an older LSTM Lab opens whatever it can show.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name
from lstm_gui.foreign import foreign_kind
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.kind import LSTM
from lstm_gui.graph.states import STATES
from lstm_gui.lessons.cell_file import cell_values, read_cell, read_vector
from lstm_gui.lessons.scene import MAX_MAGNITUDE, MAX_STEPS, Cell, Matrix, Override, Scene
from lstm_gui.sequences.presets import SEEDED
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json

FORMAT = "lstm-lab-scene"
MOST_STEPS = {1: 64, 2: MAX_STEPS}  # version -> how many steps it holds
VERSION = max(MOST_STEPS)
MAX_BYTES = 1_000_000
MAX_TITLE = 200  # characters
MAX_CAPTION = 2000
MAX_LABEL = 12
MAX_SEED = 2**63 - 1
MAX_OVERRIDES = 2048

_LINE = 88  # characters; what is longer is broken over lines

_REQUIRED = ("format", "version", "title", "cell", "inputs")
_OPTIONAL = ("caption", "initial", "overrides", "step", "seed", "labels", "drawn_as")


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
    fields = whole.table(_REQUIRED, _OPTIONAL)
    cell = read_cell(fields["cell"], version)
    inputs = _inputs(fields["inputs"], MOST_STEPS[version], cell.inputs)
    return Scene(
        title=fields["title"].text(MAX_TITLE, empty=False),
        caption=fields["caption"].text(MAX_CAPTION, lines=True) if "caption" in fields else "",
        cell=cell,
        initial=_initial(fields.get("initial"), cell),
        inputs=inputs,
        overrides=_overrides(fields["overrides"], len(inputs), cell) if "overrides" in fields else (),
        step=max(1, fields["step"].whole(0, len(inputs))) if "step" in fields else 1,
        seed=fields["seed"].whole(0, MAX_SEED) if "seed" in fields else 0,
        labels=_labels(fields["labels"], len(inputs)) if "labels" in fields else (),
        drawn_as=fields["drawn_as"].choice(SEEDED) if "drawn_as" in fields else "",
    )


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


def _initial(field: Field | None, cell: Cell) -> Matrix:
    states = cell.graph.states
    fields = {} if field is None else field.table((), [state.name for state in states])
    zeros = (0.0,) * cell.units
    return tuple(
        read_vector(fields[state.name], cell.units, state.low) if state.name in fields else zeros
        for state in states
    )


def _labels(field: Field, steps: int) -> tuple[str, ...]:
    """The names of the steps; where none has one, none at all."""
    names = tuple(name.text(MAX_LABEL) for name in field.items(steps, steps, "label"))
    return names if any(names) else ()


def _overrides(field: Field, steps: int, cell: Cell) -> tuple[Override, ...]:
    found: dict[tuple[int, str, int], Override] = {}
    most = min(len(cell.graph.states) * steps * cell.units, MAX_OVERRIDES)
    for item in field.items(0, most, "override"):
        override = _override(item, steps, cell.units, cell.graph)
        address = (override.step, override.state, override.unit)
        if address in found:
            raise item.refused("puts a second value in the same place; keep one")
        found[address] = override
    return tuple(found.values())


def _override(field: Field, steps: int, units: int, graph: CellGraph) -> Override:
    fields = field.table(("step", "state", "unit", "value"))
    state = fields["state"].choice([known.name for known in graph.states])
    return Override(
        step=fields["step"].whole(1, steps),
        state=state,
        unit=fields["unit"].whole(1, units) - 1,
        value=fields["value"].number(STATES[state].low * MAX_MAGNITUDE, MAX_MAGNITUDE),
    )


def _version_for(scene: Scene) -> int:
    """The oldest version that can hold a scene."""
    named = bool(scene.labels or scene.drawn_as)
    return 1 if scene.cell.kind == LSTM and scene.steps <= MOST_STEPS[1] and not named else 2


def scene_to_json(scene: Scene) -> str:
    """The scene as JSON text that reads back equal, each row of numbers on one line.

    Raises FileRefused when it would not read back: a scene that could not be opened again is not written.
    """
    version = _version_for(scene)
    states = zip(scene.cell.graph.states, scene.initial, strict=True)
    text = _layout(
        {
            "format": FORMAT,
            "version": version,
            "title": scene.title,
            "caption": scene.caption,
            "cell": cell_values(scene.cell, version),
            "initial": {state.name: _numbers(values) for state, values in states},
            "inputs": [_numbers(row) for row in scene.inputs],
            "overrides": [_override_values(override) for override in scene.overrides],
            "step": scene.step,
            "seed": scene.seed,
            **({"labels": list(scene.labels)} if scene.labels else {}),
            **({"drawn_as": scene.drawn_as} if scene.drawn_as else {}),
        }
    )
    parse_scene(text, "This scene")
    return text + "\n"


def _override_values(override: Override) -> dict[str, object]:
    return {
        "step": override.step,
        "state": override.state,
        "unit": override.unit + 1,
        "value": float(override.value),
    }


def _numbers(values: Iterable[float]) -> list[float]:
    return [float(value) for value in values]


def _layout(value: object, indent: str = "") -> str:
    """JSON that breaks a list or object over lines where it is long, and never a row of numbers."""
    line = json.dumps(value, ensure_ascii=False)
    inner = indent + "  "
    match value:
        case dict() if len(line) > _LINE or not indent:
            parts = [f"{json.dumps(key)}: {_layout(item, inner)}" for key, item in value.items()]
            return f"{{\n{inner}" + f",\n{inner}".join(parts) + f"\n{indent}}}"
        case list() if len(line) > _LINE and isinstance(value[0], dict | list):
            return f"[\n{inner}" + f",\n{inner}".join(_layout(item, inner) for item in value) + f"\n{indent}]"
    return line
