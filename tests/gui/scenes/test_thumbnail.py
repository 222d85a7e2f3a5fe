"""Every scene has a picture, and it is that of its own run, in the colours and the size asked for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from lstm_gui.gui.palette import palette
from lstm_gui.gui.scenes.thumbnail import thumbnail
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import Backward, Scene, Shown

pytestmark = pytest.mark.usefixtures("qapp")

SIZE, LIGHT = QSize(120, 60), Style(palette("light"))


def painted(scene: Scene, style: Style = LIGHT, ratio: float = 1.0) -> QImage:
    return thumbnail(scene, SIZE, style, ratio)


def test_no_two_scenes_look_the_same() -> None:
    pictures = {name: bytes(painted(load(name)).constBits()) for name in scene_names()}
    assert all(len(set(pixels)) > 4 for pixels in pictures.values())
    twins = len(pictures) - len(set(pictures.values()))
    assert twins <= len(scene_names()) // 20  # the same run, told twice for two reasons


@pytest.mark.parametrize("name", ["remember", "ring", "gradients-stable", "two-brackets", "parity"])
def test_it_follows_the_numbers_the_theme_and_the_screen(name: str) -> None:
    scene = load(name)
    plain = painted(scene)
    assert plain != painted(replace(scene, inputs=scene.inputs[:-2], step=2, labels=()))
    assert plain != painted(scene, Style(palette("dark")))
    fine = painted(scene, ratio=2.0)
    assert fine.size() == 2 * SIZE
    assert fine.devicePixelRatio() == 2


def test_a_scene_of_gradients_shows_gradients_by_its_own_settings() -> None:
    scene = load("gradients-truncated")
    in_cell = painted(replace(scene, shown=Shown()))
    assert painted(scene) != in_cell
    assert painted(scene) != painted(replace(scene, shown=Shown("gradients")))


def test_both_directions_have_their_run() -> None:
    scene = load("late-clue")
    both = replace(scene, backward=Backward(scene.cell, scene.initial))
    other = replace(both, backward=Backward(scene.cell.with_arrays({"b_f": ((-5.0,),)}), scene.initial))
    assert len({bytes(painted(one).constBits()) for one in (scene, both, other)}) == 3


def test_cells_side_by_side_all_have_their_run() -> None:
    scene = load("one-pulse")
    last = scene.compare.lanes[-1]
    other = replace(last.scene, cell=last.scene.cell.with_arrays({"b_z": ((-5.0,),)}))
    moved = scene.compare.with_lane(1, replace(last, scene=other))
    assert painted(scene) != painted(replace(scene, compare=moved))
    assert painted(scene) != painted(replace(scene, shown=Shown()))
