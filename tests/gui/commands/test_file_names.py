"""No file is replaced that the person was not asked about."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.commands.file_names import name_to_write

KINDS = ("PNG picture (*.png);;SVG drawing (*.svg)", (".png", ".svg"))


@pytest.mark.parametrize(
    ("typed", "chosen", "named"),
    [
        ("a.png", "PNG picture (*.png)", "a.png"),
        ("a.SVG", "PNG picture (*.png)", "a.SVG"),
        ("a", "SVG drawing (*.svg)", "a.svg"),
        ("a.b", "SVG drawing (*.svg)", "a.b.svg"),
        ("a", "", "a.png"),
    ],
)
def test_a_name_gets_the_ending_it_lacks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, chosen: str, named: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), chosen))
    assert name_to_write(parent, "Save", "", KINDS, pytest.fail) == tmp_path / named


def test_a_file_the_dialog_did_not_ask_about_is_not_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "a.png").write_text("kept", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    told: list[str] = []
    assert name_to_write(parent, "Save", "", KINDS, told.append) is None
    assert told == ["a.png is there already; to replace it, choose it by its whole name."]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.png"), ""))
    assert name_to_write(parent, "Save", "", KINDS, pytest.fail) == tmp_path / "a.png"


def test_no_name_is_none(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert name_to_write(parent, "Save", "", KINDS, pytest.fail) is None
