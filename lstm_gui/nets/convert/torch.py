"""Layers from PyTorch's nn.RNN, nn.LSTM and nn.GRU, and back.

Arrays have the names of a module's `state_dict`, for layer k and, with `_reverse`, its backward direction:

    weight_ih_lk (gates·H, I)   weight_hh_lk (gates·H, P)   bias_ih_lk (gates·H,)   bias_hh_lk (gates·H,)
    weight_hr_lk (P, H)         with proj_size; else P = H

They are W, U, b, b_u and R of our cells, the blocks in the same order: LSTM i, f, g, o and GRU r, z, n. The
kind is the module's `mode`: "RNN_TANH", "RNN_RELU", "LSTM" or "GRU". A layer reads x (T, B, I) and the states
that the module takes, (layers·directions, B, ·): h, or (h, c).
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from lstm_gui.nets.activation import RELU, SIGMOID, TANH, FloatArray
from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.convert.refusal import refuse_if, unknown
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import VANILLA
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.shapes import check_shape
from lstm_gui.nets.stacked import Stacked

GATES = {"RNN_TANH": 1, "RNN_RELU": 1, "LSTM": 4, "GRU": 3}
ROLES = {"weight_ih": "W", "weight_hh": "U", "bias_ih": "b", "bias_hh": "b_u", "weight_hr": "R"}
WEIGHTS, BIASES, PROJECTION = ("weight_ih", "weight_hh"), ("bias_ih", "bias_hh"), ("weight_hr",)
NONLINEARITIES = {"RNN_TANH": TANH, "RNN_RELU": RELU}
TorchCell = Rnn | Lstm | Gru


def from_torch(kind: str, arrays: Mapping[str, FloatArray], nonlinearity: str = "tanh") -> Layer[Any]:
    """A layer from the kind of a module and its arrays by name.

    "RNN" is taken as well, with a nonlinearity "tanh" or "relu". Without biases b is zero, and there is no
    b_u. Raises ValueError naming what does not fit.
    """
    mode = f"RNN_{nonlinearity.upper()}" if kind == "RNN" else kind
    if mode not in GATES:
        raise ValueError(f"the kind is {mode}; wanted one of {', '.join(GATES)}")
    roles, suffixes = _expected(mode, arrays)
    layers: list[Layer[Any]] = []
    for pair in suffixes:
        inputs = layers[-1].outputs if layers else "inputs"
        cells = [
            _cell(mode, {role: arrays[role + suffix] for role in roles}, suffix, inputs) for suffix in pair
        ]
        layers.append(Bidirectional(*cells) if len(cells) == 2 else cells[0])
    return Stacked(tuple(layers)) if len(layers) > 1 else layers[0]


def to_torch(layer: Layer[Any]) -> tuple[str, dict[str, FloatArray]]:
    """The kind of a layer and its arrays by name, which `from_torch` takes.

    There are no biases where no cell has a b_u and all b are zero; else a b_u that is not there is written as
    zeros. Raises ValueError for a layer that PyTorch cannot express.
    """
    layers = layer.layers if isinstance(layer, Stacked) else (layer,)
    cells = [_cells(each) for each in layers]
    every = [cell for pair in cells for cell in pair]
    modes = [_mode(cell) for cell in every]
    refuse_if(
        "PyTorch",
        {
            "module of several kinds of layers": len(set(modes)) > 1,
            "module of layers with different directions": len({len(pair) for pair in cells}) > 1,
            "module of layers of different sizes": len({cell.U.shape for cell in every}) > 1,
        },
    )
    biased = any(cell.b_u is not None or cell.b.any() for cell in every)
    suffixes = _suffixes(len(cells), len(cells[0]))
    found: dict[str, FloatArray] = {}
    for cell, suffix in zip(every, (each for pair in suffixes for each in pair), strict=True):
        own = {"b_u": np.zeros_like(cell.b), **cell.arrays}
        roles = WEIGHTS + (BIASES if biased else ()) + (PROJECTION if "R" in own else ())
        found |= {f"{role}{suffix}": own[ROLES[role]].copy() for role in roles}
    return modes[0], found


def _suffixes(layers: int, directions: int) -> list[list[str]]:
    """What the names of each layer's directions end in."""
    return [[f"_l{k}{direction}" for direction in ("", "_reverse")[:directions]] for k in range(layers)]


