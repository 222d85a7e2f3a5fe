"""A scene as PyTorch: nn.RNN, nn.LSTM or nn.GRU where one is its cell, else a module with its equations."""

from collections.abc import Mapping
from textwrap import indent

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.convert.torch import to_torch
from lstm_gui.simulator.code.literals import literal, named
from lstm_gui.simulator.code.scene_parts import beginning, joined, put_in, putting_in, start, what_is_read
from lstm_gui.simulator.code.torch_equations import CALL, DEFINITIONS, END, IMPORTS, OUTPUT, with_equations
from lstm_gui.simulator.layer import layer_of

_MODULES = {"RNN_TANH": "RNN", "RNN_RELU": "RNN", "LSTM": "LSTM", "GRU": "GRU"}
_BLOCKS = {
    "RNN": "",
    "LSTM": "# From the top: input gate, forget gate, candidate, output gate; a row for each unit.",
    "GRU": "# From the top: reset gate, update gate, candidate; a row for each unit.",
}
_ONE_BY_ONE = "It is run step by step, as nn.{} cannot be given a state on the way."


def torch_code(scene: Scene) -> str:
    """A program whose `output` is h as the simulator shows it."""
    try:
        mode, weights = to_torch(layer_of(scene.cell))
    except ValueError:
        return with_equations(scene)
    module = _MODULES[mode]
    about = (OUTPUT, *([_ONE_BY_ONE.format(module)] if scene.overrides else []))
    return joined(
        beginning(scene, "PyTorch", about, IMPORTS),
        f"\n{DEFINITIONS[''].strip()}\n",
        what_is_read(scene, CALL),
        module_with_weights(scene, mode, weights),
        start(scene, CALL),
        put_in(scene),
        _stepwise(scene, module) if scene.overrides else _whole(scene, module),
        END.strip(),
    )


def module_of(mode: str) -> str:
    """The module of PyTorch that a mode of `to_torch` is."""
    return _MODULES[mode]


def module_with_weights(scene: Scene, mode: str, weights: Mapping[str, FloatArray], *more: str) -> str:
    """The module and its weights; `more` is given to it besides."""
    module = _MODULES[mode]
    name = module.lower()
    options = [f"input_size={scene.cell.inputs}", f"hidden_size={scene.cell.units}"]
    options += ['nonlinearity="relu"'] * (mode == "RNN_RELU")
    options += ["bias=False"] * ("bias_ih_l0" not in weights)
    options += more
    literals = [(key, literal(array, CALL)) for key, array in weights.items()]
    lines = (
        f"{name} = nn.{module}({', '.join(options)}, dtype=torch.float64)",
        _BLOCKS[module],
        f"{name}.load_state_dict({named(literals)})",
    )
    return "\n".join(line for line in lines if line)


def _whole(scene: Scene, module: str) -> str:
    """All steps in one call."""
    states = [f'start["{state.name}"][None]' for state in scene.cell.graph.states]
    call = f"output, last = {module.lower()}(inputs, {given_states(states)})"
    return f"with torch.no_grad():\n    {call}  # last: the states after the last step"


def _stepwise(scene: Scene, module: str) -> str:
    """A step at a time, with what was put in by hand."""
    states = [state.name for state in scene.cell.graph.states]
    last = [f"last[{k}]" for k in range(len(states))] if len(states) > 1 else ["last"]
    kept = ", ".join(f'"{state}": {array}.clone()' for state, array in zip(states, last, strict=True))
    given = given_states([f'state["{state}"]' for state in states])
    body = (
        "state = {name: numbers[None].clone() for name, numbers in start.items()}",
        "rows = []",
        "for t, x in enumerate(inputs, start=1):",
        *putting_in(scene, "0, unit - 1", 1),
        f"    row, last = {module.lower()}(x[None], {given})",
        f"    state = {{{kept}}}",
        "    rows.append(row)",
        "output = torch.cat(rows)",
    )
    return "with torch.no_grad():\n" + indent("\n".join(body), "    ")


def given_states(states: list[str]) -> str:
    """The states as a module takes them: h, or (h, c)."""
    return f"({', '.join(states)})" if len(states) > 1 else states[0]
