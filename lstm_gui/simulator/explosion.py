"""Where a run first left the finite numbers, if it did: what comes after means nothing."""

from collections.abc import Mapping

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.diagnostics.not_finite import first_not_finite
from lstm_gui.simulator.quantity import Quantity


def explosion(arrays: Mapping[str, FloatArray], graph: CellGraph) -> Quantity | None:
    """The first number that is infinite or not a number, in the order in which they were computed.

    Where every h lies within ±1, weights and states as large as a scene may hold them reach no such number.
    """
    if graph.bounded:
        return None
    found = first_not_finite({one.name: arrays[one.name] for one in graph.computed if one.name in arrays})
    return None if found is None else Quantity(found.quantity, found.t + 1, found.place[0])
