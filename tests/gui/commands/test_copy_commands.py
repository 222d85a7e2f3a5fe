"""A scene leaves as a program, a text and a table, and comes back from its text; anything else is refused."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.actions.table import TABLE
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Scene, zero_cell, zero_states
from lstm_gui.lessons.scene_text import scene_to_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.trace_file import shown_arrays
from tests.gui.conftest import Lab
from tests.simulator.code.programs import assert_shown, run_program

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


MENU = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)  # offscreen says so of any menu


def copied() -> str:
    """What stands on the clipboard."""
    return QGuiApplication.clipboard().text()


def put(text: str) -> None:
    """Copy a text, as another program would."""
    QGuiApplication.clipboard().setText(text)


def press(lab: Lab, key: Qt.Key) -> None:
    """Ctrl+Shift+key, through the native window."""
    QTest.keyClick(lab.window.windowHandle(), key, CTRL_SHIFT)


def choose_from_menu(lab: Lab, group: str, name: str) -> None:
    """Open a submenu and click on an entry of it."""
    menu = lab.window.menus.submenu(group)
    menu.popup(lab.window.pos())
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(lab.window.actions_by_id[name]).center()
    )


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "CSV table (*.csv)") -> None:
    """What a person answers to the question for a file name."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


@MENU
def test_the_program_copied_computes_what_is_on_screen(lab: Lab) -> None:
    lab.window.controller.set_value(Quantity("b_f"), 1.25)
    lab.window.controller.set_value(Quantity("c_previous", 3), 0.5)
    choose_from_menu(lab, "code", "copy_numpy")
    trace = run_program(copied())["trace"]
    assert_shown(lab.window.controller.state.scene, trace)
    curves = lab.window.controller.frame.timeline.curves
    np.testing.assert_allclose(trace["h"][:, 0], curves["h"], atol=1e-12)
    assert lab.window.toast.isVisible()
    assert f"NumPy: a program of {len(copied().splitlines())} lines" in lab.window.toast.text()


@MENU
@pytest.mark.parametrize(
    ("name", "words"), [("numpy", "import numpy"), ("pytorch", "nn.LSTM("), ("keras", "keras.layers.LSTM(")]
)
def test_each_language_has_its_entry(lab: Lab, name: str, words: str) -> None:
    state = lab.window.controller.state
    choose_from_menu(lab, "code", f"copy_{name}")
    assert words in copied()
    assert lab.window.controller.state is state
    assert not lab.window.actions_by_id["undo"].isEnabled()


def test_a_scene_is_copied_moved_on_pasted_and_undone_by_keys(lab: Lab) -> None:
    window = lab.window
    window.controller.set_value(Quantity("b_f"), 1.25)
    wanted = window.controller.state.scene
    press(lab, Qt.Key.Key_C)
    assert copied() == scene_to_text(replace(wanted, caption=""))
    assert f"{len(copied())} letters" in window.toast.text()
    window.files.open_named("counter")
    other = window.controller.state
    press(lab, Qt.Key.Key_V)
    assert window.controller.state.scene == replace(wanted, caption="")
    assert wanted.title in window.toast.text()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.controller.state == other


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "begins with"),
        ("1, 2, 3", "What was copied is not a scene of LSTM Lab"),
        ("lstmlab1.AAAA.00000000", "damaged"),
        (scene_to_text(load("remember"))[:-30], "not whole"),
    ],
)
def test_anything_else_gets_a_sentence_and_changes_nothing(
    lab: Lab, qtbot: QtBot, text: str, words: str
) -> None:
    window = lab.window
    before = window.controller.state
    put(text)
    with qtbot.waitSignal(window.errors.told):
        press(lab, Qt.Key.Key_V)
    assert words in window.banner.sentence.text()
    assert window.controller.state is before
    assert not window.toast.isVisible()
    put(scene_to_text(load("counter")))
    press(lab, Qt.Key.Key_V)
    assert window.controller.state.scene == load("counter")
    assert not window.banner.isVisible()  # the refusal is over


