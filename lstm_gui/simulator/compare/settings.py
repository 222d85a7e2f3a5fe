"""The numbers of a lane that can be moved in the lane itself, those that say most first."""

from collections.abc import Iterator

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.compare.frame import Setting
from lstm_gui.simulator.seen import address_of
from lstm_gui.simulator.values import belongs, parameter_value


def settings_of(scene: Scene, opened: Scene, unit: int, source: int) -> tuple[Setting, ...]:
    """The settings of one unit: what keeps, what it reads of itself, the other biases, what it reads of x."""
    graph = scene.cell.graph
    found = []
    for name in dict.fromkeys(_names(graph)):
        quantity = address_of(name, 0, unit, source, graph)
        value = parameter_value(scene, quantity)
        before = parameter_value(opened, quantity) if belongs(quantity, opened) else 0.0
        found.append(Setting(quantity, value, max(abs(value), abs(before))))
    return tuple(found)


def keeper(graph: CellGraph) -> str:
    """The block on which keeping depends, or ""."""
    named = {block.meaning: block.name for block in graph.blocks}
    opposite = {block.opposite: block.name for block in graph.blocks if block.opposite}
    return next((named[one] for one in named if one.startswith("keep")), opposite.get("keep", ""))


def candidate(graph: CellGraph) -> str:
    """The block whose weighted sum is what could be written."""
    return next(block.name for block in graph.blocks if block.meaning == "candidate")


def _names(graph: CellGraph) -> Iterator[str]:
    if keeper(graph):
        yield f"b_{keeper(graph)}"
    if f"U_{candidate(graph)}" in graph.parameter:
        yield f"U_{candidate(graph)}"
    yield from (f"b_{block.name}" for block in graph.blocks if block.name != candidate(graph))
    yield f"b_{candidate(graph)}"
    yield f"W_{candidate(graph)}"
