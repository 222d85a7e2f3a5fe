"""A kind of cell as a layer of lstm_gui.nets: from arrays, or of given sizes with every number zero.

A family's module is imported when one of its cells is made.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.cell import Cell

Layer = Cell[Any]


def layer_from(kind: Kind, arrays: Mapping[str, FloatArray]) -> Layer:
    """A layer of that kind with these arrays, by their names in nets. Raises ValueError where one misfits."""
    options = kind.options
    W, b = arrays["W"], arrays["b"]
    if kind.family == "mlstm":
        from lstm_gui.nets.mlstm import Mlstm

        return Mlstm(W, b, exponential_forget=options["forget"] == "exponential")
    U = arrays["U"]
    if kind.family == "lstm":
        from lstm_gui.nets.lstm import Lstm
        from lstm_gui.nets.lstm_variant import GREFF_2015, HOCHREITER_1997, VANILLA

        named = {"standard": VANILLA, "peephole": VANILLA, "1997": HOCHREITER_1997, **GREFF_2015}
        return Lstm(W, U, b, p=arrays.get("p"), G=arrays.get("G"), variant=named[options["variant"]])
    if kind.family == "rnn":
        from lstm_gui.nets.activation import RELU, TANH
        from lstm_gui.nets.rnn import Rnn

        return Rnn(W, U, b, activation=RELU if options["activation"] == "relu" else TANH)
    if kind.family == "gru":
        from lstm_gui.nets.gru import Gru

        after, keeps = options["reset"] == "after", options["z"] == "keeps"
        return Gru(W, U, b, arrays.get("b_u"), reset_after=after, z_keeps=keeps)
    from lstm_gui.nets.slstm import Slstm

    return Slstm(W, U, b, exponential_forget=options["forget"] == "exponential")


def zero_layer(kind: Kind, inputs: int, units: int, dtype: DTypeLike = np.float64) -> Layer:
    """A layer of that kind and size with every number zero, for an initialiser to fill."""
    graph = graph_of(kind)
    blocks, known = len(graph.blocks), {given.array for given in graph.parameters}
    rows = 4 * units + 2 if kind.family == "mlstm" else blocks * units
    gates = units * (len(graph.packed["a"]) if "Gi" in known else 0)
    peepholes = units * sum(given.array == "p" for given in graph.parameters)
    shapes: dict[str, tuple[int, ...]] = {
        "W": (rows, inputs),
        "U": (rows, units),
        "b": (rows,),
        "b_u": (rows,) if "bu" in known else (),
        "p": (peepholes,) if peepholes else (),
        "G": (gates, gates) if gates else (),
    }
    return layer_from(kind, {name: np.zeros(shape, dtype) for name, shape in shapes.items() if shape})
