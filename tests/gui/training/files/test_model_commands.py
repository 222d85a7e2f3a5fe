"""A trained network leaves as files, comes back, goes to the simulator and becomes a card."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.ask.dialog import AskDialog
from lstm_gui.gui.simulator.style import Style as PanelStyle
from lstm_gui.gui.training.session import Session
from lstm_gui.simulator.run import run_scene
from lstm_gui.training.look import look_at
from lstm_gui.training.model_file import read_model
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.tasks.catalogue import made
from tests.gui.conftest import Lab
from tests.gui.training.files.acting import act, choose, file_of, said
from tests.gui.training.test_session import SMALL


def test_a_model_is_saved_as_it_is_shown_and_opened_again(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.safetensors"
    choose(monkeypatch, path)
    trained.show_checkpoint(2)
    act(lab, "save_model")
    qtbot.waitUntil(path.exists)
    said(lab, qtbot, "Saved as mine.safetensors")
    saved = read_model(path)
    assert (saved.plan, saved.state.step) == (SMALL, 2)
    act(lab, "open_model")
    with qtbot.waitSignal(trained.begun):
        pass
    assert trained.state is not None
    np.testing.assert_array_equal(trained.state.vector, saved.state.vector)
    said(lab, qtbot, "with seed 0 after 2 updates")
    assert lab.window.stage.tab == "train"
    assert str(path) in lab.window.live.now.recent_files
    with qtbot.waitSignal(trained.updated):
        trained.one_step()
    assert trained.history.now.last_step == 3


def test_a_dropped_model_is_opened(lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = file_of(tmp_path, replace(SMALL, seed=9))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(trained.begun):
        lab.window.dropEvent(event)
    assert trained.plan.seed == 9
    assert trained.state is not None
    assert trained.state.step == 42


def test_a_model_is_opened_where_scenes_are(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file_of(tmp_path, replace(SMALL, seed=11)))
    with qtbot.waitSignal(trained.begun):
        act(lab, "open_scene")
    assert trained.plan.seed == 11


def test_the_network_is_written_for_other_programs(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.onnx"
    choose(monkeypatch, path)
    act(lab, "export_onnx")
    qtbot.waitUntil(path.exists)
    assert trained.state is not None
    look = look_at(SMALL, made(SMALL.task), trained.state)
    runner = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (y,) = runner.run(None, {"x": look.x[:, np.newaxis]})
    np.testing.assert_allclose(y[:, 0], look.y, rtol=1e-4, atol=1e-5)
    described = runner.get_modelmeta()
    assert described.custom_metadata_map["input 1"] == "mark"
    assert "3 updates" in described.description


def test_a_cell_that_onnx_has_not_is_refused_before_a_name_is_asked(
    lab: Lab, trained: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", None)  # nobody asks
    trained.plan = replace(SMALL, network=NetworkChoice(Kind.of("slstm"), 2))
    act(lab, "export_onnx")
    said(lab, qtbot, "ONNX has no layer like Slstm")


def test_the_run_leaves_as_a_table(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "run.csv"
    choose(monkeypatch, path)
    qtbot.waitUntil(lambda: trained.history.now.last_step == 3)
    act(lab, "export_run")
    assert len(path.read_text().splitlines()) == 4


def test_it_is_not_written_where_it_cannot_be(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trained.set_up
    choose(monkeypatch, tmp_path / "nowhere" / "mine.safetensors")
    act(lab, "save_model")
    said(lab, qtbot, "mine.safetensors was not written")


def test_the_trained_cell_is_shown_in_the_simulator_and_the_way_back_leads_here(
    lab: Lab, trained: Session, qtbot: QtBot
) -> None:
    window = lab.window
    window.live.change(tab="train")
    before = window.controller.state
    act(lab, "model_to_simulator")
    qtbot.waitUntil(lambda: window.stage.tab == "cell")
    scene = window.controller.state.scene
    assert trained.state is not None
    look = look_at(SMALL, made(SMALL.task), trained.state)
    np.testing.assert_allclose(run_scene(scene).output[:, 0], look.quantities["h"], rtol=1e-4, atol=1e-5)
    qtbot.waitUntil(window.bar.back.isVisible)
    QTest.mouseClick(window.bar.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stage.tab == "train")
    assert window.controller.state == before


def test_a_cell_too_large_for_the_simulator_is_refused_in_words(
    lab: Lab, trained: Session, qtbot: QtBot
) -> None:
    trained.set_plan(replace(SMALL, network=NetworkChoice(units=17)))
    with qtbot.waitSignal(trained.kept):
        pass
    before = lab.window.controller.state
    act(lab, "model_to_simulator")
    said(lab, qtbot, "shows cells of up to 16 units")
    assert lab.window.controller.state == before


def test_what_the_trained_cell_computes_becomes_a_card(lab: Lab, trained: Session, qtbot: QtBot) -> None:
    assert trained.set_up
    collection = lab.window.decks.collection
    assert collection is not None
    act(lab, "ask_about_model")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in lab.window.findChildren(AskDialog)))
    (dialog,) = lab.window.findChildren(AskDialog)
    assert dialog.fields.words.text() == "Trained: Adding. What is c of unit 1 at t = 10?"  # its last step
    dialog.fields.deck.setCurrentText("Mine")
    with qtbot.waitSignal(collection.edited):
        QTest.keyClick(dialog.fields.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    said(lab, qtbot, "The card is in “Mine”")


@pytest.mark.parametrize(
    "name", ["save_model", "export_onnx", "export_run", "model_to_simulator", "ask_about_model"]
)
def test_without_a_network_there_is_nothing_to_take(lab: Lab, qtbot: QtBot, name: str) -> None:
    act(lab, name)
    said(lab, qtbot, "There is no network yet")


def test_all_of_it_is_offered_beside_the_rooms(
    lab: Lab, trained: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trained.set_up
    lab.window.live.change(tab="train")
    qtbot.waitUntil(lambda: lab.window.stage.page is not None)  # it comes after the first paint
    page = lab.window.stage.page
    assert page is not None
    assert page.uses is not None
    shown: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _menu, place: shown.append(place))
    QTest.mouseClick(page.uses, Qt.MouseButton.LeftButton)
    assert shown == [page.uses.mapToGlobal(QPoint(0, page.uses.height()))]
    first = next(action for action in page.uses.menu_shown.actions() if action.text())
    first.trigger()
    qtbot.waitUntil(lambda: lab.window.stage.tab == "cell")
    assert lab.window.controller.state.scene.title == "Trained: Adding"
    page.set_style(PanelStyle(lab.window.theme.colours, 1.5))
    assert page.uses.size() == page.uses.sizeHint()
