"""The bar steps, plays and stops at the end."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.text import metrics, width
from lstm_gui.gui.simulator.transport import SPEEDS, TransportBar
from lstm_gui.gui.window.scenes import shown_scenes
from lstm_gui.simulator.frame import TransportPart
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE

PART = TransportPart("Keep a bit", "A caption.", 5, 12, False)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(show: Show) -> TransportBar:
    """A bar at step 5 of 12, that follows what it asks for."""
    made = show(TransportBar(STYLE), (1000, 46))
    made.show_part(PART)
    made.step_chosen.connect(lambda step: made.show_part(replace(PART, step=step)))
    return made


@pytest.mark.parametrize(("button", "step"), [("first", 1), ("back", 4), ("forward", 6), ("last", 12)])
def test_a_button_asks_for_its_step(bar: TransportBar, qtbot: QtBot, button: str, step: int) -> None:
    with qtbot.waitSignal(bar.step_chosen) as chosen:
        QTest.mouseClick(getattr(bar, button), LEFT)
    assert chosen.args == [step]


def test_buttons_that_lead_nowhere_are_off(bar: TransportBar) -> None:
    bar.show_part(replace(PART, step=12))
    assert not bar.forward.isEnabled()
    assert not bar.last.isEnabled()
    assert bar.back.isEnabled()


def test_play_goes_on_to_the_end_and_stops(bar: TransportBar, qtbot: QtBot) -> None:
    bar.show_part(replace(PART, step=10))
    bar.speeds.setCurrentIndex(len(SPEEDS) - 1)
    QTest.mouseClick(bar.play, LEFT)
    assert bar.playing
    qtbot.waitUntil(lambda: not bar.playing)
    assert bar.part is not None
    assert bar.part.step == 12


def test_play_at_the_end_starts_over_and_pause_pauses(bar: TransportBar, qtbot: QtBot) -> None:
    bar.show_part(replace(PART, step=12))
    with qtbot.waitSignal(bar.step_chosen) as chosen:
        QTest.mouseClick(bar.play, LEFT)
    assert chosen.args == [1]
    assert bar.play.accessibleName() == "Pause"
    QTest.mouseClick(bar.play, LEFT)
    assert not bar.playing
    assert bar.play.accessibleName() == "Play"


def test_a_click_on_the_slider_goes_there(bar: TransportBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.step_chosen) as chosen:
        QTest.mouseClick(bar.slider, LEFT, pos=QPoint(bar.slider.width() - 5, bar.slider.height() // 2))
    assert chosen.args == [12]


def test_choosing_a_scene_tells_its_name(bar: TransportBar, qtbot: QtBot) -> None:
    bar.set_scenes([("remember", "Keep a bit"), ("forget", "Forget at once")])
    assert bar.scenes.currentText() == "Keep a bit"
    bar.scenes.setFocus()
    with qtbot.waitSignal(bar.scene_chosen) as chosen:
        QTest.keyClick(bar.scenes, Qt.Key.Key_Down)
    assert chosen.args == ["forget"]


def test_a_scene_from_a_file_is_named_though_it_is_not_listed(bar: TransportBar) -> None:
    bar.set_scenes([("forget", "Forget at once")])
    bar.show_part(replace(PART, title="My own scene"))
    assert bar.scenes.placeholderText() == "My own scene"
    assert bar.scenes.currentIndex() == -1


def test_reset_is_offered_when_something_changed(bar: TransportBar, qtbot: QtBot) -> None:
    assert not bar.reset_button.isEnabled()
    bar.show_part(replace(PART, changed=True))
    with qtbot.waitSignal(bar.reset_requested):
        QTest.mouseClick(bar.reset_button, LEFT)


def test_speed_stays_within_its_list(bar: TransportBar) -> None:
    for _ in SPEEDS:
        bar.faster()
    assert bar.speeds.currentData() == SPEEDS[-1]
    for _ in SPEEDS:
        bar.slower()
    assert bar.speeds.currentData() == SPEEDS[0]


@pytest.mark.parametrize("wide", [872, 958, 1034, 1200, 1514])
def test_the_titles_of_all_scenes_are_whole_in_a_bar_of_a_usual_window(
    bar: TransportBar, qapp: QApplication, wide: int
) -> None:
    install_fonts(qapp)
    for measured in (metrics, width):
        measured.cache_clear()  # by whatever font there was before
    bar.set_style(STYLE)
    bar.resize(wide, bar.height())
    QApplication.processEvents()
    titles = [title for _, title in shown_scenes()]
    cut = [title for title in titles if bar.scenes.wide_for(title) > bar.scenes.width()]
    assert cut == []


@pytest.mark.parametrize("steps", [9, 12, 256])
def test_nothing_moves_while_steps_pass(bar: TransportBar, steps: int) -> None:
    places = []
    for step in (1, steps // 2, steps):
        bar.show_part(replace(PART, step=step, steps=steps))
        QApplication.processEvents()
        places.append((bar.play.geometry(), bar.counter.geometry(), bar.slider.geometry()))
    assert places[0] == places[1] == places[2]
