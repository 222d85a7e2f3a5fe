"""Linear autoregression finds the process that made a series; persistence and seasons are what they say."""

import numpy as np
import pytest

from lstm_gui.training.tasks.forecasting.linear import (
    autoregression,
    best_autoregression,
    lagged,
    orders,
    persistent,
    seasonal,
)


def test_a_process_of_second_order_is_found_again() -> None:
    noise = np.random.default_rng(0).standard_normal(20_000)
    z = np.zeros(len(noise))
    for t in range(2, len(z)):
        z[t] = 0.3 + 1.2 * z[t - 1] - 0.5 * z[t - 2] + noise[t]
    rows = z[:-1, np.newaxis]
    fit = autoregression(rows, z[1:, np.newaxis], range(len(rows)), 2, 1e-9)
    assert fit.coefficients[:, 0] == pytest.approx([0.3, 1.2, -0.5], abs=0.02)


def test_a_process_of_two_variables_without_noise_is_found_to_the_digit() -> None:
    matrix = np.array([[0.9, -0.4], [0.3, 0.85]])
    z = [np.array([1.0, -2.0])]
    for _ in range(60):
        z.append(matrix @ z[-1])
    rows = np.array(z)
    fit = autoregression(rows[:-1], rows[1:], range(60), 1, 1e-14)
    assert fit.coefficients == pytest.approx(np.vstack([np.zeros(2), matrix.T]), abs=1e-6)
    assert fit.answers(rows)[:-1] == pytest.approx(rows[1:], abs=1e-6)


def test_several_steps_ahead_are_fitted_at_once() -> None:
    z = 0.9 ** np.arange(50.0)[:, np.newaxis]
    target = np.hstack([z[1:-1], z[2:]])
    fit = autoregression(z, target, range(40), 1, 1e-14)
    assert fit.answers(z)[:-2] == pytest.approx(target, abs=1e-6)


def test_only_the_points_named_are_learnt_from() -> None:
    rng = np.random.default_rng(1)
    z, target = rng.standard_normal((80, 2)), rng.standard_normal((79, 2))
    one = autoregression(z, target, range(50), 3, 1e-6)
    z[50:], target[50:] = 1e6, -1e6
    other = autoregression(z, target, range(50), 3, 1e-6)
    assert np.array_equal(one.coefficients, other.coefficients)


def test_a_series_that_never_moves_has_an_answer() -> None:
    z = np.zeros((30, 1))
    assert autoregression(z, z[1:] + 4, range(29), 2, 1e-6).answers(z)[5] == pytest.approx([4])


def test_lags_stand_side_by_side_the_latest_first() -> None:
    z = np.array([[1.0, 10], [2, 20], [3, 30]])
    assert lagged(z, 2).tolist() == [[1, 2, 20, 1, 10], [1, 3, 30, 2, 20]]


def test_orders_stay_within_the_warm_up_and_far_below_the_points() -> None:
    assert orders(1, 6, 1000) == (1, 2, 3, 4, 5, 6)
    assert orders(10, 50, 60) == (1, 2)
    assert orders(64, 50, 10) == (1,)


def test_persistence_repeats_what_is_or_that_nothing_changes() -> None:
    z = np.array([[1.0, 10], [2, 20]])
    assert persistent(z, 2, None).tolist() == [[1, 10, 1, 10], [2, 20, 2, 20]]
    assert persistent(z, 1, np.array([-1.0, -2])).tolist() == [[-1, -2], [-1, -2]]


@pytest.mark.parametrize("horizon", [1, 3, 7])
def test_a_series_of_pure_seasons_is_forecast_by_the_season_before(horizon: int) -> None:
    z = np.tile(np.arange(4.0), 8)[:, np.newaxis]
    found = seasonal(z, horizon, 4)
    for t in range(8, 20):
        assert found[t].tolist() == z[t + 1 : t + 1 + horizon, 0].tolist()


def test_the_order_is_the_one_that_does_best_where_it_is_judged() -> None:
    rng = np.random.default_rng(2)
    z = rng.standard_normal((400, 1))
    for t in range(5, len(z)):
        z[t] = 0.9 * z[t - 5] + 0.1 * z[t]
    fit = best_autoregression(z[:-1], z[1:], range(200), range(200, 399), (1, 2, 3, 4, 5))
    assert fit.order == 5
    assert fit.coefficients[5, 0] == pytest.approx(0.9, abs=0.05)
