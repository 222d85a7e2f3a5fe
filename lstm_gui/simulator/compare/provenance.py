"""Where the weights of a lane come from, found from the weights themselves, so that no label is untrue."""

from functools import lru_cache

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.comparison import SHARED, Lane
from lstm_gui.lessons.scene import Cell, Scene
from lstm_gui.simulator.compare.edit import alone
from lstm_gui.simulator.compare.frame import Provenance
from lstm_gui.simulator.switch import Switched, switched, told
from lstm_gui.simulator.words import SENTENCES, Translate

_HERE = {
    SENTENCES["left"]: SENTENCES["left out"]
}  # nothing is remembered for a lane: the scene's cell has it


def provenance(lane: Lane, scene: Scene, translate: Translate) -> Provenance:
    """What a lane beside a scene says of its weights."""
    changed = lane.scene.cell != lane.opened.cell
    if lane.source != SHARED:
        return Provenance(lane.source, lane.about, changed=changed)
    result = _carried(_bare(scene), lane.scene.cell.kind)
    said = told(result, scene.cell.kind, lambda text: translate(_HERE.get(text, text)))
    return Provenance(SHARED, other=_others(lane.scene.cell, result.scene.cell), changed=changed, told=said)


@lru_cache(maxsize=12)
def _carried(scene: Scene, kind: Kind) -> Switched:
    return switched(scene, kind)


def _bare(scene: Scene) -> Scene:
    """The scene without what makes no difference to what carries over."""
    return alone(Scene("", "", scene.cell, scene.initial, scene.inputs[:1], scene.overrides))


def _others(cell: Cell, carried: Cell) -> tuple[str, ...]:
    """The arrays of a cell that are not what the scene's came to; all of them where the sizes are others."""
    if (cell.inputs, cell.units) != (carried.inputs, carried.units):
        return tuple(cell.graph.place)
    pairs = zip(cell.graph.place, cell.arrays, carried.arrays, strict=True)
    return tuple(name for name, mine, theirs in pairs if mine != theirs)
