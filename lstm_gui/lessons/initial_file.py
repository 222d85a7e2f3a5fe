"""Where the states of a cell start, as a scene file has them.

    {"h": [0.0], "c": [0.8]}

A state that is left out starts at zero.
"""

from lstm_gui.lessons.cell_file import read_vector
from lstm_gui.lessons.scene import Cell, Matrix
from lstm_gui.strict_fields import Field


def read_initial(field: Field, cell: Cell) -> Matrix:
    """The initial states of a cell, in the order of its graph. Raises FileRefused."""
    states = cell.graph.states
    fields = field.table((), [state.name for state in states])
    zeros = (0.0,) * cell.units
    return tuple(
        read_vector(fields[state.name], cell.units, state.low) if state.name in fields else zeros
        for state in states
    )


def initial_values(cell: Cell, initial: Matrix) -> dict[str, list[float]]:
    """The initial states as they stand in a file."""
    states = zip(cell.graph.states, initial, strict=True)
    return {state.name: [float(value) for value in values] for state, values in states}
