"""A scene that asks for a tab gets it, and the person gets their own back."""

from dataclasses import dataclass, field, replace

import pytest

from lstm_gui.gui.window.scene_tab import SceneTab
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Scene, Shown
from lstm_gui.settings import Settings
from lstm_gui.simulator.controller import Controller
from tests.gui.conftest import LabMaker

PLAIN, OTHER = load("remember"), load("counter")
GRADIENTS, MORE = load("gradients-vanishing"), load("gradients-stable")
IN_CELL = replace(PLAIN, shown=Shown("cell"))


@dataclass
class Room:
    """A controller, and the tab that is shown."""

    tab: str = "cell"
    controller: Controller = field(default_factory=lambda: Controller(lambda show: show()))

    def __post_init__(self) -> None:
        SceneTab(self.controller, lambda: self.tab, self.turn_to)
        self.controller.open(PLAIN)

    def turn_to(self, name: str) -> None:
        self.tab = name

    def open(self, scene: Scene) -> str:
        self.controller.open(scene)
        return self.tab


def test_one_is_taken_to_the_tab_and_back() -> None:
    room = Room()
    assert room.open(GRADIENTS) == "gradients"
    assert room.open(MORE) == "gradients"
    assert room.open(OTHER) == "cell"


def test_undo_brings_the_tab_back_too() -> None:
    room = Room()
    room.open(GRADIENTS)
    room.controller.undo()
    assert (room.tab, room.controller.state.origin) == ("cell", PLAIN)
    room.controller.redo()
    assert room.tab == "gradients"


def test_whoever_turned_to_a_tab_themselves_stays_there() -> None:
    room = Room("gradients")
    assert room.open(GRADIENTS) == "gradients"
    assert room.open(OTHER) == "gradients"
    assert room.open(IN_CELL) == "cell"
    room.turn_to("compare")
    assert room.open(OTHER) == "compare"


def test_what_is_moved_in_a_scene_turns_to_nothing() -> None:
    room = Room()
    room.open(GRADIENTS)
    room.turn_to("cell")
    room.controller.set_step(3)
    room.controller.reset()
    assert room.tab == "cell"


@pytest.mark.parametrize("tab", ["cell", "gradients"])
def test_a_start_shows_the_tab_that_was_left(make_lab: LabMaker, tab: str) -> None:
    lab = make_lab(Settings(scene="gradients-stable", tab=tab))
    lab.window.controller.flush()
    assert lab.window.simulator.tab == tab


def test_the_window_and_the_class_follow(make_lab: LabMaker) -> None:
    window = make_lab().window
    window.controller.flush()
    window.files.open_named("gradients-stable")
    window.controller.flush()
    assert (window.simulator.tab, window.live.now.tab) == ("gradients", "gradients")
    window.controller.undo()
    window.controller.flush()
    assert window.live.now.tab == "cell"
    window.present()
    assert window.presenter is not None
    window.presenter.controller.flush()
    window.presenter.controller.open(GRADIENTS)
    window.presenter.controller.flush()
    assert window.presenter.simulator.tab == "gradients"
    assert window.simulator.tab == "cell"
    window.presenter.close()
