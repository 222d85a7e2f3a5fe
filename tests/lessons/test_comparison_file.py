"""The cells beside a scene read back equal, and what does not fit is refused with its place."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.comparison import TRAINED, Comparison, Lane
from lstm_gui.lessons.comparison_file import to_save
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.simulator.compare import edit
from lstm_gui.simulator.compare.resolve import resolve_compare
from lstm_gui.simulator.state import SimState, scene_to_save
from tests.lessons.spoilt import MUTANTS, read_with_a_mutant, refusal
from tests.refusals import is_one_sentence
from tests.simulator.compare.lanes import PLAIN, states


@given(states())
def test_what_stands_beside_a_scene_reads_back_equal(state: SimState) -> None:
    scene = scene_to_save(state)
    again = parse_scene(scene_to_json(scene), "again")
    assert again == scene
    assert again.compare == to_save(state.compare, state.scene)
    assert [lane.scene.cell for lane in again.compare.lanes] == [
        lane.scene.cell for lane in state.compare.lanes
    ]
    assert SimState.of(again).compare == again.compare


def test_a_scene_with_nothing_beside_it_is_written_as_before() -> None:
    written = json.loads(scene_to_json(PLAIN.scene))
    assert "compare" not in written
    assert written["version"] == 1
    assert json.loads(scene_to_json(scene_to_save(edit.pinned(PLAIN, "Then"))))["version"] == 3


def test_how_weights_were_made_is_kept() -> None:
    lane = Lane("RNN", TRAINED, PLAIN.scene, PLAIN.scene, "seed 4")
    compare = to_save(Comparison((lane,), "seed 3"), PLAIN.scene)
    again = parse_scene(scene_to_json(replace(PLAIN.scene, compare=compare)), "again")
    assert (again.compare.first, again.compare.lanes[0].about) == ("seed 3", "seed 4")


def values() -> dict[str, Any]:
    """A scene with a pinned run and a GRU beside it."""
    state = edit.beside(edit.pinned(PLAIN, "Then"), Kind.of("gru"), "GRU")
    found: dict[str, Any] = json.loads(scene_to_json(scene_to_save(state)))
    return found


@pytest.mark.parametrize(
    ("place", "key", "value", "said"),
    [
        (0, "title", "", "title"),
        (0, "title", "x" * 41, "title"),
        (0, "weights", "stolen", "weights"),
        (0, "inputs", [], "inputs"),
        (0, "inputs", [[1.0, 2.0]], "inputs"),
        (1, "inputs", [[1.0]], "only a pinned run has its own"),
        (1, "about", "x" * 201, "about"),
        (1, "initial", {"c": [0.0]}, "initial"),
        (1, "overrides", [{"step": 13, "state": "h", "unit": 1, "value": 0.0}], "step"),
        (1, "colour", "red", "colour"),
    ],
)
def test_a_lane_that_does_not_fit_is_refused(place: int, key: str, value: object, said: str) -> None:
    changed = values()
    changed["compare"]["lanes"][place][key] = value
    told = refusal(changed)
    assert said in told
    assert is_one_sentence(told)


def test_a_fifth_cell_is_refused() -> None:
    changed = values()
    changed["compare"]["lanes"] *= 2
    assert is_one_sentence(refusal(changed))


def test_a_pinned_run_that_cannot_read_the_scene_needs_its_own_input() -> None:
    changed = values()
    pinned = changed["compare"]["lanes"][0]
    del pinned["inputs"]
    assert parse_scene(json.dumps(changed), "a.json").compare.lanes[0].scene.inputs == PLAIN.scene.inputs
    for block in pinned["cell"]["weights"].values():
        block["W"] = [[0.0, 0.0]]
    pinned["cell"]["inputs"] = 2
    told = refusal(changed)
    assert "needs inputs of its own" in told
    assert is_one_sentence(told)


def test_what_may_be_left_out_of_a_lane_has_defaults() -> None:
    changed = values()
    gru = changed["compare"]["lanes"][1]
    for key in set(gru) - {"title", "weights", "cell"}:
        del gru[key]
    lane = parse_scene(json.dumps(changed), "a.json").compare.lanes[1]
    assert (lane.about, lane.scene.initial, lane.scene.overrides) == ("", ((0.0,),), ())
    changed["compare"] = {}
    assert parse_scene(json.dumps(changed), "a.json").compare == Comparison()


@given(st.data(), MUTANTS)
def test_a_mutated_file_is_read_and_can_be_shown_or_is_refused(data: st.DataObject, mutant: object) -> None:
    scene = read_with_a_mutant(data, mutant, values(), ["compare", "cell", "inputs"])
    if scene is not None:
        assert len(resolve_compare(SimState.of(scene)).lanes.lanes) == 1 + len(scene.compare.lanes)
