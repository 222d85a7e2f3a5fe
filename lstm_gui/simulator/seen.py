"""Which unit and input are looked at, among how many, and how a view addresses what it shows of them."""

from dataclasses import dataclass

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Seen:
    """The unit and the input shown, and where all of them stand at the step shown."""

    unit: int = 0  # counted from 0, as
    source: int = 0
    h: tuple[float, ...] = (0.0,)  # the hidden state of every unit
    x: tuple[float, ...] = (0.0,)  # every input

    @property
    def is_alone(self) -> bool:
        """Whether there is but one unit that reads one input."""
        return len(self.h) == len(self.x) == 1


def seen_at(step: int, unit: int, source: int, h: FloatArray, x: FloatArray) -> Seen:
    """What is seen at a step of the runs h (T, units) and x (T, inputs)."""
    return Seen(unit, source, tuple(h[step - 1].tolist()), tuple(x[step - 1].tolist()))


def address_of(
    name: str, step: int, unit: int, source: int, graph: CellGraph, *, backward: bool = False
) -> Quantity:
    """The quantity that a name stands for where a unit and an input are looked at.

    Of the weights of a recurrent array, it is the one by which the unit reads itself.
    """
    if name == "x":
        return Quantity(name, step, source=source)
    if name in graph.parameter:
        column = {"inputs": source, "units": unit, "one": 0}[graph.parameter[name].columns]
        row = unit if graph.parameter[name].rows == "units" else 0
        return Quantity(name, unit=row, source=column, backward=backward)
    return Quantity(name, step, unit, backward=backward)
