"""Scene files of version 2: every kind of cell reads back equal, and what does not fit is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import KINDS, LSTM, Kind
from lstm_gui.lessons.scene import MAX_STEPS, Cell, Override, Scene, zero_cell, zero_states
from lstm_gui.lessons.scene_file import MOST_STEPS, parse_scene, read_scene, scene_to_json
from tests.graph.kinds import drawn_scene, scenes_of_any_kind
from tests.lessons.spoilt import MUTANTS, put, read_with_a_mutant, refusal

GOLDEN = Path(__file__).parent.parent / "data" / "scene-2.json"


@pytest.fixture
def values() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


@given(scenes_of_any_kind())
def test_a_scene_of_any_kind_reads_back_equal(scene: Scene) -> None:
    text = scene_to_json(scene)
    assert parse_scene(text, "a.json") == scene
    assert scene_to_json(parse_scene(text, "a.json")) == text


@pytest.mark.parametrize("kind", KINDS)
def test_the_largest_scene_of_any_kind_reads_back_equal(kind: Kind) -> None:
    scene = drawn_scene(kind, 0, inputs=8, units=16, steps=MAX_STEPS)
    assert parse_scene(scene_to_json(scene), "a.json") == scene


def test_the_golden_file_is_read() -> None:
    kind = Kind.of("gru")
    rows: tuple[tuple[float, ...], ...] = (
        *((0.0, 0.0), (0.0,), (4.0,)),
        *((-8.0, 0.0), (0.0,), (4.0,)),
        *((3.0, 0.5), (0.25,), (0.0,), (-0.125,)),
    )
    assert read_scene(GOLDEN) == Scene(
        title="A GRU keeps a spike",
        caption="What came in at the first step is still there at the last.",
        cell=Cell(inputs=2, units=1, arrays=tuple((row,) for row in rows), kind=kind),
        initial=((0.25,),),
        inputs=((1.0, 0.0), (0.0, 0.0), (0.0, 1.0)),
        overrides=(Override(3, "h", 0, 0.75),),
        step=2,
        seed=11,
    )


def test_what_version_1_can_hold_is_written_as_version_1() -> None:
    def version(kind: Kind, steps: int) -> int:
        scene = Scene("A", "", zero_cell(kind, 1, 1), zero_states(kind, 1), ((0.0,),) * steps)
        found: int = json.loads(scene_to_json(scene))["version"]
        return found

    assert version(LSTM, MOST_STEPS[1]) == 1
    assert version(LSTM, MOST_STEPS[1] + 1) == 2
    assert version(Kind.of("rnn"), 1) == 2


def test_an_option_left_out_is_the_usual_one(values: dict[str, Any]) -> None:
    del values["cell"]["options"]
    assert parse_scene(json.dumps(values), "a.json") == read_scene(GOLDEN)
    values["cell"]["options"] = {"z": "writes"}
    assert parse_scene(json.dumps(values), "a.json").cell.kind == Kind.of("gru", z="writes")


CHANGES: list[tuple[str, object, str]] = [
    ("cell.kind", "gnu", 'cell.kind should be "rnn" or "lstm" or "gru" or "slstm", but is "gnu".'),
    ("cell.options", {"r": 1}, 'cell.options has an unknown key "r"; the known ones are reset, z.'),
    ("cell.options.z", "stays", 'cell.options.z should be "keeps" or "writes", but is "stays".'),
    ("cell.options.reset", "before", 'cell.weights.n has an unknown key "bu"; the known ones are W, U, b.'),
    ("cell.kind", "rnn", 'cell.options has an unknown key "reset"; the known ones are activation.'),
    ("cell.weights.n.bu", [[1]], "cell.weights.n.bu[1] should be a number from -1e+06 to 1e+06"),
    ("cell.weights.r.W", [[1]], "cell.weights.r.W[1] should be a list of 2 numbers, but is a list of 1."),
    ("cell.weights.f", {}, 'cell.weights has an unknown key "f"; the known ones are r, z, n.'),
    ("cell.units", 17, "cell.units should be a whole number from 1 to 16, but is 17."),
    ("initial.c", [0], 'initial has an unknown key "c"; the known ones are h.'),
    (
        "overrides",
        [{"step": 1, "state": "c", "unit": 1, "value": 0}],
        'overrides[1].state should be "h", but is "c".',
    ),
    ("inputs", [[0, 0]] * 257, "inputs should be a list of 1 to 256 steps, but is a list of 257."),
]


@pytest.mark.parametrize(("place", "value", "sentence"), CHANGES)
def test_a_wrong_value_is_refused_with_its_place(
    values: dict[str, Any], place: str, value: object, sentence: str
) -> None:
    put(values, place, value)
    assert refusal(values).startswith(f"spike.json: {sentence}")


def test_a_normaliser_below_nothing_is_refused() -> None:
    kind = Kind.of("slstm")
    text = scene_to_json(Scene("A", "", zero_cell(kind, 1, 1), zero_states(kind, 1), ((0.0,),)))
    values = json.loads(text)
    values["initial"]["n"] = [-1]
    assert refusal(values) == "spike.json: initial.n[1] should be a number from 0 to 1e+06, but is -1."
    del values["initial"]["n"]
    values["overrides"] = [{"step": 1, "state": "n", "unit": 1, "value": -1}]
    assert "overrides[1].value should be" in refusal(values)


@pytest.mark.parametrize("kind", KINDS)
def test_more_overrides_than_anyone_puts_in_are_refused(kind: Kind) -> None:
    scene = drawn_scene(kind, 0, units=16, steps=MAX_STEPS)
    values = json.loads(scene_to_json(scene))
    values["overrides"] = [{"step": 1, "state": "h", "unit": 1, "value": 0}] * 2049
    assert "overrides should be a list of 0 to 2048 overrides" in refusal(values)


@given(st.data(), MUTANTS, st.sampled_from(KINDS))
def test_a_mutated_scene_is_read_or_refused(data: st.DataObject, mutant: object, kind: Kind) -> None:
    values = json.loads(scene_to_json(drawn_scene(kind, 0, steps=2)))
    read_with_a_mutant(data, mutant, values, values)
