"""A scene as Keras: SimpleRNN, LSTM or GRU where one is its cell, else a cell with its equations."""

from collections.abc import Mapping
from textwrap import indent
from typing import Any

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.convert.keras import to_keras
from lstm_gui.simulator.code.expressions import Library, equations, functions_of
from lstm_gui.simulator.code.literals import literal, named
from lstm_gui.simulator.code.numpy_code import LARGEST_EXPONENT
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
from lstm_gui.simulator.layer import layer_of

_KERAS = Library(
    functions={
        "σ": "ops.sigmoid({})",
        "tanh": "ops.tanh({})",
        "ReLU": "ops.relu({})",
        "exp": "exp({})",
        "log σ": "ops.log_sigmoid({})",
    },
    given="self.{}",
    weighted=lambda matrix, of: f"ops.matmul({of}, {matrix})",
    is_call=True,
    larger="ops.maximum({}, {})",
    where="ops.where({}, {}, {})",
)
_EXP = f'''
def exp(z):
    """exp(z), kept finite: where nothing is stored yet, 0 times it has to stay 0."""
    return ops.exp(ops.minimum(z, {LARGEST_EXPONENT}))
'''
_OUTPUT = "After it has run, `output` holds h at every step, (steps, units)."
_PRECISION = (
    "With TensorFlow Keras computes in double precision, as LSTM Lab does. With other backends it multiplies",
    "in single precision, and about seven digits agree.",
)
_ONE_BY_ONE = "It is run step by step, as a layer of Keras cannot be given a state on the way."
_IMPORTS = ("import keras", "import numpy as np", "from keras import ops")
_SHOWN = 'return_sequences=True, return_state=True, dtype="float64"'
_COLUMNS = {
    "SimpleRNN": "",
    "LSTM": "# From the left: input gate, forget gate, candidate, output gate; a column for each unit.",
    "GRU": "# From the left: update gate, reset gate, candidate; a column for each unit.",
}
_END = """
if __name__ == "__main__":
    for t, h in enumerate(output, start=1):
        print(f"step {t}: h = {h}")
"""


def keras_code(scene: Scene) -> str:
    """A program whose `output` is h as the simulator shows it."""
    try:
        name, described = to_keras(layer_of(scene.cell))
    except ValueError:
        return _program(scene, *_equations(scene))
    return _program(scene, "", _layer(scene, name, described))


def _program(scene: Scene, why: str, layer: str) -> str:
    """A program around the lines that make `layer`."""
    about = (why, _OUTPUT, *_PRECISION, _ONE_BY_ONE if scene.overrides else "")
    return joined(
        beginning(scene, "Keras 3", filter(None, about), _IMPORTS),
        what_is_read(scene),
        layer,
        start(scene),
        put_in(scene),
        _stepwise(scene) if scene.overrides else _whole(),
        _END.strip(),
    )


def _layer(scene: Scene, name: str, described: Mapping[str, Any]) -> str:
    """A layer of Keras and its weights."""
    arrays = [described[each] for each in ("kernel", "recurrent_kernel", "bias") if each in described]
    options = {key: value for key, value in described.items() if isinstance(value, str | bool)}
    if "bias" not in described:
        options["use_bias"] = False
    given = ", ".join(f"{key}={value!r}".replace("'", '"') for key, value in options.items())
    lines = (
        f"layer = keras.layers.{name}(",
        f"    {scene.cell.units}, {given},",
        f"    {_SHOWN},",
        ")",
        f"layer.build((1, {scene.steps}, {scene.cell.inputs}))",
        _COLUMNS[name],
        "layer.set_weights([",
        *(f"{indent(literal(array), '    ')}," for array in arrays),
        "])",
    )
    return "\n".join(line for line in lines if line)


def _equations(scene: Scene) -> tuple[str, str]:
    """Why the cell is written out, and the class of it."""
    graph = scene.cell.graph
    weights = named(weights_as_literals(graph, scene.cell.arrays, "np.array"))
    size = f"[{', '.join([str(scene.cell.units)] * len(graph.states))}]"
    parts = (
        f"{ROWS}\nweights = {weights}",
        *([f"\n{_EXP.strip()}"] if "exp" in functions_of(graph) else []),
        f"\n{_cell(scene, size)}",
        f'\nlayer = keras.layers.RNN(\n    Cell(dtype="float64"), {_SHOWN}\n)',
    )
    return (
        f"Keras has no layer for this cell ({graph.title}), so its equations are written out.",
        "\n\n".join(parts),
    )


def _cell(scene: Scene, size: str) -> str:
    graph = scene.cell.graph
    reads = ", ".join(state.previous for state in graph.states)
    body = (
        '"""The cell, with the weights above; Keras multiplies x by a matrix: a column for each unit."""',
        "",
        f"state_size = {size}  # {', '.join(state.name for state in graph.states)}",
        f"output_size = {scene.cell.units}",
        "",
        "def build(self, input_shape):",
        "    for name, numbers in weights.items():",
        "        weight = self.add_weight(name=name, shape=numbers.T.shape)",
        "        weight.assign(numbers.T)",
        "        setattr(self, name, weight)",
        "",
        "def call(self, x, states):",
        '    """One step: h, and every state after it."""',
        f"    [{reads}] = states",
        *(f"    {line}" for line in equations(graph, _KERAS)),
        f"    return h, [{', '.join(state.name for state in graph.states)}]",
    )
    return "class Cell(keras.layers.Layer):\n" + indent("\n".join(body), "    ")


def _whole() -> str:
    """All steps in one call."""
    return "\n".join(
        (
            "state = [numbers[None] for numbers in start.values()]",
            "output, *last = layer(inputs[None], initial_state=state)  # last: the states at the end",
            "output = ops.convert_to_numpy(output[0])",
        )
    )


def _stepwise(scene: Scene) -> str:
    """A step at a time, with what was put in by hand."""
    return "\n".join(
        (
            "state = {name: numbers[None].copy() for name, numbers in start.items()}",
            "rows = []",
            "for t, x in enumerate(inputs, start=1):",
            *putting_in(scene, "0, unit - 1", 1),
            "    row, *last = layer(x[None, None], initial_state=list(state.values()))",
            "    state = {name: np.array(ops.convert_to_numpy(one)) for name, one in zip(start, last)}",
            "    rows.append(ops.convert_to_numpy(row[0]))",
            "output = np.concatenate(rows)",
        )
    )
