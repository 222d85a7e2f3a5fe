"""The window, driven by real keys and clicks."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QMenu,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lstm_gui.gui.actions.table import MENUS, TABLE
from lstm_gui.gui.palette import palette
from lstm_gui.gui.undo import Place
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.settings import Settings
from lstm_gui.settings import load as load_settings
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import scene_to_save
from tests.gui.conftest import Lab, LabMaker

BIAS = Quantity("b_f")
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox)


def press(lab: Lab, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, through the native window as the system does."""
    QTest.keyClick(lab.window.windowHandle(), key, modifier)


def click(lab: Lab, widget: QWidget, at: QPoint | None = None) -> None:
    """Click on a widget through the native window."""
    place = widget.mapTo(lab.window, at or widget.rect().center())
    QTest.mouseClick(lab.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def drop(lab: Lab, *paths: Path) -> None:
    """Drop files on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, button, keys)
    lab.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    lab.window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, button, keys))


def test_a_card_is_reviewed_by_keys_and_taken_back(lab: Lab, qtbot: QtBot) -> None:
    panel = lab.window.review.panel
    first = panel.card
    press(lab, Qt.Key.Key_Space)
    assert panel.answer_shown
    press(lab, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: panel.card not in (None, first))
    undo = lab.window.actions_by_id["undo"]
    assert "rating 4" in undo.text()
    press(lab, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.card == first)
    qtbot.waitUntil(lambda: not undo.isEnabled())


def test_space_never_rates(lab: Lab) -> None:
    panel = lab.window.review.panel
    first = panel.card
    press(lab, Qt.Key.Key_Space)
    for button in panel.work.ratings.findChildren(QAbstractButton):
        button.setFocus()
        press(lab, Qt.Key.Key_Space)
    assert panel.card == first
    assert panel.answer_shown


def test_keys_go_by_the_panel_used_last(lab: Lab) -> None:
    window = lab.window
    click(lab, window.simulator.diagram, QPoint(4, 4))
    assert window.places.place is Place.SIMULATOR
    heard: list[object] = []
    window.simulator.playing_changed.connect(heard.append)
    press(lab, Qt.Key.Key_Space)
    press(lab, Qt.Key.Key_Space)
    assert heard == [True, False]
    assert not window.review.panel.answer_shown
    click(lab, window.review.panel.work.card)
    press(lab, Qt.Key.Key_Space)
    assert window.review.panel.answer_shown


def test_undo_takes_back_what_was_done_last_in_the_panel_used_last(lab: Lab, qtbot: QtBot) -> None:
    window, controller = lab.window, lab.window.controller
    before = controller.state
    knob = window.simulator.weights.knobs["b_f"]
    click(lab, knob)
    press(lab, Qt.Key.Key_Up)
    assert controller.state != before
    qtbot.waitUntil(lambda: "forget bias" in window.actions_by_id["undo"].text())
    press(lab, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert controller.state == before
    press(lab, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert controller.state != before


def test_undo_follows_what_was_done_last_wherever_one_is(lab: Lab, qtbot: QtBot, tmp_path: Path) -> None:
    window, panel = lab.window, lab.window.review.panel
    first = panel.card
    press(lab, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.review.rated):
        press(lab, Qt.Key.Key_4)
    path = tmp_path / "mine.json"
    path.write_text(scene_to_json(replace(load("toggle"), title="Mine")))
    drop(lab, path)
    qtbot.waitUntil(lambda: "Mine" in window.actions_by_id["undo"].text())
    press(lab, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.controller.state.scene.title != "Mine"
    press(lab, Qt.Key.Key_Space)
    assert panel.answer_shown, "keys still go to the cards"
    click(lab, panel.work.card)
    with qtbot.waitSignal(window.review.rated):
        press(lab, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.card == first)


def test_a_number_typed_into_a_knob_rates_nothing(lab: Lab) -> None:
    window = lab.window
    press(lab, Qt.Key.Key_Space)
    card = window.review.panel.card
    click(lab, window.simulator.weights.knobs["b_f"])
    for key in (Qt.Key.Key_1, Qt.Key.Key_Period, Qt.Key.Key_5, Qt.Key.Key_Return):
        press(lab, key)
    assert window.controller.state.scene.cell.gate("f").b[0] == pytest.approx(1.5)
    assert window.review.panel.card == card


def test_the_arrows_step_and_the_ends_are_reached(lab: Lab, qtbot: QtBot) -> None:
    controller = lab.window.controller
    start = controller.state.scene.step
    press(lab, Qt.Key.Key_Right)
    assert controller.state.scene.step == start + 1
    press(lab, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: controller.state.scene.step == start)
    press(lab, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: controller.state.scene.step == controller.state.scene.steps)
    press(lab, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: controller.state.scene.step == 1)


def test_zoom_and_theme_switch_live_and_are_remembered(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    press(lab, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.live.now.zoom == 125
    for _ in range(20):
        window.actions_by_id["zoom_in"].trigger()
    assert window.live.now.zoom == 300
    press(lab, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.live.now.zoom == 100
    with qtbot.waitSignal(window.theme.changed):
        window.actions_by_id["theme_dark"].trigger()
    assert window.theme.colours is palette("dark")
    assert window.actions_by_id["theme_dark"].isChecked()
    window.live.save_now()
    assert load_settings(lab.folder)[0].theme == "dark"


def test_a_dropped_scene_opens_and_stands_among_the_recent(lab: Lab, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(scene_to_json(replace(load("toggle"), title="Mine")))
    drop(lab, path)
    assert lab.window.controller.state.scene.title == "Mine"
    assert [action.text() for action in lab.window.menus.recent.actions()] == ["&1  mine.json"]
    lab.window.files.open_named("forget")
    lab.window.menus.recent.actions()[0].trigger()
    assert lab.window.controller.state.scene.title == "Mine"


@pytest.mark.parametrize("change", ["units", "inputs", "nonsense"])
def test_a_scene_that_cannot_be_shown_is_refused_in_one_sentence(
    lab: Lab, qtbot: QtBot, tmp_path: Path, change: str
) -> None:
    whole = json.loads(scene_to_json(load("toggle")))
    if change != "nonsense":
        whole["cell"][change] = 99
    path = tmp_path / "big.json"
    path.write_text("{" if change == "nonsense" else json.dumps(whole))
    before = lab.window.controller.state
    with qtbot.waitSignal(lab.window.errors.told):
        drop(lab, path)
    assert lab.window.controller.state == before
    shown = lab.window.banner.sentence.text()
    assert "big.json" in shown
    if change != "nonsense":
        assert f"cell.{change}" in shown
    assert lab.window.banner.isVisible()
    click(lab, lab.window.banner.copy)
    assert "LSTM Lab" in QGuiApplication.clipboard().text()
    click(lab, lab.window.banner.dismiss)
    assert lab.window.banner.isHidden()


def test_a_file_that_opens_ends_what_was_said_of_those_that_did_not(
    lab: Lab, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_text("{")
        with qtbot.waitSignal(lab.window.errors.told):
            drop(lab, tmp_path / name)
    assert "two.json" in lab.window.banner.sentence.text()
    good = tmp_path / "good.json"
    good.write_text(scene_to_json(load("toggle")))
    drop(lab, good)
    assert lab.window.banner.isHidden()


def test_a_scene_is_saved_and_opened_again(lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "saved"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path.with_suffix(".json")), ""))
    lab.window.controller.set_value(BIAS, 0.25)
    saved = scene_to_save(lab.window.controller.state)
    lab.window.actions_by_id["save_scene_as"].trigger()
    assert lab.window.toast.isVisible()
    assert lab.window.toast.text() == "Saved as saved.json"
    lab.window.files.open_named("forget")
    lab.window.actions_by_id["open_scene"].trigger()
    assert lab.window.controller.state.scene == replace(saved, title="saved"), "no longer what it was called"


def test_what_cannot_be_written_is_told(
    lab: Lab, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "missing" / "scene.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(lab.window.errors.told):
        lab.window.actions_by_id["save_scene_as"].trigger()
    assert "was not written" in lab.window.banner.sentence.text()


def test_the_next_window_looks_as_the_last_one_was_left(make_lab: LabMaker) -> None:
    first = make_lab()
    first.window.splitter.setSizes([430, 700])
    sizes = first.window.splitter.sizes()
    first.window.files.open_named("toggle")
    first.close()
    settings, warning = load_settings(first.folder)
    assert warning == ""
    second = make_lab(settings)
    assert second.window.live.now.window == settings.window != ""
    assert second.window.controller.state.origin == load("toggle")
    assert second.window.splitter.sizes()[0] == pytest.approx(sizes[0], abs=2)


def test_damaged_geometry_and_a_lost_scene_do_not_stop_the_start(make_lab: LabMaker) -> None:
    lab = make_lab(
        Settings(window="no base64!", scene="/nowhere/lost.json", splitters=(("main", (1, 2, 3)),))
    )
    assert lab.window.controller.state.origin == load("remember")
    assert "lost.json" in lab.window.banner.sentence.text()


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
def test_everything_fits_in_common_windows(make_lab: LabMaker, size: tuple[int, int]) -> None:
    window = make_lab().window
    window.resize(*size)
    assert window.size() == QSize(*size)
    for part in (window.bar.present, window.bar.menu_bar, window.review.panel, window.simulator):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert window.rect().contains(corner), part


def test_every_action_stands_in_its_menu_with_its_tip(lab: Lab) -> None:
    for name in MENUS:
        menu = lab.window.menus.menu(name)
        holders = [menu, *menu.findChildren(QMenu)]
        ids = {action.objectName() for holder in holders for action in holder.actions()}
        assert {row.id for row in TABLE if row.menu == name} <= ids
    for row in TABLE:
        assert lab.window.actions_by_id[row.id].toolTip() == row.hint


def test_every_control_has_a_name_and_a_tooltip_and_is_reached_by_tab(lab: Lab) -> None:
    for control in lab.window.findChildren(QWidget):
        if not isinstance(control, CONTROLS) or not control.isVisibleTo(lab.window):
            continue
        if isinstance(control, QScrollBar):  # of Qt's own making; the keys of what it scrolls do the same
            continue
        where = f"{type(control).__name__} in {type(control.parent()).__name__}"
        assert control.accessibleName() or getattr(control, "text", str)(), where
        assert control.toolTip(), where
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, where


def test_rooms_that_do_not_exist_are_not_shown(lab: Lab) -> None:
    tabs = lab.window.bar.tabs
    texts = {button.text() for button in lab.window.findChildren(QAbstractButton)}
    texts |= {tabs.tabText(n) for n in range(tabs.count())}
    assert "Models" not in texts


def test_the_log_folder_and_the_report_are_within_reach(lab: Lab, qtbot: QtBot) -> None:
    lab.window.actions_by_id["copy_report"].trigger()
    assert "PySide6" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(lab.window.errors.told):
        lab.window.actions_by_id["open_log_folder"].trigger()
    assert "memory only" in lab.window.banner.sentence.text()
