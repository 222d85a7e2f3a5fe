"""Reads the value of a quantity: as it is stored in a scene, or as the cell computed it in a frame."""

from functools import lru_cache

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.direction import mirrored, turned
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.layer import arrays_of, matrices_of
from lstm_gui.simulator.quantity import Quantity


def belongs(quantity: Quantity, scene: Scene) -> bool:
    """Whether a scene has this quantity: its cell knows it; step, unit and source are within the sizes."""
    if quantity.backward and (scene.backward is None or quantity.name == "x"):
        return False
    return fits(quantity, scene.cell.graph, scene.cell.inputs, scene.cell.units, scene.steps)


def can_be_set(quantity: Quantity, scene: Scene) -> bool:
    """Whether a person gives this quantity of a scene: an input, a state that is read, a parameter."""
    return quantity.name in scene.cell.graph.draggable and belongs(quantity, scene)


def fits(quantity: Quantity, graph: CellGraph, inputs: int, units: int, steps: int) -> bool:
    """Whether a run of this cell and these sizes has this quantity."""
    if quantity.name in graph.parameter:
        given = graph.parameter[quantity.name]
        rows, columns = given.height(units), given.width(inputs, units)
        return quantity.step == 0 and 0 <= quantity.unit < rows and 0 <= quantity.source < columns
    if quantity.name not in graph.names:
        return False
    rows, columns = (1, inputs) if quantity.name == "x" else (units, 1)
    if graph.is_matrix(quantity.name):
        columns = units
    return 1 <= quantity.step <= steps and 0 <= quantity.unit < rows and 0 <= quantity.source < columns


def override_of(scene: Scene, quantity: Quantity) -> Override | None:
    """What was put in by hand where `quantity` (h_previous, c_previous …) is read, if anything."""
    state = quantity.state
    found = None
    overrides = scene.overrides
    if quantity.backward:
        overrides = scene.backward.overrides if scene.backward is not None else ()
    for override in overrides:
        if (override.step, override.state, override.unit) == (quantity.step, state, quantity.unit):
            found = override  # the last one counts, as it does when the scene is run
    return found


def stored_value(scene: Scene, quantity: Quantity) -> float | None:
    """The number that a scene holds for `quantity`, or None where the cell computes it."""
    if quantity.backward:
        return stored_value(mirrored(scene), turned(quantity, scene.steps))
    if quantity.name == "x":
        return scene.inputs[quantity.step - 1][quantity.source]
    if quantity.name in scene.cell.graph.parameter:
        return parameter_value(scene, quantity)
    if not quantity.state:
        return None
    override = override_of(scene, quantity)
    if override is not None:
        return override.value
    known = quantity.step == 1 and quantity.name in scene.cell.graph.draggable
    return scene.initial_of(quantity.state)[quantity.unit] if known else None


def parameter_value(scene: Scene, quantity: Quantity) -> float:
    """The weight or bias that `quantity` names."""
    if quantity.backward:
        scene = mirrored(scene)
    return scene.cell.array(quantity.name)[quantity.unit][quantity.source]


@lru_cache(maxsize=4)
def traced_arrays(trace: CellTrace, graph: CellGraph) -> dict[str, FloatArray]:
    """Every quantity of a run that has a step, (T, units), and x (T, inputs), by its name in the graph."""
    return arrays_of(trace, graph)


@lru_cache(maxsize=4)
def traced_matrices(trace: CellTrace, graph: CellGraph) -> dict[str, FloatArray]:
    """Every quantity of a run that has a row of numbers for each unit, (T, units, ·)."""
    return matrices_of(trace, graph)


def traced_value(trace: CellTrace, quantity: Quantity, graph: CellGraph) -> float:
    """The number that a run (T, 1, ·) gave for a quantity that has a step."""
    if graph.is_matrix(quantity.name):
        rows = traced_matrices(trace, graph)[quantity.name][quantity.step - 1]
        return float(rows[quantity.unit, quantity.source])
    column = quantity.source if quantity.name == "x" else quantity.unit
    return float(traced_arrays(trace, graph)[quantity.name][quantity.step - 1, column])


def value_of(frame: Frame, quantity: Quantity) -> float:
    """The number that stands in a frame for any quantity of its scene."""
    if quantity.backward and frame.backward is not None:
        return value_of(frame.backward, turned(quantity, frame.state.scene.steps))
    graph = frame.state.scene.cell.graph
    if quantity.name in graph.parameter:
        return parameter_value(frame.state.scene, quantity)
    return traced_value(frame.trace, quantity, graph)
