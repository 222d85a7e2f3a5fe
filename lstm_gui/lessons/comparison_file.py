"""The cells that stand beside a scene's own, as a scene file has them.

    "compare": {"first": "trained, seed 1",
                "lanes": [{"title": "GRU", "weights": "shared", "about": "",
                           "cell": {"kind": "gru", …}, "initial": {"h": [0.0]}, "overrides": []},
                          {"title": "Pinned run", "weights": "pinned", "cell": …, "inputs": [[1.0], [0.0]]}]}

`weights` says where those of a lane come from, one of `comparison.SOURCES`; `first` and `about` how they were
made, where they were trained. A pinned run has inputs of its own; the others read those of the scene. Cells,
initial states and overrides are as they are in a scene; all but title, weights and cell may be left out.
"""

from dataclasses import replace

from lstm_gui.lessons.cell_file import cell_values, read_cell, read_vector
from lstm_gui.lessons.comparison import MOST_LANES, PINNED, SOURCES, Comparison, Lane
from lstm_gui.lessons.initial_file import initial_values, read_initial
from lstm_gui.lessons.override_file import override_values, read_overrides
from lstm_gui.lessons.scene import Scene, zero_states
from lstm_gui.lessons.sizes import MAX_STEPS
from lstm_gui.strict_fields import Field

SINCE = 3  # the version of the scene file that it came with
MAX_TITLE, MAX_ABOUT = 40, 200  # characters
_REQUIRED = ("title", "weights", "cell")
_OPTIONAL = ("about", "initial", "overrides", "inputs")


def read_comparison(field: Field, scene: Scene) -> Scene:
    """The scene with the cells beside it. Raises FileRefused."""
    fields = field.table((), ("first", "lanes"))
    lanes = fields["lanes"].items(0, MOST_LANES, "lane") if "lanes" in fields else []
    first = fields["first"].text(MAX_ABOUT) if "first" in fields else ""
    return replace(scene, compare=Comparison(tuple(_lane(one, scene) for one in lanes), first))


def comparison_values(scene: Scene) -> dict[str, object] | None:
    """The cells as they stand in a file; None where there are none."""
    compare = scene.compare
    if compare == Comparison():
        return None
    first = {"first": compare.first} if compare.first else {}
    return {**first, "lanes": [_lane_values(lane) for lane in compare.lanes]}


def to_save(compare: Comparison, scene: Scene) -> Comparison:
    """The cells beside a scene as they read back: without what a file does not hold of them."""
    lanes = []
    for lane in compare.lanes:
        inputs = lane.scene.inputs if lane.source == PINNED else scene.inputs
        kept = Scene("", "", lane.scene.cell, lane.scene.initial, inputs)
        by_hand = tuple(one for one in lane.scene.overrides if one.step <= kept.steps)
        kept = replace(kept, overrides=by_hand)
        lanes.append(replace(lane, scene=kept, opened=kept))
    return replace(compare, lanes=tuple(lanes))


def _lane(field: Field, scene: Scene) -> Lane:
    fields = field.table(_REQUIRED, _OPTIONAL)
    source = fields["weights"].choice(SOURCES)
    cell = read_cell(fields["cell"], SINCE)
    inputs = scene.inputs
    if "inputs" in fields:
        if source != PINNED:
            raise fields["inputs"].refused(
                "stands in a lane that reads the scene's input; only a pinned run has its own"
            )
        inputs = tuple(read_vector(row, cell.inputs) for row in fields["inputs"].items(1, MAX_STEPS, "step"))
    elif source == PINNED and cell.inputs != scene.cell.inputs:
        raise field.refused(
            "is a pinned run whose cell does not fit the scene's inputs; it needs inputs of its own"
        )
    kept = Scene("", "", cell, zero_states(cell.kind, cell.units), inputs)
    if "initial" in fields:
        kept = replace(kept, initial=read_initial(fields["initial"], cell))
    if "overrides" in fields:
        kept = replace(kept, overrides=read_overrides(fields["overrides"], kept.steps, cell))
    about = fields["about"].text(MAX_ABOUT) if "about" in fields else ""
    return Lane(fields["title"].text(MAX_TITLE, empty=False), source, kept, kept, about)


def _lane_values(lane: Lane) -> dict[str, object]:
    scene = lane.scene
    found: dict[str, object] = {"title": lane.title, "weights": lane.source}
    if lane.about:
        found["about"] = lane.about
    found["cell"] = cell_values(scene.cell, SINCE)
    found["initial"] = initial_values(scene.cell, scene.initial)
    if scene.overrides:
        found["overrides"] = [override_values(one) for one in scene.overrides]
    if lane.source == PINNED:
        found["inputs"] = [[float(number) for number in row] for row in scene.inputs]
    return found
