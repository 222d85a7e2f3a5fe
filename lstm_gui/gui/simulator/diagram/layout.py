"""Where everything in the cell diagram stands, for a card of a given size."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.diagram.plan import BELOW_GATE, GATE, HALO, MATRIX, DiagramPlan, plans_for
from lstm_gui.gui.simulator.style import Style

STRIP, LOW_STRIP = 48.0, 40.0  # the strip that holds the caption or an equation; where room is low
LARGEST = 1.2  # of the drawing at 100 %: beyond that it would not grow with the zoom
NODE = 15.5
PILL = (50.0, 26.0)  # a sign that names a function
NARROWEST, WIDEST = 0.86, 1.8  # how far the columns move together or apart in a card of another shape
CLEARLY = 1.08  # so much larger must the lower plan be drawn to be taken
_NEAR = 40.0  # what is so near the middle of a gate stays so near it

Points = tuple[QPointF, ...]
At = Callable[[float, float], QPointF]


@dataclass(frozen=True)
class DiagramLayout:
    """Places in the card's pixels; `unit` is how long a pixel of the drawing at 100 % has become."""

    plan: DiagramPlan
    unit: float
    rings: dict[str, QPointF]
    names: dict[str, QPointF]  # the middle of each ring's name
    gates: dict[str, QRectF]  # by the quantity that stands in the box
    matrices: dict[str, QRectF]  # likewise
    nodes: dict[str, tuple[QPointF, str]]  # the small operations, but for those in pills
    pills: dict[str, QRectF]  # by the quantity that the function gives
    wires: dict[str, Points]
    rails: tuple[tuple[QPointF, QPointF], ...]
    stems: tuple[tuple[QPointF, QPointF], ...]  # from a rail up to each gate
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


def diagram_layout(card: QRectF, style: Style, kind: Kind = LSTM) -> DiagramLayout:
    """Fit the drawing into a card, as large as it goes, in the middle of the room there is."""
    room = diagram_room(card, style)
    plan, unit = _fitting_plan(room, LARGEST * style.zoom, kind)
    at = _placing(plan, room, unit)

    def box(x: float, y: float, wide: float, high: float) -> QRectF:
        corner = at(x, y)
        return QRectF(corner.x() - wide * unit / 2, corner.y() - high * unit / 2, wide * unit, high * unit)

    def name_at(ring: str) -> QPointF:
        away = QPointF(*plan.ring_names[ring]) - QPointF(*plan.rings[ring])  # not stretched: it stays near
        return at(*plan.rings[ring]) + away * unit

    boxes = {node.name: box(*node.place, *GATE) for node in plan.of_form("gate")}
    matrices = {node.name: box(*node.place, *MATRIX) for node in plan.of_form("matrix")}
    ends = boxes | matrices
    signs = plan.of_form("sign")
    below = BELOW_GATE * unit
    return DiagramLayout(
        plan=plan,
        unit=unit,
        rings={name: at(*place) for name, place in plan.rings.items()},
        names={name: name_at(name) for name in plan.rings},
        gates={node.shows: boxes[node.name] for node in plan.of_form("gate")},
        matrices=matrices,
        nodes={node.name: (at(*node.place), node.applies) for node in signs if not node.in_words},
        pills={node.shows: box(*node.place, *PILL) for node in signs if node.in_words},
        wires={
            name: _outside(
                tuple(at(*place) for place in line.places), ends.get(line.start), ends.get(line.end), below
            )
            for name, line in plan.wires.items()
        },
        rails=tuple((at(*start), at(*end)) for start, end in plan.rails),
        stems=tuple(
            (
                at(*stem.foot),
                _top_of(at(*stem.foot), boxes.get(stem.end), at(*plan.nodes[stem.end].place), below),
            )
            for stem in plan.stems
        ),
        strip=QRectF(
            room.left(),
            room.bottom() + style.px(4),
            room.width(),
            card.bottom() - room.bottom() - style.px(4),
        ),
    )


def _placing(plan: DiagramPlan, room: QRectF, unit: float) -> At:
    """Turns a place of the plan into one in the room, its columns moved apart as far as they may be."""
    wide, high = plan.size
    stretch = max(NARROWEST, min(WIDEST, room.width() / (wide * unit)))
    left = room.left() + (room.width() - wide * unit * stretch) / 2
    top = room.top() + (room.height() - high * unit) / 2
    columns = [node.place[0] for node in plan.of_form("gate")]

    def at(x: float, y: float) -> QPointF:
        column = next((column for column in columns if abs(column - x) <= _NEAR), x)
        return QPointF(left + (column * stretch + x - column) * unit, top + y * unit)

    return at


def _top_of(foot: QPointF, box: QRectF | None, end: QPointF, below: float) -> QPointF:
    """Where a stem ends: below what is said of a gate, or at the middle of a sign."""
    return end if box is None else QPointF(foot.x(), box.bottom() + below)


def _outside(places: Points, start: QRectF | None, end: QRectF | None, below: float) -> Points:
    """The part of a wire that is outside the boxes at its ends."""
    if start is not None and start.contains(places[0]):
        places = _cut(places[::-1], start, below)[::-1]
    return places if end is None else _cut(places, end, below)


def _cut(places: Points, box: QRectF, below: float) -> Points:
    """A wire without its last piece, which lies in a box; one that comes from below ends a little before."""
    kept = list(places)
    while len(kept) > 2 and box.contains(kept[-2]):
        kept.pop()
    before, last = kept[-2:]
    if before.x() == last.x():
        edge = box.top() if before.y() < last.y() else box.bottom() + below
        kept[-1] = QPointF(last.x(), edge)
    else:
        kept[-1] = QPointF(box.left() if before.x() < last.x() else box.right(), last.y())
    return tuple(kept)


def _fitting_plan(room: QRectF, largest: float, kind: Kind) -> tuple[DiagramPlan, float]:
    """The plan that is drawn larger in a room, and how large."""
    sizes = [
        (
            plan,
            max(0.2, min(room.width() / (plan.size[0] * NARROWEST), room.height() / plan.size[1], largest)),
        )
        for plan in plans_for(kind)
    ]
    high, low = sizes[0], sizes[-1]
    return low if low[1] > CLEARLY * high[1] else high
