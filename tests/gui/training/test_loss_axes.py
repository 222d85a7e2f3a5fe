"""The axes of losses: what must be seen is in sight, and they move seldom."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from lstm_gui.gui.training.loss_axes import (
    LEAST_STEPS,
    MOST_DECADES,
    LossAxes,
    last_shown,
    loss_limits,
    round_up,
)
from lstm_gui.gui.training.thinned import thinned

LOSSES = st.floats(1e-9, 1e9)
MUST = st.lists(LOSSES, max_size=4)


@given(MUST, st.floats(1e-9, 1e9) | st.just(math.inf), st.booleans())
def test_what_must_be_seen_is_in_sight(must: list[float], lowest: float, log: bool) -> None:
    low, high = loss_limits(must, lowest, log=log)
    assert all(loss <= high for loss in must)
    assert 0 <= low < high
    if log:
        assert low <= lowest
        assert all(low <= loss * (1 + 1e-9) for loss in must if loss > high / 10.0**MOST_DECADES)
        assert math.log10(low) == pytest.approx(round(math.log10(low)))
        assert high / low >= 99


@given(st.integers(0, 10**6))
def test_the_axis_of_updates_grows_seldom(step: int) -> None:
    last = last_shown(step)
    assert last >= max(step, LEAST_STEPS)
    assert last_shown(last) == last
    assert last <= 2.5 * max(step, LEAST_STEPS)


@given(st.integers(0, 1000), LOSSES, st.booleans())
def test_a_place_leads_back_to_its_update_and_stays_in_the_box(step: int, loss: float, log: bool) -> None:
    axes = LossAxes(QRectF(40, 20, 300, 200), 1000, 1e-3 if log else 0.0, 10.0, log)
    assert axes.step(axes.x(step)) == step
    assert axes.box.top() - 1e-6 <= axes.y(loss) <= axes.box.bottom() + 1e-6
    assert axes.y(math.nan) == axes.box.bottom()
    ticks = axes.loss_ticks
    assert ticks == sorted(ticks)
    assert all(axes.low <= tick <= axes.high for tick in ticks)
    assert axes.step_ticks == [0, 200, 400, 600, 800, 1000]


def test_no_number_is_rounded_up_to_one() -> None:
    assert [round_up(number) for number in (0, -1, math.nan, math.inf)] == [1.0] * 4
    assert [round_up(number) for number in (1, 1.1, 2.1, 5.1, 0.03)] == [1, 2, 5, 10, 0.05]


@given(st.lists(st.floats(-5, 5), max_size=300), st.integers(1, 50))
def test_a_thinned_curve_loses_no_extreme_and_ends_where_it_ends(losses: list[float], most: int) -> None:
    values = np.array(losses)
    found = thinned(np.arange(1.0, len(values) + 1), values, most)
    assert len(found.steps) <= most
    assert len(found.steps) == min(most, len(values))
    if losses:
        assert found.steps[-1] == len(losses)
        assert (found.low.min(), found.high.max()) == (min(losses), max(losses))
        assert np.all(found.smooth <= max(losses) + 1e-9)
        assert np.all(found.smooth >= min(losses) - 1e-9)
