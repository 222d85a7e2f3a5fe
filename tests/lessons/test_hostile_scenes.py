"""A scene file of any version with anything put anywhere: it opens, or one sentence names the place."""

import copy
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.lessons.scene_text import scene_to_text, text_to_scene
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from tests.refusals import is_one_sentence, read_or_refused

DATA = Path(__file__).parents[1] / "data"
WHOLE = {
    path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("scene-*.json"))
}
Place = tuple[str | int, ...]


def places(value: Any, above: Place = ()) -> Iterator[Place]:
    """Every place in a file; of lists the first item and the last."""
    if above:
        yield above
    keys: list[str | int] = list(value) if isinstance(value, dict) else []
    if isinstance(value, list) and value:
        keys = [0, len(value) - 1]
    for key in dict.fromkeys(keys):
        yield from places(value[key], (*above, key))


def nested(depth: int) -> list[Any]:
    """A list in a list in a list …"""
    found: list[Any] = []
    for _ in range(depth):
        found = [found]
    return found


PLACES = [(name, place) for name, whole in WHOLE.items() for place in places(whole)]
MUTANTS: list[Any] = [
    None, True, 0, -1, 2, 17, 257, 10**9, 10**30, 0.5, -0.0, 1e308, 1e-320, float("nan"), float("inf"),
    "", "\ud800", "\0", "\u202e", "x" * 10**5, "gru", "mlstm", "nowhere", [], {}, [[]], [[1]],
    [[0.5], [0.25]], {"": 1}, {"x": {"y": 1}}, nested(200), [0] * 10**5, [[0]] * 257, [{}] * 3000,
    {str(n): n for n in range(3000)},
]  # fmt: skip


def changed(name: str, place: Place, mutant: Any, *, left_out: bool = False) -> str:
    """The text of a file with something else in a place, or nothing."""
    whole = copy.deepcopy(WHOLE[name])
    inner = whole
    for key in place[:-1]:
        inner = inner[key]
    if left_out:
        del inner[place[-1]]
    else:
        inner[place[-1]] = mutant
    return json.dumps(whole)


def assert_opens_or_says_why(text: str) -> None:
    began = time.thread_time()
    scene, sentence = read_or_refused(lambda: parse_scene(text, "a.json"))
    assert time.thread_time() - began < 2
    if scene is None:
        assert sentence.startswith("a.json")
        assert is_one_sentence(sentence)
        return
    assert parse_scene(scene_to_json(scene), "again") == scene
    assert text_to_scene(scene_to_text(scene), "again") == scene
    resolve(SimState.of(scene))


@settings(max_examples=250)
@given(st.sampled_from(PLACES), st.sampled_from(MUTANTS))
def test_anything_anywhere_opens_or_is_refused(at: tuple[str, Place], mutant: Any) -> None:
    assert_opens_or_says_why(changed(*at, mutant))


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_whatever_lacks_is_a_default_or_is_named(name: str) -> None:
    for place in places(WHOLE[name]):
        assert_opens_or_says_why(changed(name, place, None, left_out=True))


@given(st.sampled_from(PLACES))
def test_a_key_that_stands_twice_is_named(at: tuple[str, Place]) -> None:
    name, place = at
    key = next((key for key in reversed(place) if isinstance(key, str)), "title")
    text = json.dumps(WHOLE[name]).replace(f'"{key}":', f'"{key}": 0, "{key}":', 1)
    scene, sentence = read_or_refused(lambda: parse_scene(text, "a.json"))
    assert scene is None
    assert f'the key "{key}" stands twice' in sentence
