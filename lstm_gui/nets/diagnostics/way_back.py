"""The way back through time from one step of one sequence, of any number of gradients at once."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from lstm_gui.nets.cell import Cell
from lstm_gui.nets.layer import State
from lstm_gui.nets.trace import CellTrace


def way_back(
    cell: Cell[Any], trace: CellTrace, sequence: int, target: int, d_state: State, start: int = 0
) -> Iterator[tuple[int, State, State]]:
    """From gradients (N, ·) of the state after index `target`, step by step back to index `start`.

    Each time: the index t; all that reaches the state after it, the paths within step t (c_t → h_t) included;
    and what reaches the state before it, from step t on. The trace's slopes are shared by the N gradients.
    Numbers may overflow: whoever goes this way says what is to come of it. Raises ValueError where the target
    is no step of the sequence.
    """
    check_step(trace, sequence, target)
    run = trace.part(start, target + 1).repeated(sequence, 1)
    way = cell.way_back(run)
    for t in reversed(range(start, target + 1)):
        d_z = np.zeros((len(d_state[0]), run.z.shape[-1]), dtype=run.z.dtype)  # (N, rows of W)
        reached, d_state = way.step(t - start, d_state, d_z)
        yield t, reached, d_state


def check_step(trace: CellTrace, sequence: int, target: int) -> None:
    """Raise ValueError unless `target` is the index of a step that a sequence of the batch ran."""
    if not 0 <= sequence < trace.batch:
        raise ValueError(f"the sequence is {sequence}; wanted 0 to {trace.batch - 1}, one of the batch")
    steps = trace.steps if trace.lengths is None else int(trace.lengths[sequence])
    if not 0 <= target < steps:
        raise ValueError(f"the target is {target}; wanted 0 to {steps - 1}, an index of the sequence's steps")
