"""Every scene that ships can be read, stands once in the order of teaching, and no other name is a scene."""

import pytest

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.catalogue import load, scene_names, topics
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json


def test_every_scene_stands_once_in_the_order_of_teaching() -> None:
    """The files in the folder are the scenes and the index, which is none itself."""
    names = scene_names()
    assert len(names) >= 40
    assert sorted([*names, "index"]) == resource.names("scenes", ".json")


def test_teaching_starts_with_the_first_scene_shown() -> None:
    assert scene_names()[0] == "remember"


def test_topics_are_told_apart_and_none_is_empty() -> None:
    titles = [topic.title for topic in topics()]
    assert len(set(titles)) == len(titles)
    assert all(topic.scenes for topic in topics())


def test_a_scene_has_words_to_search_for() -> None:
    for entry in (entry for topic in topics() for entry in topic.entries):
        title, words = load(entry.name).title.casefold(), [word.casefold() for word in entry.words]
        assert 2 <= len(words) <= 3
        assert len(set(words)) == len(words)
        assert not any(word == title for word in words)


@pytest.mark.parametrize("name", scene_names())
def test_a_bundled_scene_is_read_and_can_be_saved(name: str) -> None:
    scene = load(name)
    assert scene.caption
    assert parse_scene(scene_to_json(scene), name) == scene


@pytest.mark.parametrize(
    "name", ["", "index", "nothing", "../palette", "/etc/passwd", "remember.json", "a\0b", "\u202ex"]
)
def test_another_name_is_refused(name: str) -> None:
    with pytest.raises(FileRefused, match=r'^No scene called ".*" ships with LSTM Lab.$'):
        load(name)
