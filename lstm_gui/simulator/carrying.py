"""Where the weights of another kind of cell come from: the cell there is, what is remembered, nothing.

A block that means the same gives its arrays as they are, and one that means the opposite gives them with the
sign turned, for σ(−z) = 1 − σ(z). What was remembered comes before such a turn, unless both blocks say the
same two things: a GRU's z that keeps and one that writes are one gate under two names. Where the cell there
is says two things by one gate, what is remembered of either of them is that thing's own, and comes back. What
is said by its opposite alone is remembered too, but what the cell there is says of it comes before.

A gate that nothing is known of starts open, with weights of 0 and a bias of OPEN: without a gate, a cell
goes on as if that gate were always open. Weights of 0 alone would hold it half shut, and halve what is kept,
written and shown at every step. One that shares between old and new (CIFG, GRU) starts in the middle, or
nothing would be written at all, and an exponential one at exp(0) = 1, which is open. Keys and queries start
as the same number whatever is read: then a matrix memory is the cell state of an sLSTM, in every column.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.parts import Block, Parameter
from lstm_gui.lessons.scene import Cell, Matrix, zero_cell
from lstm_gui.simulator.remembered import KnownArray, Remembered, known_arrays

OPEN = 3.0  # σ of it is 0.95
_OPENED = ("keep", "keep all", "write", "show", "reset")  # the meanings of gates that can stand open


@dataclass(frozen=True, slots=True)
class Taken:
    """The rows of an array, and where they come from."""

    rows: Matrix
    source: KnownArray
    how: str  # "carried", "turned" between two that say the same, "restored", or "opposite"

    def sized(self, start: Matrix) -> Matrix:
        """The rows in the size of `start`, which gives what is missing: the cell may have grown since."""
        pairs = zip(self.rows, start, strict=False)
        known = tuple((*row[: len(first)], *first[len(row) :]) for row, first in pairs)
        return (*known, *start[len(known) :])


def sources(fresh: Cell, old: Cell, remembered: Remembered) -> dict[str, Taken]:
    """The arrays of a new cell that something is known of, by name; `fresh` is what it is without."""
    everything = (tuple(known_arrays(old).values()), remembered.arrays)
    meanings = {block.meaning for block in fresh.graph.blocks}
    found = {}
    for name, given in fresh.graph.parameter.items():
        here, kept = ([one for one in known if one.array == given.array] for known in everything)
        if taken := _taken(fresh.graph.block(given.block), here, kept, meanings):
            found[name] = taken
    return found


def _taken(block: Block, here: list[KnownArray], kept: list[KnownArray], meanings: set[str]) -> Taken | None:
    same, own = _meaning(block, here), _meaning(block, kept)
    two_things = same is not None and same.opposite in meanings and not block.opposite
    if own is not None and two_things:
        return Taken(own.rows, own, "restored")
    if same is not None:
        return Taken(same.rows, same, "carried")
    if both := _says_the_same(block, here):
        return Taken(turned(both.rows), both, "turned")
    if both := _says_the_same(block, kept):
        return Taken(turned(both.rows), both, "restored")
    other = _opposite(block, here)
    if own is not None and (other is None or not own.said):
        return Taken(own.rows, own, "restored")
    if other is not None:
        return Taken(turned(other.rows), other, "opposite")
    other = _opposite(block, kept)
    return Taken(turned(other.rows), other, "restored") if other else None


def _meaning(block: Block, known: Iterable[KnownArray]) -> KnownArray | None:
    return next((one for one in known if one.meaning == block.meaning), None)


def _says_the_same(block: Block, known: Iterable[KnownArray]) -> KnownArray | None:
    """What says the same two things the other way round."""
    wanted = (block.opposite, block.meaning)
    return next((one for one in known if (one.meaning, one.opposite) == wanted), None)


def _opposite(block: Block, known: Iterable[KnownArray]) -> KnownArray | None:
    return next(
        (one for one in known if block.meaning == one.opposite or one.meaning == block.opposite), None
    )


def fresh_cell(new: CellGraph, inputs: int, units: int) -> Cell:
    """A cell of which nothing is known: see above for its gates."""
    biases = {
        f"b_{block.name}": ((starting_bias(block),),) * new.parameter[f"b_{block.name}"].height(units)
        for block in new.blocks
        if f"b_{block.name}" in new.parameter
    }
    return zero_cell(new.kind, inputs, units).with_arrays(biases)


def starting_bias(block: Block) -> float:
    """The bias of a block that nothing is known of."""
    if block.meaning in ("query", "key"):
        return 1.0
    return OPEN if block.meaning in _OPENED and not block.opposite else 0.0


def is_fresh(given: Parameter, block: Block, rows: Matrix) -> bool:
    """Whether an array says what it would if nothing were known of it."""
    start = starting_bias(block) if given.array == "b" else 0.0
    return all(number in (0.0, start) for row in rows for number in row)


def turned(rows: Matrix) -> Matrix:
    """The negative, with 0 as it was."""
    return tuple(tuple(0.0 - number for number in row) for row in rows)
