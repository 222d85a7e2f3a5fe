"""Where everything in the cell diagram stands, for a card of a given size."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from lstm_gui.gui.simulator.style import Style

WIDTH, HEIGHT = 700.0, 372.0  # the drawing at 100 %, without the card's title and the strip below
_STRIP, _LOW_STRIP = 48.0, 40.0  # the strip that holds the caption or an equation; where room is low
LARGEST = 2.6
RING = 25.0
NODE = 15.5

_CONVEYOR, _WRITE, _SHOW, _GATES, _BUS = 48.0, 138.0, 160.0, 226.0, 342.0
_LEFT, _RIGHT, _ELBOW = 50.0, 650.0, 112.0
_COLUMNS = {"f": 190.0, "i": 315.0, "g": 435.0, "o": 555.0}
_ADD = 375.0
_GATE_WIDTH, _GATE_HEIGHT = 74.0, 60.0

_RINGS = {
    "c_previous": (_LEFT, _CONVEYOR),
    "h_previous": (_LEFT, 224.0),
    "x": (_LEFT, _BUS - 12.0),
    "c": (_RIGHT, _CONVEYOR),
    "h": (_RIGHT, _SHOW),
}
_NODES = {
    "keep": (_COLUMNS["f"], _CONVEYOR, "×"),
    "add": (_ADD, _CONVEYOR, "+"),
    "write": (_ADD, _WRITE, "×"),
    "show": (_COLUMNS["o"], _SHOW, "×"),
}
# Wires run from middle to middle: rings and nodes are painted over their ends.
_WIRES: dict[str, tuple[tuple[float, float], ...]] = {
    "x": ((_LEFT, _BUS - 12.0), (_ELBOW, _BUS - 12.0)),
    "h_previous": ((_LEFT, 224.0), (_ELBOW, 224.0), (_ELBOW, _BUS)),
    "c_previous": ((_LEFT, _CONVEYOR), (_COLUMNS["f"], _CONVEYOR)),
    "kept": ((_COLUMNS["f"], _CONVEYOR), (_ADD, _CONVEYOR)),
    "c": ((_ADD, _CONVEYOR), (_RIGHT, _CONVEYOR)),
    "c_down": ((_COLUMNS["o"], _CONVEYOR), (_COLUMNS["o"], 95.0)),
    "tanh_c": ((_COLUMNS["o"], 95.0), (_COLUMNS["o"], _SHOW)),
    "h": ((_COLUMNS["o"], _SHOW), (_RIGHT, _SHOW)),
    "f": ((_COLUMNS["f"], _GATES), (_COLUMNS["f"], _CONVEYOR)),
    "i": ((_COLUMNS["i"], _GATES), (_COLUMNS["i"], _WRITE), (_ADD, _WRITE)),
    "g": ((_COLUMNS["g"], _GATES), (_COLUMNS["g"], _WRITE), (_ADD, _WRITE)),
    "written": ((_ADD, _WRITE), (_ADD, _CONVEYOR)),
    "o": ((_COLUMNS["o"], _GATES), (_COLUMNS["o"], _SHOW)),
}


@dataclass(frozen=True)
class DiagramLayout:
    """Places in the card's pixels; `unit` is how long a pixel of the drawing at 100 % has become."""

    unit: float
    rings: dict[str, QPointF]
    gates: dict[str, QRectF]
    nodes: dict[str, tuple[QPointF, str]]
    wires: dict[str, tuple[QPointF, ...]]
    bus: tuple[QPointF, QPointF]
    stems: dict[str, tuple[QPointF, QPointF]]  # from the bus up to each gate
    tanh: QRectF
    strip: QRectF

    def ring_box(self, name: str) -> QRectF:
        """The square that a ring and its halo fill."""
        half = (RING + 7.5) * self.unit
        centre = self.rings[name]
        return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)


def diagram_layout(card: QRectF, style: Style) -> DiagramLayout:
    """Fit the drawing into a card, as large as it goes, in the middle of the room there is."""
    strip_height = style.px(_LOW_STRIP if style.dense else _STRIP)
    margin = style.margin
    room = card.adjusted(margin, style.header, -margin, -strip_height - style.px(4))
    unit = max(0.2, min(room.width() / WIDTH, room.height() / HEIGHT, LARGEST * style.zoom))
    stretch = max(1.0, min(1.35, room.width() / (WIDTH * unit)))  # a wide card spreads the columns
    left = room.left() + (room.width() - WIDTH * unit * stretch) / 2
    top = room.top() + (room.height() - HEIGHT * unit) / 2

    def at(x: float, y: float) -> QPointF:
        return QPointF(left + x * stretch * unit, top + y * unit)

    def box(x: float, y: float, wide: float, high: float) -> QRectF:
        corner = at(x, y)
        return QRectF(corner.x() - wide * unit / 2, corner.y(), wide * unit, high * unit)

    return DiagramLayout(
        unit=unit,
        rings={name: at(*place) for name, place in _RINGS.items()},
        gates={gate: box(x, _GATES, _GATE_WIDTH, _GATE_HEIGHT) for gate, x in _COLUMNS.items()},
        nodes={name: (at(x, y), sign) for name, (x, y, sign) in _NODES.items()},
        wires={name: tuple(at(*place) for place in places) for name, places in _WIRES.items()},
        bus=(at(_ELBOW, _BUS), at(_COLUMNS["o"], _BUS)),
        stems={gate: (at(x, _BUS), at(x, _GATES + 84.0)) for gate, x in _COLUMNS.items()},
        tanh=box(_COLUMNS["o"], 82.0, 50.0, 26.0),
        strip=QRectF(
            card.left() + margin, card.bottom() - strip_height, card.width() - 2 * margin, strip_height
        ),
    )
