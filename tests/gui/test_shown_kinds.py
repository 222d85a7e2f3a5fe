"""Every kind of cell that the window offers can be put in, seen, moved, undone, and saved as a picture."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.actions.cells import CELLS, KIND
from lstm_gui.gui.actions.table import TABLE
from lstm_gui.gui.commands.files import showable
from lstm_gui.gui.presenter.last_action import LastAction, spelled
from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.picture import render_scene
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.switch import switched
from lstm_gui.strict_json import FileRefused
from tests.gui.conftest import Lab

GRU = Kind.of("gru")
REMEMBER = load("remember")


def test_every_kind_has_its_action() -> None:
    assert [row.argument for row in CELLS] == [row.id.removeprefix(KIND) for row in CELLS]
    assert {row.argument for row in TABLE if row.id.startswith(KIND)} == BY_NAME.keys()


def test_no_two_entries_of_the_menu_share_a_mnemonic() -> None:
    letters = [row.text[row.text.index("&") + 1].lower() for row in CELLS]
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("name", BY_NAME)
def test_each_kind_is_put_in_and_undone(lab: Lab, name: str) -> None:
    controller, simulator = lab.window.controller, lab.window.simulator
    before = controller.state
    lab.window.actions_by_id[f"{KIND}{name}"].trigger()
    controller.flush()
    graph = controller.state.scene.cell.graph
    assert graph.kind == BY_NAME[name]
    assert lab.window.actions_by_id[f"{KIND}{name}"].isChecked()
    if not graph.matrices:  # such a cell opens with several units, whose weights are heat maps
        assert simulator.weights.knobs.keys() == graph.parameter.keys()
    assert list(simulator.diagram.knobs) == ["x", *(state.previous for state in graph.states)]
    assert simulator.equations.part == controller.frame.equations
    for quantity in (
        Quantity(equation.quantity.name, 1) for equation in controller.frame.equations.equations
    ):
        controller.point_at(quantity)
        controller.flush()
        assert not simulator.grab().isNull()
    lab.window.commands.undo()
    controller.flush()
    assert controller.state == before
    assert lab.window.actions_by_id["cell_lstm"].isChecked()


def test_a_click_in_the_bar_says_what_did_not_carry_over(lab: Lab) -> None:
    cells = lab.window.simulator.transport.cells
    QTest.mouseClick(cells.buttons["gru"], Qt.MouseButton.LeftButton)
    assert lab.window.controller.state.scene.cell.kind == GRU
    assert lab.window.toast.text().startswith("Input gate")
    assert "did not carry over" in lab.window.toast.text()
    lab.window.controller.flush()
    assert cells.buttons["gru"].isChecked()
    assert "switch to GRU" in lab.window.undo_state.simulator_undo


def test_tab_comes_to_the_knobs_of_another_cell_in_the_order_of_reading(lab: Lab) -> None:
    lab.window.commands.switch_cell("gru")
    lab.window.controller.flush()
    simulator = lab.window.simulator
    order = [*simulator.diagram.controls(), *simulator.operating.knobs.values()]
    found: list[QWidget] = [order[0]]
    at: QWidget | None = order[0]
    while at is not None and at is not order[-1]:
        at = at.nextInFocusChain()
        found += [at] if at in order else []
    assert found == order


def test_a_switch_behind_the_gradients_is_seen_when_one_comes_back(lab: Lab) -> None:
    lab.window.commands.show_tab("gradients")
    lab.window.commands.switch_cell("rnn")
    lab.window.controller.flush()
    lab.window.commands.show_tab("cell")
    assert list(lab.window.simulator.diagram.knobs) == ["x", "h_previous"]
    assert lab.window.simulator.weights.knobs.keys() == {"W_h", "U_h", "b_h"}


def test_a_gate_of_a_gru_is_dragged(lab: Lab) -> None:
    controller = lab.window.controller
    lab.window.commands.switch_cell("gru")
    controller.flush()
    controller.begin_edit(Quantity("b_r"))
    controller.edit_pre_activation("r", 2.0)
    controller.end_edit()
    assert controller.frame.cell.values["z_r"] == pytest.approx(2.0)


def test_the_kind_is_changed_in_class(lab: Lab, qtbot: QtBot) -> None:
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_F5)
    presenter = lab.window.presenter
    assert presenter is not None
    qtbot.waitActive(presenter)
    presenter.simulator.cell_chosen.emit("rnn")
    assert presenter.controller.state.scene.cell.kind == BY_NAME["rnn"]
    assert "did not carry over" in presenter.strip.action
    assert lab.window.controller.state.scene.cell.kind == LSTM
    presenter.controller.set_value(Quantity("b_h"), 0.5)
    presenter.controller.flush()
    assert "b_h" in presenter.strip.action


@pytest.mark.parametrize("name", BY_NAME)
def test_each_kind_is_rendered(name: str, tmp_path: Path) -> None:
    scene = switched(REMEMBER, BY_NAME[name]).scene
    render_scene(scene, tmp_path / "cell.svg")
    assert (tmp_path / "cell.svg").stat().st_size > 10_000


def test_what_has_no_picture_yet_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lstm_gui.gui.commands.files.SHOWN_KINDS", frozenset({LSTM}))
    with pytest.raises(FileRefused, match="does not show yet"):
        showable(switched(REMEMBER, GRU).scene, "it")


def test_a_scene_file_of_another_cell_is_opened(lab: Lab, tmp_path: Path) -> None:
    path = tmp_path / "gru.json"
    path.write_text(scene_to_json(switched(REMEMBER, GRU).scene), encoding="utf-8")
    lab.window.files.open_file(path)
    lab.window.controller.flush()
    assert lab.window.simulator.weights.knobs.keys() >= {"W_r", "bu_n"}
    assert lab.window.simulator.transport.cells.buttons["gru"].isChecked()


def test_the_last_action_is_told_across_kinds() -> None:
    other = switched(REMEMBER, GRU).scene
    assert spelled(REMEMBER, other) == "GRU, reset after, z keeps"
    told = LastAction()
    told.follow(REMEMBER, 0.0)
    told.follow(other, 0.1)
    assert told.follow(replace(other.starting("h", (0.5,))), 0.2) == "h at the start   0.00 → 0.50"
