"""A scene that is read in both directions, with a real controller: two diagrams, two runs, one history."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.compare.words import provenance_words
from lstm_gui.gui.simulator.diagram.back import BackwardDiagram, flipped, pair_words
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.compare.resolve import resolve_compare
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.sizes import set_units
from lstm_gui.simulator.update import set_both_ways
from tests.gui.simulator.conftest import Show
from tests.simulator.both_ways import plain_both_ways

LEFT = Qt.MouseButton.LeftButton
BACK_ROWS = ("←gates", "←states")


@pytest.fixture
def controller() -> Controller:
    """A controller of the plain scene, read in both directions, at step 5."""
    made = Controller(lambda callback: callback())
    made.open(plain_both_ways())
    return made


@pytest.fixture
def panel(show: Show, controller: Controller) -> SimulatorPanel:
    """The panel on it."""
    made = SimulatorPanel()
    made.connect_controller(controller)
    return show(made, (1030, 850))


def second(panel: SimulatorPanel) -> BackwardDiagram:
    assert panel.both is not None
    return panel.both.diagram


def drag(diagram: BackwardDiagram, start: QPoint, up: int) -> None:
    QTest.mousePress(diagram, LEFT, pos=start)
    QTest.mouseMove(diagram, start - QPoint(0, up // 2))
    QTest.mouseMove(diagram, start - QPoint(0, up))
    QTest.mouseRelease(diagram, LEFT, pos=start - QPoint(0, up))


def test_both_cells_are_seen_and_the_second_is_a_mirror_image(panel: SimulatorPanel) -> None:
    ahead, back = panel.diagram, second(panel)
    assert ahead.isVisible()
    assert back.isVisible()
    assert panel.operating.isVisible()
    assert panel.operating.part == panel._controller.frame.operating  # type: ignore[union-attr]
    assert ahead.size() == back.size()
    order = [ahead.knobs["c_previous"].x(), *(ahead._fitted().gates[gate].x() for gate in "figo")]
    there = [back.knobs["c_previous"].x(), *(back._fitted().gates[gate].x() for gate in "figo")]
    assert order == sorted(order)
    assert there == sorted(there, reverse=True)
    again = flipped(flipped(ahead._fitted(), ahead._card()), ahead._card())
    assert (again.rings["c"] - ahead._fitted().rings["c"]).manhattanLength() < 1e-9
    assert again.plan is ahead._fitted().plan


def test_below_the_second_diagram_stands_what_both_give(panel: SimulatorPanel) -> None:
    part = second(panel).part
    assert part is not None
    assert pair_words(part) == "Output at t = 5: (h→, h←) = (0.14, 0.01)"
    assert second(panel).accessibleDescription() == pair_words(part)


def test_a_drag_in_the_second_diagram_moves_its_own_cell_alone_and_is_undone(
    panel: SimulatorPanel, controller: Controller
) -> None:
    before = controller.state.scene
    gate = second(panel)._fitted().gates["f"].center().toPoint()
    drag(second(panel), gate, 40)
    after = controller.state.scene
    assert controller.state.looks_back
    assert after.cell == before.cell
    assert after.backward != before.backward
    bias = controller.frame.weights.values["b_f"]
    assert panel.weights.knobs["b_f"].value() == pytest.approx(bias, abs=0.005)
    assert panel.equations.part == controller.frame.equations
    assert controller.frame.weights.direction == "←"
    assert controller.undo_label == "move ← forget bias b_f"
    controller.undo()
    assert controller.state.scene == before


def test_the_last_step_reads_where_the_second_cell_starts(
    panel: SimulatorPanel, controller: Controller
) -> None:
    controller.set_step(12)
    knob = second(panel).knobs["c_previous"]
    assert knob.quantity == Quantity("c_previous", 12, backward=True)
    knob.setFocus()
    QTest.keyClick(knob, Qt.Key.Key_Up)
    back = controller.state.scene.backward
    assert back is not None
    assert back.initial == ((0.1,), (-0.45,))
    assert back.overrides == ()


def test_whoever_presses_or_comes_into_a_diagram_looks_at_it(
    panel: SimulatorPanel, controller: Controller
) -> None:
    QTest.mouseClick(second(panel), LEFT, pos=QPoint(5, 5))
    assert (panel.diagram.looked_at, second(panel).looked_at) == (False, True)
    panel.diagram.knobs["x"].setFocus()
    assert (panel.diagram.looked_at, second(panel).looked_at) == (True, False)
    assert panel.both is not None
    QTest.mouseClick(panel.both.switch.buttons["←"], LEFT)
    assert controller.state.looks_back
    assert controller.undo_label == "look at the other direction"
    controller.undo()
    assert not controller.state.looks_back


def test_what_is_pointed_at_lights_in_both_diagrams(panel: SimulatorPanel, controller: Controller) -> None:
    panel.set_motion(False)
    controller.point_at(Quantity("x", 5))
    for view in (panel.diagram, second(panel), panel.timeline):
        assert view.highlight is not None
        assert Quantity("z_f", 5) in view.highlight.effects
        assert Quantity("z_f", 5, backward=True) in view.highlight.effects


def test_the_timeline_shows_x_once_and_the_curves_of_each_direction(
    panel: SimulatorPanel, controller: Controller
) -> None:
    place = panel.timeline._place
    assert place is not None
    assert list(place.frames) == ["x", "gates", "states", *BACK_ROWS]
    part = controller.frame.timeline.backward
    assert part is not None
    axes = place.axes[BACK_ROWS[1]]
    where = axes.point(9, part.curves["c"][8])
    assert panel.timeline._at(where) == Quantity("c", 9, backward=True)
    spot = panel.timeline.spot(Quantity("c", 9, backward=True))
    assert spot is not None
    assert (spot.center() - where).manhattanLength() < 1e-6
    assert panel.timeline._row_names()[BACK_ROWS[1]].startswith("← c, h")
    panel.grab()  # every row paints


def test_a_state_held_by_hand_is_let_go_of_in_its_own_direction(
    panel: SimulatorPanel, controller: Controller
) -> None:
    held = Quantity("c_previous", 5, backward=True)
    controller.set_value(held, 0.7)
    assert second(panel).releases["c_previous"].isVisible()
    assert not panel.diagram.releases["c_previous"].isVisible()
    panel.grab()
    second(panel).releases["c_previous"].click()
    back = controller.state.scene.backward
    assert back is not None
    assert back.overrides == ()


def test_one_direction_looks_as_it_always_did(panel: SimulatorPanel, controller: Controller) -> None:
    plain = load("remember")
    controller.open(plain)
    assert panel.both is not None
    assert not second(panel).isVisible()
    assert not panel.both.switch.isVisible()
    assert panel.operating.isVisible()
    assert not panel.diagram.looked_at
    place = panel.timeline._place
    assert place is not None
    assert not set(BACK_ROWS) & set(place.frames)
    controller.undo()
    assert second(panel).isVisible()


def test_splitters_put_by_hand_come_back(panel: SimulatorPanel, controller: Controller) -> None:
    controller.open(load("remember"))
    panel.set_splits({"columns": [500, 500], "left": [400, 300], "right": [300, 400]})
    before = panel.splits()
    controller.undo()
    assert panel.splits() == before
    assert panel._splitters["columns"].sizes()[0] == pytest.approx(
        panel._splitters["columns"].sizes()[1], abs=2
    )
    controller.redo()
    assert panel.splits() == before


@pytest.mark.parametrize("name", ["rnn", "gru", "peephole"])
def test_every_kind_of_cell_is_shown_in_both_directions(
    panel: SimulatorPanel, controller: Controller, name: str
) -> None:
    controller.switch(BY_NAME[name])
    for diagram in (panel.diagram, second(panel)):
        assert diagram.part is not None
        assert diagram.part.kind == BY_NAME[name]
        assert set(graph_of(BY_NAME[name]).read_of) <= set(diagram.knobs)
    panel.grab()


def test_heat_maps_are_of_the_direction_looked_at(panel: SimulatorPanel, controller: Controller) -> None:
    controller.change(set_units(controller.state, 3), "more units")
    panel.timeline.show_all_units(True)
    assert panel.timeline._title() == "→ Through time"
    panel.grab()
    assert panel.both is not None
    panel.both.look(True)
    assert panel.timeline._title() == "← Through time"
    place = panel.timeline._place
    assert place is not None
    middle = place.cell("h", 1, 4).center()
    assert panel.timeline._at(QPointF(middle)) == Quantity("h", 4, 1, backward=True)
    controller.point_at(Quantity("h", 4, 1, backward=True))
    panel.grab()
    panel.timeline.show_all_units(False)
    assert set(BACK_ROWS) <= set(panel.timeline._place.frames)  # type: ignore[union-attr]


def test_a_second_cell_comes_and_goes(panel: SimulatorPanel, controller: Controller) -> None:
    controller.change(set_both_ways(controller.state, False), "one")
    assert not second(panel).isVisible()
    controller.change(set_both_ways(controller.state, True), "both")
    assert second(panel).isVisible()
    assert controller.state.scene == plain_both_ways()


def test_operating_points_give_way_where_room_is_short(show: Show, controller: Controller) -> None:
    panel = SimulatorPanel()
    panel.connect_controller(controller)
    show(panel, (800, 600))
    assert not panel.operating.isVisible()
    assert panel.both is not None
    assert panel.both.switch.buttons["←"].text() in ("←", "← backwards")
    panel.resize(1200, 850)
    assert panel.operating.isVisible()
    controller.open(load("remember"))
    assert panel.operating.isVisible()
    assert panel.equations_card.isVisible()
    assert panel._splitters["right"].widget(0) is panel.operating
    assert panel._splitters["right"].widget(1) is panel.equations_card


def test_the_switch_says_arrows_alone_where_words_do_not_fit(panel: SimulatorPanel) -> None:
    assert panel.both is not None
    switch = panel.both.switch
    switch.fit(1000)
    assert [button.text() for button in switch.buttons.values()] == ["→ forwards", "← backwards"]
    switch.fit(80)
    assert [button.text() for button in switch.buttons.values()] == ["→", "←"]
    assert switch.buttons["←"].accessibleName() == "← backwards"


def test_what_compares_says_which_direction_it_shows(panel: SimulatorPanel, controller: Controller) -> None:
    panel.show_tab("compare")
    (lane,) = resolve_compare(controller.state).lanes.lanes
    assert provenance_words(lane) == "the scene's cell, the one that reads → forwards"


def test_a_second_cell_that_goes_while_nobody_looks_is_not_missed(
    panel: SimulatorPanel, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.show_tab("gradients")
    monkeypatch.setattr(controller, "_request_frame", lambda _callback: None)  # the frame is late
    controller.open(load("remember"))
    panel.show_tab("cell")
    assert second(panel).isVisible()
    controller.flush()
    assert not second(panel).isVisible()
