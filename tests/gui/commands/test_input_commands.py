"""The menu of inputs does what it says, each as one undo step; what cannot be read changes nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.gui.actions.inputs import PRESET
from lstm_gui.gui.actions.table import TABLE
from lstm_gui.gui.simulator.inputs.column_dialog import ColumnDialog
from lstm_gui.gui.simulator.inputs.number_dialog import NumberDialog
from lstm_gui.gui.simulator.inputs.preset_panel import PresetPanel
from lstm_gui.gui.undo import Place
from lstm_gui.sequences.presets import BY_ID, PRESETS
from lstm_gui.simulator.sizes import set_units
from tests.gui.conftest import Lab

ONE_INPUT = [preset.id for preset in PRESETS if preset.width == 1]


def inputs(lab: Lab) -> list[float]:
    return [row[0] for row in lab.window.controller.state.scene.inputs]


def trigger(lab: Lab, name: str) -> None:
    lab.window.actions_by_id[name].trigger()


def test_every_preset_has_its_action() -> None:
    assert {row.argument for row in TABLE if row.handler == "choose_preset"} == {row.id for row in PRESETS}


def test_each_preset_is_read_and_undone(lab: Lab) -> None:
    before = lab.window.controller.state
    for name in ONE_INPUT:
        trigger(lab, f"{PRESET}{name}")
        scene = lab.window.controller.state.scene
        assert inputs(lab) == [row[0] for row in BY_ID[name].make(12, scene.seed).inputs]
        assert lab.window.undo_state.simulator_undo.startswith("input “")
        lab.window.controller.undo()
        assert lab.window.controller.state == before


def test_the_menu_offers_what_the_cell_can_read(lab: Lab) -> None:
    menu = lab.window.menus.submenu("inputs")
    menu.aboutToShow.emit()
    told = {name: lab.window.actions_by_id[f"{PRESET}{name}"].text() for name in BY_ID}
    assert [name for name, text in told.items() if "needs" not in text] == ONE_INPUT
    assert told["copy"].endswith("needs 8 inputs")
    assert not lab.window.actions_by_id["new_seed"].isEnabled()
    trigger(lab, "input_noise")
    menu.aboutToShow.emit()
    first = inputs(lab)
    trigger(lab, "new_seed")
    assert inputs(lab) != first


@pytest.mark.parametrize("name", [preset.id for preset in PRESETS if preset.width > 1])
def test_a_preset_that_needs_more_inputs_gives_the_cell_as_many(lab: Lab, name: str) -> None:
    controller = lab.window.controller
    before = controller.state
    trigger(lab, f"{PRESET}{name}")
    assert controller.state.scene.cell.inputs == BY_ID[name].width
    assert f"{BY_ID[name].width} inputs" in lab.window.toast.text()
    lab.window.menus.submenu("inputs").aboutToShow.emit()
    assert "needs" not in lab.window.actions_by_id[f"{PRESET}{name}"].text()
    controller.undo()
    assert controller.state == before


def test_settings_are_offered_where_the_input_has_some(lab: Lab) -> None:
    menu, action = lab.window.menus.submenu("inputs"), lab.window.actions_by_id["settings_of_input"]
    menu.aboutToShow.emit()
    assert not action.isEnabled()
    lab.window.inputs.show_settings()
    assert "no settings" in lab.window.toast.text()
    trigger(lab, "input_sine")
    menu.aboutToShow.emit()
    assert action.isEnabled()
    trigger(lab, "settings_of_input")
    (panel,) = lab.window.findChildren(PresetPanel)
    assert panel.isVisible()
    assert QApplication.focusWidget() is panel.sliders["period"]


def test_heat_maps_are_turned_to_where_there_are_several_units(lab: Lab) -> None:
    action, timeline = lab.window.actions_by_id["all_units"], lab.window.simulator.timeline
    assert not action.isEnabled()
    lab.window.controller.change(set_units(lab.window.controller.state, 3), "three units")
    assert action.isEnabled()
    action.trigger()
    assert timeline.all_units
    timeline.tools.curves.click()
    assert not action.isChecked()


def test_no_two_entries_of_the_menu_share_a_mnemonic() -> None:
    for group in ("inputs", "time"):
        letters = [row.text[row.text.index("&") + 1].lower() for row in TABLE if row.group == group]
        assert len(letters) == len(set(letters))


@pytest.mark.parametrize(("text", "values"), [("1\t0,5\n-1", [1.0, 0.5, -1.0]), ("[2, 3]", [2.0, 3.0])])
def test_numbers_are_pasted(lab: Lab, text: str, values: list[float]) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert inputs(lab) == values
    assert lab.window.toast.text() == f"{len(values)} steps pasted"
    assert lab.window.undo_state.simulator_undo == "input “pasted numbers”"


def test_one_number_is_pasted_where_the_keyboard_is(lab: Lab) -> None:
    before = inputs(lab)
    knob = lab.window.simulator.diagram.knobs["x"]
    knob.setFocus()
    QGuiApplication.clipboard().setText("0.75")
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_Return)
    step = lab.window.controller.state.scene.step
    assert inputs(lab) == [*before[: step - 1], 0.75, *before[step:]]
    QGuiApplication.clipboard().setText("0.75 1")
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert inputs(lab) == [0.75, 1.0]


def test_what_is_no_number_is_told_and_changes_nothing(lab: Lab, qtbot: QtBot) -> None:
    before = lab.window.controller.state
    for text, told in (
        ("1 two 3", "row 1, column 2"),
        ("1\n\n\n;x", "row 4, column 1"),
        (" ", "copy some numbers"),
    ):
        QGuiApplication.clipboard().setText(text)
        trigger(lab, "paste_input")
        qtbot.waitUntil(lambda told=told: told in lab.window.banner.sentence.text())  # type: ignore[misc]
        assert lab.window.controller.state == before
    QGuiApplication.clipboard().setText("4")
    trigger(lab, "paste_input")
    assert not lab.window.banner.isVisible()
    assert (inputs(lab), lab.window.toast.text()) == ([4.0], "1 step pasted")


def test_numbers_are_typed(lab: Lab, qtbot: QtBot) -> None:
    trigger(lab, "type_input")
    dialog = lab.window.findChild(NumberDialog)
    assert isinstance(dialog, NumberDialog)
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClicks(dialog.text, "0 1 0.5")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert inputs(lab) == [0.0, 1.0, 0.5]


def test_a_column_of_a_file_is_read(
    lab: Lab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wind.csv"
    path.write_text("t;v\n1;0,5\n2;-0,25\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    trigger(lab, "load_column")
    dialog = lab.window.findChild(ColumnDialog)
    assert isinstance(dialog, ColumnDialog)
    qtbot.waitUntil(lambda: dialog.table is not None)
    dialog.column.setCurrentIndex(1)
    dialog.column.activated.emit(1)
    dialog.agree.click()
    assert inputs(lab) == [0.5, -0.25]
    assert lab.window.undo_state.simulator_undo == "input “wind.csv”"


def test_a_table_that_is_dropped_is_shown_first(lab: Lab, qtbot: QtBot, tmp_path: Path) -> None:
    before = lab.window.controller.state
    path = tmp_path / "wind.CSV"
    path.write_text("1\n2\n")
    lab.window.files.open_file(path)
    dialog = lab.window.findChild(ColumnDialog)
    assert isinstance(dialog, ColumnDialog)
    qtbot.waitUntil(lambda: dialog.table is not None)
    assert lab.window.controller.state == before
    dialog.reject()


def test_no_file_chosen_is_nothing_done(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    trigger(lab, "load_column")
    assert lab.window.findChild(ColumnDialog) is None


def test_the_pencil_is_in_the_menu_and_on_a_key(lab: Lab) -> None:
    timeline, action = lab.window.simulator.timeline, lab.window.actions_by_id["draw_input"]
    QTest.mouseClick(timeline.tools.pencil, Qt.MouseButton.LeftButton)
    assert (timeline.drawing, action.isChecked()) == (True, True)
    lab.window.places.use(Place.SIMULATOR)
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_D)
    assert (timeline.drawing, action.isChecked()) == (False, False)
    assert not timeline.tools.pencil.isChecked()
    QTest.keyClick(lab.window.windowHandle(), Qt.Key.Key_D)
    assert (timeline.drawing, action.isChecked()) == (True, True)


def test_time_is_zoomed_and_panned_by_keys(lab: Lab) -> None:
    window, alt = lab.window, Qt.KeyboardModifier.AltModifier
    window.controller.set_length(200)
    window.controller.set_step(1)
    window.controller.flush()
    timeline = window.simulator.timeline
    for key, expected in (
        (Qt.Key.Key_Plus, (1, 133)),
        (Qt.Key.Key_Right, (67, 199)),
        (Qt.Key.Key_Left, (1, 133)),
        (Qt.Key.Key_Minus, (1, 200)),
        (Qt.Key.Key_Plus, (1, 133)),
        (Qt.Key.Key_0, (1, 200)),
    ):
        QTest.keyClick(window.windowHandle(), key, alt)
        assert (timeline.time_view.first, timeline.time_view.last) == expected
