"""The command line as a whole: its grammar, its exit codes, and how it ends when the world is unkind."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lstm_gui.cli.grammar import parser
from lstm_gui.cli.main import INTERRUPTED, PIPE_CLOSED, command, main
from tests.cli.conftest import Run

PROGRAM = [sys.executable, "-m", "lstm_gui.cli.main"]


def leaves(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every command of a parser that has no further commands."""
    groups = [action for action in top._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield top
    for group in groups:
        for below in group.choices.values():
            yield from leaves(below)


COMMANDS = {leaf.prog: leaf for leaf in leaves(parser())}


@pytest.mark.parametrize("leaf", COMMANDS.values(), ids=COMMANDS.keys())
def test_every_command_names_a_function(leaf: argparse.ArgumentParser) -> None:
    assert callable(command(leaf.get_default("run")))


def test_the_commands_are_those_promised() -> None:
    promised = [
        "deck import",
        "deck list",
        "deck show",
        "deck settings",
        "deck export",
        "collection check",
        "collection export",
        "collection restore",
        "review next",
        "review rate",
        "review undo",
        "practise",
        "stats",
        "due",
        "scenes",
        "trace",
        "code",
        "text",
        "explain",
        "challenge",
        "render",
        "train",
        "doctor",
    ]
    assert list(COMMANDS) == [f"lstm-gui-cli {words}" for words in promised]


def test_shared_options_stand_before_or_after(run: Run, tmp_path: Path) -> None:
    before = run("--json", "deck", "list")
    between = run("deck", "--json", "list")
    after = run("deck", "list", "--json")
    assert before.out == between.out == after.out
    assert run("deck", "list", "--data-dir", tmp_path / "other").code == 0
    assert (tmp_path / "other").is_dir()


@pytest.mark.parametrize("words", [[], ["deck"], ["review"], ["nothing"], ["deck", "list", "more"]])
def test_a_wrong_command_line_leaves_with_2(run: Run, words: list[str]) -> None:
    wrong = run(*words)
    assert (wrong.code, wrong.out) == (2, "")


def test_reviewing_waits_for_neither_numpy_nor_qt(tmp_path: Path) -> None:
    source = (
        "import sys; from lstm_gui.cli.main import main; "
        f"main(['--data-dir', {str(tmp_path)!r}, 'review', 'next']); "
        "print([name for name in ('PySide6', 'numpy', 'ziamath', 'lstm_gui.gui') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.fixture(params=["buffered", "unbuffered"])
def buffering(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python writes the output at once, or when it is flushed."""
    monkeypatch.setenv("PYTHONUNBUFFERED", "1" if request.param == "unbuffered" else "")


@pytest.mark.usefixtures("buffering")
def test_a_closed_pipe_ends_it_without_a_word() -> None:
    receive, send = os.pipe()
    os.close(receive)
    done = subprocess.run([*PROGRAM, "trace", "forget"], stdout=send, stderr=subprocess.PIPE)
    os.close(send)
    assert (done.returncode, done.stderr) == (PIPE_CLOSED, b"")


@pytest.mark.usefixtures("buffering")
def test_a_full_disk_is_said_in_one_line() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([*PROGRAM, "trace", "forget"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "space" in done.stderr


def test_a_terminal_without_the_letters_gets_numbers(tmp_path: Path) -> None:
    deck = tmp_path / "deck.toml"
    deck.write_text(
        'name = "Gedächtnis σ"\n[[card]]\nuid = "a"\nfront = "σ?"\nback = "b"\n', encoding="utf-8"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"}
    line = [*PROGRAM, "--data-dir", str(tmp_path / "lab"), "deck", "import", str(deck)]
    done = subprocess.run(line, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(r"Ged\xe4chtnis \u03c3: 1 added")


def test_control_c_ends_it_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: argparse.Namespace) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lstm_gui.cli.doctor.examine", interrupted)
    assert main(["doctor"]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_a_read_only_home_is_said_in_one_line(tmp_path: Path) -> None:
    """A file stands where the folder should be made: even root cannot write there."""
    (tmp_path / "home").write_text("", encoding="utf-8")
    line = [*PROGRAM, "--data-dir", str(tmp_path / "home" / "lab"), "deck", "list"]
    done = subprocess.run(line, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_every_rating_that_was_acknowledged_is_counted(tmp_path: Path) -> None:
    """Each in a process of its own, as a script would do it."""
    base = [*PROGRAM, "--json", "--data-dir", str(tmp_path)]

    def report(*words: str) -> Any:
        return json.loads(subprocess.run([*base, *words], capture_output=True, check=True).stdout)

    uid = report("review", "next")["uid"]
    events = {report("review", "rate", uid, "1")["event"] for _ in range(4)}
    assert len(events) == 4
    assert report("stats")["reviews"]["all"] == 4
