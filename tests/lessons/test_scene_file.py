"""Scenes read back equal to the bit, and a file that is no scene is refused with its place."""

import json
import math
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.scene import (
    MAX_INPUTS,
    MAX_MAGNITUDE,
    MAX_UNITS,
    GateWeights,
    Matrix,
    Override,
    Scene,
    Vector,
    lstm_cell,
)
from lstm_gui.lessons.scene_file import MAX_BYTES, MOST_STEPS, VERSION, parse_scene, read_scene, scene_to_json
from tests.lessons.spoilt import MUTANTS, put, read_with_a_mutant, refusal
from tests.refusals import is_one_sentence, read_or_refused

GOLDEN = Path(__file__).parent.parent / "data" / "scene-1.json"
NUMBERS = st.floats(-MAX_MAGNITUDE, MAX_MAGNITUDE)
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\u061c\u200e\u200f\ufeff"),
    max_size=30,
).filter(
    lambda text: (
        not any(0x202A <= ord(letter) <= 0x206F or 0xFFF9 <= ord(letter) <= 0xFFFB for letter in text)
    )
)


def vectors(length: int) -> st.SearchStrategy[Vector]:
    return st.lists(NUMBERS, min_size=length, max_size=length).map(tuple)


def matrices(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
    return st.lists(vectors(columns), min_size=rows, max_size=rows).map(tuple)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    inputs, units, steps = (draw(st.integers(1, most)) for most in (3, 3, 5))
    gates = st.builds(GateWeights, W=matrices(units, inputs), U=matrices(units, units), b=vectors(units))
    places = st.tuples(st.integers(1, steps), st.sampled_from("hc"), st.integers(0, units - 1))
    overrides = draw(st.lists(st.tuples(places, NUMBERS), max_size=3, unique_by=lambda pair: pair[0]))
    return Scene(
        title=draw(WORDS.filter(str.strip)),
        caption=draw(WORDS),
        cell=lstm_cell(inputs, units, draw(gates), draw(gates), draw(gates), draw(gates)),
        initial=(draw(vectors(units)), draw(vectors(units))),
        inputs=draw(matrices(steps, inputs)),
        overrides=tuple(Override(*place, value) for place, value in overrides),
        step=draw(st.integers(1, steps)),
        seed=draw(st.integers(0, 2**63 - 1)),
    )


@pytest.fixture
def values() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


@given(scenes())
def test_a_scene_reads_back_equal_to_the_bit(scene: Scene) -> None:
    text = scene_to_json(scene)
    again = parse_scene(text, "a.json")
    assert again == scene
    assert repr(again) == repr(scene)  # −0.0 equals 0.0, but is not the same
    assert scene_to_json(again) == text


def test_the_golden_file_is_read() -> None:
    assert read_scene(GOLDEN) == Scene(
        title="Spike",
        caption="One spike is written into the cell and held.",
        cell=lstm_cell(
            inputs=1,
            units=1,
            i=GateWeights(((8.0,),), ((0.0,),), (-4.0,)),
            f=GateWeights(((0.0,),), ((0.0,),), (6.0,)),
            g=GateWeights(((3.0,),), ((0.0,),), (0.0,)),
            o=GateWeights(((0.0,),), ((0.0,),), (4.0,)),
        ),
        initial=((0.25,), (-0.5,)),
        inputs=((1.0,), (0.0,), (0.0,), (0.0,), (0.5,)),
        overrides=(Override(5, "c", 0, 0.8),),
        step=5,
        seed=7,
    )


def test_what_may_be_left_out_has_defaults(values: dict[str, Any]) -> None:
    for name in ("caption", "initial", "overrides", "step", "seed"):
        del values[name]
    scene = parse_scene(json.dumps(values), "a.json")
    assert (scene.caption, scene.overrides, scene.step, scene.seed) == ("", (), 1, 0)
    assert scene.initial_h == scene.initial_c == (0.0,)


@pytest.mark.parametrize(
    ("given_states", "h", "c"), [({"h": [1]}, 1.0, 0.0), ({"c": [1]}, 0.0, 1.0), ({}, 0.0, 0.0)]
)
def test_half_of_the_initial_state_may_be_left_out(
    values: dict[str, Any], given_states: dict[str, Any], h: float, c: float
) -> None:
    values["initial"] = given_states
    scene = parse_scene(json.dumps(values), "a.json")
    assert (scene.initial_h, scene.initial_c) == ((h,), (c,))


def test_step_0_is_the_first_step(values: dict[str, Any]) -> None:
    values["step"] = 0
    assert parse_scene(json.dumps(values), "a.json").step == 1


CHANGES: list[tuple[str, object, str]] = [
    (
        "cell.weights.f.W",
        [["abc"]],
        'spike.json: cell.weights.f.W[1][1] should be a number from -1e+06 to 1e+06, but is "abc".',
    ),
    (
        "cell.weights.f.W",
        ["abc"],
        'spike.json: cell.weights.f.W[1] should be a list of 1 number, but is "abc".',
    ),
    (
        "cell.weights.f.W",
        [[1, 2]],
        "spike.json: cell.weights.f.W[1] should be a list of 1 number, but is a list of 2.",
    ),
    ("cell.weights.f.U", [], "spike.json: cell.weights.f.U should be a list of 1 row, but is a list of 0."),
    (
        "cell.weights.f.b",
        [True],
        "spike.json: cell.weights.f.b[1] should be a number from -1e+06 to 1e+06, but is true.",
    ),
    (
        "cell.weights.f.b",
        [1e7],
        "spike.json: cell.weights.f.b[1] should be a number from -1e+06 to 1e+06, but is 10000000.0.",
    ),
    ("cell.weights.f.b", math.nan, "spike.json, line 1: NaN is not a finite number."),
    ("cell.weights.f.b", math.inf, "spike.json, line 1: Infinity is not a finite number."),
    (
        "cell.weights.f.c",
        [1],
        'spike.json: cell.weights.f has an unknown key "c"; the known ones are W, U, b.',
    ),
    (
        "cell.weights.f",
        None,
        "spike.json: cell.weights.f should be an object with named values, but is nothing (null).",
    ),
    ("cell.kind", "gru", 'spike.json: cell.kind should be "lstm", but is "gru".'),
    ("cell.units", MAX_UNITS + 1, "spike.json: cell.units should be a whole number from 1 to 16, but is 17."),
    ("cell.units", 0, "spike.json: cell.units should be a whole number from 1 to 16, but is 0."),
    ("cell.units", 1.0, "spike.json: cell.units should be a whole number from 1 to 16, but is 1.0."),
    (
        "cell.inputs",
        MAX_INPUTS + 1,
        "spike.json: cell.inputs should be a whole number from 1 to 8, but is 9.",
    ),
    (
        "inputs",
        [[0]] * (MOST_STEPS[1] + 1),
        "spike.json: inputs should be a list of 1 to 64 steps, but is a list of 65.",
    ),
    ("inputs", [], "spike.json: inputs should be a list of 1 to 64 steps, but is a list of 0."),
    ("inputs", [[0], 1], "spike.json: inputs[2] should be a list of 1 number, but is 1."),
    ("initial.h", [], "spike.json: initial.h should be a list of 1 number, but is a list of 0."),
    ("step", 6, "spike.json: step should be a whole number from 0 to 5, but is 6."),
    ("step", -1, "spike.json: step should be a whole number from 0 to 5, but is -1."),
    ("seed", -1, "spike.json: seed should be a whole number from 0 to 9223372036854775807, but is -1."),
    ("title", "", "spike.json: title should not be empty."),
    ("title", "x" * 201, "spike.json: title has 201 characters; at most 200 are read."),
    ("title", "a\u202eb", "spike.json: title holds the hidden character U+202E; delete it."),
    ("title", "a\x1b[31m", "spike.json: title holds the hidden character U+001B; delete it."),
    ("title", "a\nb", "spike.json: title should be one line without tabs."),
    ("caption", "x" * 2001, "spike.json: caption has 2001 characters; at most 2000 are read."),
    ("caption", 5, "spike.json: caption should be a text, but is 5."),
    ("format", "other", 'spike.json is not a scene of LSTM Lab: "format" should be "lstm-lab-scene".'),
    ("version", 4, "spike.json was made by a newer LSTM Lab (scene version 4); update to open it."),
    ("version", "1", 'spike.json: version should be a whole number from 1 to 1000000000, but is "1".'),
    ("overrides", [{}], 'spike.json: overrides[1] lacks "step".'),
    ("overrides", {}, "spike.json: overrides should be a list of 0 to 10 overrides, but is an object."),
    ("speed", 2, 'spike.json has an unknown key "speed"; the known ones are format, version, title, cell,'),
]


@pytest.mark.parametrize(("place", "value", "sentence"), CHANGES)
def test_a_wrong_value_is_refused_with_its_place(
    values: dict[str, Any], place: str, value: object, sentence: str
) -> None:
    put(values, place, value)
    assert refusal(values).startswith(sentence)


@pytest.mark.parametrize("name", ["format", "version", "title", "cell", "inputs"])
def test_a_missing_key_is_named(values: dict[str, Any], name: str) -> None:
    del values[name]
    assert f'"{name}"' in refusal(values)


def test_a_newer_scene_is_called_newer_before_it_is_called_wrong() -> None:
    assert "newer LSTM Lab" in refusal({"format": "lstm-lab-scene", "version": VERSION + 1, "cells": []})


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("step", 0, "should be a whole number from 1 to 5, but is 0"),
        ("step", 6, "should be a whole number from 1 to 5, but is 6"),
        ("unit", 0, "should be a whole number from 1 to 1, but is 0"),
        ("state", "x", 'should be "h" or "c", but is "x"'),
        ("value", "x", "should be a number"),
    ],
)
def test_a_wrong_override_is_refused(
    values: dict[str, Any], name: str, value: object, complaint: str
) -> None:
    values["overrides"][0][name] = value
    assert refusal(values).startswith(f"spike.json: overrides[1].{name} {complaint}")


