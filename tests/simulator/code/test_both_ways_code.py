"""A scene read in both directions as programs that compute what is shown."""

import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.scene import Backward, Scene
from lstm_gui.simulator.code.languages import LANGUAGES, program
from lstm_gui.simulator.direction import mirrored
from tests.nets.live_torch import torch_or_skip
from tests.simulator.both_ways import plain_both_ways, scenes_both_ways
from tests.simulator.code.keras_stand_in import stand_in
from tests.simulator.code.programs import CASES, run_program, scene_of, shown


def scene_of_two(case: tuple[Any, int]) -> Scene:
    """A scene of a kind and a second cell; in one of two cases nothing is put in by hand."""
    ahead = scene_of(case)
    turned = {
        name: tuple(tuple(-one for one in row) for row in ahead.cell.array(name))
        for name in ahead.cell.graph.place
    }
    other = ahead.cell.with_arrays(turned)
    return replace(ahead, backward=Backward(other, ahead.initial, ahead.overrides))


def pairs(scene: Scene) -> NDArray[Any]:
    """h of both cells at every step, as shown (T, 2 H)."""
    return np.concatenate([shown(scene)["h"], shown(mirrored(scene))["h"][::-1]], axis=1)


@settings(max_examples=30)
@given(scenes_both_ways())
def test_numpy_computes_every_quantity_of_both_cells(scene: Scene) -> None:
    names = run_program(program(scene, "numpy"))
    np.testing.assert_allclose(names["output"], pairs(scene), rtol=1e-12, atol=1e-12)
    back = shown(mirrored(scene))
    for name in scene.cell.graph.main:
        np.testing.assert_allclose(names["trace"][f"backward.{name}"], back[name][::-1], atol=1e-12)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_pytorch_computes_what_is_shown(case: tuple[Any, int]) -> None:
    torch_or_skip()
    scene = scene_of_two(case)
    found = run_program(program(scene, "pytorch"))["output"]
    np.testing.assert_allclose(np.asarray(found), pairs(scene), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_keras_computes_what_is_shown(case: tuple[Any, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keras", stand_in())
    scene = scene_of_two(case)
    found = run_program(program(scene, "keras"))["output"]
    np.testing.assert_allclose(np.asarray(found), pairs(scene), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_one_module_is_used_where_there_is_one(kind: Kind) -> None:
    alone = replace(scene_of_two((kind, 1)), overrides=())
    assert alone.backward is not None
    free = replace(alone, backward=replace(alone.backward, overrides=()))
    text = program(free, "pytorch")
    compile(text, "copied.py", "exec")
    whole = kind in (
        Kind.of("rnn"),
        Kind.of("rnn", activation="relu"),
        Kind.of("lstm"),
        Kind.of("lstm", variant="NP"),
        Kind.of("gru"),
    )
    assert ("bidirectional=True" in text) == whole
    assert "bidirectional=True" not in program(scene_of_two((kind, 1)), "pytorch")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_strangers_title_stays_one_line_of_a_comment(language: str) -> None:
    scene = replace(plain_both_ways(), title='coding: rot13 """\nprint("here")')
    text = program(scene, language)
    compile(text, "copied.py", "exec")
    assert all(
        'print("here")' not in line or line.lstrip().startswith("# Scene: ") for line in text.splitlines()
    )
    assert "coding" not in "".join(text.splitlines()[:2])
