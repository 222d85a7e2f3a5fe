"""A trained cell with a sequence that it reads, as a scene: the numbers of training, to be moved by hand.

A scene holds one layer: the first, in both directions where it has them. Its numbers are those of the
checkpoint; what is read out of its h stands in the caption.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import (
    MAX_INPUTS,
    MAX_STEPS,
    MAX_UNITS,
    Backward,
    Cell,
    Matrix,
    Names,
    Scene,
    Shown,
    zero_states,
)
from lstm_gui.lessons.scene_keys import MAX_LABEL, MAX_SEED
from lstm_gui.lessons.shown_file import MAX_NAME
from lstm_gui.nets import cell as nets_cell
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.stacked import Stacked
from lstm_gui.plain_text import VISIBLE, in_one_line
from lstm_gui.settings import SCENE_TABS
from lstm_gui.simulator.number_text import MINUS
from lstm_gui.training.network import new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Names as Words
from lstm_gui.training.portrait import Portrait
from lstm_gui.training.run import RunState
from lstm_gui.training.tasks.catalogue import BY_NAME

_NAMED = 4  # outputs whose names are told


def trained_scene(plan: Plan, state: RunState, portrait: Portrait) -> Scene:
    """The first layer of a checkpoint with the probe of its task.

    Raises ValueError, in a sentence for the person, where no scene is large enough for it.
    """
    network = new_network(plan.network, portrait.inputs, portrait.outputs, plan.seed)
    title = BY_NAME[plan.task.name].title
    return scene_of(
        network.with_vector(state.vector).layer,
        plan.network.kind,
        np.zeros((1, portrait.inputs), np.float32) if portrait.probe is None else portrait.probe,
        title=f"Trained: {title}",
        about=_about(plan, state, portrait, title),
        names=(portrait.input_names, portrait.step_names),
        seed=plan.seed,
    )


def scene_of(
    layer: Layer[Any],
    kind: Kind,
    x: FloatArray,
    *,
    title: str,
    about: str,
    names: tuple[Words, Words] = ((), ()),
    seed: int = 0,
) -> Scene:
    """The first layer of any network as a scene that reads x (T, I); `names` are of inputs and of steps.

    Raises ValueError as `trained_scene` does.
    """
    layers = layer.layers if isinstance(layer, Stacked) else (layer,)
    ahead, other = _directions(layers[0])
    if ahead.units > MAX_UNITS:
        raise ValueError(
            f"The simulator shows cells of up to {MAX_UNITS} units, and this one has {ahead.units}; "
            f"train one of {MAX_UNITS} or fewer."
        )
    steps, columns = _shown(x)
    initial, whole = zero_states(kind, ahead.units), steps == len(x)
    back = None
    if other is not None and whole:
        back = Backward(cell_of(other, kind, columns), initial)
    notes = {
        f"This is the first of {len(layers)} layers: the one above reads its h.": len(layers) > 1,
        f"The first {steps} of {len(x)} steps are here.": not whole,
        f"Of {x.shape[1]} inputs those are left out that are 0 at all of these steps.": (
            len(columns) < x.shape[1]
        ),
        "Only the cell that reads forwards is here, as the other begins at the end.": (
            other is not None and not whole
        ),
    }
    inputs, labels = names
    return Scene(
        title=title,
        caption=" ".join([about, *(note for note, holds in notes.items() if holds)]),
        cell=cell_of(ahead, kind, columns),
        initial=initial,
        inputs=_matrix(x[:steps, columns]),
        seed=seed % MAX_SEED,
        labels=tuple(_name(label, MAX_LABEL) for label in labels[:steps]),
        backward=back,
        shown=Shown(tab=SCENE_TABS[0]),  # so that the way back from it leads back to the training lab
        names=Names(tuple(_name(inputs[column], MAX_NAME) for column in columns) if inputs else ()),
    )


def _directions(layer: Layer[Any]) -> tuple[nets_cell.Cell[Any], nets_cell.Cell[Any] | None]:
    """The cell that reads forwards, and the one that reads backwards where there is one."""
    ahead, back = layer, None
    if isinstance(layer, Bidirectional):
        ahead, back = layer.forward_layer, layer.backward_layer
    assert isinstance(ahead, nets_cell.Cell)
    assert back is None or isinstance(back, nets_cell.Cell)
    return ahead, back


def cell_of(layer: nets_cell.Cell[Any], kind: Kind, columns: list[int] | None = None) -> Cell:
    """A layer of nets as a scene's cell (float64), with these of its inputs or with all.

    Where a scene has one bias and the layer two, it is their sum.
    """
    graph, arrays = graph_of(kind), {name: array.astype(np.float64) for name, array in layer.arrays.items()}
    if columns is not None:
        arrays["W"] = arrays["W"][:, columns]
    own = {given.block for given in graph.parameters if given.array == "bu"}
    if "b_u" in arrays:
        parts = zip(graph.blocks, np.split(arrays["b_u"], len(graph.blocks)), strict=True)
        outside = [np.zeros_like(part) if block.name in own else part for block, part in parts]
        arrays["b"] = arrays["b"] + np.concatenate(outside)
    cut = _Cut(arrays, layer.units, graph.packed.get("a", ()))
    found = [cut.taken(given.array, given.block, given.height(layer.units)) for given in graph.parameters]
    return Cell(arrays["W"].shape[1], layer.units, tuple(map(_matrix, found)), kind)


class _Cut:
    """Takes the arrays of a scene's cell, in their order, out of those of nets, where they are stacked."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], units: int, gates: tuple[str, ...]) -> None:
        self._arrays, self._units, self._gates = arrays, units, gates
        self._place = {"W": 0, "U": 0, "b": 0, "p": 0}

    def taken(self, array: str, block: str, height: int) -> NDArray[Any]:
        """The rows of one array of a block."""
        if array == "bu":  # of a GRU, the candidate's alone, which comes last
            return self._arrays["b_u"][-height:, np.newaxis]
        if array not in self._place:  # "Gi": from gate i to that of the block
            row, column = (self._gates.index(gate) * self._units for gate in (block, array[1:]))
            return self._arrays["G"][row : row + self._units, column : column + self._units]
        start = self._place[array]
        self._place[array] += height
        rows = self._arrays[array][start : start + height]
        return rows[:, np.newaxis] if rows.ndim == 1 else rows


