"""Scene files with something wrong in them, and what comes of reading one."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from tests.refusals import is_one_sentence, read_or_refused

MUTANTS: st.SearchStrategy[object] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.just([]) | st.just({})
)


def refusal(values: object) -> str:
    """The sentence with which these values are refused as a scene file called spike.json."""
    with pytest.raises(FileRefused) as caught:
        parse_scene(json.dumps(values), "spike.json")
    return str(caught.value)


def put(values: dict[str, Any], place: str, value: object) -> None:
    """Put a value at a place such as "cell.weights.f"."""
    *parents, last = place.split(".")
    inner = values
    for key in parents:
        inner = inner[key]
    inner[last] = value


def read_with_a_mutant(
    data: st.DataObject, mutant: object, values: dict[str, Any], keys: Iterable[str]
) -> Scene | None:
    """Put a mutant below one of the keys and read it: a scene fit to be written, or None and a sentence."""
    whole: Any = json.loads(json.dumps(values))
    inner, key = whole, data.draw(st.sampled_from(sorted(keys)))
    while isinstance(inner[key], dict | list) and inner[key] and data.draw(st.booleans()):
        inner = inner[key]
        key = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
    inner[key] = mutant
    scene, sentence = read_or_refused(lambda: parse_scene(json.dumps(whole), "spike.json"))
    if scene is None:
        assert sentence.startswith("spike.json")
        assert is_one_sentence(sentence)
    else:
        assert parse_scene(scene_to_json(scene), "again") == scene
    return scene
