"""A model that is opened fits its task, is asked its data again, or is refused; the run stays till then."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.formats.safetensors_writer import written_tensors
from lstm_gui.gui.training.data.columns_dialog import ColumnsDialog
from lstm_gui.gui.training.session import Session
from lstm_gui.training.model_file import model_bytes
from lstm_gui.training.network import new_network
from lstm_gui.training.portrait import portrait_of
from lstm_gui.training.run import RunState, begin
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from tests.gui.conftest import Lab
from tests.gui.training.files.acting import OWN, choose, file_of, said
from tests.gui.training.test_session import SMALL
from tests.training.test_model_elsewhere import linear, module


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
        qtbot.waitUntil(dialog.agree.isEnabled)
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))  # type: ignore[no-untyped-call]

    return opened


def test_ones_own_data_is_chosen_again(open_own: OwnModel, trained: Session, qtbot: QtBot) -> None:
    open_own("wind")
    qtbot.waitUntil(lambda: trained.plan.task.data is not None and trained.begun_now is not None)
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
    with qtbot.waitSignal(trained.begun):
        lab.window.files.open_file(path)
    said(lab, qtbot, "is taken for an LSTM of PyTorch")
    assert (trained.plan.network.units, trained.plan.task) == (3, SMALL.task)


def test_a_network_of_another_tool_that_fits_no_task_is_shown_in_the_simulator(
    lab: Lab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.safetensors"
    path.write_bytes(written_tensors(module("GRU", inputs=3), {}))
    lab.window.files.open_file(path)
    qtbot.waitUntil(lambda: lab.window.controller.state.scene.title == "theirs.safetensors")
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


@pytest.mark.parametrize(
    "name", ["\\\\evil\\share\\wind.csv", "/etc/wind.csv", "../../wind.csv", "C:\\wind.csv"]
)
def test_a_model_does_not_say_where_one_looks_for_ones_data(
    lab: Lab, trained: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert trained.set_up
    asked: list[str] = []

    def ask(_parent: object, _title: str, start: str, *_: object) -> tuple[str, str]:
        asked.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    path = file_of(tmp_path, replace(SMALL, task=TaskChoice("own_columns")), replace(OWN, name=name))
    lab.window.files.open_file(path)
    qtbot.waitUntil(lambda: bool(asked))
    assert Path(asked[0]) == Path(lab.window.files.folder("wind.csv"))
