"""The diagram shows a step's numbers, and its rings are real controls."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.shown_kinds import NAME_OF, SHOWN_KINDS
from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.diagram.layout import diagram_layout
from lstm_gui.gui.simulator.diagram.paint import wire_values
from lstm_gui.gui.simulator.diagram.plan import plans_for
from lstm_gui.gui.simulator.diagram.words import diagram_title
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.lessons.scene import Override
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE, frame_of, frame_of_kind

SIZE = (700, 450)


@pytest.fixture
def view(show: Show) -> DiagramView:
    """The diagram of "remember" at step 5."""
    made = show(DiagramView(STYLE), SIZE)
    made.show_part(frame_of().cell)
    return made


def point_of(view: DiagramView, name: str) -> QPoint:
    place = diagram_layout(view.rect().toRectF(), STYLE)
    if name in place.gates:
        return place.gates[name].center().toPoint()
    return place.rings[name].toPoint()


def test_the_rings_show_what_the_cell_reads(view: DiagramView) -> None:
    values = frame_of().cell.values
    assert {name: knob.shown for name, knob in view.knobs.items()} == {
        name: values[name] for name in ("c_previous", "h_previous", "x")
    }


def test_dragging_a_ring_tells_the_value_of_this_step(view: DiagramView, qtbot: QtBot) -> None:
    knob = view.knobs["c_previous"]
    middle = knob.rect().center()
    with qtbot.waitSignals([view.edit_began, view.edited, view.edit_ended]):
        QTest.mousePress(knob, Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseMove(knob, middle - QPoint(0, 30))
        QTest.mouseRelease(knob, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 30))
    assert knob.quantity == Quantity("c_previous", 5)


def test_a_state_held_by_hand_says_so_and_can_be_let_go(show: Show, qtbot: QtBot) -> None:
    view = show(DiagramView(STYLE), SIZE)
    view.show_part(frame_of(overrides=(Override(5, "c", 0, -0.6),)).cell)
    button = view.releases["c_previous"]
    assert button.isVisible()
    assert "held by hand" in button.text()
    assert not view.releases["h_previous"].isVisible()
    with qtbot.waitSignal(view.release_requested) as released:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert released.args == [Quantity("c_previous", 5)]


@pytest.mark.parametrize("name", ["f", "i", "g", "o", "c", "h"])
def test_pointing_at_what_is_computed(view: DiagramView, qtbot: QtBot, name: str) -> None:
    QTest.mouseMove(view, QPoint(1, 1))
    with qtbot.waitSignal(view.pointed_at) as pointed:
        QTest.mouseMove(view, point_of(view, name))
    assert pointed.args == [Quantity(name, 5)]


def test_a_highlight_changes_the_picture_and_goes_again(view: DiagramView) -> None:
    before = view.grab().toImage()
    view.show_highlight(highlight(frame_of(), Quantity("f", 5)))
    assert view.grab().toImage() != before
    view.show_highlight(None)
    assert view.grab().toImage() == before


def test_every_control_has_a_name_and_a_tip(view: DiagramView) -> None:
    for control in (*view.knobs.values(), *view.releases.values()):
        assert control.accessibleName()
        assert control.toolTip()


def test_a_minus_sign_is_seen_without_colour(view: DiagramView) -> None:
    """The same magnitude, the other sign: grey pictures differ by more than the number."""
    frame = frame_of()
    place = diagram_layout(view.rect().toRectF(), STYLE)
    start, end = place.wires["c_previous-keep"]
    along = ((start + end) / 2).toPoint()
    greys = []
    for sign in (1.0, -1.0):
        part = frame.cell
        view.show_part(type(part)(part.step, {**part.values, "c_previous": sign * 0.8}, part.overridden))
        greys.append(view.grab().toImage().pixelColor(along).lightness())
    assert abs(greys[0] - greys[1]) > 40


def test_a_wire_carries_the_products() -> None:
    part = frame_of().cell
    carried = wire_values(part, plans_for(LSTM)[0])
    assert carried["keep-add"] + carried["write-add"] == pytest.approx(part.values["c"])


def test_a_gate_says_that_it_can_be_dragged(view: DiagramView) -> None:
    QTest.mouseMove(view, point_of(view, "f"))
    assert view.cursor().shape() == Qt.CursorShape.SizeVerCursor
    assert "change its bias" in view.toolTip()
    assert view.toolTip().startswith("forget gate")
    QTest.mouseMove(view, point_of(view, "h"))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert view.toolTip() == ""


def test_a_gate_is_dragged_within_one_pair_of_signals(view: DiagramView) -> None:
    told: list[object] = []
    view.edit_began.connect(told.append)
    view.pre_activation_edited.connect(lambda gate, z: told.append((gate, z)))
    view.edit_ended.connect(lambda: told.append("ended"))
    start = point_of(view, "o")
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for up in (1, 10, 20):
        QTest.mouseMove(view, start - QPoint(0, up))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 20))
    z = frame_of().cell.values["z_o"]
    wanted = [("o", pytest.approx(z + up * 8 / 220)) for up in (10, 20)]
    assert told == [Quantity("b_o"), *wanted, "ended"]


@pytest.mark.parametrize("kind", sorted(SHOWN_KINDS, key=str), ids=NAME_OF.get)
def test_every_quantity_that_is_drawn_can_be_pointed_at(show: Show, kind: Kind) -> None:
    """And none that the cell has not; what stands by itself there has a ring, a box, a pill or a wire."""
    view = show(DiagramView(STYLE), (900, 600))
    view.show_part(frame_of_kind(kind).cell)
    told: set[str] = set()
    view.pointed_at.connect(lambda quantity: told.add(quantity.name) if quantity else None)
    for y in range(30, 540, 6):
        for x in range(4, 900, 6):
            QTest.mouseMove(view, QPoint(x, y))
    graph = graph_of(kind)
    rings = {"x", *graph.read_of}  # they are knobs, which tell it themselves
    assert {*graph.main} <= told | rings <= {*graph.names}


@pytest.mark.parametrize("kind", sorted(SHOWN_KINDS, key=str), ids=NAME_OF.get)
def test_the_products_and_sums_come_to_what_the_cell_computes(kind: Kind) -> None:
    part = frame_of_kind(kind).cell
    values = part.values
    for plan in plans_for(kind):
        carried = wire_values(part, plan)
        for node in plan.of_form("sign"):
            if node.applies == "+" and node.shows:  # of a matrix, its size is no sum of sizes
                made = sum(value for name, value in carried.items() if plan.wires[name].end == node.name)
                assert made == pytest.approx(values[node.shows])


def test_another_kind_of_cell_has_its_own_knobs(view: DiagramView) -> None:
    view.show_part(frame_of_kind(Kind.of("gru")).cell)
    assert list(view.knobs) == ["x", "h_previous"]
    shown = [knob for knob in view.findChildren(ValueKnob) if knob.isVisible()]
    assert set(shown) == set(view.knobs.values())
    assert view.accessibleName() == "The GRU, reset after, z keeps cell"
    view.show_part(frame_of().cell)
    assert list(view.knobs) == ["x", "h_previous", "c_previous"]
    assert all(knob.isVisible() for knob in view.knobs.values())


def test_a_gate_that_is_made_of_another_cannot_be_dragged(view: DiagramView) -> None:
    coupled = Kind.of("lstm", variant="CIFG")
    view.show_part(frame_of_kind(coupled).cell)
    told: list[object] = []
    view.edit_began.connect(told.append)
    for gate in ("f", "i"):
        start = diagram_layout(view.rect().toRectF(), STYLE, coupled).gates[gate].center().toPoint()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view, start - QPoint(0, 20))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 20))
    assert told == [Quantity("b_i")]


def test_the_title_names_a_cell_that_no_button_names() -> None:
    assert diagram_title(3, Kind.of("gru")) == "The cell at t = 3"
    assert diagram_title(3, Kind.of("rnn", activation="relu")) == "RNN with ReLU · t = 3"
