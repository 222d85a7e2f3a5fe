"""A scene as NumPy: every equation of its cell written out, from the description of its graph."""

from textwrap import indent

import numpy as np

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.exponential_gates import log_of_largest
from lstm_gui.simulator.code.expressions import Library, equations, functions_of
from lstm_gui.simulator.code.scene_parts import (
    ROWS,
    beginning,
    joined,
    put_in,
    putting_in,
    start,
    weights_as_literals,
    what_is_read,
)

LARGEST_EXPONENT = log_of_largest(np.dtype(np.float64)) / 4
"""Where the simulator bounds what exp is applied to, see `nets/exponential_gates.py`."""

_NUMPY = Library(
    functions={
        "σ": "sigmoid({})",
        "tanh": "np.tanh({})",
        "ReLU": "np.maximum({}, 0)",
        "exp": "exp({})",
        "log σ": "log_sigmoid({})",
    },
    given="{}",
    weighted="{} @ {}".format,
    is_call=False,
    larger="np.maximum({}, {})",
    where="np.where({}, {}, {})",
)
_DEFINITIONS = {
    "σ": '''
def sigmoid(z):
    """1 / (1 + exp(-z)), in a form that does not overflow."""
    return 0.5 * (1 + np.tanh(0.5 * z))
''',
    "exp": f'''
def exp(z):
    """exp(z), kept finite: where nothing is stored yet, 0 times it has to stay 0."""
    return np.exp(np.minimum(z, {LARGEST_EXPONENT}))
''',
    "log σ": '''
def log_sigmoid(z):
    """log(1 / (1 + exp(-z))), in a form that does not lose what is small."""
    return -np.logaddexp(0, -z)
''',
}
_ABOUT = (
    'After it has run, `trace` holds every quantity by its name: trace["h"][0] is h of step 1.',
    "What a step reads of the step before ends in _previous.",
)
_END = """
trace = run(inputs)

if __name__ == "__main__":
    for t, h in enumerate(trace["h"], start=1):
        print(f"step {t}: h = {h}")
"""


def numpy_code(scene: Scene) -> str:
    """A program whose `trace` is what the simulator shows of a scene."""
    graph = scene.cell.graph
    used = functions_of(graph)
    definitions = [text.strip() for function, text in _DEFINITIONS.items() if function in used]
    return joined(
        beginning(scene, "NumPy", _ABOUT, ("import numpy as np",)),
        what_is_read(scene),
        _weights(scene),
        start(scene),
        put_in(scene),
        *(f"\n{text}" for text in (*definitions, step(graph, _NUMPY), _run(scene))),
        _END.rstrip(),
    )


def step(graph: CellGraph, library: Library, name: str = "step", owner: str = "") -> str:
    """The function of one step, from x and what it reads of the states to every quantity by its name."""
    reads = ", ".join((*([owner] if owner else []), "x", *(state.previous for state in graph.states)))
    names = [f'"{one.name}": {one.name},' for one in graph.computed]
    lines = (
        f"def {name}({reads}):",
        '    """One step of the cell: every quantity that it computes, by its name."""',
        *(f"    {line}" for line in equations(graph, library)),
        "    return {",
        *(f"        {line}" for line in names),
        "    }",
    )
    return "\n".join(lines)


def _weights(scene: Scene) -> str:
    """The arrays block by block, each a name of its own."""
    graph = scene.cell.graph
    literals = dict(weights_as_literals(graph, scene.cell.arrays, "np.array"))
    parts = []
    for block in graph.blocks:
        own = [given.name for given in graph.parameters if given.block == block.name]
        parts.append("\n".join((f"# {block.words}", *(f"{name} = {literals[name]}" for name in own))))
    return "\n\n".join((ROWS, *parts))


def _run(scene: Scene) -> str:
    body = (
        "state = {name: array.copy() for name, array in start.items()}",
        "steps = []",
        "for t, x in enumerate(inputs, start=1):",
        *putting_in(scene, "unit - 1", 1),
        "    steps.append(step(x, *state.values()))",
        "    state = {name: steps[-1][name].copy() for name in start}",
        "return {name: np.array([computed[name] for computed in steps]) for name in steps[0]}",
    )
    words = '"""All steps in turn: every quantity by its name, (steps, units)."""'
    return "def run(inputs):\n" + indent("\n".join((words, *body)), "    ")
