"""The memory of an mLSTM is a heat map whose every number can be pointed at and followed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.diagram.layout import DiagramLayout, diagram_layout
from lstm_gui.gui.simulator.diagram.matrix import entry_box
from lstm_gui.gui.simulator.equations.paint import equation_lines
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switching import MATRIX_UNITS, switched_state
from tests.gui.conftest import Lab
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE
from tests.simulator.test_matrix_memory import MLSTM


def frame(step: int = 5) -> Frame:
    state, _ = switched_state(SimState.of(load("remember")), MLSTM)
    return resolve(replace(state, scene=replace(state.scene, step=step), unit=2))


@pytest.fixture
def view(show: Show) -> DiagramView:
    """The diagram of an mLSTM of four units at step 5."""
    made = show(DiagramView(STYLE), (900, 600))
    made.show_part(frame().cell)
    return made


def placed(view: DiagramView) -> DiagramLayout:
    below = view.rect().toRectF().adjusted(0, view.head.row_height, 0, 0)
    return diagram_layout(below, STYLE, MLSTM)


def middle(view: DiagramView, quantity: Quantity) -> QPoint:
    box = placed(view).matrices[quantity.name]
    return entry_box(box, MATRIX_UNITS, quantity.unit, quantity.source).center().toPoint()


def test_every_number_of_the_memory_can_be_pointed_at(view: DiagramView) -> None:
    told: list[object] = []
    view.pointed_at.connect(told.append)
    wanted = [Quantity(name, 5, r, s) for name in ("C", "C_previous") for r in range(4) for s in range(4)]
    for quantity in wanted:
        QTest.mouseMove(view, middle(view, quantity))
        QTest.mouseMove(view, QPoint(2, 2))
    assert [one for one in told if one is not None] == wanted
    assert told[-1] is None


def test_a_click_picks_the_number_and_its_box_is_known(view: DiagramView, qtbot: QtBot) -> None:
    quantity = Quantity("C", 5, 3, 1)
    with qtbot.waitSignal(view.picked) as picked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, quantity))
    assert picked.args == [quantity]
    spot = view.spot(quantity)
    assert spot is not None
    assert spot.contains(middle(view, quantity).toPointF())
    assert view.spot(replace(quantity, step=4)) is None


def test_what_is_pointed_at_is_framed_in_the_picture(view: DiagramView) -> None:
    before = view.grab().toImage()
    shown = frame()
    view.show_highlight(highlight(shown, Quantity("C", 5, 1, 2)))
    assert view.grab().toImage() != before


def test_values_keys_and_queries_are_no_gates_to_drag(view: DiagramView) -> None:
    told: list[object] = []
    view.edit_began.connect(told.append)
    for name in ("v", "k", "q", "i_prime"):
        start = placed(view).gates[name].center().toPoint()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view, start - QPoint(0, 20))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 20))
    assert told == [Quantity("b_i")]  # the one that all units share


def test_a_cell_of_one_unit_grows_for_a_matrix_and_comes_back(lab: Lab) -> None:
    controller = lab.window.controller
    before = controller.state.scene
    lab.window.commands.switch_cell("mlstm")
    controller.flush()
    assert controller.state.scene.cell.units == MATRIX_UNITS
    assert controller.frame.cell.matrices.keys() == {"C", "C_previous"}
    lab.window.commands.switch_cell("mlstm_exponential")
    lab.window.commands.switch_cell("lstm")
    controller.flush()
    assert controller.state.scene == before
    for _ in range(3):
        lab.window.commands.undo()
    assert controller.state.scene == before
    assert controller.state.scene.cell.kind == LSTM


def test_its_equations_fit_their_rows() -> None:
    equations = frame().equations.equations
    rows = equation_lines(equations, 260.0, 18.0, STYLE, MLSTM)
    assert all(row[-1].endswith(one.value) for row, one in zip(rows, equations, strict=True))
