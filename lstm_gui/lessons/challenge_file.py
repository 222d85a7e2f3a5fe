"""Graded cards as JSON files, read strictly: resources/challenges/NAME.json.

    {
      "format": "lstm-lab-challenge", "version": 1, "kind": "predict",
      "title": "…", "topic": "The gates", "concept": "forget gate", "question": "…", "hints": ["…"],
      "why": "…", "scene": "decay",
      "what": "c", "unit": 1, "first": 5, "last": 5, "tolerance": 0.05
    }

`what` to `tolerance` are those of "predict". A "challenge" has `goal` (see `goal.py`), `knobs`, each a
weight or a bias with its `start` and its `solution`, and `sequences`: {"preset", "steps", "seeds",
"settings", "put"}, or {"title", "inputs"} where one is written out. A "numeric" has `what`, `unit`, `step`,
`tolerance`, `draws` and `worked`. Units, columns, inputs and steps count from 1. In the place of a bundled
scene's name a whole scene may stand, as its own file holds it.
"""

import json
from pathlib import Path

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.lessons import catalogue
from lstm_gui.lessons.challenge import (
    MOST_SEEDS,
    MOST_SEQUENCES,
    Asked,
    Challenge,
    Draw,
    Drawn,
    Given,
    Graded,
    Knob,
    Numeric,
    Predict,
    Put,
)
from lstm_gui.lessons.goal import compared, effort, read_goal
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import parse_scene
from lstm_gui.lessons.sizes import MAX_MAGNITUDE, MAX_STEPS
from lstm_gui.plain_text import in_one_line
from lstm_gui.sequences.presets import BY_ID
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json

FORMAT, VERSION = "lstm-lab-challenge", 1
MAX_BYTES = 1_000_000
_FOLDER, _SUFFIX = "challenges", ".json"
_HEAD = ("format", "version", "kind", "title", "topic", "concept", "question", "hints", "why", "scene")
_OWN = {
    "predict": ("what", "unit", "first", "last", "tolerance"),
    "challenge": ("goal", "knobs", "sequences"),
    "numeric": ("what", "unit", "step", "tolerance", "draws", "worked"),
}
LONGEST_TITLE, LONGEST_TEXT = 100, 600  # characters
MOST_HINTS, _MOST_KNOBS, _MOST_DRAWS, _MOST_PUT, _MOST_WORKED, _MOST_SOURCES = 6, 12, 12, 32, 8, 12
_MOST_DECIMALS = 4
_MOST_EFFORT = 200_000  # of all sequences together, in passes of `effort`, about a second
_RUN = 4  # passes that a step of a run takes


def challenge_names() -> list[str]:
    """The names of the graded cards that ship, in alphabetical order."""
    return resource.names(_FOLDER, _SUFFIX)


def load_challenge(name: str) -> Graded:
    """The graded card of that name. Raises FileRefused when none ships that is called so."""
    if name not in challenge_names():
        raise FileRefused(f'No challenge called "{in_one_line(name)}" ships with LSTM Lab.')
    return read_challenge(resource.resource_path(f"{_FOLDER}/{name}{_SUFFIX}"))


def read_challenge(path: Path) -> Graded:
    """The graded card in a file. Raises FileRefused with one sentence that names the place."""
    return parse_challenge(read_bounded(path, max_bytes=MAX_BYTES), shown_name(path))


def parse_challenge(text: str | bytes, name: str) -> Graded:
    """The graded card in a text; `name` is what the text is called in a refusal. Raises FileRefused."""
    whole = Field(parse_json(text, name=name, max_bytes=MAX_BYTES), name)
    kind = _kind(whole)
    fields = whole.table((*_HEAD, *_OWN[kind]))
    asked = _asked(fields)
    scene = asked.opened()
    if scene.backward is not None:
        raise fields["scene"].refused("is read in both directions, which no challenge is")
    if kind == "predict":
        return _predict(fields, asked, scene)
    if kind == "challenge":
        return _challenge(fields, asked, scene)
    return _numeric(fields, asked, scene)


