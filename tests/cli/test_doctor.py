"""The doctor works on a healthy machine and on a poor one, and changes nothing."""

import sys
from pathlib import Path

import pytest

from lstm_gui import system_libraries
from lstm_gui.system_libraries import Library
from tests.cli.conftest import Run


def test_it_tells_versions_and_folders_and_makes_nothing(run: Run, tmp_path: Path) -> None:
    report = run("doctor", "--json")
    assert report.code == 0
    told = report.json
    assert told["collection"] == "none yet"
    assert told["folders"]["data"] == str(tmp_path / "lab")
    names = {
        "LSTM Lab",
        "Python",
        "PySide6-Essentials",
        "numpy",
        "pyqtgraph",
        "fsrs",
        "ziamath",
        "pillow",
        "SQLite",
    }
    assert names <= set(told["versions"])
    assert not (tmp_path / "lab").exists()


def test_a_collection_is_verified(run: Run, tmp_path: Path) -> None:
    run("deck", "list")
    assert run("doctor", "--json").json["collection"].startswith("sound, ")
    (tmp_path / "lab" / "settings.json").write_text("{", encoding="utf-8")
    assert "settings.json" in run("doctor", "--json").json["settings"]


def test_a_collection_that_is_still_empty_speaks_of_no_window(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab" / "collection.sqlite3").touch()
    told = run("doctor", "--json").json["collection"]
    assert told == "sound, brought up to date when it is next opened, 0 backups"


def test_missing_libraries_are_named_by_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = (Library("libEGL.so.1", "libegl1"),)
    monkeypatch.setattr(system_libraries, "missing", lambda **_: lacking)
    report = run("doctor")
    assert report.code == 0
    assert "apt-get install libegl1" in report.out
    assert run("doctor", "--json").json["missing"] == [{"library": "libEGL.so.1", "package": "libegl1"}]


def test_it_works_where_qt_cannot_be_loaded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6", None)
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    report = run("doctor", "--json")
    assert report.code == 0
    assert "cannot be loaded" in report.json["qt"]
