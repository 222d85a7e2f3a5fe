"""The tab that compares with a real controller: what a hand does there, and what it is told."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QMenu, QWidget

from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.gui.palette import palette
from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.compare import empty
from lstm_gui.gui.simulator.compare.changes import Changes
from lstm_gui.gui.simulator.compare.lane_layout import columns_of, lane_places
from lstm_gui.gui.simulator.compare.page import ComparePage
from lstm_gui.gui.simulator.compare.words import kind_title, signed_text
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.comparison import OWN, PINNED, SHARED, TRAINED, Comparison
from lstm_gui.lessons.trained import load_trained, trained_names
from lstm_gui.simulator.compare import edit
from lstm_gui.simulator.compare.resolve import resolve_compare
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched

Show = Callable[[SimulatorPanel, tuple[int, int]], SimulatorPanel]
LEFT = Qt.MouseButton.LeftButton
BIAS = Quantity("b_f")


@pytest.fixture
def controller() -> Controller:
    """A controller of the first scene, which shows every change at once."""
    made = Controller(lambda callback: callback())
    made.open(load("remember"))
    return made


@pytest.fixture
def panel(show: Show, controller: Controller) -> SimulatorPanel:
    """The panel on it, at the tab that compares."""
    made = SimulatorPanel()
    made.connect_controller(controller)
    made.show_tab("compare")
    return show(made, (1046, 838))


@pytest.fixture
def page(panel: SimulatorPanel) -> ComparePage:
    assert panel.pages.compare is not None
    return panel.pages.compare


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, LEFT)


def place_of(page: ComparePage, lane: int, step: int) -> QPoint:
    """Where a step stands in the lowest row of a lane."""
    rows = page.lanes._places[lane].rows
    axes = rows.axes[rows.lowest]
    return QPoint(round(axes.x(step)), round(axes.box.center().y()))


def drag(widget: QWidget, up: int) -> None:
    """Drag a knob upwards."""
    middle = widget.rect().center()
    QTest.mousePress(widget, LEFT, pos=middle)
    for part in (0.4, 0.7, 1.0):
        QTest.mouseMove(widget, middle - QPoint(0, round(part * up)))
    QTest.mouseRelease(widget, LEFT, pos=middle - QPoint(0, up))


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
    page.bar.cells.actions()[3].trigger()
    lane = controller.state.compare.lanes[-1]
    assert (lane.title, lane.source, lane.scene.cell.kind) == ("GRU", SHARED, BY_NAME["gru"])
    page.bar.scenes.aboutToShow.emit()
    page.bar.scenes.aboutToShow.emit()
    chosen = next(action for action in page.bar.scenes.actions() if action.text() == load("latch").title)
    assert sum(action.text() == chosen.text() for action in page.bar.scenes.actions()) == 1
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


def test_a_pinned_run_stands_behind_what_is_changed(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    still = page.lanes.grab().toImage()
    controller.set_value(BIAS, -2.0)
    part = page.lanes.part
    assert part is not None
    assert part.ghost == part.lanes[1].run
    assert part.lanes[0].difference is not None
    assert page.lanes.grab().toImage() != still
    assert "pinned" in page.lanes.heads[1].accessibleDescription()
    controller.reset()
    assert page.lanes.grab().toImage() == still


@pytest.mark.parametrize("lane", [0, 1, 2])
def test_time_is_scrubbed_in_any_lane(page: ComparePage, controller: Controller, lane: int) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    QTest.mousePress(page.lanes, LEFT, pos=place_of(page, lane, 3))
    for step in (4, 9):
        QTest.mouseMove(page.lanes, place_of(page, lane, step))
        assert controller.state.scene.step == step
    QTest.mouseRelease(page.lanes, LEFT, pos=place_of(page, lane, 9))
    QTest.mouseMove(page.lanes, place_of(page, lane, 2))
    assert controller.state.scene.step == 9
    assert page.numbers.part is not None
    assert page.numbers.part.step == 9
    QTest.mousePress(page.lanes, LEFT, pos=QPoint(2, 2))
    assert controller.state.scene.step == 9


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


@pytest.mark.parametrize("lane", [0, 1, 2])
def test_a_setting_is_dragged_in_its_lane_in_one_undo_step(
    page: ComparePage, controller: Controller, lane: int
) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    before = controller.state
    knob = page.lanes.heads[lane].knobs.knobs[0]
    drag(knob, 30)
    after = controller.state
    assert after != before
    assert (after.scene == before.scene) == (lane > 0)
    controller.undo()
    assert controller.state == before
    assert knob.shown == page.lanes.heads[lane].knobs.knobs[0].shown
    controller.redo()
    QTest.mouseDClick(knob, LEFT)
    assert controller.state.compare == before.compare
    assert controller.state.scene == before.scene


def test_two_drags_of_a_lane_are_two_undo_steps(page: ComparePage, controller: Controller) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    knob = page.lanes.heads[1].knobs.knobs[0]
    knob.setFocus()
    for _ in range(2):
        QTest.keyClick(knob, Qt.Key.Key_Up)
    moved = controller.state.compare.lanes[0].scene.cell
    controller.undo()
    assert controller.state.compare.lanes[0].scene.cell != moved
    assert "RNN" in controller.undo_label


def test_a_lane_is_renamed_removed_and_exchanged(page: ComparePage, controller: Controller) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    head, before = page.lanes.heads[2], controller.state
    head.title.setFocus()
    head.title.selectAll()
    QTest.keyClicks(head.title, "Mine")
    QTest.keyClick(head.title, Qt.Key.Key_Return)
    assert controller.state.compare.lanes[1].title == "Mine"
    assert "Mine" in head.remove.accessibleName()
    press(head.exchange)
    assert controller.state.scene.cell.kind == BY_NAME["gru"]
    assert controller.state.compare.lanes[1].title == "LSTM of before"
    press(page.lanes.heads[1].remove)
    assert [lane.title for lane in controller.state.compare.lanes] == ["LSTM of before"]
    assert page.lanes.count == 2
    for _ in range(3):
        controller.undo()
    assert controller.state == before


def test_escape_puts_a_name_back_and_an_empty_one_is_none(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    title, state = page.lanes.heads[1].title, controller.state
    for written, key in (("Other", Qt.Key.Key_Escape), ("   ", Qt.Key.Key_Return)):
        title.setFocus()
        title.selectAll()
        QTest.keyClicks(title, written)
        QTest.keyClick(title, key)
        assert controller.state == state
        assert title.text() == "Pinned run"


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


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_any_kind_can_be_drawn_in_any_lane(page: ComparePage, controller: Controller, theme: str) -> None:
    first = controller.state
    page.set_style(Style(palette(theme), dense=theme == "dark"))
    for kind in KINDS[theme == "dark" :: 2]:
        state = replace(first, scene=switched(first.scene, kind).scene)
        state = edit.pinned(edit.beside(edit.beside(state, Kind.of("gru"), "GRU"), kind, "again"), "Then")
        controller.go_to(state, "go")
        assert not page.lanes.grab().isNull()
        assert not page.numbers.grab().isNull()
        assert kind_title(kind) in page.lanes.accessibleDescription()


def test_a_lane_says_what_did_not_carry_over_and_where_it_explodes(
    page: ComparePage, controller: Controller
) -> None:
    press(page.empty.buttons[empty.FAMILIES])
    assert "did not carry over" in page.lanes.heads[1].toolTip()
    assert "same weights where they mean the same" in page.lanes.heads[1].toolTip()
    controller.set_value(Quantity("b_g"), 2.0)
    assert "same weights but for b_h" in page.lanes.heads[1].accessibleDescription()
    scene = load("remember")
    relu = switched(scene, Kind.of("rnn", activation="relu")).scene
    cell = replace(relu.cell, arrays=(((1e6,),),) * 3)
    wild = replace(relu, cell=cell, inputs=((1.0,),) * 200, title="Wild")
    controller.go_to(SimState.of(replace(scene, inputs=((1.0,),) * 200)), "open")
    controller.change(edit.scene_beside(controller.state, wild), "add")
    assert "leaves the finite numbers at t = " in page.lanes.heads[1].accessibleDescription()
    page.grab()


def test_the_table_is_heard_with_its_differences(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    controller.set_value(BIAS, -2.0)
    words = page.numbers.accessibleDescription()
    table = controller.compare.table
    assert words.startswith("LSTM: x ")
    assert "Pinned run: " in words
    entry = dict(table.rows)["c"][1]
    assert entry is not None
    assert entry.difference is not None
    assert f"({signed_text(entry.difference)})" in words
    assert signed_text(0.0) == signed_text(-0.001) == "0"
    assert signed_text(-0.5) == "−0.50"
    assert page.told() == words


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


def test_what_is_hidden_is_not_worked_out(panel: SimulatorPanel, controller: Controller) -> None:
    panel.show_tab("cell")
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(Controller, "compare")
        controller.set_value(BIAS, 1.0)
    panel.show_tab("compare")
    page = panel.pages.compare
    assert page is not None
    assert page.lanes.part == controller.compare.lanes


@pytest.mark.parametrize("width", [690.0, 1046.0, 1600.0])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_lanes_stand_in_one_row_or_two_and_never_overlap(count: int, width: float) -> None:
    style = Style(palette("light"))
    state = SimState.of(load("remember"))
    for _ in range(count - 1):
        state = edit.pinned(state, "Then")
    part = resolve_compare(state).lanes
    across = columns_of(count, width, style)
    assert across == (2 if count == 4 and width < 900 else count)
    places = lane_places(QRectF(0, 0, width, 700), part, style)
    cards = [place.card for place in places]
    assert len(cards) == count
    assert not any(one.intersects(other) for n, one in enumerate(cards) for other in cards[:n])
    for place in places:
        assert all(place.card.contains(frame) for frame in place.rows.frames.values())
        assert not any(place.head.intersects(frame) for frame in place.rows.frames.values())


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


def test_a_pin_is_named_after_what_it_is(page: ComparePage, controller: Controller) -> None:
    press(page.bar.pin)
    lane = controller.state.compare.pinned
    assert lane is not None
    assert (lane.title, lane.source) == ("Pinned run", PINNED)
    assert "Ctrl+Shift+P" in page.bar.pin.toolTip()
