"""A cell as a module of PyTorch with every equation written out; and what both kinds of programs share."""

from textwrap import indent

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.code.expressions import Library, functions_of
from lstm_gui.simulator.code.literals import named
from lstm_gui.simulator.code.numpy_code import LARGEST_EXPONENT, step
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

CALL = "tensor"  # what makes an array
IMPORTS = ("import torch", "from torch import nn")
OUTPUT = "After it has run, `output` holds h at every step, (steps, units)."
END = """
if __name__ == "__main__":
    for t, h in enumerate(output, start=1):
        print(f"step {t}: h = {h.tolist()}")
"""
DEFINITIONS = {
    "": '''
def tensor(numbers):
    """Numbers in double precision, as LSTM Lab has them."""
    return torch.tensor(numbers, dtype=torch.float64)
''',
    "exp": f'''
def exp(z):
    """exp(z), kept finite: where nothing is stored yet, 0 times it has to stay 0."""
    return torch.exp(torch.clamp(z, max={LARGEST_EXPONENT}))
''',
}
_TORCH = Library(
    functions={
        "σ": "torch.sigmoid({})",
        "tanh": "torch.tanh({})",
        "ReLU": "torch.relu({})",
        "exp": "exp({})",
        "log σ": "nn.functional.logsigmoid({})",
    },
    given="self.{}",
    weighted="{} @ {}".format,
    is_call=False,
    larger="torch.maximum({}, {})",
    where="torch.where({}, {}, {})",
)


def with_equations(scene: Scene) -> str:
    """A program whose `trace` and `output` are what the simulator shows of a scene of any cell."""
    graph = scene.cell.graph
    about = (
        f"PyTorch has no module for this cell ({graph.title}), so its equations are written out.",
        f"{OUTPUT} `trace` holds every quantity.",
    )
    used = {"", *functions_of(graph)}
    definitions = [text.strip() for function, text in DEFINITIONS.items() if function in used]
    weights = named(weights_as_literals(graph, scene.cell.arrays, CALL))
    return joined(
        beginning(scene, "PyTorch", about, IMPORTS),
        *(f"\n{text}" for text in definitions),
        f"\n{what_is_read(scene, CALL)}",
        f"{ROWS}\nweights = {weights}",
        start(scene, CALL),
        put_in(scene),
        f"\n{_cell(scene)}",
        f"\n{_run(scene)}",
        '\nwith torch.no_grad():\n    trace = run(Cell(), inputs)\noutput = trace["h"]',
        END.strip(),
    )


def _cell(scene: Scene) -> str:
    body = (
        '"""The cell, with the weights above as parameters that can be trained."""',
        "",
        "def __init__(self):",
        "    super().__init__()",
        "    for name, numbers in weights.items():",
        "        self.register_parameter(name, nn.Parameter(numbers))",
        "",
        step(scene.cell.graph, _TORCH, "forward", "self"),
    )
    return "class Cell(nn.Module):\n" + indent("\n".join(body), "    ")


def _run(scene: Scene) -> str:
    body = (
        '"""All steps in turn: every quantity by its name, (steps, units)."""',
        "state = {name: numbers.clone() for name, numbers in start.items()}",
        "steps = []",
        "for t, x in enumerate(inputs, start=1):",
        *putting_in(scene, "unit - 1", 1),
        "    steps.append(cell(x, *state.values()))",
        "    state = {name: steps[-1][name].clone() for name in start}",
        "return {name: torch.stack([computed[name] for computed in steps]) for name in steps[0]}",
    )
    return "def run(cell, inputs):\n" + indent("\n".join(body), "    ")
