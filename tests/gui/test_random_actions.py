"""Whatever is clicked, dragged and typed: nothing fails or is left behind, and undo brings all of it back.

A longer run: `python -m tests.random_actions --actions 5000 --seed 7`.
"""

import gc
import os
import traceback
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.main_window import MainWindow
from lstm_gui.gui.training.rooms import ROOMS
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.settings import TABS
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.state import SimState, scene_to_save
from tests.gui.conftest import LabMaker
from tests.gui.kept_cards import KeptCards
from tests.gui.random_person import RandomPerson

ACTIONS = int(os.environ.get("LSTM_LAB_ACTIONS", "480"))
SEED = int(os.environ.get("LSTM_LAB_SEED", "20261123"))
ROUND = max(60, ACTIONS // 20)  # actions between two looks at what they left
SPARE = (
    80  # widgets that may come to stay from one round to the next: dialogs and lists made when first shown
)


def undo_all(controller: Controller) -> list[SimState]:
    """Take back everything done in the simulator; the states that were passed, the last one first."""
    states = [controller.state]
    while label := controller.undo_label:
        controller.undo()
        assert controller.state != states[-1], f"“{label}” took nothing back"
        assert controller.redo_label == label
        states.append(controller.state)
    return states


def undo_and_redo(controller: Controller, story: str) -> SimState:
    """Undo and redo all, each of them exact, and undo all again; the state at the beginning."""
    while controller.redo_label:
        controller.redo()
    states = undo_all(controller)
    for state in reversed(states[:-1]):
        label = controller.redo_label
        controller.redo()
        assert controller.state == state, f"“{label}” was not done again; {story}"
        assert controller.undo_label == label
    assert not controller.redo_label, story
    undo_all(controller)
    return states[-1]


def assert_can_be_saved(window: MainWindow, story: str) -> None:
    """What stands now is read back equal from a file."""
    scene = scene_to_save(window.controller.state, window.simulator.tab)
    assert parse_scene(scene_to_json(scene), "saved") == scene, story


def widgets() -> int:
    """How many there are, once those that were given up are gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return len(QApplication.allWidgets())


def show_every_page(window: MainWindow, qtbot: QtBot) -> None:
    """Have all that is made when it is first shown made: the tabs, and the rooms of the training lab."""
    for tab in TABS:
        window.actions_by_id[f"tab_{tab}"].trigger()
    qtbot.waitUntil(lambda: window.stage.page is not None)
    assert window.stage.page is not None
    for room in reversed(ROOMS):  # the first of them last, as it stands at a start
        window.stage.page.show_room(room)
    window.actions_by_id[f"tab_{TABS[0]}"].trigger()


@pytest.fixture(autouse=True)
def _nothing_is_opened_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the screen that is none
def test_undo_brings_the_first_state_back(
    make_lab: LabMaker, qtbot: QtBot, qtlog: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptCards(monkeypatch)
    window = make_lab().window
    show_every_page(window, qtbot)
    first, counts = window.controller.state, [widgets()]
    with qtbot.captureExceptions() as raised:
        person = RandomPerson(window, SEED, tmp_path, lambda: faults(raised, qtlog))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", person.cards.file_to_open)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", person.cards.file_to_save)
        for number in range(max(1, ACTIONS // ROUND)):
            person.act(ROUND, on_cards=number % 3 == 1, in_training=number % 3 == 2)
            person.training.rest()
            person.training.undo_and_redo(person.story())
            look_at(window, kept, person)
            assert_can_be_saved(window, person.story())
            assert undo_and_redo(window.controller, person.story()) == first, person.story()
            if window.presenter is not None:
                undo_and_redo(window.presenter.controller, person.story())
            window.controller.flush()
            counts.append(widgets())
        if window.presenter is not None:
            window.presenter.close()
        window.simulator.transport.pause()
    assert not faults(raised, qtlog), person.story()
    assert window.isVisible()
    print(f"slowest: {person.slowest[0]:.2f} s, {person.slowest[1]}")
    print(f"widgets: {counts}; ratings: {len(kept.rated)}")
    assert counts[-1] <= counts[0] + SPARE * (len(counts) - 1), f"{counts}; {person.story()}"
    assert not [widget for widget in QApplication.topLevelWidgets() if _is_left(widget, window)]


def look_at(window: MainWindow, kept: KeptCards, person: RandomPerson) -> None:
    """The collection holds what it should."""
    collection = window.decks.collection
    failed: list[Exception] = []
    assert collection is not None
    job = collection.job(window)
    job.failed.connect(lambda error: failed.append(error))
    collection.run(job, kept.look)
    while job.running:
        person.settle()
    told = "".join(line for error in failed for line in traceback.format_exception(error))
    assert not failed, told + person.story()
    job.deleteLater()


def faults(raised: list[Any], log: Any) -> list[str]:
    """What was raised or warned of."""
    told = [record.message for record in log.records if not record.ignored]
    return ["".join(traceback.format_exception(*one)) for one in raised] + told


def _is_left(widget: QWidget, window: MainWindow) -> bool:
    return widget.isVisible() and widget is not window
