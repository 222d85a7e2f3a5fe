"""The window lists what it can show; what it cannot is refused in a sentence, wherever it is asked for."""

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.commands import files
from lstm_gui.gui.shown_kinds import SHOWN_KINDS
from lstm_gui.gui.window.scenes import shown_scene, shown_scenes
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.settings import Settings
from tests.gui.conftest import LabMaker

STRANGE = "delay-line"
KIND = load(STRANGE).cell.kind
SHOWN = [name for name, _ in shown_scenes()]


@pytest.fixture
def without_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that shows no cell of that kind."""
    monkeypatch.setattr(files, "SHOWN_KINDS", SHOWN_KINDS - {KIND})


def test_scenes_come_in_the_order_of_teaching_with_their_titles() -> None:
    assert [name for name in scene_names() if name in SHOWN] == SHOWN
    assert [title for _, title in shown_scenes()] == [load(name).title for name in SHOWN]


@pytest.mark.parametrize("name", scene_names())
def test_every_bundled_scene_can_be_shown(name: str) -> None:
    assert shown_scene(name) == load(name)
    assert name in SHOWN


@pytest.mark.usefixtures("without_its_kind")
def test_the_picker_lists_no_scene_that_cannot_be_shown(make_lab: LabMaker) -> None:
    picker = make_lab().window.simulator.transport.scenes
    listed = picker.names()
    assert STRANGE not in listed
    assert listed == [name for name in SHOWN if load(name).cell.kind != KIND]


@pytest.mark.usefixtures("without_its_kind")
def test_a_card_that_names_a_scene_of_no_kind_shown_is_told_so_and_nothing_moves(
    make_lab: LabMaker, qtbot: QtBot
) -> None:
    window = make_lab().window
    before = window.controller.state
    with qtbot.waitSignal(window.errors.told):
        window.commands.visit_scene(STRANGE)
    assert "does not show yet" in window.banner.sentence.text()
    assert window.controller.state == before


@pytest.mark.usefixtures("without_its_kind")
def test_settings_that_name_a_scene_of_no_kind_shown_start_with_the_first(make_lab: LabMaker) -> None:
    window = make_lab(Settings(scene=STRANGE)).window
    assert "does not show yet" in window.banner.sentence.text()
    assert window.controller.state.origin == load("remember")
