"""The command line as a program, and as a function where a process each time would be slow."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from lstm_gui.cli.main import main


@dataclass(frozen=True)
class Outcome:
    """What one command line led to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The report as a program reads it."""
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command line in this process, on a data folder of this test's own."""

    def run_line(*words: object) -> Outcome:
        try:
            code = main(["--data-dir", str(tmp_path / "lab"), *map(str, words)])
        except SystemExit as end:  # argparse leaves so
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run_line


DECK = """
name = "Gates"
description = "Three of them."

[[card]]
uid = "forget"
front = "What does a forget gate of 1 do?"
back = "It keeps the cell state."
topic = "gates"

[[card]]
uid = "input"
front = "What does an input gate of 0 do?"
back = "It lets nothing in."
"""


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    """A deck of two cards."""
    path = tmp_path / "gates.toml"
    path.write_text(DECK, encoding="utf-8")
    return path
