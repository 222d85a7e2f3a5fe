"""Anki's engine, asked by a line and answering by a line. Nothing of Anki is imported here."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[4]


class Engine:
    """A running process with Anki in it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, job: dict[str, Any]) -> dict[str, Any]:
        """What Anki says to one job."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "Anki's engine has ended"
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def running_engine() -> Iterator[Engine]:
    """The engine while inside; many jobs share it, for it takes a second to start."""
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.formats.anki.oracle"],
        cwd=TOP,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield Engine(process)
        assert process.stdin is not None
        process.stdin.close()
