"""A person's switch to another kind of cell: of the state, with the size that the kind opens in."""

from dataclasses import replace

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.simulator.sizes import set_units
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import Switched, switched

MATRIX_UNITS = 4  # a memory that is a matrix is one number in a cell of one unit: it opens larger


def switched_state(state: SimState, kind: Kind) -> tuple[SimState, Switched]:
    """The state with a cell of that kind in its scene, and what became of the old one.

    A cell of one unit grows for a matrix memory, and is of one unit again in a cell without.
    """
    result = switched(state.scene, kind, state.remembered)
    changed = replace(state, scene=result.scene, remembered=result.remembered)
    units, grown = changed.scene.cell.units, changed.remembered.grown
    if graph_of(kind).matrices and units == 1:
        changed = set_units(changed, MATRIX_UNITS)
        return replace(changed, remembered=replace(changed.remembered, grown=True)), result
    if grown and not graph_of(kind).matrices:
        changed = set_units(changed, 1) if units == MATRIX_UNITS else changed
        return replace(changed, remembered=replace(changed.remembered, grown=False)), result
    return changed, result
