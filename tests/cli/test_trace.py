"""The numbers of a scene leave as they are."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import KINDS, LSTM, Kind
from lstm_gui.lessons import catalogue
from lstm_gui.lessons.scene import Scene, zero_cell, zero_states
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.state import SimState
from tests.cli.conftest import Run
from tests.graph.kinds import drawn_scene

NAMES = ["x", "i", "f", "g", "o", "c", "h"]


EXPLODING = "relu-explodes"  # whose numbers leave the finite ones
FINITE = [name for name in catalogue.scene_names() if name != EXPLODING]


@pytest.mark.parametrize("name", FINITE)
def test_the_trace_is_what_the_simulator_shows(run: Run, name: str) -> None:
    scene = catalogue.load(name)
    arrays = run("trace", name, "--json").json
    both, state = scene.backward is not None, SimState.of(scene)
    main = list(scene.cell.graph.main)
    if not both:
        assert list(arrays) == (NAMES if scene.cell.kind == LSTM else ["x", *main])
    part = resolve(state).timeline
    assert np.array(arrays["x"])[:, state.source].tolist() == list(part.curves["x"])
    directions = (("forward.", part), ("backward.", part.backward)) if both else (("", part),)
    for called, shown in directions:
        assert shown is not None
        for quantity in main:
            assert np.shape(arrays[called + quantity])[0] == scene.steps
            found = np.array(arrays[called + quantity])[:, state.unit]
            np.testing.assert_array_equal(found, shown.curves[quantity])


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


def test_an_unknown_scene_is_refused_and_it_is_said_where_the_names_are(run: Run) -> None:
    refused = run("trace", "no-such-scene")
    assert refused.code == 1
    assert "lstm-gui-cli scenes" in refused.err


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


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_of_any_kind_is_traced(run: Run, tmp_path: Path, kind: Kind) -> None:
    scene = drawn_scene(kind, 4)
    path = tmp_path / "any.json"
    path.write_text(scene_to_json(scene), encoding="utf-8")
    arrays = run("trace", path, "--json").json
    trace = run_scene(scene)
    assert tuple(arrays) == ("x", *graph_of(kind).main)
    np.testing.assert_array_equal(arrays["x"], trace.x[:, 0])
    for name in graph_of(kind).main:
        np.testing.assert_array_equal(arrays[name], trace.quantities[name][:, 0])
    head = run("trace", path).out.splitlines()[0].split()
    assert head[:4] == ["step", "x_1", "x_2", f"{graph_of(kind).main[0]}_1"]


def test_numbers_that_exploded_are_not_written(run: Run, tmp_path: Path) -> None:
    kind = Kind.of("rnn", activation="relu")
    wild = replace(zero_cell(kind, 1, 1), arrays=(((1e6,),),) * 3)
    path, out = tmp_path / "wild.json", tmp_path / "out.json"
    path.write_text(scene_to_json(Scene("Wild", "", wild, zero_states(kind, 1), ((1.0,),) * 99)), "utf-8")
    refused = run("trace", path, "-o", out)
    assert (refused.code, out.exists()) == (1, False)
    assert "z_h of unit 1 is no longer finite at step 52" in refused.err
    assert refused.err.count("\n") == 1
    assert run("trace", path).code == 1


def test_a_scene_that_explodes_is_refused_with_the_step(run: Run) -> None:
    refused = run("trace", EXPLODING, "--json")
    assert refused.code == 1
    assert "no longer finite at step 238" in refused.err
