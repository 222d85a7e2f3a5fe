"""Where the parts of a cell's diagram stand, as data: nodes that apply something, and wires that join them.

A plan is about meaning and place alone: how things look is for whoever paints it. Each node works out what it
applies to what its wires bring, so that a plan can be held against the expressions of its cell.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from lstm_gui.graph.kind import Kind

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """Something that stands in the diagram."""

    name: str
    form: str  # "ring" holds a number, "matrix" many, "gate" is over weighted sums, "sign" an operation
    place: Place  # its middle
    shows: str = ""  # the quantity whose number stands there
    applies: str = ""  # "×", "+", "÷", "1 −", or a function; nothing where it only holds

    @property
    def in_words(self) -> bool:
        """Whether it names a function, as tanh, and not one of the four operations."""
        return self.applies not in ("×", "+", "÷", "1 −")


@dataclass(frozen=True, slots=True)
class Wire:
    """What one node brings to another, and the places where the wire bends between them."""

    start: str
    end: str
    bends: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A diagram: x runs to the right and y down, within its size."""

    size: tuple[float, float]
    nodes: tuple[Node, ...]
    wires: tuple[Wire, ...]

    @cached_property
    def node(self) -> dict[str, Node]:
        """The nodes by name."""
        return {node.name: node for node in self.nodes}

    def brought_to(self, name: str) -> tuple[Node, ...]:
        """The nodes whose wires end at one, in the order in which they are listed."""
        return tuple(self.node[wire.start] for wire in self.wires if wire.end == name)

    def path(self, wire: Wire) -> tuple[Place, ...]:
        """A wire from the middle of its first node to the middle of its last."""
        return (self.node[wire.start].place, *wire.bends, self.node[wire.end].place)


@cache
def plan_of(kind: Kind) -> Plan:
    """The plan of a cell."""
    if kind.family == "slstm":
        from lstm_gui.graph.slstm_plan import slstm_plan as made
    elif kind.family == "rnn":
        from lstm_gui.graph.rnn_plan import rnn_plan as made
    elif kind.family == "gru":
        from lstm_gui.graph.gru_plan import gru_plan as made
    elif kind.family == "mlstm":
        from lstm_gui.graph.mlstm_plan import mlstm_plan as made
    else:
        from lstm_gui.graph.lstm_plan import lstm_plan as made
    return made(kind)


def ring(name: str, x: float, y: float) -> Node:
    """A ring that holds the quantity of its name."""
    return Node(name, "ring", (x, y), shows=name)


def sign(name: str, applies: str, x: float, y: float, shows: str = "") -> Node:
    """A small operation."""
    return Node(name, "sign", (x, y), shows, applies)


@dataclass(frozen=True, slots=True)
class Bus:
    """The line along which x and h₋ reach the gates from below."""

    elbow: float  # x where the line begins
    level: float  # y
    aside: float = 0.0  # how far beside the middle of a gate it comes in, where another line does too

    def wires(self, start: Node, ends: tuple[Node, ...]) -> tuple[Wire, ...]:
        """A wire from a ring at the left to each of some nodes, along the line."""
        corner = ((self.elbow, start.place[1]), (self.elbow, self.level))
        return tuple(Wire(start.name, end.name, (*corner, *self._up_to(end))) for end in ends)

    def _up_to(self, end: Node) -> tuple[Place, ...]:
        x, y = end.place
        if not self.aside or end.form != "gate":
            return ((x, self.level),)
        return (x + self.aside, self.level), (x + self.aside, y)
