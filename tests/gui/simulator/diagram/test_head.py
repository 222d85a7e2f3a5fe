"""The head of the diagram sets how many units and inputs there are, and picks those that are shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.diagram.head import connect_head, ring_note
from lstm_gui.gui.simulator.timeline.input_tools import HeaderButton
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at
from tests.gui.conftest import Lab
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE, frame_of
from tests.simulator.desk import Desk


@pytest.fixture
def view(show: Show) -> DiagramView:
    """The cell of "a-n-b-n", of three units and three inputs."""
    made = show(DiagramView(STYLE), (640, 430))
    made.show_part(frame_of("a-n-b-n").cell)
    return made


def test_with_one_unit_and_one_input_there_is_nothing_to_pick(view: DiagramView) -> None:
    head = view.head
    view.show_part(frame_of().cell)
    assert head.unit_chips.isHidden()
    assert head.input_chips.isHidden()
    assert (head.units.value(), head.inputs.value()) == (1, 1)
    assert head.row_height == 0
    assert not view.knobs["x"].note


def test_only_what_there_are_several_of_can_be_picked(view: DiagramView) -> None:
    view.show_part(frame_of("delay-line").cell)
    assert view.head.unit_chips.isVisible()
    assert view.head.input_chips.isHidden()


def test_a_typed_size_is_told_and_a_shown_one_is_not(view: DiagramView, qtbot: QtBot) -> None:
    head = view.head
    with qtbot.assertNotEmitted(head.units_chosen):
        view.show_part(frame_of("delay-line").cell)
    assert (head.units.text(), head.inputs.text()) == ("4 units", "1 input")
    for box, signal in ((head.units, head.units_chosen), (head.inputs, head.inputs_chosen)):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(signal) as chosen:
            QTest.keyClicks(box, "5")
            QTest.keyClick(box, Qt.Key.Key_Return)
        assert chosen.args == [5]


def test_a_chip_picks_a_unit_or_an_input(view: DiagramView, qtbot: QtBot) -> None:
    head = view.head
    with qtbot.waitSignal(head.looked_at) as looked:
        where = head.unit_chips.box_of(2).center().toPoint()
        QTest.mouseClick(head.unit_chips, Qt.MouseButton.LeftButton, pos=where)
    assert looked.args == [2, 0]
    with qtbot.waitSignal(head.looked_at) as looked:
        QTest.keyClick(head.input_chips, Qt.Key.Key_Right)
    assert looked.args == [0, 1]


def test_knobs_and_gates_are_those_of_the_unit_and_the_input(view: DiagramView, qtbot: QtBot) -> None:
    state = look_at(SimState.of(frame_of("a-n-b-n").state.scene), 2, 1)
    frame = resolve(state)
    view.show_part(frame.cell)
    assert view.knobs["x"].quantity == Quantity("x", state.scene.step, source=1)
    assert view.knobs["h_previous"].quantity == Quantity("h_previous", state.scene.step, 2)
    assert (view.knobs["x"].note, view.knobs["h_previous"].note) == ("2 of 3", "3 of 3")
    assert not ring_note("c_previous", frame.cell)
    with qtbot.waitSignal(view.reset_requested) as reset:
        gate = view._fitted().gates["f"].center().toPoint()
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=gate)
    assert reset.args == [Quantity("b_f", unit=2)]


def test_what_is_shown_is_called_by_its_name(view: DiagramView) -> None:
    named = frame_of("two-brackets").cell
    view.show_part(named)
    one, before = view.grab().toImage(), view.still_key()
    view.show_part(replace(named, unit_name="another"))
    assert view.still_key() != before
    assert view.grab().toImage() != one


def test_the_chips_stand_beside_each_other_on_the_card(view: DiagramView) -> None:
    frame = frame_of("embedded-reber")
    for wide in (440, 640, 1200):
        view.resize(wide, 430)
        view.show_part(frame.cell)
        units, inputs = view.head.unit_chips.geometry(), view.head.input_chips.geometry()
        assert view.rect().contains(units)
        assert view.rect().contains(inputs)
        assert units.right() < inputs.left()
        assert min(view.head.unit_chips.box_of(n).width() for n in range(16)) >= 11
        assert units.bottom() < min(view._fitted().ring_box(name).top() for name in view._fitted().rings)


def test_a_button_beside_the_sizes_gives_way_where_there_is_no_room(view: DiagramView) -> None:
    button = HeaderButton("Ask", lambda *_: None, "Ask", STYLE, view)
    view.head.hold(button)
    assert button in view.controls()
    assert button.isVisible()
    assert button.x() > view.head.inputs.geometry().right()
    wide = button.width()
    view.resize(round(button.geometry().right()), 430)
    assert (button.isVisible(), button.width() < wide) == (True, True)
    assert button.geometry().right() <= view.width()
    view.resize(view.head.inputs.geometry().right() + 8, 430)
    assert not button.isVisible()


def test_sizes_change_in_one_undo_step_each(view: DiagramView) -> None:
    desk = Desk()
    opened = desk.controller.state
    connect_head(view.head, desk.controller)
    for units in (2, 3, 4):
        view.head.units_chosen.emit(units)
    assert desk.controller.undo_label == "change the number of units"
    view.head.inputs_chosen.emit(3)
    assert desk.controller.undo_label == "change the number of inputs"
    view.head.looked_at.emit(3, 2)
    assert (desk.controller.state.unit, desk.controller.state.source) == (3, 2)
    cell = desk.controller.state.scene.cell
    assert (cell.units, cell.inputs) == (4, 3)
    for _ in range(3):
        desk.controller.undo()
    assert desk.controller.state == opened


def test_the_caption_steps_back_when_the_cell_has_grown(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    diagram, controller = window.simulator.diagram, window.controller
    QTest.mouseClick(diagram.head.units, Qt.MouseButton.LeftButton)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_3)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: diagram.head.unit_chips.isVisible())
    assert controller.state.scene_changed
    assert diagram.accessibleDescription().startswith("Before your changes")
    where = diagram.head.unit_chips.box_of(1).center().toPoint()
    QTest.mouseClick(diagram.head.unit_chips, Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: window.simulator.operating.part == controller.frame.operating)
    assert controller.frame.operating.unit == 1
    knob = window.simulator.operating.knobs["f"]
    knob.setFocus()
    QTest.keyClick(knob, Qt.Key.Key_Up)
    bias = controller.state.scene.cell.array("b_f")
    assert bias[0] == controller.state.origin.cell.array("b_f")[0]
    controller.undo()
    assert controller.state.scene.cell.array("b_f")[1] != bias[1]
    assert replace(controller.state, unit=0).scene.cell.units == 3


def test_keys_change_sizes_and_walk_through_units_and_inputs(lab: Lab) -> None:
    window, control = lab.window, Qt.KeyboardModifier.ControlModifier
    state = window.controller.state

    def press(key: Qt.Key, *, shift: bool = False) -> tuple[int, int, int, int]:
        held = control | Qt.KeyboardModifier.ShiftModifier if shift else control
        QTest.keyClick(window.windowHandle(), key, held)
        now = window.controller.state
        return now.scene.cell.units, now.scene.cell.inputs, now.unit, now.source

    assert press(Qt.Key.Key_U) == (2, 1, 0, 0)
    assert press(Qt.Key.Key_U) == (3, 1, 0, 0)
    assert press(Qt.Key.Key_J) == (3, 2, 0, 0)
    assert press(Qt.Key.Key_Down) == (3, 2, 1, 0)
    assert press(Qt.Key.Key_Down, shift=True) == (3, 2, 1, 1)
    assert press(Qt.Key.Key_Up) == (3, 2, 0, 1)
    assert press(Qt.Key.Key_Up) == (3, 2, 0, 1)
    assert press(Qt.Key.Key_Up, shift=True) == (3, 2, 0, 0)
    assert press(Qt.Key.Key_J, shift=True) == (3, 1, 0, 0)
    assert press(Qt.Key.Key_U, shift=True) == (2, 1, 0, 0)
    while window.controller.state != state:
        window.commands.undo()