def _shown(x: FloatArray) -> tuple[int, list[int]]:
    """How many steps of x (T, I) a scene holds, and which inputs: of too many, those that are ever read."""
    steps, width = min(len(x), MAX_STEPS), x.shape[1]
    if width <= MAX_INPUTS:
        return steps, list(range(width))
    seen = np.cumsum(x[:steps] != 0, axis=0) > 0  # (T, I): whether an input was not 0 by then
    fitting = int((seen.sum(axis=1) <= MAX_INPUTS).sum())
    if fitting < 2:
        raise ValueError(
            f"The simulator shows cells of up to {MAX_INPUTS} inputs, and this one reads {width} at once."
        )
    used = np.flatnonzero(seen[fitting - 1]).tolist()
    return fitting, used or [0]


def _matrix(rows: NDArray[Any]) -> Matrix:
    return tuple(tuple(row) for row in rows.astype(np.float64).tolist())


def _name(name: str, longest: int) -> str:
    """A name as it may stand in a scene; of signs that cannot be seen, a sign that can."""
    return VISIBLE.get(name) or in_one_line(name, longest)


def _about(plan: Plan, state: RunState, portrait: Portrait, title: str) -> str:
    """What the cell is, and what it is read for."""
    updates = "1 update" if state.step == 1 else f"{state.step} updates"
    score = f"{portrait.test.score:.3g}".replace("-", MINUS)
    units = "1 unit" if plan.network.units == 1 else f"{plan.network.units} units"
    return (
        f"{graph_of(plan.network.kind).title} of {units}, trained on “{title}” with seed {plan.seed}, after "
        f"{updates}: {portrait.score_name} {score} on the test set. It reads a sequence that it did not "
        f"learn from; weights that a scene does not hold turn its h into {_read_for(portrait)}."
    )


def _read_for(portrait: Portrait) -> str:
    """What the weights of the read-out make of h, in words."""
    names = [_name(name, MAX_NAME) for name in portrait.output_names[:_NAMED]]
    if portrait.answers == "classes":
        listed = f": {', '.join(names)}" + (" and more" if portrait.outputs > len(names) else "")
        return f"one of {portrait.outputs} answers{listed if names else ''}"
    more = portrait.outputs - len(names)
    words = ", ".join(names) if names else f"{portrait.outputs} numbers"
    return f"{words} and {more} more" if names and more else words
