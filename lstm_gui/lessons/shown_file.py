"""What a person looks at, and the names of inputs and units, as a scene file has them.

    "shown": {"tab": "gradients", "unit": 2, "input": 1, "direction": "backward",
              "gradients": {"loss": "squared error", "target": 0.5, "clip": 1.0, "window": 8}},
    "names": {"inputs": ["value", "take"], "units": ["memory", ""]}

Units and inputs count from 1. All of it may be left out, piece by piece.
"""

from dataclasses import asdict

from lstm_gui.lessons.gradient_settings import BOUNDS, LOSSES, GradientSettings
from lstm_gui.lessons.scene import Cell
from lstm_gui.lessons.shown import Names, Shown
from lstm_gui.settings import SCENE_TABS
from lstm_gui.strict_fields import Field

MAX_NAME = 12  # characters
_DIRECTIONS = ("forward", "backward")
_SETTINGS = ("loss", "target", "clip", "window")


def read_shown(field: Field, cell: Cell) -> Shown:
    """What is looked at in a scene of that cell. Raises FileRefused."""
    fields = field.table((), ("tab", "unit", "input", "gradients", "direction"))
    return Shown(
        tab=fields["tab"].choice(SCENE_TABS) if "tab" in fields else "",
        unit=fields["unit"].whole(1, cell.units) - 1 if "unit" in fields else 0,
        source=fields["input"].whole(1, cell.inputs) - 1 if "input" in fields else 0,
        gradients=_gradients(fields["gradients"]) if "gradients" in fields else GradientSettings(),
        backward="direction" in fields and fields["direction"].choice(_DIRECTIONS) == "backward",
    )


def shown_values(shown: Shown) -> dict[str, object]:
    """What is looked at, as it stands in a file: what is as usual is left out."""
    found: dict[str, object] = {"tab": shown.tab} if shown.tab else {}
    usual = Shown()
    if (shown.unit, shown.source) != (usual.unit, usual.source):
        found |= {"unit": shown.unit + 1, "input": shown.source + 1}
    if shown.gradients != usual.gradients:
        found["gradients"] = asdict(shown.gradients)
    if shown.backward:
        found["direction"] = "backward"
    return found


def read_names(field: Field, cell: Cell) -> Names:
    """The names of a cell's inputs and units. Raises FileRefused."""
    fields = field.table((), ("inputs", "units"))
    inputs, units = fields.get("inputs"), fields.get("units")
    found = Names(_texts(inputs, cell.inputs), _texts(units, cell.units))
    return found.sized(cell.inputs, cell.units)


def name_values(names: Names) -> dict[str, object]:
    """The names as they stand in a file: nothing where none has one."""
    found = {"inputs": list(names.inputs), "units": list(names.units)}
    return {key: texts for key, texts in found.items() if texts}


def _gradients(field: Field) -> GradientSettings:
    fields = field.table((), _SETTINGS)
    settings = GradientSettings()
    if "loss" in fields:
        settings = settings.with_loss(fields["loss"].choice(LOSSES))
    for name in BOUNDS.keys() & fields.keys():
        settings = settings.with_number(name, _number(fields[name], name))
    return settings


def _number(field: Field, name: str) -> float:
    low, high = BOUNDS[name]
    return float(field.whole(round(low), round(high))) if name == "window" else field.number(low, high)


def _texts(field: Field | None, length: int) -> tuple[str, ...]:
    if field is None:
        return ()
    return tuple(name.text(MAX_NAME) for name in field.items(length, length, "name"))
