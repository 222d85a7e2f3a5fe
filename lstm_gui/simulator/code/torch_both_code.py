"""A scene that is read in both directions as one module of PyTorch, where one is its two cells."""

from lstm_gui.lessons.scene import Matrix, Scene
from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.convert.torch import to_torch
from lstm_gui.simulator.code.literals import array
from lstm_gui.simulator.code.scene_parts import beginning, joined, what_is_read
from lstm_gui.simulator.code.torch_code import given_states, module_of, module_with_weights
from lstm_gui.simulator.code.torch_equations import CALL, DEFINITIONS, END, IMPORTS
from lstm_gui.simulator.layer import layer_of

_ABOUT = (
    "It reads the sequence in both directions. After it has run, `output` holds h of both cells at every",
    "step, (steps, 2 × units), those of the cell that reads from the beginning first.",
)


def torch_both_code(scene: Scene) -> str:
    """A program whose `output` is h of both cells; "" where no module is them, or states are held by hand."""
    back = scene.backward
    if back is None or scene.overrides or back.overrides:
        return ""
    try:
        mode, weights = to_torch(Bidirectional(layer_of(scene.cell), layer_of(back.cell)))
    except ValueError:
        return ""
    states = [f'start["{state.name}"]' for state in scene.cell.graph.states]
    call = f"output, last = {module_of(mode).lower()}(inputs, {given_states(states)})"
    return joined(
        beginning(scene, "PyTorch", _ABOUT, IMPORTS),
        f"\n{DEFINITIONS[''].strip()}\n",
        what_is_read(scene, CALL),
        module_with_weights(scene, mode, weights, "bidirectional=True"),
        _start(scene, back.initial),
        f"with torch.no_grad():\n    {call}  # last: the states at both ends",
        END.strip(),
    )


def _start(scene: Scene, back: Matrix) -> str:
    """Where each state starts: of the cell that reads from the beginning, then of the other."""
    rows = zip(scene.cell.graph.states, scene.initial, back, strict=True)
    lines = [f'    "{state.name}": {array(pair, CALL)},  # {state.words}' for state, *pair in rows]
    words = "# Where it starts: a row for the beginning and one for the end, a number for each unit."
    return "\n".join((words, "start = {", *lines, "}"))
