"""A scene leaves the command line as a program and as a text, and the text is taken as a scene."""

from pathlib import Path

import numpy as np
import pytest

from lstm_gui.cli.grammar import LANGUAGES
from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.lessons.scene_text import scene_to_text
from lstm_gui.simulator.code import languages
from lstm_gui.simulator.switch import switched
from tests.cli.conftest import Run
from tests.simulator.code.programs import assert_shown, run_program

FINITE = [name for name in scene_names() if name != "relu-explodes"]  # a trace of that is refused


def test_the_command_line_knows_every_language() -> None:
    assert tuple(languages.LANGUAGES) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_is_printed_written_and_reported(run: Run, tmp_path: Path, language: str) -> None:
    wanted = languages.program(load("forget"), language)
    path = tmp_path / "out.py"
    assert run("code", "forget", language).out == wanted
    assert run("code", "forget", language, "--json").json == {"language": language, "program": wanted}
    written = run("code", "forget", language, "-o", path)
    assert (written.code, written.err) == (0, "")
    assert written.out == f"{path}: {len(wanted.splitlines())} lines\n"
    assert path.read_text(encoding="utf-8") == wanted


def test_what_is_printed_runs(run: Run) -> None:
    scene = load("embedded-reber")
    assert_shown(scene, run_program(run("code", "embedded-reber", "numpy").out)["trace"])


@pytest.mark.parametrize("name", FINITE)
def test_the_text_of_a_scene_is_a_scene(run: Run, name: str) -> None:
    text = run("text", name).out.strip()
    assert text == scene_to_text(load(name))
    traced, named = run("trace", text, "--json").json, run("trace", name, "--json").json
    for quantity, rows in named.items():
        np.testing.assert_array_equal(traced[quantity], rows)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lstmlab1.AAAA.00000000", "damaged"),
        ("lstmlab9.AAAA.00000000", "newer"),
        ("lstmlab", "no scene called"),
    ],
)
def test_a_text_that_is_no_scene_is_one_line(run: Run, text: str, words: str) -> None:
    refused = run("code", text, "numpy")
    assert (refused.code, refused.out) == (1, "")
    assert words in refused.err
    assert refused.err.count("\n") == 1


def test_a_wrong_command_line_leaves_with_2(run: Run, tmp_path: Path) -> None:
    assert run("code", "forget", "fortran").code == 2
    assert run("code", "forget", "numpy", "-o", tmp_path / "out.txt").code == 2


def test_a_folder_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    refused = run("code", "forget", "keras", "-o", tmp_path / "nowhere" / "out.py")
    assert refused.code == 1
    assert "could not be written" in refused.err


def test_a_cell_that_no_program_is_written_of_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "matrix.json"
    path.write_text(scene_to_json(switched(load("forget"), Kind.of("mlstm")).scene), encoding="utf-8")
    done = run("code", str(path), "numpy")
    assert done.code != 0
    assert "No program is written of the mLSTM yet." in done.err
