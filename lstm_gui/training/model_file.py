"""A trained network as a file of weights that any tool reads, with all that is needed to learn on.

The tensors are the parameters by their names ("layer.0.W", "readout.V"), what the optimiser remembers
("optimiser.m", "optimiser.v") and the state that the next batch goes on from ("carried.0"). All else is JSON:
`model_header.py` says what. Read again, it is the same run to the bit.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.bounded_file import FileRefused, shown_name
from lstm_gui.formats.safetensors import MAX_HEADER, Tensors, read_tensors
from lstm_gui.formats.safetensors_writer import written_tensors
from lstm_gui.nets.layer import State
from lstm_gui.nets.optimisers import Memory
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json
from lstm_gui.training.model_header import DataName, Header, header_text, read_header
from lstm_gui.training.network import Network, new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Portrait
from lstm_gui.training.run import RunState

KEY = "lstm_lab"  # of the header among the texts of the file
_MEMORY, _CARRIED = "optimiser.", "carried."
UNBOUNDED = (_MEMORY, _CARRIED)
"""What these names begin is no weight: it has to be finite, and may be of any size."""


@dataclass(frozen=True, eq=False)
class SavedModel:
    """A run as it was saved."""

    plan: Plan  # without a person's own data
    state: RunState
    portrait: Portrait  # as it was when it was saved, without the probe
    data: DataName | None  # what the data was called that has to be chosen again
    made_by: str  # "LSTM Lab 1.0"


def model_bytes(plan: Plan, state: RunState, portrait: Portrait) -> bytes:
    """The content of a file with a checkpoint.

    Raises ValueError, in words for the person, where it is none of the plan's, or could not be read again.
    """
    network = _network(plan, portrait.inputs, portrait.outputs).with_vector(state.vector)
    arrays: dict[str, NDArray[Any]] = dict(network.arrays)
    memory = {"m": state.memory.m, "v": state.memory.v}
    arrays |= {f"{_MEMORY}{name}": array for name, array in memory.items() if array is not None}
    arrays |= {f"{_CARRIED}{number}": array for number, array in enumerate(state.carried or ())}
    for name, array in arrays.items():
        if not np.isfinite(array).all():
            raise ValueError(f"{name} holds a number that is not finite; save an earlier checkpoint.")
    return written_tensors(arrays, {KEY: header_text(plan, state, portrait)})


def is_ours(tensors: Tensors) -> bool:
    """Whether a file says what run its weights come from."""
    return KEY in tensors.metadata


def read_model(path: Path) -> SavedModel:
    """The run in a file. Raises FileRefused."""
    return model_in(read_tensors(path, unbounded=UNBOUNDED), shown_name(path))


def model_in(tensors: Tensors, name: str) -> SavedModel:
    """The run in a file of weights that was read; `name` is what it is called in a refusal."""
    if not is_ours(tensors):
        raise FileRefused(f"{name} does not say what its weights are of; they were not saved by LSTM Lab.")
    text = parse_json(tensors.metadata[KEY], name=f"{name}, what it says of itself", max_bytes=MAX_HEADER)
    header = read_header(Field(text, name))
    try:
        state = _state(header, tensors.arrays)
    except ValueError as error:
        raise FileRefused(f"{name} does not hold the network that it describes: {error}.") from None
    return SavedModel(header.plan, state, header.portrait, header.data, header.made_by)


def _network(plan: Plan, inputs: int, outputs: int) -> Network:
    """A network of the plan's shapes; what its numbers are does not matter."""
    plainest = replace(plan.network, initialiser="uniform", forget_bias=None, longest_memory=None)
    return new_network(plainest, inputs, outputs, 0)


def _state(header: Header, given: Mapping[str, NDArray[Any]]) -> RunState:
    """The checkpoint of these arrays. Raises ValueError naming one that is missing, surplus or misfits."""
    network = _network(header.plan, header.portrait.inputs, header.portrait.outputs)
    arrays = {name: np.asarray(array, np.float32) for name, array in given.items()}
    own = {name: array for name, array in arrays.items() if not name.startswith(UNBOUNDED)}
    if missing := network.arrays.keys() - own.keys():
        raise ValueError(f"{sorted(missing)[0]} is missing")
    for name, wanted in network.arrays.items():
        if own[name].shape != wanted.shape:
            raise ValueError(f"{name} has shape {own[name].shape}; wanted {wanted.shape}")
    vector = network.with_arrays(own).vector
    memory = _memory(header.memory_steps, arrays, vector.shape)
    return RunState(vector=vector, memory=memory, carried=_carried(network, arrays), **header.state)


def _memory(steps: int, arrays: Mapping[str, NDArray[Any]], shape: tuple[int, ...]) -> Memory:
    """What the optimiser remembers."""
    found = {name.removeprefix(_MEMORY): array for name, array in arrays.items() if name.startswith(_MEMORY)}
    for name, array in found.items():
        if name not in ("m", "v") or array.shape != shape:
            raise ValueError(f"{_MEMORY}{name} has shape {array.shape}; wanted m and v of shape {shape}")
        if name == "v" and not array.min(initial=math.inf) >= 0:
            raise ValueError(f"{_MEMORY}v has a number below 0, which no mean of squares is")
    return Memory(steps, found.get("m"), found.get("v"))


def _carried(network: Network, arrays: Mapping[str, NDArray[Any]]) -> State | None:
    """The state that the next batch goes on from."""
    found = {name: array for name, array in arrays.items() if name.startswith(_CARRIED)}
    if not found:
        return None
    if found.keys() != {f"{_CARRIED}{number}" for number in range(len(found))}:
        raise ValueError(f"{_CARRIED}0, {_CARRIED}1 … are wanted, not {', '.join(sorted(found))}")
    state = tuple(found[f"{_CARRIED}{number}"] for number in range(len(found)))
    batch = state[0].shape[0] if state[0].ndim else 0
    return network.layer.state_from(state, batch, f"{_CARRIED}{{}}")
