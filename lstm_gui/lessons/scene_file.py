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
a value in place of the h or c that its step would have read. Steps and units count from 1, as on screen.
Caption, initial, overrides, step and seed may be left out: empty, zeros, none, the first step, 0. So may
"labels", the names of the steps, "" where one has none, and "drawn_as", the preset that the seed drew the
inputs from. Other keys are refused by name.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name
from lstm_gui.foreign import foreign_kind
from lstm_gui.lessons.scene import (
    MAX_INPUTS,
    MAX_MAGNITUDE,
    MAX_STEPS,
    MAX_UNITS,
    Cell,
    GateWeights,
    Matrix,
    Override,
    Scene,
    Vector,
)
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.sequences.presets import SEEDED
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json

FORMAT = "lstm-lab-scene"
VERSION = 1
MAX_BYTES = 1_000_000
MAX_TITLE = 200  # characters
MAX_CAPTION = 2000
MAX_LABEL = 12
MAX_SEED = 2**63 - 1

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
    _check_format(whole)
    fields = whole.table(_REQUIRED, _OPTIONAL)
    cell = _cell(fields["cell"])
    inputs = _inputs(fields["inputs"], cell.inputs)
    h, c = _initial(fields["initial"], cell.units) if "initial" in fields else 2 * ((0.0,) * cell.units,)
    return Scene(
        title=fields["title"].text(MAX_TITLE, empty=False),
        caption=fields["caption"].text(MAX_CAPTION, lines=True) if "caption" in fields else "",
        cell=cell,
        initial_h=h,
        initial_c=c,
        inputs=inputs,
        overrides=_overrides(fields["overrides"], len(inputs), cell.units) if "overrides" in fields else (),
        step=max(1, fields["step"].whole(0, len(inputs))) if "step" in fields else 1,
        seed=fields["seed"].whole(0, MAX_SEED) if "seed" in fields else 0,
        labels=_labels(fields["labels"], len(inputs)) if "labels" in fields else (),
        drawn_as=fields["drawn_as"].choice(SEEDED) if "drawn_as" in fields else "",
    )


def _check_format(whole: Field) -> None:
    """Refuse another format or a newer version before anything in it is called wrong."""
    found = whole.keys()
    if "format" not in found or found["format"].value != FORMAT:
        raise whole.refused(f'is not a scene of LSTM Lab: "format" should be "{FORMAT}"')
    version = found["version"].whole(1, 10**9) if "version" in found else VERSION
    if version > VERSION:
        raise whole.refused(f"was made by a newer LSTM Lab (scene version {version}); update to open it")


def _cell(field: Field) -> Cell:
    fields = field.table(("kind", "inputs", "units", "weights"))
    kind = fields["kind"].choice(("lstm",))
    inputs, units = fields["inputs"].whole(1, MAX_INPUTS), fields["units"].whole(1, MAX_UNITS)
    gates = fields["weights"].table(GATES)
    i, f, g, o = (_gate(gates[gate], inputs, units) for gate in GATES)
    return Cell(inputs=inputs, units=units, i=i, f=f, g=g, o=o, kind=kind)


def _gate(field: Field, inputs: int, units: int) -> GateWeights:
    fields = field.table(("W", "U", "b"))
    return GateWeights(
        W=_matrix(fields["W"], units, inputs),
        U=_matrix(fields["U"], units, units),
        b=_vector(fields["b"], units),
    )


def _matrix(field: Field, rows: int, columns: int) -> Matrix:
    return tuple(_vector(row, columns) for row in field.items(rows, rows, "row"))


def _vector(field: Field, length: int) -> Vector:
    return tuple(item.number(-MAX_MAGNITUDE, MAX_MAGNITUDE) for item in field.items(length, length, "number"))


def _inputs(field: Field, width: int) -> Matrix:
    return tuple(_vector(row, width) for row in field.items(1, MAX_STEPS, "step"))


def _initial(field: Field, units: int) -> tuple[Vector, Vector]:
    fields = field.table((), ("h", "c"))
    zeros = (0.0,) * units
    h, c = (_vector(fields[state], units) if state in fields else zeros for state in ("h", "c"))
    return h, c


def _labels(field: Field, steps: int) -> tuple[str, ...]:
    """The names of the steps; where none has one, none at all."""
    names = tuple(name.text(MAX_LABEL) for name in field.items(steps, steps, "label"))
    return names if any(names) else ()


def _overrides(field: Field, steps: int, units: int) -> tuple[Override, ...]:
    found: dict[tuple[int, str, int], Override] = {}
    for item in field.items(0, 2 * steps * units, "override"):
        override = _override(item, steps, units)
        address = (override.step, override.state, override.unit)
        if address in found:
            raise item.refused("puts a second value in the same place; keep one")
        found[address] = override
    return tuple(found.values())


def _override(field: Field, steps: int, units: int) -> Override:
    fields = field.table(("step", "state", "unit", "value"))
    return Override(
        step=fields["step"].whole(1, steps),
        state=fields["state"].choice(("h", "c")),
        unit=fields["unit"].whole(1, units) - 1,
        value=fields["value"].number(-MAX_MAGNITUDE, MAX_MAGNITUDE),
    )


def scene_to_json(scene: Scene) -> str:
    """The scene as JSON text that reads back equal, each row of numbers on one line.

    Raises FileRefused when it would not read back: a scene that could not be opened again is not written.
    """
    cell = scene.cell
    text = _layout(
        {
            "format": FORMAT,
            "version": VERSION,
            "title": scene.title,
            "caption": scene.caption,
            "cell": {
                "kind": cell.kind,
                "inputs": cell.inputs,
                "units": cell.units,
                "weights": {gate: _gate_values(cell.gate(gate)) for gate in GATES},
            },
            "initial": {"h": _numbers(scene.initial_h), "c": _numbers(scene.initial_c)},
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


def _gate_values(weights: GateWeights) -> dict[str, object]:
    return {
        "W": [_numbers(row) for row in weights.W],
        "U": [_numbers(row) for row in weights.U],
        "b": _numbers(weights.b),
    }


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
