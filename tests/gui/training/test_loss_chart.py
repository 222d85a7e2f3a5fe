"""Below the chart of losses stands all that is said of the run, at every width and zoom."""

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import lines
from lstm_gui.gui.training.loss_chart import LossChart
from lstm_gui.gui.training.loss_paint import RunPicture
from lstm_gui.training.curve import Curve

ENDED = (
    "Update 1330: validation loss 0.0743, not yet below the baseline 0.0703 (linear autoregression). "
    "It stopped by itself: validation got no better for a while. "
    "On the test set, looked at only now: loss 0.11, of the best update, 1130."
)


@pytest.mark.parametrize(("width", "zoom"), [(420, 1.0), (500, 1.0), (700, 1.5), (1600, 3.0)])
def test_the_words_have_as_many_lines_as_they_need(qtbot: QtBot, width: int, zoom: float) -> None:
    style = Style(palette("light"), zoom)
    chart = LossChart(style)
    qtbot.addWidget(chart)
    chart.resize(width, round(320 * zoom))
    chart.show_run(RunPicture(Curve()), "Press Start.")
    before = chart.axes.box.bottom()
    chart.show_run(RunPicture(Curve()), ENDED)
    told = lines(ENDED, style.font(SMALL), width - 2 * style.margin, 4)
    assert " ".join(told) == ENDED
    assert before - chart.axes.box.bottom() == pytest.approx(style.px(15) * max(0, len(told) - 2))
    chart.grab()