def test_only_the_newest_refusal_is_told(lab: Lab, qtbot: QtBot) -> None:
    for text in ("one", "lstmlab two", "three"):
        put(text)
        with qtbot.waitSignal(lab.window.errors.told):
            press(lab, Qt.Key.Key_V)
    put(scene_to_text(load("counter")))
    press(lab, Qt.Key.Key_V)
    assert not lab.window.banner.isVisible()


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("mine.csv", "CSV table (*.csv)", "mine.csv"),
        ("mine", "CSV table (*.csv)", "mine.csv"),
        ("mine", "JSON (*.json)", "mine.json"),
        ("mine.v2", "NumPy arrays (*.npz)", "mine.v2.npz"),
        ("mine.NPZ", "CSV table (*.csv)", "mine.NPZ"),
        ("mine", "", "mine.csv"),
    ],
)
def test_the_numbers_are_written(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, kind: str, written: str
) -> None:
    answer(monkeypatch, tmp_path / typed, kind)
    press(lab, Qt.Key.Key_E)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [written]
    assert written in lab.window.toast.text()
    arrays = shown_arrays(lab.window.controller.state.scene)
    path = tmp_path / written
    if path.suffix == ".json":
        assert json.loads(path.read_text()) == {name: array.tolist() for name, array in arrays.items()}
    elif path.suffix == ".csv":
        table = np.genfromtxt(path, delimiter=",", names=True)
        assert table.dtype.names == ("step", *arrays)
        np.testing.assert_array_equal(table["h"], arrays["h"][:, 0])
    else:
        with np.load(path) as packed:
            np.testing.assert_array_equal(packed["h"], arrays["h"])


def test_a_file_that_was_not_asked_about_is_kept(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "mine.csv"
    kept.write_text("kept", encoding="utf-8")
    answer(monkeypatch, tmp_path / "mine")
    with qtbot.waitSignal(lab.window.errors.told):
        press(lab, Qt.Key.Key_E)
    assert "mine.csv is there already" in lab.window.banner.sentence.text()
    assert kept.read_text(encoding="utf-8") == "kept"
    answer(monkeypatch, kept)
    press(lab, Qt.Key.Key_E)
    assert kept.read_text(encoding="utf-8").startswith("step,x,")


def test_a_folder_that_cannot_be_written_is_told(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer(monkeypatch, tmp_path / "nowhere" / "mine.csv")
    with qtbot.waitSignal(lab.window.errors.told):
        press(lab, Qt.Key.Key_E)
    assert "mine.csv was not written" in lab.window.banner.sentence.text()


def test_no_name_writes_nothing(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "", "")
    press(lab, Qt.Key.Key_E)
    assert not lab.window.toast.isVisible()


def test_numbers_that_exploded_are_not_asked_about(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked"))
    kind = Kind.of("rnn", activation="relu")
    wild = replace(zero_cell(kind, 1, 1), arrays=(((1e6,),),) * 3)
    scene = Scene("Wild", "", wild, zero_states(kind, 1), ((1.0,),) * 99)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(lab.window.copies), "_scene", scene)
        with qtbot.waitSignal(lab.window.errors.told):
            press(lab, Qt.Key.Key_E)
    assert "no longer finite at step" in lab.window.banner.sentence.text()


def test_no_two_entries_share_a_mnemonic() -> None:
    letters = [row.text[row.text.index("&") + 1] for row in TABLE if row.group == "code"]
    assert len(set(letters)) == len(letters) == 3
    edit = [row.text for row in TABLE if row.menu == "Edit" and not row.group] + ["Copy this &cell as code"]
    mnemonics = [text[text.index("&") + 1].lower() for text in edit]
    assert len(set(mnemonics)) == len(mnemonics)


def test_a_start_loads_nothing_of_it() -> None:
    source = "import sys, lstm_gui.gui.main_window; print(*sys.modules)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    loaded = subprocess.run(
        [sys.executable, "-c", source], env=environment, capture_output=True, text=True, check=True
    ).stdout.split()
    late = ("lstm_gui.simulator.code", "lstm_gui.simulator.trace_file", "lstm_gui.lessons.scene_text")
    assert [name for name in loaded if name.startswith(late)] == []
