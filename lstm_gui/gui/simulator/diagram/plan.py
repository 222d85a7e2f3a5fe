"""The plan of a cell's diagram as a card draws it: for one that is high, and for one that is low and wide.

Places come from the plan in lstm_gui/graph. The low form moves its levels nearer together, and the names of
the rings beside them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import groupby

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.plan import Node, Place, Plan, Wire, plan_of
from lstm_gui.gui.simulator.cell_looks import looks_of

RING = 25.0
HALO = RING + 7.5
GATE = (74.0, 60.0)
MATRIX = (118.0, 118.0)
_ASIDE = 0.5  # of the width of a wire, where it goes round to a gate from the side: a peephole
BELOW_GATE = 24.0  # what is said of a gate stands so far below it

Knots = Mapping[float, float]
Path = tuple[Place, ...]

_CROWDED = 3  # where so many states are read, there is no room for names between their rings
_BESIDE: Knots = {50: 90, 112: 146, 190: 226, 315: 352, 375: 413, 435: 474, 555: 598, 650: 715, 700: 805}
_BESIDE_SLSTM: Knots = {50: 90, 112: 152, 170: 214, 672: 716, 740: 790, 790: 880}
_BESIDE_MLSTM: Knots = {60: 104, 112: 160, 722: 770, 806: 852, 880: 934, 940: 1030}
_LEVELS: dict[str, Knots] = {
    "mlstm": {
        96: 76,
        172: 144,
        196: 164,
        232: 196,
        262: 222,
        276: 234,
        300: 258,
        376: 320,
        458: 392,
        474: 406,
        504: 426,
    },
    "lstm": {48: 34, 95: 69, 138: 97, 160: 107, 224: 132, 256: 172, 330: 230, 342: 244, 372: 266},
    "rnn": {92: 60, 224: 170, 272: 208},
    "FGR": {48: 34, 138: 97, 160: 107, 224: 132, 256: 172, 330: 230, 342: 244, 374: 264, 440: 312, 480: 346},
    "slstm": {44: 34, 81: 67, 118: 100, 192: 166, 228: 190, 290: 233, 368: 299, 384: 314, 414: 332},
    "gru": {48: 34, 138: 82, 160: 100, 220: 140, 294: 208, 328: 230, 332: 236, 350: 250, 372: 266},
}


@dataclass(frozen=True)
class Line:
    """A wire that carries a number."""

    places: Path
    start: str  # names of nodes
    end: str  # "" where it goes on as a line that carries several
    carries: str  # the quantity, or the sign that makes it
    role: str
    means: str  # the quantity whose mark it wears
    tells: str  # the quantity that one points at on it, or ""
    share: float = 1.0  # of the width that other wires have


@dataclass(frozen=True)
class Stem:
    """From a rail up to a node."""

    foot: Place
    end: str
    tells: str  # the quantity that one points at on it


@dataclass(frozen=True)
class DiagramPlan:
    """Places in the drawing's own pixels: x across and y down from its upper left corner."""

    size: Place
    names_beside: bool  # the names of the rings stand beside them, not above
    nodes: dict[str, Node]
    wires: dict[str, Line]
    rails: tuple[tuple[Place, Place], ...]  # what x and h₋ run along together
    stems: tuple[Stem, ...]
    made: tuple[tuple[str, str, tuple[str, ...]], ...]  # signs without a quantity: what they apply to what

    @property
    def rings(self) -> dict[str, Place]:
        """Where the rings stand."""
        return {node.name: node.place for node in self.of_form("ring")}

    @property
    def ring_names(self) -> dict[str, Place]:
        """The middle of each ring's name."""
        if not self.names_beside:
            return {name: (x, y - 42.0) for name, (x, y) in self.rings.items()}
        return {name: self._beside(name, *place) for name, place in self.rings.items()}

    def _beside(self, name: str, x: float, y: float) -> Place:
        """The middle of the name of a ring: left of what is given, right of what comes out, else above."""
        if name == "x" or name.endswith("_previous"):
            return x - 52.0, y
        at_the_edge = x == max(across for across, _ in self.rings.values())
        return (x + 52.0, y) if at_the_edge else (x, y - 42.0)

    @cached_property
    def applied(self) -> dict[str, str]:
        """The quantities that stand in the diagram -> what is applied to make them."""
        return {node.shows: node.applies for node in self.nodes.values() if node.applies}

    def of_form(self, form: str) -> list[Node]:
        """The nodes of a form."""
        return [node for node in self.nodes.values() if node.form == form]


@cache
def plans_for(kind: Kind) -> tuple[DiagramPlan, ...]:
    """The plans of a cell: the high one and the low one."""
    plan = plan_of(kind)
    form = next((choice for choice in kind.choices if choice in _LEVELS), kind.family)
    beside = {"slstm": _BESIDE_SLSTM, "mlstm": _BESIDE_MLSTM}.get(form, _BESIDE)
    crowded = len(graph_of(kind).read_of) >= _CROWDED
    high = _drawn(plan, kind, beside if crowded else {}, {})
    return high, _drawn(plan, kind, beside, _LEVELS[form])


