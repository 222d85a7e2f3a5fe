"""The import contracts hold, and a planted violation breaks them."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the contracts are about."""
    shutil.copytree(ROOT / "lstm_gui", tmp_path / "lstm_gui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter in a folder, on the package that lies there."""
    program = Path(sysconfig.get_path("scripts")) / "lint-imports"
    return subprocess.run(
        [sys.executable, str(program), "--no-cache", "--no-logo"],
        cwd=checkout,
        capture_output=True,
        text=True,
    )


def test_the_contracts_hold(checkout: Path) -> None:
    done = lint(checkout)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "violation", "contract"),
    [
        ("nets", "import lstm_gui.gui", "Layers"),
        ("quiz", "import lstm_gui.store", "Layers"),
        ("simulator", "from PySide6.QtCore import QObject", "Nothing below the gui"),
        ("store", "import pyqtgraph", "Nothing below the gui"),
        ("cli", "import sqlite3", "SQLite is known"),
        ("gui", "import sqlite3", "SQLite is known"),
    ],
)
def test_a_planted_violation_is_seen(checkout: Path, module: str, violation: str, contract: str) -> None:
    (checkout / "lstm_gui" / module / "planted.py").write_text(violation + "\n", encoding="utf-8")
    done = lint(checkout)
    assert done.returncode != 0
    assert any(line.startswith(contract) and line.endswith("BROKEN") for line in done.stdout.splitlines())


def test_a_new_package_must_find_its_layer(checkout: Path) -> None:
    (checkout / "lstm_gui" / "stray.py").write_text("", encoding="utf-8")
    assert lint(checkout).returncode != 0
