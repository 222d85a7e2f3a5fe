"""What a saved scene is called: as before, or after its file where a bundled title no longer fits."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene_file import read_scene
from lstm_gui.simulator.quantity import Quantity
from tests.gui.conftest import Lab

BIAS = Quantity("b_f")


def saved(lab: Lab, monkeypatch: pytest.MonkeyPatch, path: Path) -> str:
    """The title in the file that Ctrl+S writes."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    lab.window.files.save_scene_as()
    return read_scene(path).title


@pytest.mark.parametrize("name", ["Lesson 3", "a\u202eb", "a\udcffb", "x" * 230])
def test_a_changed_bundled_scene_is_called_after_its_file(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    title = load("remember").title
    assert saved(lab, monkeypatch, tmp_path / f"{name}.json") == title
    lab.window.controller.set_value(BIAS, 0.25)
    found = saved(lab, monkeypatch, tmp_path / f"{name}.json")
    assert found != title
    assert found[:2] == name[:2] or name.startswith("a")


def test_a_title_of_one_s_own_stays(lab: Lab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lab.window.controller.open(replace(load("remember"), title="Mine"))
    lab.window.controller.set_value(BIAS, 0.25)
    assert saved(lab, monkeypatch, tmp_path / "other.json") == "Mine"
