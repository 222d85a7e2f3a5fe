"""Every scene that ships can be read, and no other name can."""

import pytest

from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json


def test_at_least_twelve_scenes_ship_in_order() -> None:
    names = scene_names()
    assert len(names) >= 12
    assert names == sorted(set(names))


@pytest.mark.parametrize("name", scene_names())
def test_a_bundled_scene_is_read_and_can_be_saved(name: str) -> None:
    scene = load(name)
    assert scene.caption
    assert parse_scene(scene_to_json(scene), name) == scene


@pytest.mark.parametrize(
    "name", ["", "nothing", "../palette", "/etc/passwd", "remember.json", "a\0b", "\u202ex"]
)
def test_another_name_is_refused(name: str) -> None:
    with pytest.raises(FileRefused, match=r'^No scene called ".*" ships with LSTM Lab.$'):
        load(name)
