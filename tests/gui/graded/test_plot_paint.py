"""Every number of every cell can be asked for: it is hidden from there on, and the axis holds it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.graded.plot_paint import paint_plot
from lstm_gui.gui.graded.task import PredictTask
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.simulator.style import Style as SimulatorStyle
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.challenge import Asked, Predict
from lstm_gui.simulator.graded.ask import askable
from lstm_gui.simulator.graded.grade import right_answer

BY_KIND = {load(name).cell.kind: name for name in scene_names() if load(name).backward is None}


@pytest.mark.parametrize("name", BY_KIND.values())
def test_whatever_is_asked_is_hidden_and_within_reach(qtbot: QtBot, name: str) -> None:
    scene, ground = load(name), QWidget()
    qtbot.addWidget(ground)
    for quantity in askable(scene):
        card = Predict(Asked("a", "a", "a", "a?", (), "a.", name), quantity, 0, 2, 3, 0.1)
        task = PredictTask(card, Style(palette("light")), ground)
        shown, sketch = task.plot.shown, task.plot.sketch
        assert shown.until(quantity) == shown.until("h") == 1
        for value in right_answer(card):
            assert sketch.low <= value <= sketch.high
        image = QImage(600, 500, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        for seen in (shown, replace(shown, is_revealed=True)):
            look, box = SimulatorStyle(palette("dark")), QRectF(0, 0, 600, 500)
            paint_plot(painter, box, look, seen, sketch.drawn({2: 0.1, 3: 0.2}), focused=True)
        painter.end()
