"""Exponential gates in the form that cannot overflow: what the sLSTM and the mLSTM share.

Beck et al. 2024, "xLSTM: Extended Long Short-Term Memory" (arXiv 2405.04517), equations 15 to 17. The gates

    i = exp(z_i)        f = σ(z_f) or exp(z_f)

may be larger than any float, so whatever is stored is kept divided by exp(m), where m, the stabiliser, is

    m_t = max(log f + m_{t−1}, z_i)
    i′ = exp(z_i − m_t)        f′ = exp(log f + m_{t−1} − m_t)

Where nothing is stored yet there is nothing to keep, whatever m_{t−1} is: there m_t = z_i, as the authors'
program has it. No output depends on m. With something stored one of i′ and f′ is 1 and the other at most 1.

Backwards, with d_a for ∂L/∂a and kept = log f + m_{t−1}: the gate that m_t is taken from stays 1, the other
is exp(−abs(kept − z_i)), so that

    m_t = z_i     d_kept = d_f′ f′             d_z_i = d_m − d_f′ f′
    m_t = kept    d_kept = d_m − d_i′ i′       d_z_i = d_i′ i′

At a tie, where the maximum has a kink, m_t counts as taken from z_i.
"""

from functools import cache
from math import exp
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import IDENTITY, Activation, FloatArray

LOG_SIGMOID = Activation("log sigmoid", lambda z: -np.logaddexp(0, -z), lambda _z, a: -np.expm1(a))


def log_forget(exponential: bool) -> Activation:
    """z_f → log f, for f = exp(z_f) or f = σ(z_f)."""
    return IDENTITY if exponential else LOG_SIGMOID


def stabilise(
    z_i: FloatArray, kept: FloatArray, empty: NDArray[np.bool_], m: FloatArray, i: FloatArray, f: FloatArray
) -> FloatArray:
    """Write m_t, i′ and f′ of one step from z_i, kept = log f + m_{t−1} and where nothing is stored: (B, ·).

    Returns m_t. Only where nothing is stored can f′ be more than 1; it is bounded there, so that 0 stays 0.
    """
    np.maximum(kept, z_i, out=m)
    np.copyto(m, z_i, where=empty)
    np.exp(z_i - m, out=i)
    np.exp(np.minimum(kept - m, log_of_largest(m.dtype) / 4), out=f)
    return m


def stabilise_back(
    d_i: FloatArray, d_f: FloatArray, d_m: FloatArray, i: FloatArray, f: FloatArray, newest: NDArray[np.bool_]
) -> tuple[FloatArray, FloatArray]:
    """∂L/∂z_i and ∂L/∂kept (B, ·) of one step; `newest` says where m_t was taken from z_i."""
    through_i, through_f = d_i * i, d_f * f
    return np.where(newest, d_m - through_f, through_i), np.where(newest, through_f, d_m - through_i)


def store_back(d: FloatArray, f: FloatArray) -> FloatArray:
    """∂L/∂ of what was stored before a step, f′ times that after it (B, ·), or (B, ·, ·) for (B, 1, 1).

    Nothing may stay stored for many steps, and ∂L/∂ of it grow beyond any float; it is bounded there.
    """
    if (f > 1).any():
        largest = exp(log_of_largest(d.dtype) / 2)
        d = np.clip(d, -largest, largest)
    return f * d


@cache
def log_of_largest(dtype: np.dtype[Any]) -> float:
    """The largest number of which exp is sure to be finite."""
    return float(np.log(np.finfo(dtype).max)) - 1
