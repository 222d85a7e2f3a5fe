"""What the sLSTM and the mLSTM read from an empty start: one weighted sum over the past, and its gradients.

    log w_ts = z_i at s + Σ over r from s + 1 to t of log f_r           the weight of step s at step t ≥ s
    h̃_t = Σ_s w_ts a_ts v_s / D_t

mLSTM: a_ts = k_sᵀ q_t and D_t = max(abs(Σ_s w_ts a_ts), 1), the parallel form of Beck et al. 2024.
sLSTM: each unit by itself with v = g, a = 1, and D_t = Σ_s w_ts. Weights are taken relative to the largest of
their row, in long doubles: another way round the overflow than a stabiliser that is carried along.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def log_sigmoid(z: Array) -> Array:
    """log σ(z), in two branches."""
    return np.where(z > 0, -np.log1p(np.exp(-np.abs(z))), z - np.log1p(np.exp(-np.abs(z))))


@dataclass
class Attention:
    """One sequence: gates (T,), values (T, n), scores a (T, T) and whether D is at least 1."""

    z_i: Array  # (T,)
    z_f: Array  # (T,)
    values: Array  # (T, n)
    scores: Array  # (T, T) [t, s]
    exponential: bool
    floor: bool

    def __post_init__(self) -> None:
        log_f = self.z_f if self.exponential else log_sigmoid(self.z_f)
        steps = len(self.z_i)
        log_w = np.full((steps, steps), -np.inf, dtype=np.longdouble)
        for t in range(steps):
            for s in range(t + 1):
                log_w[t, s] = self.z_i[s] + log_f[s + 1 : t + 1].sum()
        top = log_w.max(axis=1, keepdims=True)
        self.w = np.exp(log_w - top)  # (T, T)
        self.sum = (self.w * self.scores).sum(axis=1)  # (T,)
        one = np.exp(np.minimum(-top[:, 0], 700)) if self.floor else np.zeros(steps)
        self.floored = one > np.abs(self.sum)
        self.divisor = np.where(self.floored, one, np.abs(self.sum))
        self.h_tilde = (self.w * self.scores) @ self.values / self.divisor[:, np.newaxis]  # (T, n)

    def condition(self, sizes: Array) -> Array:
        """By how much (T,) the sum in D magnifies rounding; `sizes` (T, T) are of what scores are sums of."""
        magnified: Array = (self.w * sizes).sum(axis=1) / self.divisor
        return magnified

    def backward(self, d: Array, sizes: bool = False) -> dict[str, Array]:
        """∂L/∂ of z_i, z_f, values and scores from d = ∂L/∂h̃ (T, n).

        With `sizes`, the sums of the sizes of what is added up in them: rounding is of those.
        """
        sign = np.where(self.floored, 0, -np.sign(self.sum))
        values, scores, h_tilde = self.values, self.scores, self.h_tilde
        if sizes:
            d, values, scores, h_tilde, sign = (np.abs(a) for a in (d, values, scores, h_tilde, sign))
        change = d @ values.T + (sign * (d * h_tilde).sum(axis=1))[:, np.newaxis]
        d_scores = self.w * change / self.divisor[:, np.newaxis]  # (T, T)
        d_log_w = d_scores * scores
        d_log_f = np.array([d_log_w[r:, :r].sum() for r in range(len(d))])
        slope = 1 if self.exponential else np.exp(log_sigmoid(-self.z_f))
        d_values = (self.w * scores / self.divisor[:, np.newaxis]).T @ d
        return {"z_i": d_log_w.sum(axis=0), "z_f": d_log_f * slope, "values": d_values, "scores": d_scores}
