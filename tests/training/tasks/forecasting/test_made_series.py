"""Series that are computed, against references computed another way."""

import numpy as np
import pytest

from lstm_gui.training.tasks.forecasting.made_series import (
    BETA,
    HEIGHTS,
    PERIODS,
    RHO,
    SIGMA,
    lorenz,
    lorenz_path,
    sines,
)

TERMS = 25


def by_taylor(state: tuple[float, float, float], dt: float) -> tuple[float, float, float]:
    """One step of the system of Lorenz by its Taylor series: coefficients by recursion, to the 24th."""
    x, y, z = ([start] for start in state)
    for k in range(TERMS - 1):
        xz = sum(x[i] * z[k - i] for i in range(k + 1))
        xy = sum(x[i] * y[k - i] for i in range(k + 1))
        x_next = SIGMA * (y[k] - x[k]) / (k + 1)
        y_next = (RHO * x[k] - xz - y[k]) / (k + 1)
        z_next = (xy - BETA * z[k]) / (k + 1)
        x.append(x_next)
        y.append(y_next)
        z.append(z_next)
    one, two, three = (sum(c * dt**k for k, c in enumerate(terms)) for terms in (x, y, z))
    return one, two, three


def test_the_system_of_lorenz_is_what_its_taylor_series_says() -> None:
    path = lorenz_path((1.0, 1.0, 1.0), 61, 0.05)
    state = (1.0, 1.0, 1.0)
    for step in range(1, 61):
        for _ in range(5):
            state = by_taylor(state, 0.01)
        assert path[step] == pytest.approx(state, abs=2e-3)


def test_a_step_at_a_known_point_is_known() -> None:
    x, y, z = lorenz_path((1.0, 1.0, 1.0), 2, 0.05)[1]  # where x and y are alike, x is slow and z falls
    assert (x, y, z) == pytest.approx(by_taylor((1.0, 1.0, 1.0), 0.05), abs=1e-6)


def test_the_attractor_has_its_known_measure() -> None:
    values = lorenz(0.0).values
    assert values.shape == (3000, 3)
    assert values[:, 2].mean() == pytest.approx(23.5, abs=0.5)
    assert values.std(axis=0) == pytest.approx([7.9, 9.0, 8.6], abs=0.4)


def test_noise_is_a_share_of_each_variable() -> None:
    clean, noisy = lorenz(0.0).values, lorenz(0.3).values
    assert (noisy - clean).std(axis=0) / clean.std(axis=0) == pytest.approx([0.3] * 3, rel=0.05)


def test_sines_hold_three_waves_and_the_noise() -> None:
    clean = sines(0.0).values[:, 0]
    spectrum = np.abs(np.fft.rfft(clean * np.hanning(len(clean))))
    for period, height in zip(PERIODS, HEIGHTS, strict=True):
        near = round(len(clean) / period)
        assert spectrum[near - 1 : near + 2].max() == pytest.approx(height * len(clean) / 4, rel=0.2)
    assert (sines(0.2).values[:, 0] - clean).std() == pytest.approx(0.2, rel=0.05)


def test_the_same_seed_is_the_same_series() -> None:
    assert np.array_equal(sines(0.2).values, sines(0.2).values)
    assert not np.array_equal(sines(0.2).values, sines(0.2, seed=1).values)
