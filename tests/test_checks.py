"""The one command that checks everything: its order, its verdict, and the check that every line is run."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

import pytest

from lstm_gui.nets.first_use import compiles_first
from tests import __main__ as checks
from tests.compiled import LAYERS

SOURCE = "def double(number):\n    return 2 * number\n\n\ndef triple(number):\n    return 3 * number\n"
TEST = "from mathematics import double, triple\n\n\ndef test_them():\n    assert double(2) == 4\n"
CONFIGURATION = '[tool.coverage.run]\nsource = ["."]\n[tool.coverage.report]\nfail_under = 100\n'


def test_pytest_comes_last_and_counts_lines_when_all_is_run() -> None:
    names = [" ".join(command) for command in checks.commands([])]
    for place, name in enumerate(("ruff check", "ruff format", "mypy", "lint-imports", "pytest")):
        assert name in names[place]
    assert "--cov " in names[-1]
    assert checks.commands(["tests/quiz", "-q"])[-1][-2:] == ["tests/quiz", "-q"]


@pytest.mark.parametrize("broken", [None, *range(5)])
def test_everything_runs_and_one_failure_is_enough(
    broken: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Sequence[str]] = []

    def run(command: Sequence[str], variables: Mapping[str, str]) -> bool:
        assert Path(variables["MYPY_CACHE_DIR"]).is_relative_to(Path(variables["RUFF_CACHE_DIR"]).parent)
        ran.append(command)
        return len(ran) - 1 != broken

    monkeypatch.setattr(checks, "run", run)
    monkeypatch.setattr(checks, "compiled_aside", nullcontext)
    assert checks.main([]) == (0 if broken is None else 1)
    assert len(ran) == 5


def test_what_was_compiled_aside_is_there_for_every_test() -> None:
    with checks.compiled_aside(os.environ):
        pass
    assert not any(compiles_first(layer) for layer in LAYERS)


@pytest.mark.parametrize("every", [True, False])
def test_a_line_that_no_test_ran_fails_the_run(tmp_path: Path, every: bool) -> None:
    test = TEST + "    assert triple(2) == 6\n" if every else TEST
    for name, text in (("mathematics.py", SOURCE), ("test_it.py", test), ("pyproject.toml", CONFIGURATION)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = measured_run(tmp_path)
    assert done.returncode == (0 if every else 1), done.stdout
    assert ("mathematics.py" in done.stdout) == (not every)
    assert "1 passed" in done.stdout.splitlines()[-1]


def measured_run(folder: Path) -> subprocess.CompletedProcess[str]:
    """The whole suite's command in a small project."""
    own = {"COVERAGE_FILE": "counted", "PYTHONPATH": str(folder)}
    return subprocess.run(
        [*checks.commands([])[-1], "-p", "no:cacheprovider"],
        cwd=folder,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
    )
