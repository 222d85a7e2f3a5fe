"""The tab that compares with a real controller: what a hand does there, and what it is told."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QMenu, QWidget

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.compare import empty
from lstm_gui.gui.simulator.compare.changes import Changes
from lstm_gui.gui.simulator.compare.page import ComparePage
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.comparison import OWN, SHARED, TRAINED, Comparison
from lstm_gui.lessons.trained import load_trained, trained_names
from lstm_gui.simulator.compare import edit
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from tests.gui.simulator.compare.hands import LEFT, drag, press

BIAS = Quantity("b_f")


def test_alone_it_says_what_it_is_for_and_how_to_begin(page: ComparePage, controller: Controller) -> None:
    assert page.empty.isVisible()
    assert "side by side" in page.empty.accessibleName()
    before = controller.state
    for name, lanes in ((empty.FAMILIES, 2), (empty.BIASES, 3), (empty.PIN, 1)):
        press(page.empty.buttons[name])
        assert len(controller.state.compare.lanes) == lanes
        assert not page.empty.isVisible()
        assert page.lanes.count == lanes + 1
        assert controller.undo_label
        controller.undo()
        assert controller.state == before
        assert page.empty.isVisible()


def test_a_cell_that_keeps_nothing_offers_no_forget_biases(page: ComparePage, controller: Controller) -> None:
    assert page.empty.buttons[empty.BIASES].isEnabled()
    controller.switch(Kind.of("rnn"))
    assert not page.empty.buttons[empty.BIASES].isEnabled()
    state = controller.state
    Changes(controller).start(empty.BIASES)
    assert controller.state == state


def test_kinds_scenes_and_comparisons_are_chosen_from_menus(
    page: ComparePage, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _where: opened.append(menu))
    press(page.bar.add)
    press(page.bar.open)
    assert opened == [page.bar.cells, page.bar.comparisons]
    page.bar.cells.actions()[0].trigger()
    lane = controller.state.compare.lanes[-1]
    assert (lane.title, lane.source, lane.scene.cell) == ("LSTM again", SHARED, controller.state.scene.cell)
    controller.undo()
    next(action for action in page.bar.cells.actions() if action.text() == "GRU").trigger()
    lane = controller.state.compare.lanes[-1]
    assert (lane.title, lane.source, lane.scene.cell.kind) == ("GRU", SHARED, BY_NAME["gru"])
    page.bar.scenes.aboutToShow.emit()
    page.bar.scenes.aboutToShow.emit()
    entries = [entry for topic in page.bar.scenes.findChildren(QMenu) for entry in topic.actions()]
    (chosen,) = [entry for entry in entries if entry.text() == load("latch").title]
    chosen.trigger()
    lane = controller.state.compare.lanes[-1]
    assert (lane.title, lane.source) == (load("latch").title, OWN)
    assert lane.scene.cell == load("latch").cell
    page.bar.comparisons.actions()[0].trigger()
    assert len(controller.state.compare.lanes) == 2


@pytest.mark.parametrize("name", trained_names())
def test_trained_cells_say_how_they_were_trained(
    page: ComparePage, controller: Controller, name: str
) -> None:
    before = controller.state
    place = trained_names().index(name)
    page.bar.comparisons.actions()[place - len(trained_names())].trigger()
    assert [lane.source for lane in controller.state.compare.lanes] == [TRAINED, TRAINED]
    assert page.bar.accessibleDescription() == controller.state.scene.caption
    for head in page.lanes.heads[:3]:
        assert "updates" in head.accessibleDescription()
        assert "changed since" not in head.accessibleDescription()
    controller.set_value(BIAS, 2.5)
    assert "changed since" in page.lanes.heads[0].accessibleDescription()
    assert page.bar.accessibleDescription() == ""
    controller.undo()
    controller.undo()
    assert controller.state == before


def test_four_cells_are_all_there_is_room_for(page: ComparePage, controller: Controller) -> None:
    press(page.empty.buttons[empty.BIASES])
    assert not page.bar.add.isEnabled()
    assert not page.bar.pin.isEnabled()
    assert "at most" in page.bar.add.toolTip()
    state = controller.state
    Changes(controller).pin()
    Changes(controller).add_cell("gru")
    assert controller.state == state


def test_a_dot_of_the_input_is_dragged_and_every_lane_follows(
    page: ComparePage, controller: Controller
) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    before = page.lanes.part
    axes = page.input._place.axes["x"] if page.input._place else None
    assert axes is not None
    dot = axes.point(6, controller.state.scene.inputs[5][0]).toPoint()
    QTest.mousePress(page.input, LEFT, pos=dot)
    QTest.mouseMove(page.input, dot - QPoint(0, 12))
    QTest.mouseRelease(page.input, LEFT, pos=dot - QPoint(0, 12))
    after = page.lanes.part
    assert before is not None
    assert after is not None
    assert controller.state.scene.inputs[5][0] > 0.2
    pairs = zip(before.lanes, after.lanes, strict=True)
    assert all(old.run.curves["h"] != new.run.curves["h"] for old, new in pairs)
    controller.undo()
    assert page.lanes.part == before


def test_zooming_in_time_shows_the_same_steps_in_every_lane(
    panel: SimulatorPanel, page: ComparePage, controller: Controller
) -> None:
    press(page.bar.pin)
    panel.timeline_shown.zoom_time(1)
    first, last = page.input.view
    assert last - first + 1 < controller.state.scene.steps
    for place in page.lanes._places:
        assert all((axes.first_step, axes.last_step) == (first, last) for axes in place.rows.axes.values())
    page.lanes.grab()
    panel.timeline_shown.whole_time()
    controller.set_length(5)
    assert all(place.rows.axes["states"].last_step == 5 for place in page.lanes._places)


def test_with_several_inputs_each_has_a_row(page: ComparePage, controller: Controller) -> None:
    high = page.input.height()
    controller.go_to(SimState.of(load_trained("marked-number")), "open")
    assert page.input.rows == controller.state.scene.cell.inputs > 1
    assert page.input.height() > high
    assert not page.input.tools.units.isVisible()


def test_everything_is_reached_by_the_tab_key_and_named(panel: SimulatorPanel, page: ComparePage) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    kinds = (QAbstractButton, QDoubleSpinBox, QLineEdit)
    wanted = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    ]
    assert [widget for widget in wanted if not widget.accessibleName()] == []
    assert [widget for widget in wanted if not widget.toolTip()] == []
    reached = set()
    page.bar.pin.setFocus()
    for _ in range(80):
        focused = panel.window().focusWidget()
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert set(wanted) <= reached


def test_a_cell_with_more_quantities_gets_a_higher_table(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    high = page.numbers.height()
    controller.change(edit.beside(controller.state, Kind.of("slstm"), "sLSTM"), "add")
    assert page.numbers.height() > high
    controller.undo()
    assert page.numbers.height() == high


def test_what_is_hidden_is_not_worked_out(panel: SimulatorPanel, controller: Controller) -> None:
    panel.show_tab("cell")
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(Controller, "compare")
        controller.set_value(BIAS, 1.0)
    panel.show_tab("compare")
    page = panel.pages.compare
    assert page is not None
    assert page.lanes.part == controller.compare.lanes


@pytest.mark.parametrize("seed", range(2))
def test_whatever_a_hand_does_undo_leads_back(page: ComparePage, controller: Controller, seed: int) -> None:
    rng, first = random.Random(seed), controller.state
    changes = Changes(controller)

    def any_lane() -> int:
        return rng.randint(1, len(controller.state.compare.lanes))

    def setting() -> None:
        lane = rng.randint(0, len(controller.state.compare.lanes))
        drag(page.lanes.heads[lane].knobs.knobs[0], rng.randint(5, 60))

    acts: list[Callable[[], object]] = [
        lambda: changes.add_cell(rng.choice(sorted(BY_NAME))),
        lambda: changes.add_scene("latch"),
        lambda: changes.start(rng.choice((empty.FAMILIES, empty.BIASES, empty.PIN))),
        changes.pin,
        setting,
        lambda: controller.set_step(rng.randint(1, 12)),
        lambda: changes.remove(any_lane()) if controller.state.compare.lanes else None,
        lambda: changes.exchange(any_lane()) if controller.state.compare.lanes else None,
        lambda: (
            changes.rename(any_lane(), "x" * rng.randint(1, 60)) if controller.state.compare.lanes else None
        ),
        lambda: controller.draw({rng.randint(1, 12): rng.uniform(-1, 1)}),
        lambda: changes.open_trained(rng.choice(trained_names())),
        controller.undo,
        controller.redo,
    ]
    for _ in range(60):
        rng.choice(acts)()
        assert page.lanes.part == controller.compare.lanes
        assert page.lanes.count == len(controller.state.compare.lanes) + 1
    while controller.undo_label:
        controller.undo()
    assert controller.state == first
    assert controller.state.compare == Comparison()
    assert page.empty.isVisible()


def test_a_page_stands_more_densely_before_it_scrolls(page: ComparePage, panel: SimulatorPanel) -> None:
    for height in range(700, 860, 20):
        panel.resize(1040, height)
        style = page.lanes.style_now
        roomy, dense = (page.least_size(replace(style, dense=one), 1040)[1] for one in (False, True))
        assert dense < roomy
        assert style.dense == (roomy > height)
