"""Where everything in the cell diagram stands, for a card of a given size."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from lstm_gui.gui.simulator.diagram_plan import GATE, HALO, HIGH, LOW, DiagramPlan
from lstm_gui.gui.simulator.style import Style

STRIP, LOW_STRIP = 48.0, 40.0  # the strip that holds the caption or an equation; where room is low
LARGEST = 1.2  # of the drawing at 100 %: beyond that it would not grow with the zoom
NODE = 15.5
NARROWEST, WIDEST = 0.86, 1.8  # how far the columns move together or apart in a card of another shape
CLEARLY = 1.08  # so much larger must the lower plan be drawn to be taken


@dataclass(frozen=True)
class DiagramLayout:
    """Places in the card's pixels; `unit` is how long a pixel of the drawing at 100 % has become."""

    unit: float
    rings: dict[str, QPointF]
    names: dict[str, QPointF]  # the middle of each ring's name
    gates: dict[str, QRectF]
    nodes: dict[str, tuple[QPointF, str]]
    wires: dict[str, tuple[QPointF, ...]]
    bus: tuple[QPointF, QPointF]
    stems: dict[str, tuple[QPointF, QPointF]]  # from the bus up to each gate
    tanh: QRectF
    strip: QRectF

    def ring_box(self, name: str) -> QRectF:
        """The square that a ring and its halo fill."""
        half = HALO * self.unit
        centre = self.rings[name]
        return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)


def diagram_room(card: QRectF, style: Style) -> QRectF:
    """What the title and the strip leave to the drawing."""
    strip = style.px(LOW_STRIP if style.dense else STRIP)
    return card.adjusted(style.margin, style.header, -style.margin, -strip - style.px(4))


def diagram_layout(card: QRectF, style: Style) -> DiagramLayout:
    """Fit the drawing into a card, as large as it goes, in the middle of the room there is."""
    room = diagram_room(card, style)
    plan, unit = _fitting_plan(room, LARGEST * style.zoom)
    wide, high = plan.size
    stretch = max(NARROWEST, min(WIDEST, room.width() / (wide * unit)))
    left = room.left() + (room.width() - wide * unit * stretch) / 2
    top = room.top() + (room.height() - high * unit) / 2

    def at(x: float, y: float) -> QPointF:
        return QPointF(left + x * stretch * unit, top + y * unit)

    def box(x: float, y: float, wide: float, high: float) -> QRectF:
        corner = at(x, y)
        return QRectF(corner.x() - wide * unit / 2, corner.y(), wide * unit, high * unit)

    def name_at(ring: str) -> QPointF:
        away = QPointF(*plan.ring_names[ring]) - QPointF(*plan.rings[ring])  # not stretched: it stays near
        return at(*plan.rings[ring]) + away * unit

    columns = plan.columns
    return DiagramLayout(
        unit=unit,
        rings={name: at(*place) for name, place in plan.rings.items()},
        names={name: name_at(name) for name in plan.rings},
        gates={gate: box(x, plan.gates, *GATE) for gate, x in columns.items()},
        nodes={name: (at(x, y), sign) for name, (x, y, sign) in plan.nodes.items()},
        wires={name: tuple(at(*place) for place in places) for name, places in plan.wires.items()},
        bus=(at(plan.elbow, plan.bus), at(columns["o"], plan.bus)),
        stems={gate: (at(x, plan.bus), at(x, plan.gates + 84.0)) for gate, x in columns.items()},
        tanh=box(columns["o"], plan.tanh - 13.0, 50.0, 26.0),
        strip=QRectF(
            room.left(),
            room.bottom() + style.px(4),
            room.width(),
            card.bottom() - room.bottom() - style.px(4),
        ),
    )


def _fitting_plan(room: QRectF, largest: float) -> tuple[DiagramPlan, float]:
    """The plan that is drawn larger in a room, and how large."""
    high, low = (
        max(0.2, min(room.width() / (plan.size[0] * NARROWEST), room.height() / plan.size[1], largest))
        for plan in (HIGH, LOW)
    )
    return (LOW, low) if low > CLEARLY * high else (HIGH, high)
