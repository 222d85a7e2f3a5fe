"""What a forecast is measured by: persistence, and linear autoregression by least squares.

    ŷ_t = c + Σ_{k=0…p−1} A_k z_{t−k}

with an answer ŷ_t for all columns and all steps of the horizon at once. The order p and the ridge are those
that do best on the validation part, as a network's settings are found there: it is no straw man.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

ORDERS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 60, 80, 100)
RIDGES = (1e-6, 1e-3, 1e-2, 1e-1)  # of the mean square of what is read
MOST_FEATURES = 256


@dataclass(frozen=True, eq=False)
class Autoregression:
    """Coefficients (1 + p·D, K): the constant, then those of the latest step, of the one before …"""

    order: int
    coefficients: Numbers

    def answers(self, z: Numbers) -> Numbers:
        """A forecast (N, K) at each step of z (N, D); zero at the first p − 1, which lack some before."""
        found = np.zeros((len(z), self.coefficients.shape[1]))
        found[self.order - 1 :] = lagged(z, self.order) @ self.coefficients
        return found


def lagged(z: Numbers, order: int) -> Numbers:
    """One, z_t, z_{t−1} …, z_{t−p+1} side by side for t = p − 1 … N − 1: (N − p + 1, 1 + p·D)."""
    windows = sliding_window_view(z, order, axis=0)[..., ::-1]  # (N − p + 1, D, p), the latest first
    rows = np.moveaxis(windows, 2, 1).reshape(len(windows), -1)
    return np.concatenate([np.ones((len(rows), 1)), rows], axis=1)


def autoregression(z: Numbers, target: Numbers, points: range, order: int, ridge: float) -> Autoregression:
    """The least squares fit of target (N, K) at the points (steps of z) that have enough before them."""
    return next(_fits(z, target, points, order, (ridge,)))


def best_autoregression(
    z: Numbers, target: Numbers, points: range, judged: range, tried: Sequence[int]
) -> Autoregression:
    """Of all orders that are tried and of RIDGES, the fit at `points` with the least error at `judged`."""
    best: tuple[float, Autoregression | None] = (math.inf, None)
    for order in tried:
        x = lagged(z[: judged.stop], order)[judged.start - order + 1 :]
        for fit in _fits(z, target, points, order, RIDGES):
            error = float(np.mean((x @ fit.coefficients - target[judged.start : judged.stop]) ** 2))
            if best[1] is None or error < best[0]:
                best = error, fit
    assert best[1] is not None  # some order is tried
    return best[1]


def _fits(
    z: Numbers, target: Numbers, points: range, order: int, ridges: Sequence[float]
) -> Iterator[Autoregression]:
    """A fit for each ridge: the constant is free of it."""
    first = max(points.start, order - 1)
    x = lagged(z[: points.stop], order)[first - order + 1 :]
    y = target[first : points.stop]
    means, x_means = y.mean(axis=0), x.mean(axis=0)
    centred = (x - x_means)[:, 1:]
    square, product = centred.T @ centred, centred.T @ (y - means)
    size = max(float(np.trace(square)) / len(square), 1e-12)
    for ridge in ridges:
        slopes = np.linalg.solve(square + ridge * size * np.eye(len(square)), product)
        yield Autoregression(order, np.vstack([means - x_means[1:] @ slopes, slopes]))


def orders(width: int, warm_up: int, points: int) -> tuple[int, ...]:
    """The orders that may be tried: within what a network reads too, and few numbers beside the points."""
    most = min(MOST_FEATURES, points // 2)
    return tuple(order for order in ORDERS if order == 1 or (order <= warm_up and order * width < most))


def persistent(z: Numbers, horizon: int, unchanged: Numbers | None) -> Numbers:
    """Nothing changes: an answer (N, h·D) at each step of z (N, D)."""
    held = z if unchanged is None else np.broadcast_to(unchanged, z.shape)
    return np.tile(held, (1, horizon))


def seasonal(z: Numbers, horizon: int, season: int) -> Numbers:
    """All is as it was a season before: an answer (N, h·D); the first step stands for all before it."""
    ahead = np.arange(1, horizon + 1)
    back = season * -(-ahead // season) - ahead  # steps from t back to what stood there a season before
    steps = np.maximum(0, np.arange(len(z))[:, np.newaxis] - back)  # (N, h)
    return z[steps].reshape(len(z), -1)
