"""The data folder is the one Qt would choose."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lstm_gui.folders import data_folder, folder_argument

# Prints Qt's folder and ours for each line of HOME and XDG_DATA_HOME, "-" being unset.
BOTH = """
import os, sys
from PySide6.QtCore import QCoreApplication, QStandardPaths
from lstm_gui.folders import data_folder, folder_argument
app = QCoreApplication(["lstm-lab"])
app.setApplicationName("lstm-lab")
app.setOrganizationName("")
for line in sys.stdin.read().splitlines():
    for name, value in zip(("HOME", "XDG_DATA_HOME"), line.split("|"), strict=True):
        os.environ.pop(name, None)
        if value != "-":
            os.environ[name] = value
    place = QStandardPaths.StandardLocation.AppDataLocation
    print(QStandardPaths.writableLocation(place), data_folder(), sep="|")
"""
HOMES = ("/home/ada", "/home/ada/", "/home/a/../ada", "/home/é ü", "", "-")
# Elsewhere Qt asks the system and not these variables: there only the folder as it is can be compared.
UNCHANGED = f"{os.environ.get('HOME', '-')}|-"
DATA_HOMES = ("-", "", "/data", "/data/", "/mnt/my data", "relative/data", "~/data")


def test_qt_chooses_the_same_folder() -> None:
    many = [f"{home}|{data}" for home in HOMES for data in DATA_HOMES]
    cases = many if sys.platform == "linux" else [UNCHANGED]
    done = subprocess.run(
        [sys.executable, "-c", BOTH],
        input="\n".join(cases),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
    )
    pairs = [line.split("|") for line in done.stdout.splitlines()]
    assert len(pairs) == len(cases)
    # Without a home Qt writes "//.local", which is /.local.
    same = [Path(qt.replace("//", "/")) == Path(ours) for qt, ours in pairs]
    different = [(case, *pair) for case, pair, equal in zip(cases, pairs, same, strict=True) if not equal]
    assert different == []


def test_macos() -> None:
    folder = data_folder({"HOME": "/Users/ada"}, "darwin")
    assert folder == Path("/Users/ada/Library/Application Support/lstm-lab")


def test_windows() -> None:
    roaming = data_folder({"APPDATA": "/c/Users/ada/AppData/Roaming"}, "win32")
    assert roaming == Path("/c/Users/ada/AppData/Roaming/lstm-lab")
    assert data_folder({"USERPROFILE": "/c/Users/ada"}, "win32") == roaming
    assert data_folder({}, "win32").parts[-3:] == ("AppData", "Roaming", "lstm-lab")


def test_this_process_is_asked_unless_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder(platform="linux") == tmp_path / "lstm-lab"


def test_an_empty_name_is_no_folder() -> None:
    assert folder_argument("lab") == Path("lab")
    with pytest.raises(ValueError, match="no empty name"):
        folder_argument("")
