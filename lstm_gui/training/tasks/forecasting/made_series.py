"""Series that are computed: mixtures of sines, and the system of Lorenz."""

import math

import numpy as np

from lstm_gui.training.tasks.forecasting.scaling import Numbers
from lstm_gui.training.tasks.forecasting.series import Series

State = tuple[float, float, float]

PERIODS = (25.0, 25.0 * (1 + math.sqrt(5)) / 2, 11.0 * math.sqrt(2))  # that have no common multiple
HEIGHTS = (1.0, 0.7, 0.4)
SINES_STEPS = 2000

SIGMA, RHO, BETA = 10.0, 28.0, 8 / 3
LORENZ_STEPS = 3000
SPACING = 0.05  # of time between two steps that are read
_FINE = 10  # steps of integration in each
_SETTLING = 200  # steps before the first that is read, by which the attractor is reached


def sines(noise: float, seed: int = 0) -> Series:
    """Three sines whose periods never meet, with noise of a standard deviation."""
    t = np.arange(SINES_STEPS)
    phases = np.random.default_rng((seed, 0)).random(len(PERIODS)) * 2 * math.pi
    clean = sum(
        height * np.sin(2 * math.pi * t / period + phase)
        for height, period, phase in zip(HEIGHTS, PERIODS, phases, strict=True)
    )
    noisy = clean + noise * np.random.default_rng((seed, 1)).standard_normal(SINES_STEPS)
    return Series("sines", ("value",), noisy[:, np.newaxis], ("",))


def lorenz(noise: float, seed: int = 0) -> Series:
    """The system of Lorenz (1963, Deterministic Nonperiodic Flow) with σ = 10, ρ = 28, β = 8/3.

    Read every 0.05 of its time, with noise of a share of each variable's standard deviation.
    """
    path = lorenz_path((1.0, 1.0, 1.0), _SETTLING + LORENZ_STEPS, SPACING)[_SETTLING:]
    drawn = np.random.default_rng((seed, 1)).standard_normal(path.shape)
    return Series("lorenz", ("x", "y", "z"), path + noise * path.std(axis=0) * drawn, ("", "", ""))


def lorenz_path(start: State, steps: int, spacing: float) -> Numbers:
    """Where the system is at times 0, spacing, 2 · spacing …: (steps, 3), by Runge–Kutta, 4th order."""
    state, found = start, [start]
    for _ in range(steps - 1):
        for _ in range(_FINE):
            state = _runge_kutta(state, spacing / _FINE)
        found.append(state)
    return np.array(found)


def slope(state: State) -> State:
    """ẋ = σ (y − x), ẏ = x (ρ − z) − y, ż = x y − β z."""
    x, y, z = state
    return SIGMA * (y - x), x * (RHO - z) - y, x * y - BETA * z


def _runge_kutta(state: State, dt: float) -> State:
    one = slope(state)
    two = slope(_moved(state, one, dt / 2))
    three = slope(_moved(state, two, dt / 2))
    four = slope(_moved(state, three, dt))
    x, y, z = (
        at + dt / 6 * (a + 2 * b + 2 * c + d)
        for at, a, b, c, d in zip(state, one, two, three, four, strict=True)
    )
    return x, y, z


def _moved(state: State, along: State, dt: float) -> State:
    x, y, z = state
    return x + dt * along[0], y + dt * along[1], z + dt * along[2]
