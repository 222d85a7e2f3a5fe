"""Two plans of the cell diagram, for a card that is high and for one that is low and wide."""

from dataclasses import dataclass

RING = 25.0
HALO = RING + 7.5
GATE = (74.0, 60.0)

Place = tuple[float, float]


@dataclass(frozen=True)
class DiagramPlan:
    """Places in the drawing's own pixels: x across and y down from its upper left corner."""

    size: tuple[float, float]
    sides: tuple[float, float]  # x of the rings at the left and at the right
    elbow: float  # x where h₋ turns down to the bus
    columns: dict[str, float]  # x of each gate
    add: float  # x of the sum
    conveyor: float  # y of each level, from the top down
    tanh: float
    write: float
    show: float
    h_previous: float
    gates: float
    x: float
    bus: float
    names_beside: bool  # the names of the rings stand beside them, not above

    @property
    def rings(self) -> dict[str, Place]:
        """Where the rings stand."""
        left, right = self.sides
        return {
            "c_previous": (left, self.conveyor),
            "h_previous": (left, self.h_previous),
            "x": (left, self.x),
            "c": (right, self.conveyor),
            "h": (right, self.show),
        }

    @property
    def nodes(self) -> dict[str, tuple[float, float, str]]:
        """Where the cell multiplies and adds."""
        return {
            "keep": (self.columns["f"], self.conveyor, "×"),
            "add": (self.add, self.conveyor, "+"),
            "write": (self.add, self.write, "×"),
            "show": (self.columns["o"], self.show, "×"),
        }

    @property
    def wires(self) -> dict[str, tuple[Place, ...]]:
        """Wires run from middle to middle: rings and nodes are painted over their ends."""
        (left, right), columns = self.sides, self.columns
        conveyor, show, write, gates, add = self.conveyor, self.show, self.write, self.gates, self.add
        output = columns["o"]
        return {
            "x": ((left, self.x), (self.elbow, self.x)),
            "h_previous": ((left, self.h_previous), (self.elbow, self.h_previous), (self.elbow, self.bus)),
            "c_previous": ((left, conveyor), (columns["f"], conveyor)),
            "kept": ((columns["f"], conveyor), (add, conveyor)),
            "c": ((add, conveyor), (right, conveyor)),
            "c_down": ((output, conveyor), (output, self.tanh)),
            "tanh_c": ((output, self.tanh), (output, show)),
            "h": ((output, show), (right, show)),
            "f": ((columns["f"], gates), (columns["f"], conveyor)),
            "i": ((columns["i"], gates), (columns["i"], write), (add, write)),
            "g": ((columns["g"], gates), (columns["g"], write), (add, write)),
            "written": ((add, write), (add, conveyor)),
            "o": ((output, gates), (output, show)),
        }

    @property
    def ring_names(self) -> dict[str, Place]:
        """The middle of each ring's name."""
        if not self.names_beside:
            return {name: (x, y - 42.0) for name, (x, y) in self.rings.items()}
        return {name: (x + (52.0 if x == self.sides[1] else -52.0), y) for name, (x, y) in self.rings.items()}


HIGH = DiagramPlan(
    size=(700.0, 372.0),
    sides=(50.0, 650.0),
    elbow=112.0,
    columns={"f": 190.0, "i": 315.0, "g": 435.0, "o": 555.0},
    add=375.0,
    conveyor=48.0,
    tanh=95.0,
    write=138.0,
    show=160.0,
    h_previous=224.0,
    gates=226.0,
    x=330.0,
    bus=342.0,
    names_beside=False,
)
LOW = DiagramPlan(
    size=(805.0, 266.0),
    sides=(90.0, 715.0),
    elbow=146.0,
    columns={"f": 226.0, "i": 352.0, "g": 474.0, "o": 598.0},
    add=413.0,
    conveyor=34.0,
    tanh=69.0,
    write=97.0,
    show=107.0,
    h_previous=132.0,
    gates=142.0,
    x=230.0,
    bus=244.0,
    names_beside=True,
)
