"""The cell that reads from the end reads back equal from a file, or is refused with its place."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Backward, Override, Scene, Shown
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.lessons.scene_text import scene_to_text, text_to_scene
from lstm_gui.simulator.state import SimState, scene_to_save
from lstm_gui.simulator.update import turn
from tests.lessons.spoilt import MUTANTS, put, read_with_a_mutant, refusal
from tests.simulator.both_ways import plain_both_ways, scenes_both_ways


@pytest.fixture
def values() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(scene_to_json(_held()))
    return found


def _held() -> Scene:
    """The plain scene with a state of the second cell put in by hand."""
    scene = plain_both_ways()
    assert scene.backward is not None
    return replace(scene, backward=replace(scene.backward, overrides=(Override(3, "c", 0, 0.25),)))


@given(scenes_both_ways())
def test_a_scene_read_in_both_directions_reads_back_equal(scene: Scene) -> None:
    text = scene_to_json(scene)
    assert json.loads(text)["version"] == 3
    assert parse_scene(text, "a.json") == scene
    assert text_to_scene(scene_to_text(scene), "a text") == scene


def test_a_scene_read_in_one_direction_is_written_as_before() -> None:
    found = json.loads(scene_to_json(replace(plain_both_ways(), backward=None)))
    assert found["version"] == 1
    assert "backward" not in found


def test_what_is_left_out_is_as_usual(values: dict[str, Any]) -> None:
    values["backward"] = {"weights": values["backward"]["weights"]}
    back = parse_scene(json.dumps(values), "a.json").backward
    assert back == Backward(_held().backward.cell, ((0.0,), (0.0,)))  # type: ignore[union-attr]


def test_the_direction_looked_at_is_kept() -> None:
    state = turn(SimState.of(plain_both_ways()), True)
    kept = parse_scene(scene_to_json(scene_to_save(state)), "a.json")
    assert kept.shown == Shown(backward=True)
    assert SimState.of(kept).looks_back
    alone = replace(kept, backward=None)
    assert not SimState.of(parse_scene(scene_to_json(alone), "a.json")).looks_back


WRONG: list[tuple[str, object, str]] = [
    ("backward", [], "backward should be an object with named values, but is a list of 0."),
    ("backward", {}, 'backward lacks "weights"'),
    ("backward.kind", "gru", 'backward has an unknown key "kind"; the known ones are weights, initial,'),
    ("backward.weights.i.W", [[0.5, 1.0]], "backward.weights.i.W[1] should be a list of 1 number"),
    ("backward.weights.z", {}, 'backward.weights has an unknown key "z"; the known ones are i, f, g, o.'),
    ("backward.initial.n", [0.0], 'backward.initial has an unknown key "n"; the known ones are h, c.'),
    ("backward.initial.c", [2e6], "backward.initial.c[1] should be a number from"),
    (
        "backward.overrides",
        [{"step": 13, "state": "c", "unit": 1, "value": 0.1}],
        "backward.overrides[1].step should be a whole number from 1 to 12, but is 13.",
    ),
    ("shown", {"direction": "up"}, 'shown.direction should be "forward" or "backward", but is "up".'),
]


@pytest.mark.parametrize(("place", "value", "sentence"), WRONG)
def test_a_wrong_value_is_refused_with_its_place(
    values: dict[str, Any], place: str, value: object, sentence: str
) -> None:
    put(values, place, value)
    assert refusal(values).startswith(f"spike.json: {sentence}")


@given(st.data(), MUTANTS)
def test_a_mutated_file_is_read_or_refused(data: st.DataObject, mutant: object) -> None:
    read_with_a_mutant(data, mutant, json.loads(scene_to_json(_held())), ["backward"])