def _drawn(plan: Plan, kind: Kind, across: Knots, down: Knots) -> DiagramPlan:
    """The plan of a graph with its places moved from knot to knot."""

    def moved(place: Place) -> Place:
        return _between(across, place[0]), _between(down, place[1])

    nodes = {node.name: replace(node, place=moved(node.place)) for node in plan.nodes}
    fed = [wire for wire in plan.wires if _along_a_rail(plan, wire)]
    stems = {(moved(wire.bends[2]), wire.end): wire for wire in fed}
    lines = _leads(plan, kind, fed)
    for wire in plan.wires:
        if wire not in fed:
            lines.append(_line(plan, kind, wire, _branching(plan.path(wire), lines)))
    return DiagramPlan(
        size=moved(plan.size),
        names_beside=bool(across),
        nodes=nodes,
        wires={
            f"{line.start}-{line.end}": replace(line, places=tuple(moved(place) for place in line.places))
            for line in lines
        },
        rails=_rails([foot for foot, _ in stems], {moved(wire.bends[1]) for wire in fed}),
        stems=tuple(Stem(foot, end, _told(nodes[end], wire, kind)) for (foot, end), wire in stems.items()),
        made=tuple(_made(plan)),
    )


def _between(knots: Knots, length: float) -> float:
    """Where a length comes to between two knots; beyond them it is moved as far as the last one."""
    if not knots:
        return length
    known = list(knots)
    after = bisect_right(known, length)
    if after in (0, len(known)):
        near = known[max(0, after - 1)]
        return knots[near] + length - near
    low, high = known[after - 1], known[after]
    share = (length - low) / (high - low)
    return knots[low] + share * (knots[high] - knots[low])


def _along_a_rail(plan: Plan, wire: Wire) -> bool:
    """Whether a wire leaves a ring for a rail below and reaches its end from there."""
    if len(wire.bends) < 3 or plan.node[wire.start].form != "ring":
        return False
    place, (turn, corner, foot, *_) = plan.node[wire.start].place, wire.bends
    return (
        turn[1] == place[1] and turn[0] == corner[0] and foot[1] == corner[1] > plan.node[wire.end].place[1]
    )


def _leads(plan: Plan, kind: Kind, fed: list[Wire]) -> list[Line]:
    """From a ring to its rail; one that meets another on the way ends there."""
    first = {wire.start: wire for wire in fed}
    corners = [wire.bends[1] for wire in first.values()]
    return [
        _line(
            plan,
            kind,
            Wire(start, ""),
            (plan.node[start].place, *wire.bends[: 1 if wire.bends[1] in corners[n:] else 2]),
        )
        for n, (start, wire) in enumerate(first.items(), start=1)
    ]


def _branching(path: Path, before: list[Line]) -> Path:
    """A wire from where it leaves another that starts where it does; painted twice, edges would be harder."""
    for line in before:
        (start, *_), (x, y) = line.places, path[1]
        (left, top), (right, bottom) = sorted(line.places[:2])
        if start == path[0] and len(path) > 2 and left <= x <= right and top <= y <= bottom:
            return path[1:]
    return path


def _rails(feet: list[Place], corners: set[Place]) -> tuple[tuple[Place, Place], ...]:
    """One along each level, as far as anything joins it."""
    levels = sorted({level for _, level in corners})
    joined = [[place for place in (*corners, *feet) if place[1] == level] for level in levels]
    return tuple((min(places), max(places)) for places in joined)


def _told(end: Node, wire: Wire, kind: Kind) -> str:
    """What one points at on a stem: the weighted sum that it goes into, or what it brings."""
    graph = looks_of(kind).graph
    block = graph.block_of(end.shows)
    pre_activation = f"z_{block}"
    if pre_activation in graph.quantity:
        return pre_activation
    return end.shows if block else wire.start


def _line(plan: Plan, kind: Kind, wire: Wire, places: Path) -> Line:
    places = tuple(place for place, _ in groupby(places))  # a ring below its rail has no way to the side
    start, end = plan.node[wire.start], plan.node.get(wire.end)
    at_ring = end.shows if end is not None and end.form == "ring" else ""
    return Line(
        places,
        wire.start,
        wire.end,
        carries=start.shows or start.name,
        role=looks_of(kind).roles[_coloured(plan, start)],
        means=at_ring or _meant(plan, start),
        tells=start.shows or at_ring,
        share=_ASIDE if end is not None and end.form == "gate" and len(places) > 3 else 1.0,
    )


def _coloured(plan: Plan, node: Node) -> str:
    """The quantity whose colour wires from a node wear: of a product, the state in it or what it makes."""
    if node.shows:
        return node.shows
    brought = plan.brought_to(node.name)
    rings = [other.shows for other in brought if other.form in ("ring", "matrix")]
    if node.applies == "×":
        after = next(wire.end for wire in plan.wires if wire.start == node.name)
        return rings[0] if rings else _coloured(plan, plan.node[after])
    return _coloured(plan, brought[0])


def _meant(plan: Plan, node: Node) -> str:
    """The quantity whose mark the wires from a node wear."""
    if node.shows:
        return node.shows
    forms = ("matrix", "ring", "gate", "sign")
    return _meant(plan, min(plan.brought_to(node.name), key=lambda other: forms.index(other.form)))


def _made(plan: Plan) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The signs that show no quantity, each after those it is made of."""
    waiting = [node for node in plan.nodes if node.form == "sign" and not node.shows]
    done: set[str] = set()
    while waiting:
        ready = next(
            node
            for node in waiting
            if all(other.shows or other.name in done for other in plan.brought_to(node.name))
        )
        waiting.remove(ready)
        done.add(ready.name)
        brought = plan.brought_to(ready.name)
        yield ready.name, ready.applies, tuple(other.shows or other.name for other in brought)
