"""The window lists what it can show; what it cannot is refused in a sentence, wherever it is asked for."""

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.bounded_file import FileRefused
from lstm_gui.gui.frame_scenes import shown_scene, shown_scenes
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.settings import Settings
from tests.gui.conftest import LabMaker

LARGE = "shift-register"
SHOWN = [name for name, _ in shown_scenes()]


def test_scenes_come_in_the_order_of_teaching_with_their_titles() -> None:
    assert [name for name in scene_names() if name in SHOWN] == SHOWN
    assert [title for _, title in shown_scenes()] == [load(name).title for name in SHOWN]


@pytest.mark.parametrize("name", scene_names())
def test_a_scene_is_listed_where_it_can_be_shown_and_refused_elsewhere(name: str) -> None:
    if name in SHOWN:
        assert shown_scene(name) == load(name)
    else:
        with pytest.raises(FileRefused, match=f"{name} was not opened: "):
            shown_scene(name)


def test_the_picker_lists_no_scene_that_cannot_be_shown(make_lab: LabMaker) -> None:
    picker = make_lab().window.simulator.transport.scenes
    assert [picker.itemData(row) for row in range(picker.count())] == SHOWN
    assert LARGE not in SHOWN


def test_a_card_that_names_a_larger_scene_is_told_so_and_nothing_moves(
    make_lab: LabMaker, qtbot: QtBot
) -> None:
    window = make_lab().window
    before = window.controller.state
    with qtbot.waitSignal(window.errors.told):
        window.commands.visit_scene(LARGE)
    assert "this view shows one unit" in window.banner.sentence.text()
    assert window.controller.state == before


def test_settings_that_name_a_larger_scene_start_with_the_first(make_lab: LabMaker) -> None:
    window = make_lab(Settings(scene=LARGE)).window
    assert "this view shows one unit" in window.banner.sentence.text()
    assert window.controller.state.origin == load("remember")
