"""The diagram stays within its card, and nothing in it overlaps, at every size."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.diagram.layout import CLEARLY, NODE, DiagramLayout, diagram_layout
from tests.gui.simulator.frames import STYLE, kinds


def disc(place: DiagramLayout, name: str) -> QRectF:
    """What a sign in a circle fills."""
    half, (centre, _) = NODE * place.unit, place.nodes[name]
    return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)


@given(st.floats(420, 2600), st.floats(240, 1800), st.floats(1, 3), kinds)
def test_everything_stands_within_the_card_and_apart(
    width: float, height: float, zoom: float, kind: Kind
) -> None:
    card = QRectF(0, 0, width * zoom, height * zoom)
    place = diagram_layout(card, STYLE.scaled(zoom), kind)
    boxes = [place.ring_box(name) for name in place.rings]
    boxes += [*place.gates.values(), *place.pills.values(), *(disc(place, name) for name in place.nodes)]
    for centre in place.names.values():
        name = QRectF(0, 0, 36 * place.unit, 18 * place.unit)
        name.moveCenter(centre)
        boxes.append(name)
    for box in boxes:
        assert card.contains(box)
        assert not box.intersects(place.strip)
    for n, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[n + 1 :])


@given(st.floats(420, 2600), st.floats(240, 1800), kinds)
def test_wires_are_level_or_upright(width: float, height: float, kind: Kind) -> None:
    place = diagram_layout(QRectF(0, 0, width, height), STYLE, kind)
    for places in place.wires.values():
        for start, end in pairwise(places):
            assert abs(start.x() - end.x()) < 1e-6 or abs(start.y() - end.y()) < 1e-6


def test_a_low_wide_card_is_used_to_its_width() -> None:
    """As in class, where the drawing stood small between two empty margins."""
    place = diagram_layout(QRectF(0, 0, 1190, 560), STYLE.scaled(1.75))
    assert place.unit > 1.5
    assert place.rings["c"].x() - place.rings["x"].x() > 0.6 * 1190


@given(st.floats(420, 2600), st.floats(240, 1800), st.floats(1.05, 1.5))
def test_a_larger_card_never_draws_it_smaller(width: float, height: float, factor: float) -> None:
    units = [
        diagram_layout(QRectF(0, 0, width * scale, height * scale), STYLE).unit for scale in (1.0, factor)
    ]
    assert units[0] <= units[1] * CLEARLY
