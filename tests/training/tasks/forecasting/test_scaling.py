"""What is read of a series goes back to its own units, and nothing but the training part decides how."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra import numpy as arrays

from lstm_gui.training.tasks.forecasting.choices import CHANGING, FORMS, SCALES
from lstm_gui.training.tasks.forecasting.scaling import fitted

FITS = np.array([True, False])
VALUES = arrays.arrays(np.float64, (20, 2), elements=some.floats(0.5, 1e4))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("form", FORMS)
@given(values=VALUES)
def test_steps_ahead_come_back_in_the_units_of_the_series(form: str, scale: str, values: np.ndarray) -> None:
    scaling = fitted(values, form, scale, FITS, 12)
    z = scaling.scaled(values)
    assert len(z) == 20 - scaling.lag
    found = scaling.unscaled(z[10:14], values[10 + scaling.lag - 1])
    assert found == pytest.approx(values[10 + scaling.lag : 14 + scaling.lag], rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("form", FORMS)
@given(values=VALUES, later=some.floats(0.5, 1e8))
def test_what_follows_the_training_part_does_not_decide(
    form: str, scale: str, values: np.ndarray, later: float
) -> None:
    lag = form in CHANGING
    one = fitted(values, form, scale, FITS, 12)
    values[12 + lag :] = later
    other = fitted(values, form, scale, FITS, 12)
    assert np.array_equal(one.shift, other.shift)
    assert np.array_equal(one.scale, other.scale)


def test_the_training_part_has_mean_0_and_deviation_1_or_lies_within_1() -> None:
    values = np.random.default_rng(0).standard_normal((50, 2)) * [3, 40] + [5, 600]
    standard = fitted(values, "values", "standard", FITS, 30).scaled(values)[:30]
    assert standard.mean(axis=0) == pytest.approx([0, 0], abs=1e-12)
    assert standard.std(axis=0) == pytest.approx([1, 1])
    bounded = fitted(values, "values", "min–max", FITS, 30).scaled(values)[:30]
    assert (bounded.min(axis=0), bounded.max(axis=0)) == (pytest.approx([-1, -1]), pytest.approx([1, 1]))


@pytest.mark.parametrize("level", [0.0, 0.1, 1e15])
@pytest.mark.parametrize("scale", SCALES)
def test_a_column_that_never_moves_in_the_training_part_stays_finite(scale: str, level: float) -> None:
    values = np.full((20, 2), level)
    values[15:] += 3
    scaling = fitted(values, "values", scale, FITS, 12)
    assert (scaling.scale == 1).all()
    assert np.isfinite(scaling.scaled(values)).all()


def test_growth_of_1_per_cent_is_read_as_about_1() -> None:
    values = np.column_stack([1.01 ** np.arange(20), np.arange(20.0)])
    z = fitted(values, "growth", "none", FITS, 12).scaled(values)
    assert z == pytest.approx(np.tile([100 * np.log(1.01), 1.0], (19, 1)))


def test_growth_that_runs_away_is_infinite_and_warns_nobody() -> None:
    scaling = fitted(np.ones((20, 2)), "growth", "none", FITS, 12)
    assert scaling.unscaled(np.full((3, 2), 1e6, np.float32), np.ones(2))[-1, 0] == np.inf


def test_words_that_there_are_not_are_refused() -> None:
    with pytest.raises(ValueError, match="not read as 'levels' and scaled by 'standard'"):
        fitted(np.ones((4, 2)), "levels", "standard", FITS, 2)


def test_a_root_that_came_out_negative_is_nothing() -> None:
    values = np.column_stack([np.arange(20.0), np.arange(20.0) - 10])
    scaling = fitted(values, "roots", "none", FITS, 12)
    assert scaling.scaled(values)[4] == pytest.approx([2, -6])
    assert scaling.unscaled(np.array([[-0.5, -3.0]]), values[0]) == pytest.approx(np.array([[0, -3.0]]))
