"""Whatever is clicked, dragged and typed: nothing fails or is left behind, and undo brings all of it back.

A longer run: `python -m tests.random_actions --actions 5000 --seed 7`.
"""

import gc
import os

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.main_window import MainWindow
from tests.gui.conftest import LabMaker
from tests.gui.random_person import RandomPerson

ACTIONS = int(os.environ.get("LSTM_LAB_ACTIONS", "480"))
SEED = int(os.environ.get("LSTM_LAB_SEED", "20261123"))
ROUND = 60  # actions between two looks at what they left
SPARE = 80  # widgets that may come to stay from one round to the next: pages and lists made when first shown


def undo_all(window: MainWindow) -> int:
    """Take back everything done in the simulator; how many steps it was."""
    steps = 0
    while window.controller.undo_label:
        window.controller.undo()
        steps += 1
    return steps


def widgets() -> int:
    """How many there are, once those that were given up are gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return len(QApplication.allWidgets())


@pytest.fixture(autouse=True)
def _nothing_is_opened_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the screen that is none
def test_undo_brings_the_first_state_back(make_lab: LabMaker) -> None:
    window = make_lab().window
    person = RandomPerson(window, SEED)
    first, counts = window.controller.state, []
    for _ in range(max(1, ACTIONS // ROUND)):
        person.act(ROUND)
        last = window.controller.state
        steps = undo_all(window)
        assert window.controller.state == first, person.story()
        for _ in range(steps):
            window.controller.redo()
        assert window.controller.state == last, person.story()
        undo_all(window)
        counts.append(widgets())
    assert window.isVisible()
    assert counts[-1] <= counts[0] + SPARE * (len(counts) - 1), f"{counts}; {person.story()}"
    assert not [widget for widget in QApplication.topLevelWidgets() if _is_left(widget, window)]
    window.simulator.transport.pause()


def _is_left(widget: QWidget, window: MainWindow) -> bool:
    return widget.isVisible() and widget is not window