# From PyTorch


def _expected(mode: str, names: Iterable[str]) -> tuple[tuple[str, ...], list[list[str]]]:
    """The roles and suffixes that names are made of. Raises ValueError unless they are whole."""
    given = set(names)
    biased, projected = any("bias" in name for name in given), any("_hr_" in name for name in given)
    roles = WEIGHTS + (BIASES if biased else ()) + (PROJECTION if projected and mode == "LSTM" else ())
    layers = 1
    while any(f"_l{layers}" in name for name in given):
        layers += 1
    suffixes = _suffixes(layers, 2 if any("_reverse" in name for name in given) else 1)
    wanted = {role + suffix for role in roles for pair in suffixes for suffix in pair}
    if missing := wanted - given:
        raise ValueError(
            f"{', '.join(sorted(missing))} is missing; wanted it beside {', '.join(sorted(given))}"
        )
    if surplus := given - wanted:
        raise ValueError(f"there is no {', '.join(sorted(surplus))}; wanted {', '.join(sorted(wanted))}")
    return roles, suffixes


def _cell(mode: str, arrays: Mapping[str, FloatArray], suffix: str, inputs: int | str) -> TorchCell:
    """The cell of one direction of one layer, from its arrays by role."""
    _check_shapes(GATES[mode], arrays, suffix, inputs)
    own = {ROLES[role]: array.copy() for role, array in arrays.items()}
    own.setdefault("b", np.zeros_like(own["W"][:, 0]))
    W, U, b, b_u = own["W"], own["U"], own["b"], own.get("b_u")
    if mode == "LSTM":
        return Lstm(W, U, b, b_u, R=own.get("R"))
    return Gru(W, U, b, b_u) if mode == "GRU" else Rnn(W, U, b, b_u, NONLINEARITIES[mode])


def _check_shapes(gates: int, arrays: Mapping[str, FloatArray], suffix: str, inputs: int | str) -> None:
    """Raise ValueError unless the arrays of a cell fit each other."""
    projected = "weight_hr" in arrays
    known, wanted = ("weight_hr", "outputs") if projected else ("weight_hh", f"{gates}·hidden")
    check_shape(known + suffix, arrays[known], (wanted, "hidden"))
    hidden = arrays[known].shape[1]
    rows, outputs = gates * hidden, len(arrays[known]) if projected else hidden
    shapes = {"weight_hh": (rows, outputs), "weight_ih": (rows, inputs), "weight_hr": (outputs, hidden)}
    for role in ("weight_hh", *arrays):
        check_shape(role + suffix, arrays[role], shapes.get(role, (rows,)))


# To PyTorch


def _cells(layer: Layer[Any]) -> list[TorchCell]:
    """The one or two cells of a layer, in the order of PyTorch's directions."""
    members = [layer]
    if isinstance(layer, Bidirectional):
        members = [layer.forward_layer, layer.backward_layer]
    cells = [member for member in members if isinstance(member, TorchCell)]
    if len(cells) < len(members):
        raise unknown("PyTorch", layer)
    return cells


def _mode(cell: TorchCell) -> str:
    """The kind of a cell. Raises ValueError where PyTorch has none."""
    if isinstance(cell, Lstm):
        refuse_if(
            "PyTorch",
            {
                "variant of the LSTM": cell.variant != VANILLA,
                "peepholes": cell.p is not None,
                "full gate recurrence": cell.G is not None,
                "projection to as many numbers as there are units": cell.R is not None
                and len(cell.R) >= cell.units,
            },
        )
        return "LSTM"
    refuse_if("PyTorch", {"clip": cell.clip is not None})
    if isinstance(cell, Rnn):
        names = {activation: mode for mode, activation in NONLINEARITIES.items()}
        refuse_if("PyTorch", {f"RNN with {cell.activation.name}": cell.activation not in names})
        return names[cell.activation]
    refuse_if(
        "PyTorch",
        {
            "GRU whose r is applied before U": not cell.reset_after,
            "GRU whose z writes the new": not cell.z_keeps,
            "GRU with other activations": (cell.gate_activation, cell.candidate_activation)
            != (SIGMOID, TANH),
        },
    )
    return "GRU"
