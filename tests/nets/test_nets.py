"""The names that the package gives are there, each from where it lives, and loaded when asked for."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from lstm_gui import nets


@pytest.mark.parametrize("name", nets.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(nets, name) is not None
    assert name in dir(nets)


def test_a_name_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match=r"lstm_gui\.nets has no Transformer"):
        _ = nets.Transformer


def test_what_a_type_checker_sees_is_what_is_there() -> None:
    tree = ast.parse(Path(nets.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    seen = {
        alias.name: node.module
        for node in imports
        if node.module and node.module.startswith("lstm_gui.nets.")
        for alias in node.names
    }
    homes = {name: f"lstm_gui.nets.{home}" for home, names in nets._HOMES.items() for name in names}
    assert seen == homes


def test_one_cell_does_not_load_the_others() -> None:
    code = "import sys; from lstm_gui.nets import Lstm; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "lstm_gui.nets.lstm" in loaded
    assert not loaded & {"lstm_gui.nets.gru", "lstm_gui.nets.convert", "numba", "torch", "PySide6.QtCore"}
