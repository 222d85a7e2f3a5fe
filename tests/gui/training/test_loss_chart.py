"""Below the chart of losses stands all that is said of the run, at every width and zoom."""

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import lines
from lstm_gui.gui.training.loss_chart import LossChart
from lstm_gui.gui.training.loss_paint import RunPicture
from lstm_gui.training.curve import Curve
from lstm_gui.training.run import Update, Validation
from lstm_gui.training.task import Baseline

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


@pytest.mark.parametrize("log", [True, False])
@pytest.mark.parametrize(("loss", "base"), [(0.01, 1e-14), (0.01, 0.02), (5e3, 0.18), (0.3, 40.0)])
def test_what_was_reached_is_in_sight_and_the_baseline_too(
    qtbot: QtBot, log: bool, loss: float, base: float
) -> None:
    chart, curve = LossChart(Style(palette("light"))), Curve()
    qtbot.addWidget(chart)
    chart.log = log
    curve.add(Update(n, loss * (30 / n), 1.0, False, 0.1, Validation(loss, 0.0, False)) for n in range(1, 31))
    chart.show_run(RunPicture(curve, baseline=Baseline("chance", base, 0.0)), "")
    axes = chart.axes
    assert axes.low <= base <= axes.high
    assert axes.low <= loss <= axes.high
    chart.grab()