def test_two_overrides_of_one_value_are_refused(values: dict[str, Any]) -> None:
    values["overrides"] *= 2
    assert refusal(values) == "spike.json: overrides[2] puts a second value in the same place; keep one."


@given(st.data(), MUTANTS)
def test_a_mutated_scene_is_read_or_refused(data: st.DataObject, mutant: object) -> None:
    values = json.loads(GOLDEN.read_text(encoding="utf-8"))
    read_with_a_mutant(data, mutant, values, values)


@given(st.data())
def test_a_cut_or_spoilt_file_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(GOLDEN.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(0, 50))] = data.draw(st.binary(max_size=3))
    scene, sentence = read_or_refused(lambda: parse_scene(bytes(content), "spike.json"))
    assert scene is not None or is_one_sentence(sentence)


@pytest.mark.parametrize("content", ["[]", "null", "1", '"lstm-lab-scene"', "[" * 100_000, "", "\0"])
def test_what_is_no_object_is_refused(content: str) -> None:
    with pytest.raises(FileRefused, match=r"^a\.json"):
        parse_scene(content, "a.json")


def test_a_file_of_more_than_a_megabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(FileRefused, match=r"^big.json is larger than 1 MB, the most that is read.$"):
        read_scene(path)


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileRefused, match="pipe"):
        read_scene(tmp_path / "pipe")


def test_rows_of_numbers_stay_on_one_line() -> None:
    row = tuple(k / 7 for k in range(16))
    gate = GateWeights(W=((0.1, 0.2),) * 16, U=(row,) * 16, b=row)
    scene = Scene("Wide", "", lstm_cell(2, 16, gate, gate, gate, gate), (row, row), ((1.0, 2.0),) * 64)
    lines = scene_to_json(scene).splitlines()
    assert sum(line.strip().rstrip(",") == json.dumps(list(row)) for line in lines) == 64
    assert len(lines) < 400


@pytest.mark.parametrize("value", [math.nan, math.inf, 2e6])
def test_a_scene_that_would_not_open_again_is_not_written(value: float) -> None:
    gate = GateWeights(((value,),), ((0.0,),), (0.0,))
    scene = Scene("Broken", "", lstm_cell(1, 1, gate, gate, gate, gate), ((0.0,),) * 2, ((1.0,),))
    with pytest.raises(FileRefused, match=r"^This scene"):
        scene_to_json(scene)


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    picture = tmp_path / "cell.json"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(FileRefused, match=r"^cell\.json is a picture; a scene of LSTM Lab is a JSON file\.$"):
        read_scene(picture)
