"""Weights that another tool saved: a recurrent module of PyTorch, and a linear layer that reads its h.

Names are those of a state_dict, "lstm.weight_ih_l0" say. What such a file does not say is assumed, and told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.safetensors import Tensors
from lstm_gui.graph.kind import Kind
from lstm_gui.nets.convert.torch import from_torch
from lstm_gui.nets.layer import Layer
from lstm_gui.plain_text import in_one_line
from lstm_gui.training.network import Network, NetworkChoice, new_network

_RECURRENT = re.compile(r"(.*?)((?:weight|bias)_(?:ih|hh|hr)_l\d+(?:_reverse)?)", re.DOTALL)
_KINDS = {
    4: ("LSTM", "an LSTM"),
    3: ("GRU", "a GRU"),
    1: ("RNN_TANH", "an RNN of tanh"),
}  # by gates: mode, words
_CELLS = {"LSTM": Kind.of("lstm"), "GRU": Kind.of("gru"), "RNN_TANH": Kind.of("rnn")}
Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, eq=False)
class Elsewhere:
    """A network of another tool, as one of ours."""

    choice: NetworkChoice
    network: Network  # its read-out is zero where the file has none
    has_readout: bool
    assumed: str  # a sentence

    @property
    def layer(self) -> Layer[Any]:
        """The recurrent layers."""
        return self.network.layer


def network_in(tensors: Tensors, name: str) -> Elsewhere:
    """The network in a file of weights. Raises FileRefused in a sentence for what is not understood."""
    parts = {key: found for key in tensors.arrays if (found := _RECURRENT.fullmatch(key))}
    prefixes = {found[1] for found in parts.values()}
    if len(prefixes) != 1:
        what = "no recurrent layer" if not prefixes else f"{len(prefixes)} recurrent modules"
        raise FileRefused(
            f"{name} holds {what} with the names that PyTorch gives; only files of LSTM Lab, and of one "
            "nn.RNN, nn.LSTM or nn.GRU, are understood."
        )
    arrays = {found[2]: _single(tensors.arrays[key]) for key, found in parts.items()}
    rest = {key: _single(array) for key, array in tensors.arrays.items() if key not in parts}
    try:
        mode, words = _kind(arrays)
        theirs = from_torch(mode, arrays)
        V, c, readout = _linear(rest, theirs.outputs)
        choice = _choice(mode, arrays)
        network = new_network(choice, theirs.inputs, len(V), 0)
        taken = {"readout.V": V, "readout.c": c}
        taken |= {f"layer.{key}": array for key, array in _ours(network.layer, theirs).items()}
        network = network.with_arrays(taken)
    except ValueError as error:
        raise FileRefused(f"{name} holds a network that cannot be opened here: {error}.") from None
    read = f"read by the linear layer “{readout}”" if readout else "without a layer that reads its h"
    assumed = f"{name} is taken for {words} of PyTorch, {read}; what it learnt and on what, it does not say."
    return Elsewhere(choice, network, bool(readout), assumed)


def _single(array: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(array, np.float32)


def _kind(arrays: Arrays) -> tuple[str, str]:
    """What the module is, by its gates: as many blocks of rows as it has."""
    first = arrays.get("weight_hh_l0")
    if first is None or first.ndim != 2 or not first.size:
        raise ValueError("weight_hh_l0 is missing, or is no matrix")
    if any("_hr_" in name for name in arrays):
        raise ValueError("its h is projected, which no cell here has")
    gates, over = divmod(len(first), first.shape[1])
    if over or gates not in _KINDS:
        raise ValueError(f"weight_hh_l0 has shape {first.shape}, which is no RNN, GRU or LSTM")
    return _KINDS[gates]


def _choice(mode: str, arrays: Arrays) -> NetworkChoice:
    """The network of that kind and size; what it would be at first does not matter."""
    layers = {name.split("_l")[-1].removesuffix("_reverse") for name in arrays if "weight_hh" in name}
    return NetworkChoice(
        _CELLS[mode],
        units=int(arrays["weight_hh_l0"].shape[1]),
        layers=len(layers),
        bidirectional=any(name.endswith("_reverse") for name in arrays),
    )


def _linear(rest: Arrays, reads: int) -> tuple[NDArray[Any], NDArray[Any], str]:
    """Weights and biases of the linear layer and what it is called; zeros and "" where there is none."""
    if not rest:
        return np.zeros((1, reads), np.float32), np.zeros(1, np.float32), ""
    weights = {name for name in rest if name.rpartition(".")[2] == "weight"}
    prefix = next(iter(weights), "").rpartition(".")[0]
    fits = len(weights) == 1 and rest.keys() <= {f"{prefix}.weight", f"{prefix}.bias"}
    V = rest.get(f"{prefix}.weight")
    if not fits or V is None or V.ndim != 2 or V.shape[1] != reads:
        other = in_one_line(sorted(rest)[0])
        raise ValueError(f"“{other}” is no part of one linear layer that reads its {reads} outputs")
    c = rest.get(f"{prefix}.bias", np.zeros(len(V), np.float32))
    return V, c, in_one_line(prefix)


def _ours(layer: Layer[Any], theirs: Layer[Any]) -> dict[str, NDArray[Any]]:
    """The arrays of their layers by the names of ours; two biases are one where the cell has one."""
    found: dict[str, NDArray[Any]] = {}
    given = theirs.arrays
    for name, array in layer.arrays.items():
        second = f"{name}_u"
        if name not in given:  # a second bias that they have not
            found[name] = np.zeros_like(array)
        elif name.rpartition(".")[2] == "b" and second in given and second not in layer.arrays:
            found[name] = given[name] + given[second]
        else:
            found[name] = given[name]
    return found
