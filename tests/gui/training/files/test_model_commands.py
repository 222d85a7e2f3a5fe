"""A trained network leaves as files, comes back, goes to the simulator and becomes a card."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from lstm_gui.formats.safetensors_writer import written_tensors
from lstm_gui.graph.kind import Kind
from lstm_gui.gui.ask.dialog import AskDialog
from lstm_gui.gui.simulator.style import Style as PanelStyle
from lstm_gui.gui.training.data.columns_dialog import ColumnsDialog
from lstm_gui.gui.training.session import Session
from lstm_gui.simulator.run import run_scene
from lstm_gui.training.look import look_at
from lstm_gui.training.model_file import model_bytes, read_model
from lstm_gui.training.network import NetworkChoice, new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import portrait_of
from lstm_gui.training.run import RunState, begin
from lstm_gui.training.task_choice import OwnColumns, TaskChoice
from lstm_gui.training.tasks.catalogue import made
from tests.gui.conftest import Lab
from tests.gui.training.process import InThread
from tests.gui.training.test_session import SMALL
from tests.training.test_model_elsewhere import linear, module

PATIENCE = 60_000  # ms: cells may have to be compiled first, on a machine that has other work
OWN = OwnColumns("wind.csv", ("wind",), tuple((float(day * day % 7),) for day in range(200)))


@pytest.fixture
def trained(lab: Lab, qtbot: QtBot) -> Iterator[Session]:
    """A session of the window after three updates."""
    session = lab.window.training._session = Session(SMALL, InThread, lab.window.training)
    for done in (1, 2, 3):
        session.one_step()
        qtbot.waitUntil(lambda done=done: session.checkpoints.steps[-1:] == (done,), timeout=PATIENCE)  # type: ignore[misc]
    qtbot.waitUntil(lambda: session.look is not None and session.look.step == 3, timeout=PATIENCE)
    yield session
    session.end()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    """What a person answers when they are asked for the name of a file."""
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_: (str(path), ""))


def act(lab: Lab, name: str) -> None:
    """Choose an action."""
    lab.window.actions_by_id[name].trigger()


def said(lab: Lab, qtbot: QtBot, words: str) -> None:
    """Wait until it is told, in the banner or the toast."""

    def told() -> bool:
        problem = lab.window.banner.shown
        return words in lab.window.toast.text() or (problem is not None and words in problem.sentence)

    qtbot.waitUntil(told, timeout=PATIENCE)


def file_of(folder: Path, plan: Plan, data: Any = None) -> Path:
    """A model that somebody saved."""
    whole = replace(plan, task=replace(plan.task, data=data))
    task = made(whole.task)
    _, state = begin(whole, task)
    path = folder / "saved.safetensors"
    path.write_bytes(model_bytes(whole, replace(state, step=42), portrait_of(whole, task, state)))
    return path


def test_a_model_is_saved_as_it_is_shown_and_opened_again(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.safetensors"
    choose(monkeypatch, path)
    trained.show_checkpoint(2)
    act(lab, "save_model")
    qtbot.waitUntil(path.exists, timeout=PATIENCE)
    said(lab, qtbot, "Saved as mine.safetensors")
    saved = read_model(path)
    assert (saved.plan, saved.state.step) == (SMALL, 2)
    act(lab, "open_model")
    with qtbot.waitSignal(trained.begun, timeout=PATIENCE):
        pass
    assert trained.state is not None
    np.testing.assert_array_equal(trained.state.vector, saved.state.vector)
    said(lab, qtbot, "with seed 0 after 2 updates")
    assert lab.window.stage.tab == "train"
    assert str(path) in lab.window.live.now.recent_files
    with qtbot.waitSignal(trained.updated, timeout=PATIENCE):
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
    with qtbot.waitSignal(trained.begun, timeout=PATIENCE):
        lab.window.dropEvent(event)
    assert trained.plan.seed == 9
    assert trained.state is not None
    assert trained.state.step == 42


def test_a_model_is_opened_where_scenes_are(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, file_of(tmp_path, replace(SMALL, seed=11)))
    with qtbot.waitSignal(trained.begun, timeout=PATIENCE):
        act(lab, "open_scene")
    assert trained.plan.seed == 11


def test_the_network_is_written_for_other_programs(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.onnx"
    choose(monkeypatch, path)
    act(lab, "export_onnx")
    qtbot.waitUntil(path.exists, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: trained.history.now.last_step == 3, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: window.stage.tab == "cell", timeout=PATIENCE)
    scene = window.controller.state.scene
    assert trained.state is not None
    look = look_at(SMALL, made(SMALL.task), trained.state)
    np.testing.assert_allclose(run_scene(scene).output[:, 0], look.quantities["h"], rtol=1e-4, atol=1e-5)
    qtbot.waitUntil(window.bar.back.isVisible, timeout=PATIENCE)
    QTest.mouseClick(window.bar.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stage.tab == "train", timeout=PATIENCE)
    assert window.controller.state == before


def test_a_cell_too_large_for_the_simulator_is_refused_in_words(
    lab: Lab, trained: Session, qtbot: QtBot
) -> None:
    trained.set_plan(replace(SMALL, network=NetworkChoice(units=17)))
    with qtbot.waitSignal(trained.kept, timeout=PATIENCE):
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
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in lab.window.findChildren(AskDialog)), timeout=PATIENCE
    )
    (dialog,) = lab.window.findChildren(AskDialog)
    dialog.fields.deck.setCurrentText("Mine")
    with qtbot.waitSignal(collection.edited, timeout=PATIENCE):
        QTest.keyClick(dialog.fields.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    said(lab, qtbot, "The card is in “Mine”")


@pytest.mark.parametrize(
    "name", ["save_model", "export_onnx", "export_run", "model_to_simulator", "ask_about_model"]
)
def test_without_a_network_there_is_nothing_to_take(lab: Lab, qtbot: QtBot, name: str) -> None:
    act(lab, name)
    said(lab, qtbot, "There is no network yet")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.safetensors", b"", "is too short"),
        ("a.onnx", b"\x08\x08", "is an ONNX model; those are written here and not read"),
        ("a.pt", b"PK\x03\x04", "torch.save_file"),
        ("a.safetensors", written_tensors({"a": np.ones(2)}, {}), "no recurrent layer"),
    ],
)
def test_what_is_no_model_is_refused_and_the_run_stays(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path, before = tmp_path / name, trained.state
    path.write_bytes(content)
    lab.window.files.open_file(path)
    said(lab, qtbot, words)
    assert trained.state is before


def wind(folder: Path, name: str = "wind", step: int = 7) -> Path:
    """The file that the model of one's own data learnt from, or another."""
    path = folder / "wind.csv"
    path.write_text(f"{name}\n" + "\n".join(str(day * day % step) for day in range(200)))
    return path


