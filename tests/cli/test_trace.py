"""The numbers of a scene leave as they are."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from lstm_gui.lessons import catalogue
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from tests.cli.conftest import Run

NAMES = ["x", "i", "f", "g", "o", "c", "h"]


@pytest.mark.parametrize("name", catalogue.scene_names())
def test_the_trace_is_what_the_simulator_shows(run: Run, name: str) -> None:
    scene = catalogue.load(name)
    arrays = run("trace", name, "--json").json
    assert list(arrays) == NAMES
    shown = resolve(SimState.of(scene)).timeline.curves
    for quantity in NAMES:
        assert np.shape(arrays[quantity])[0] == scene.steps
        np.testing.assert_array_equal(np.array(arrays[quantity])[:, 0], shown[quantity])


def test_the_three_files_hold_the_same_numbers(run: Run, tmp_path: Path) -> None:
    places = {suffix: tmp_path / f"out.{suffix}" for suffix in ("json", "csv", "npz")}
    for path in places.values():
        written = run("trace", "forget", "-o", path)
        assert (written.code, written.err) == (0, "")
    arrays = {name: np.array(rows) for name, rows in json.loads(places["json"].read_text()).items()}
    with np.load(places["npz"], allow_pickle=False) as packed:
        assert sorted(packed.files) == sorted(NAMES)
        for name in NAMES:
            np.testing.assert_array_equal(packed[name], arrays[name])
    with places["csv"].open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == list(range(1, len(arrays["x"]) + 1))
    for name in NAMES:
        np.testing.assert_array_equal([float(row[name]) for row in rows], arrays[name][:, 0])


def test_a_scene_file_is_read_as_well(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(scene_to_json(catalogue.load("forget")), encoding="utf-8")
    assert run("trace", path, "--json").json == run("trace", "forget", "--json").json


def test_words_are_a_table(run: Run) -> None:
    lines = run("trace", "forget").out.splitlines()
    assert lines[0].split() == ["step", *NAMES]
    assert len({len(line) for line in lines}) == 1


def test_an_unknown_scene_is_refused_with_the_names_there_are(run: Run) -> None:
    refused = run("trace", "no-such-scene")
    assert refused.code == 1
    assert "remember" in refused.err


def test_a_broken_scene_changes_no_file(run: Run, tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.json", tmp_path / "out.json"
    bad.write_text('{"format": "lstm-lab-scene", "version": 1', encoding="utf-8")
    out.write_text("mine", encoding="utf-8")
    assert run("trace", bad, "-o", out).code == 1
    assert out.read_text() == "mine"


def test_a_folder_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    refused = run("trace", "forget", "-o", tmp_path / "nowhere" / "out.json")
    assert refused.code == 1
    assert f"{tmp_path / 'nowhere' / 'out.json'} could not be written" in refused.err
    assert refused.err.count("\n") == 1


def test_another_ending_is_a_wrong_command_line(run: Run, tmp_path: Path) -> None:
    assert run("trace", "forget", "-o", tmp_path / "out.txt").code == 2
