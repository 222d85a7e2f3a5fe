"""Scene files of version 3: what is looked at, and what things are called, reads back equal or is refused."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.gradient_settings import BOUNDS, LOSSES, GradientSettings
from lstm_gui.lessons.scene import Cell, Names, Override, Scene, Shown
from lstm_gui.lessons.scene_file import parse_scene, read_scene, scene_to_json
from lstm_gui.lessons.scene_keys import OPTIONAL
from lstm_gui.lessons.scene_text import scene_to_text, text_to_scene
from lstm_gui.settings import SCENE_TABS
from tests.graph.kinds import scenes_of_any_kind
from tests.lessons.spoilt import MUTANTS, put, read_with_a_mutant, refusal

DATA = Path(__file__).parent.parent / "data"
GOLDEN = DATA / "scene-3.json"
NAMES = st.text("abcλ₂ −", max_size=12)


@st.composite
def looked_at(draw: st.DrawFn) -> Scene:
    """A scene of any kind with all that version 3 can hold."""
    scene = draw(scenes_of_any_kind())
    cell = scene.cell
    low, high = BOUNDS["target"]
    gradients = GradientSettings(
        draw(st.sampled_from(LOSSES)),
        draw(st.floats(low, high)),
        draw(st.floats(*BOUNDS["clip"])),
        draw(st.integers(0, int(BOUNDS["window"][1]))),
    )
    names = Names(
        tuple(draw(st.lists(NAMES, min_size=cell.inputs, max_size=cell.inputs))),
        tuple(draw(st.lists(NAMES, min_size=cell.units, max_size=cell.units))),
    )
    unit, source = draw(st.integers(0, cell.units - 1)), draw(st.integers(0, cell.inputs - 1))
    shown = Shown(draw(st.sampled_from(("", *SCENE_TABS))), unit, source, gradients)
    return replace(scene, shown=shown, names=names.sized(cell.inputs, cell.units))


@pytest.fixture
def values() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


@given(looked_at())
def test_what_is_looked_at_reads_back_equal(scene: Scene) -> None:
    text = scene_to_json(scene)
    assert parse_scene(text, "a.json") == scene
    assert scene_to_json(parse_scene(text, "a.json")) == text
    assert text_to_scene(scene_to_text(scene), "a text") == scene


def test_the_golden_file_is_read() -> None:
    arrays = (((1.0, 0.0), (0.0, 1.0)), ((0.9, 0.0), (0.0, 0.5)), ((0.0,), (-0.25,)))
    assert read_scene(GOLDEN) == Scene(
        title="Two units look back",
        caption="The first unit remembers longer than the second.",
        cell=Cell(2, 2, arrays, Kind.of("rnn")),
        initial=((0.25, 0.0),),
        inputs=((1.0, 1.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)),
        step=3,
        seed=5,
        labels=("now", "", "", "later"),
        names=Names(("left", "right"), ("long", "short")),
        shown=Shown("gradients", 1, 0, GradientSettings("squared error", 0.5, 1.5, 3)),
    )


def test_a_text_of_before_still_opens() -> None:
    text = (DATA / "scene-text-3.txt").read_text(encoding="ascii")
    assert text_to_scene(text, "a text") == read_scene(GOLDEN)


@pytest.mark.parametrize(
    ("changed", "version"),
    [
        ({}, 2),
        ({"shown": Shown("cell")}, 3),
        ({"shown": Shown(unit=1)}, 3),
        ({"shown": Shown(gradients=GradientSettings(clip=1.0))}, 3),
        ({"names": Names(units=("", "a"))}, 3),
    ],
)
def test_only_what_version_3_brought_makes_it_version_3(changed: dict[str, Any], version: int) -> None:
    plain = replace(read_scene(GOLDEN), names=Names(), shown=Shown())
    found = json.loads(scene_to_json(replace(plain, **changed)))
    assert found["version"] == version
    assert ("shown" in found, "names" in found) == ("shown" in changed, "names" in changed)


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_file_of_every_version_is_written_in_that_version(version: int) -> None:
    scene = read_scene(DATA / f"scene-{version}.json")
    assert json.loads(scene_to_json(scene))["version"] == version


def test_rows_stand_in_the_order_in_which_they_came() -> None:
    versions = [key.since for key in OPTIONAL]
    assert versions == sorted(versions)
    assert len({key.name for key in OPTIONAL}) == len(OPTIONAL)


def test_what_is_left_out_is_as_usual(values: dict[str, Any]) -> None:
    values["shown"], values["names"] = {"gradients": {"clip": 2}}, {"units": ["a", ""]}
    scene = parse_scene(json.dumps(values), "a.json")
    assert scene.shown == Shown(gradients=GradientSettings(clip=2.0))
    assert scene.names == Names(units=("a", ""))


CHANGES: list[tuple[str, object, str]] = [
    ("shown.tab", "kitchen", 'shown.tab should be "cell" or '),
    ("shown.unit", 3, "shown.unit should be a whole number from 1 to 2, but is 3."),
    ("shown.unit", 0, "shown.unit should be a whole number from 1 to 2, but is 0."),
    ("shown.input", 3, "shown.input should be a whole number from 1 to 2, but is 3."),
    ("shown.zoom", 2, 'shown has an unknown key "zoom"; the known ones are tab, unit, input, grad'),
    ("shown", [], "shown should be an object with named values, but is a list of 0."),
    ("shown.gradients.loss", "hinge", 'shown.gradients.loss should be "output" or "squared error", but is'),
    ("shown.gradients.target", 4, "shown.gradients.target should be a number from -3 to 3, but is 4."),
    ("shown.gradients.clip", -1, "shown.gradients.clip should be a number from 0 to 10, but is -1."),
    ("shown.gradients.window", 1.5, "shown.gradients.window should be a whole number from 0 to 256, but is"),
    (
        "shown.gradients.rate",
        1,
        'shown.gradients has an unknown key "rate"; the known ones are loss, target,',
    ),
    ("names.units", ["a"], "names.units should be a list of 2 names, but is a list of 1."),
    ("names.inputs", ["a", 5], "names.inputs[2] should be a text, but is 5."),
    ("names.inputs", ["a", "x" * 13], "names.inputs[2] has 13 characters; at most 12 are read."),
    ("names.inputs", ["a", "a\u202eb"], "names.inputs[2] holds the hidden character U+202E; delete it."),
    ("names.steps", [], 'names has an unknown key "steps"; the known ones are inputs, units.'),
]


@pytest.mark.parametrize(("place", "value", "sentence"), CHANGES)
def test_a_wrong_value_is_refused_with_its_place(
    values: dict[str, Any], place: str, value: object, sentence: str
) -> None:
    put(values, place, value)
    assert refusal(values).startswith(f"spike.json: {sentence}")


@given(st.data(), MUTANTS)
def test_a_mutated_file_is_read_or_refused(data: st.DataObject, mutant: object) -> None:
    values = json.loads(GOLDEN.read_text(encoding="utf-8"))
    read_with_a_mutant(data, mutant, values, ["names", "shown", "labels"])


def test_names_follow_the_size_of_the_cell() -> None:
    names = Names(("a", "b"), ("", "m"))
    assert names.sized(1, 3) == Names(("a",), ("", "m", ""))
    assert names.sized(2, 1) == Names(("a", "b"), ())
    assert names.sized(1, 1).sized(2, 2, names) == Names(("a", "b"), ("", "m"))
    assert [names.of_input(place) for place in (0, 2)] == ["a", ""]
    assert [names.of_unit(place) for place in (1, 2)] == ["m", ""]


def test_a_golden_file_of_several_cells_is_read_and_written_as_it_stands() -> None:
    text = (DATA / "scene-3-cells.json").read_text(encoding="utf-8")
    scene = parse_scene(text, "cells.json")
    assert scene_to_json(scene) == text
    assert scene.backward is not None
    assert scene.backward.cell.array("U_h") == ((-0.5,),)
    assert (scene.backward.initial, scene.backward.overrides) == (((-0.5,),), (Override(3, "h", 0, 0.125),))
    gru, pinned = scene.compare.lanes
    assert (gru.title, gru.source, gru.scene.cell.kind) == ("GRU", "shared", Kind.of("gru"))
    assert (pinned.about, pinned.scene.inputs) == ("as it was", ((0.0,), (1.0,)))
    assert (scene.compare.first, scene.shown.tab, scene.names.inputs) == ("by hand", "compare", ("clue",))