OwnModel = Callable[[str], None]


@pytest.fixture
def open_own(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> OwnModel:
    """Open a model of one's own data, and choose a file with that column."""

    def opened(column: str) -> None:
        assert trained.set_up
        path = file_of(tmp_path, replace(SMALL, task=TaskChoice("own_columns")), OWN)
        choose(monkeypatch, wind(tmp_path, column))
        lab.window.files.open_file(path)
        said(lab, qtbot, "learnt from “wind.csv”, which is not in it")
        (dialog,) = lab.window.findChildren(ColumnsDialog)
        qtbot.waitUntil(dialog.agree.isEnabled, timeout=PATIENCE)
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog), timeout=PATIENCE)  # type: ignore[no-untyped-call]

    return opened


def test_ones_own_data_is_chosen_again(open_own: OwnModel, trained: Session, qtbot: QtBot) -> None:
    open_own("wind")
    qtbot.waitUntil(
        lambda: trained.plan.task.data is not None and trained.begun_now is not None, timeout=PATIENCE
    )
    assert trained.state is not None
    assert trained.state.step == 42


def test_other_columns_are_refused_and_the_run_stays(
    open_own: OwnModel, lab: Lab, trained: Session, qtbot: QtBot
) -> None:
    open_own("rain")
    said(lab, qtbot, "learnt from the columns wind, and rain were chosen")
    assert trained.plan == SMALL


def test_a_model_of_another_size_than_its_task_is_refused_and_the_run_stays(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    plan = replace(SMALL, task=TaskChoice("lorenz"))
    portrait = portrait_of(SMALL, made(SMALL.task), begin(SMALL, made(SMALL.task))[1])
    network = new_network(plan.network, 2, 1, 0)
    path = tmp_path / "wrong.safetensors"
    path.write_bytes(model_bytes(plan, RunState(1, network.vector), portrait))
    lab.window.files.open_file(path)
    said(lab, qtbot, "it belongs to another cell, size or task")
    assert trained.plan == SMALL


def test_a_network_of_another_tool_learns_on_with_the_task_that_it_fits(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.safetensors"
    path.write_bytes(written_tensors(module() | linear(3, outputs=1), {}))
    with qtbot.waitSignal(trained.begun, timeout=PATIENCE):
        lab.window.files.open_file(path)
    said(lab, qtbot, "is taken for an LSTM of PyTorch")
    assert (trained.plan.network.units, trained.plan.task) == (3, SMALL.task)


def test_a_network_of_another_tool_that_fits_no_task_is_shown_in_the_simulator(
    lab: Lab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.safetensors"
    path.write_bytes(written_tensors(module("GRU", inputs=3), {}))
    lab.window.files.open_file(path)
    qtbot.waitUntil(lambda: lab.window.controller.state.scene.title == "theirs.safetensors", timeout=PATIENCE)
    assert lab.window.controller.state.scene.caption.startswith(
        "theirs.safetensors is taken for a GRU of PyTorch"
    )


def test_a_network_of_another_tool_that_fits_nowhere_is_refused(
    lab: Lab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.safetensors"
    path.write_bytes(written_tensors(module(units=20), {}))
    lab.window.files.open_file(path)
    said(lab, qtbot, "fits no task that is chosen, and not the simulator")


def test_all_of_it_is_offered_beside_the_rooms(
    lab: Lab, trained: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trained.set_up
    lab.window.live.change(tab="train")
    page = lab.window.stage.page
    assert page is not None
    assert page.uses is not None
    shown: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _menu, place: shown.append(place))
    QTest.mouseClick(page.uses, Qt.MouseButton.LeftButton)
    assert shown == [page.uses.mapToGlobal(QPoint(0, page.uses.height()))]
    first = next(action for action in page.uses.menu_shown.actions() if action.text())
    first.trigger()
    qtbot.waitUntil(lambda: lab.window.stage.tab == "cell", timeout=PATIENCE)
    assert lab.window.controller.state.scene.title == "Trained: Adding"
    page.set_style(PanelStyle(lab.window.theme.colours, 1.5))
    assert page.uses.size() == page.uses.sizeHint()