def _kind(whole: Field) -> str:
    found = whole.keys()
    if "format" not in found or found["format"].value != FORMAT:
        raise whole.refused(f'is not a challenge of LSTM Lab: "format" should be "{FORMAT}"')
    if "version" in found and (version := found["version"].whole(1, 10**9)) > VERSION:
        raise whole.refused(f"was made by a newer LSTM Lab (version {version}); update to open it")
    if "kind" not in found:
        raise whole.refused('lacks "kind"')
    return found["kind"].choice(tuple(_OWN))


def _asked(fields: dict[str, Field]) -> Asked:
    hints = fields["hints"].items(0, MOST_HINTS, "hint")
    return Asked(
        fields["title"].text(LONGEST_TITLE, empty=False),
        fields["topic"].text(LONGEST_TITLE),
        fields["concept"].text(LONGEST_TITLE, empty=False),
        fields["question"].text(LONGEST_TEXT, empty=False),
        tuple(hint.text(LONGEST_TEXT, empty=False) for hint in hints),
        fields["why"].text(LONGEST_TEXT),
        _scene(fields["scene"]),
    )


def _scene(field: Field) -> str | Scene:
    if isinstance(field.value, dict):
        return parse_scene(json.dumps(field.value), f"{field.file}: scene")
    name = field.text(LONGEST_TITLE, empty=False)
    if name not in catalogue.scene_names():
        raise field.refused(
            f'should name a bundled scene or be a whole one, but is "{in_one_line(name, 40)}"'
        )
    return name


def _predict(fields: dict[str, Field], asked: Asked, scene: Scene) -> Predict:
    name, unit = _quantity(fields, scene)
    first = fields["first"].whole(1, scene.steps)
    last = fields["last"].whole(first, scene.steps)
    return Predict(asked, name, unit, first, last, _tolerance(fields))


def _numeric(fields: dict[str, Field], asked: Asked, scene: Scene) -> Numeric:
    name, unit = _quantity(fields, scene)
    step = fields["step"].whole(1, scene.steps)
    draws = tuple(_draw(item, scene) for item in fields["draws"].items(1, _MOST_DRAWS, "value"))
    known = scene.cell.graph.equations
    worked = tuple(item.choice(known) for item in fields["worked"].items(1, _MOST_WORKED, "name"))
    return Numeric(asked, name, unit, step, _tolerance(fields), draws, worked)


def _challenge(fields: dict[str, Field], asked: Asked, scene: Scene) -> Challenge:
    goal = read_goal(fields["goal"])
    for part in compared(goal):
        _check_compared(fields["goal"], part.name, part.unit, scene)
    knobs = tuple(_knob(item, scene) for item in fields["knobs"].items(1, _MOST_KNOBS, "knob"))
    sources = fields["sequences"].items(1, _MOST_SOURCES, "sequence")
    checked_on = tuple(_source(item, scene.cell.inputs) for item in sources)
    if sum(one.seeds if isinstance(one, Drawn) else 1 for one in checked_on) > MOST_SEQUENCES:
        raise fields["sequences"].refused(f"makes more than {MOST_SEQUENCES} sequences")
    card = Challenge(asked, goal, knobs, checked_on)
    lengths = [len(rows) for _, rows in card.sequences()]
    if sum(_RUN * steps + effort(goal, steps) for steps in lengths) > _MOST_EFFORT:
        raise fields["sequences"].refused(
            'would take too long to check: have fewer or shorter ones, or a shorter "for" in the goal'
        )
    return card


def _timed(graph: CellGraph) -> tuple[str, ...]:
    """The quantities that have one number a unit at each step."""
    return tuple(one.name for one in graph.computed if not graph.is_matrix(one.name))


def _quantity(fields: dict[str, Field], scene: Scene) -> tuple[str, int]:
    name = fields["what"].choice(_timed(scene.cell.graph))
    return name, fields["unit"].whole(1, scene.cell.units) - 1


