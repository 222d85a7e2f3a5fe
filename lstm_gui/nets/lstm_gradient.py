"""Backpropagation through time for the LSTM: exact gradients of its parameters, inputs and initial state.

For a loss L, `d_a` is ∂L/∂a. With h = o ∘ tanh c and c = f ∘ c₋ + i ∘ g, going backwards through time:

    d_c += d_h ∘ o ∘ (1 − tanh² c)         d_o = d_h ∘ tanh c
    d_i = d_c ∘ g,   d_f = d_c ∘ c₋,   d_g = d_c ∘ i
    d_z = d_gate ∘ (the slope of its squashing: a(1 − a) for σ, 1 − a² for tanh)
    d_h₋ = d_z U,    d_c₋ = d_c ∘ f         (Werbos 1990; for the LSTM, Greff et al. 2015, appendix A)

T time, B batch, I inputs, H units.
"""

from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.lstm import GATES, LstmParameters, LstmTrace


@dataclass(frozen=True, eq=False)
class LstmGradients:
    """∂L/∂ of everything a run depends on, each of the shape of what it is the gradient of."""

    W: FloatArray  # (4H, I)
    U: FloatArray  # (4H, H)
    b: FloatArray  # (4H,)
    x: FloatArray  # (T, B, I)
    h_0: FloatArray  # (B, H)
    c_0: FloatArray  # (B, H)


def backward(
    parameters: LstmParameters,
    trace: LstmTrace,
    d_h: FloatArray,
    d_h_final: FloatArray | None = None,
    d_c_final: FloatArray | None = None,
) -> LstmGradients:
    """Gradients of a loss whose own gradient is d_h (T, B, H) at each hidden state.

    d_h_final and d_c_final (B, H) are added at the states after the last step, zero when not given. The trace
    is one of `forward`, where each step read what the step before it wrote. In the precision of the weights.
    Raises ValueError naming the array, its shape and the shape wanted.
    """
    steps, batch, units = trace.h.shape
    _check_shape("d_h", d_h, (steps, batch, units))
    dh = _final("d_h_final", d_h_final, trace)
    dc = _final("d_c_final", d_c_final, trace)
    dz = np.empty_like(trace.z)
    for t in reversed(range(steps)):
        dc = _through_step(parameters, trace, t, dh + d_h[t], dc, dz[t])
        dh = dz[t] @ parameters.U
    every_step = ([0, 1], [0, 1])
    return LstmGradients(
        W=np.tensordot(dz, trace.x, every_step),
        U=np.tensordot(dz, trace.h_previous, every_step),
        b=dz.sum(axis=(0, 1)),
        x=dz @ parameters.W,
        h_0=dh,
        c_0=dc,
    )


def _through_step(
    parameters: LstmParameters, trace: LstmTrace, t: int, dh: FloatArray, dc: FloatArray, dz: FloatArray
) -> FloatArray:
    """Write d_z (B, 4H) of the step at index t, and return d_c (B, H) of the step before."""
    i, f, g, o = (trace.gates[t][:, parameters.rows(gate)] for gate in GATES)
    tanh_c = trace.tanh_c[t]
    dc = dc + dh * o * (1 - tanh_c**2)
    slopes = {"i": i * (1 - i), "f": f * (1 - f), "g": 1 - g**2, "o": o * (1 - o)}
    reaching = {"i": dc * g, "f": dc * trace.c_previous[t], "g": dc * i, "o": dh * tanh_c}
    for gate in GATES:
        np.multiply(reaching[gate], slopes[gate], out=dz[:, parameters.rows(gate)])
    before: FloatArray = dc * f
    return before


def _final(name: str, gradient: FloatArray | None, trace: LstmTrace) -> FloatArray:
    wanted = trace.h.shape[1:]
    if gradient is None:
        return np.zeros(wanted, dtype=trace.h.dtype)
    _check_shape(name, gradient, wanted)
    return gradient


def _check_shape(name: str, array: FloatArray, wanted: tuple[int, ...]) -> None:
    if array.shape != wanted:
        raise ValueError(f"{name} has shape {array.shape}; wanted {wanted}")
