"""What stands beside the cards: the training lab is made when it is first seen."""

from typing import cast

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.page import TrainPage
from lstm_gui.gui.window.stage import Stage


def test_a_window_that_starts_with_training_is_painted_before_that_is_made(qtbot: QtBot) -> None:
    made: list[QWidget] = []

    def make_page(_style: Style, parent: QWidget) -> TrainPage:
        made.append(QWidget(parent))
        return cast(TrainPage, made[-1])

    stage = Stage(SimulatorPanel(), palette("light"), make_page)
    qtbot.addWidget(stage)
    stage.show_tab("train")
    assert (stage.tab, stage.page) == ("train", None)
    stage.resize(400, 300)
    stage.show()
    qtbot.waitUntil(lambda: bool(made))
    stage.show_tab("cell")
    stage.show_tab("train")
    assert len(made) == 1
