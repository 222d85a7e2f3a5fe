"""Blocks of rows, one for each gate, put into the order of another tool."""

from collections.abc import Sequence

import numpy as np

from lstm_gui.nets.activation import FloatArray


def in_order(rows: FloatArray, given: Sequence[str], wanted: Sequence[str]) -> FloatArray:
    """A copy of rows (blocks·H, …), given block by block under these names, with the blocks wanted.

    A block that is wanted but not given is zero; one that is given but not wanted is left out.
    """
    named = dict(zip(given, np.split(rows, len(given)), strict=True))
    absent = np.zeros_like(next(iter(named.values())))
    return np.concatenate([named.get(name, absent) for name in wanted])
