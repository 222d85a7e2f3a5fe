"""A scene as NumPy computes what the simulator shows, whatever the cell and whatever stands in its title."""

import ast
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import MAX_INPUTS, MAX_STEPS, MAX_UNITS, Override, Scene
from lstm_gui.simulator.code.languages import LANGUAGES, program
from lstm_gui.simulator.code.numpy_code import numpy_code
from tests.graph.kinds import drawn_scene, scenes_of_any_kind
from tests.simulator.code.programs import assert_shown, run_program


@given(scenes_of_any_kind(max_units=4, max_steps=8))
def test_every_quantity_is_what_is_shown(scene: Scene) -> None:
    trace = run_program(numpy_code(scene))["trace"]
    assert tuple(trace) == tuple(scene.cell.graph.quantity)
    assert_shown(scene, trace)


@pytest.mark.parametrize("name", [name for name in scene_names() if not load(name).cell.graph.matrices])
@pytest.mark.filterwarnings("ignore:overflow:RuntimeWarning")  # one of them is about just that
def test_a_bundled_scene_leaves_as_it_is_shown(name: str) -> None:
    scene = load(name)
    assert_shown(scene, run_program(numpy_code(scene))["trace"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_largest_scene_is_written_whole(kind: Kind) -> None:
    scene = drawn_scene(kind, 5, MAX_INPUTS, MAX_UNITS, MAX_STEPS)
    calm = tuple(tuple(tuple(0.1 * number for number in row) for row in rows) for rows in scene.cell.arrays)
    scene = replace(scene, cell=replace(scene.cell, arrays=calm))
    text = numpy_code(scene)
    assert_shown(scene, run_program(text)["trace"])
    assert max(map(len, text.splitlines())) <= 200


@pytest.mark.parametrize("forget", ["sigmoid", "exponential"])
def test_an_exponent_that_is_huge_where_nothing_is_stored_is_bounded_as_in_the_simulator(forget: str) -> None:
    scene = drawn_scene(Kind.of("slstm", forget=forget), 1, units=1, steps=3)
    scene = replace(scene, initial=((0.0,), (0.0,), (0.0,), (1e6,)), overrides=())
    assert_shown(scene, run_program(numpy_code(scene))["trace"])


def test_the_last_of_two_values_for_one_place_counts() -> None:
    scene = replace(drawn_scene(KINDS[0], 3), overrides=(Override(2, "h", 0, 0.5), Override(2, "h", 0, -0.5)))
    assert_shown(scene, run_program(numpy_code(scene))["trace"])


def test_running_twice_gives_the_same() -> None:
    scene = replace(drawn_scene(KINDS[2], 3), overrides=(Override(1, "c", 0, 0.5),))
    names = run_program(numpy_code(scene))
    again = names["run"](names["inputs"])
    for name, array in names["trace"].items():
        np.testing.assert_array_equal(array, again[name])


def test_a_program_of_its_own_prints_every_step(tmp_path: Path) -> None:
    scene = load("remember")
    path = tmp_path / "copied.py"
    path.write_text(numpy_code(scene), encoding="utf-8")
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == scene.steps
    assert done.stdout.startswith("step 1: h = ")


def test_each_language_is_found_by_its_name() -> None:
    scene = load("remember")
    for name, title in LANGUAGES.items():
        assert f"It needs {title}" in program(scene, name)
    with pytest.raises(KeyError):
        program(scene, "fortran")


TITLES = [
    '"""\nimport os',
    "x\r\nimport os  # \u2028import os\x85import os\x0cimport os",
    "\\\nimport os",
    "-*- coding: utf-7 -*- +AAo-import os",
    "coding=utf-7 +AAo-import os",
    "\ud800 lone, \u202e turned",
    "# " * 99,
]


@pytest.mark.parametrize("title", TITLES)
def test_nothing_in_a_title_is_run(title: str, language: Any, tmp_path: Path) -> None:
    scene = drawn_scene(KINDS[2], 1)
    tame, wild = (language(replace(scene, title=words)) for words in ("Tame", title))
    assert ast.dump(ast.parse(tame)) == ast.dump(
        ast.parse(wild.encode())
    )  # as a file is read: with its coding
    path = tmp_path / "wild.py"
    path.write_bytes(wild.encode())
    assert len(wild.splitlines()) == len(tame.splitlines())