def _check_compared(field: Field, name: str, unit: int, scene: Scene) -> None:
    most = scene.cell.inputs if name == "x" else scene.cell.units
    if name != "x" and name not in _timed(scene.cell.graph):
        raise field.refused(f'compares "{in_one_line(name)}", which the cell of this scene does not compute')
    if unit >= most:
        raise field.refused(f"compares {name} of unit {unit + 1}, but the scene has {most}")


def _tolerance(fields: dict[str, Field]) -> float:
    return fields["tolerance"].number(1e-6, MAX_MAGNITUDE)


def _knob(item: Field, scene: Scene) -> Knob:
    fields = item.table(("what", "start", "solution"), ("unit", "source"))
    graph, cell = scene.cell.graph, scene.cell
    name = fields["what"].choice(tuple(graph.parameter))
    given = graph.parameter[name]
    unit = _place(fields, "unit", given.height(cell.units))
    source = _place(fields, "source", given.width(cell.inputs, cell.units))
    start, solution = (fields[key].number(-MAX_MAGNITUDE, MAX_MAGNITUDE) for key in ("start", "solution"))
    return Knob(name, unit, source, start, solution)


def _draw(item: Field, scene: Scene) -> Draw:
    fields = item.table(("what", "low", "high", "decimals"), ("step", "unit", "source"))
    graph, cell = scene.cell.graph, scene.cell
    name = fields["what"].choice(tuple(graph.draggable))
    parameter = graph.parameter.get(name)
    rows, columns = (1, cell.inputs) if name == "x" else (cell.units, 1)
    if parameter is not None:
        rows, columns = parameter.height(cell.units), parameter.width(cell.inputs, cell.units)
    elif "step" not in fields:
        raise item.refused('lacks "step"')
    if parameter is not None and "step" in fields:
        raise fields["step"].refused(f"should be left out: {name} is the same at every step")
    low = fields["low"].number(-MAX_MAGNITUDE, MAX_MAGNITUDE)
    return Draw(
        name,
        fields["step"].whole(1, scene.steps) if parameter is None else 0,
        _place(fields, "unit", rows),
        _place(fields, "source", columns),
        low,
        fields["high"].number(low, MAX_MAGNITUDE),
        fields["decimals"].whole(0, _MOST_DECIMALS),
    )


def _place(fields: dict[str, Field], key: str, most: int) -> int:
    return fields[key].whole(1, most) - 1 if key in fields else 0


def _source(item: Field, width: int) -> Drawn | Given:
    if "inputs" in item.keys():  # noqa: SIM118 - a Field is no dict
        fields = item.table(("title", "inputs"))
        rows = fields["inputs"].items(1, MAX_STEPS, "step")
        inputs = tuple(_row(row, width) for row in rows)
        return Given(fields["title"].text(LONGEST_TITLE, empty=False), inputs)
    fields = item.table(("preset", "steps", "seeds"), ("settings", "put"))
    fitting = [preset.id for preset in BY_ID.values() if preset.width == width and not preset.own_length]
    preset = BY_ID[fields["preset"].choice(fitting)]
    steps = fields["steps"].whole(preset.least, MAX_STEPS)
    settings = (
        fields["settings"].table((), [one.name for one in preset.settings]) if "settings" in fields else {}
    )
    put = fields["put"].items(1, _MOST_PUT, "number") if "put" in fields else []
    chosen = tuple((name, value.number(-MAX_MAGNITUDE, MAX_MAGNITUDE)) for name, value in settings.items())
    drawn = Drawn(preset.id, steps, fields["seeds"].whole(1, MOST_SEEDS), chosen)
    length = preset.make(steps, 1, dict(chosen)).steps
    return Drawn(drawn.preset, steps, drawn.seeds, chosen, tuple(_put(one, length, width) for one in put))


def _row(row: Field, width: int) -> tuple[float, ...]:
    return tuple(x.number(-MAX_MAGNITUDE, MAX_MAGNITUDE) for x in row.items(width, width, "number"))


def _put(item: Field, steps: int, width: int) -> Put:
    fields = item.table(("step", "value"), ("input",))
    value = fields["value"].number(-MAX_MAGNITUDE, MAX_MAGNITUDE)
    return Put(fields["step"].whole(1, steps), _place(fields, "input", width), value)
