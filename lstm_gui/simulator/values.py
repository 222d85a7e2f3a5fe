"""Reads the value of a quantity: as it is stored in a scene, or as the cell computed it in a frame."""

from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.nets.lstm_trace import LstmTrace
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.quantity import PARAMETERS, STATES, Quantity


def belongs(quantity: Quantity, scene: Scene) -> bool:
    """Whether a scene has this quantity: its step, unit and source are within the sizes."""
    return fits(quantity, scene.cell.inputs, scene.cell.units, scene.steps)


def fits(quantity: Quantity, inputs: int, units: int, steps: int) -> bool:
    """Whether a run of these sizes has this quantity."""
    if quantity.name in PARAMETERS:
        columns = {"W": inputs, "U": units}.get(quantity.name[0], 1)
        return quantity.step == 0 and 0 <= quantity.unit < units and 0 <= quantity.source < columns
    rows, columns = (1, inputs) if quantity.name == "x" else (units, 1)
    return 1 <= quantity.step <= steps and 0 <= quantity.unit < rows and 0 <= quantity.source < columns


def override_of(scene: Scene, quantity: Quantity) -> Override | None:
    """What was put in by hand where `quantity` (h_previous or c_previous) is read, if anything."""
    state = quantity.name[0]
    found = None
    for override in scene.overrides:
        if (override.step, override.state, override.unit) == (quantity.step, state, quantity.unit):
            found = override  # the last one counts, as it does when the scene is run
    return found


def stored_value(scene: Scene, quantity: Quantity) -> float | None:
    """The number that a scene holds for `quantity`, or None where the cell computes it."""
    if quantity.name == "x":
        return scene.inputs[quantity.step - 1][quantity.source]
    if quantity.name in PARAMETERS:
        return parameter_value(scene, quantity)
    if quantity.name not in STATES:
        return None
    override = override_of(scene, quantity)
    if override is not None:
        return override.value
    if quantity.step > 1:
        return None
    return (scene.initial_h if quantity.name == "h_previous" else scene.initial_c)[quantity.unit]


def parameter_value(scene: Scene, quantity: Quantity) -> float:
    """The weight or bias that `quantity` names."""
    letter, gate = quantity.name.split("_")
    weights = scene.cell.gate(gate)
    if letter == "b":
        return weights.b[quantity.unit]
    return (weights.W if letter == "W" else weights.U)[quantity.unit][quantity.source]


def traced_value(trace: LstmTrace, quantity: Quantity) -> float:
    """The number that a run (T, 1, ·) gave for a quantity that has a step."""
    t = quantity.step - 1
    if quantity.name == "x":
        return float(trace.x[t, 0, quantity.source])
    if quantity.gate:
        blocks = trace.z if quantity.name.startswith("z_") else trace.gates
        row = GATES.index(quantity.gate) * trace.c.shape[-1] + quantity.unit
        return float(blocks[t, 0, row])
    return float(getattr(trace, quantity.name)[t, 0, quantity.unit])


def value_of(frame: Frame, quantity: Quantity) -> float:
    """The number that stands in a frame for any quantity of its scene."""
    if quantity.name in PARAMETERS:
        return parameter_value(frame.state.scene, quantity)
    return traced_value(frame.trace, quantity)
