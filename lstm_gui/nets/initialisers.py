"""Where learning starts: draws the parameters of any layer or read-out, each array by its role.

    uniform       every number from U(−1/√H, 1/√H)                     (PyTorch's default)
    glorot        every matrix from U(−a, a), a = √(6 / (its rows + its columns)); the rest 0
                                                                       (Glorot & Bengio 2010)
    orthogonal    the recurrent matrices with orthonormal rows or columns, the others as by glorot; the rest 0
                                                                       (Saxe, McClelland & Ganguli 2014)

A matrix is what one block reads of one thing: W and U of an LSTM are four matrices each, i, f, g and o, and
what its G holds are nine. What is drawn depends on the generator alone; in float32 it is the same, rounded.
`memory_bias.py` has the biases that set how long a cell remembers at first.

I inputs, H units (for a read-out, what it reads).
"""

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.composite import Composite
from lstm_gui.nets.named_arrays import NamedArrays
from lstm_gui.nets.readout import Readout
from lstm_gui.nets.wrapper import Wrapper

NamedArraysT = TypeVar("NamedArraysT", bound=NamedArrays)
Part = Cell[Any] | Readout
Matrix = NDArray[np.float64]
Draw = Callable[[int, int, np.random.Generator], Matrix]

RECURRENT = ("U", "G", "R")
"""The matrices by which a cell reads what it gave itself; W and V read what others gave."""


def uniform(layer: NamedArraysT, rng: np.random.Generator) -> NamedArraysT:
    """Every number from U(−1/√H, 1/√H), biases too, as PyTorch has its recurrent layers and nn.Linear."""

    def drawn(part: Part) -> dict[str, FloatArray]:
        bound = (part.units if isinstance(part, Cell) else part.inputs) ** -0.5
        return {name: rng.uniform(-bound, bound, array.shape) for name, array in part.arrays.items()}

    return part_by_part(layer, drawn)


def glorot(layer: NamedArraysT, rng: np.random.Generator) -> NamedArraysT:
    """Every matrix such that a signal keeps its variance on its way through, forward and back; the rest 0."""
    return part_by_part(layer, lambda part: _matrices(part, rng, recurrent=glorot_matrix))


def orthogonal(layer: NamedArraysT, rng: np.random.Generator) -> NamedArraysT:
    """The recurrent matrices such that they turn a state and stretch nothing; the rest as `glorot` has it."""
    return part_by_part(layer, lambda part: _matrices(part, rng, recurrent=orthogonal_matrix))


INITIALISERS = {"uniform": uniform, "glorot": glorot, "orthogonal": orthogonal}


def glorot_matrix(rows: int, columns: int, rng: np.random.Generator) -> Matrix:
    """(rows, columns) from U(−a, a)."""
    bound = (6 / (rows + columns)) ** 0.5
    return rng.uniform(-bound, bound, (rows, columns))


def orthogonal_matrix(rows: int, columns: int, rng: np.random.Generator) -> Matrix:
    """(rows, columns) with orthonormal columns or, where there are more of those, rows.

    All such matrices are equally likely: Q of a normal matrix, each column of the sign that makes the
    diagonal of R positive (Mezzadri 2007).
    """
    tall = rng.normal(size=(max(rows, columns), min(rows, columns)))
    Q, R = np.linalg.qr(tall)
    Q = Q * np.where(np.diag(R) < 0, -1.0, 1.0)
    return Q if rows >= columns else Q.T


def parts(layer: NamedArrays, prefix: str = "") -> dict[str, Part]:
    """The cells of a layer, by what stands before the names of their arrays in it: "" or "0.forward."."""
    if isinstance(layer, Composite):
        found: dict[str, Part] = {}
        for name, member in layer.members.items():
            found |= parts(member, f"{prefix}{name}.")
        return found
    if isinstance(layer, Wrapper):
        return parts(layer.layer, prefix)
    if isinstance(layer, Cell | Readout):
        return {prefix: layer}
    raise ValueError(f"there is no initialiser for a {type(layer).__name__}")


def part_by_part(
    layer: NamedArraysT, arrays_of: Callable[[Part], Mapping[str, NDArray[Any]]]
) -> NamedArraysT:
    """The same layer with the arrays that `arrays_of` gives for each of its cells, in their precision."""
    arrays: dict[str, FloatArray] = {}
    for prefix, part in parts(layer).items():
        arrays |= {prefix + name: array.astype(part.dtype) for name, array in arrays_of(part).items()}
    return layer.with_arrays(arrays)


def _matrices(part: Part, rng: np.random.Generator, recurrent: Draw) -> dict[str, Matrix]:
    """Each matrix of a cell or read-out drawn, each vector 0."""
    found = {}
    for name, array in part.arrays.items():
        draw = recurrent if name in RECURRENT else glorot_matrix
        found[name] = np.zeros(array.shape)
        for place in _blocks(part, name) if array.ndim == 2 else ():
            rows, columns = found[name][place].shape
            found[name][place] = draw(rows, columns, rng)
    return found


def _blocks(part: Part, name: str) -> list[tuple[slice, slice]]:
    """Where the matrices stand of which an array is made: their rows and columns."""
    everything = slice(None)
    if isinstance(part, Readout) or name == "R":
        return [(everything, everything)]
    if name == "G":
        gates = [slice(start, start + part.units) for start in range(0, len(part.arrays["G"]), part.units)]
        return list(product(gates, gates))
    return [(part.rows(block), everything) for block in part.blocks]
