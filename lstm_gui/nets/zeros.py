"""Layers of given sizes, all zero: the shapes of every cell's arrays, for an initialiser to fill.

I inputs, H units, P outputs where they are not the units, K what a read-out predicts. Each raises ValueError
naming the array that a size of 0 leaves empty.
"""

import numpy as np
from numpy.typing import DTypeLike

from lstm_gui.nets.activation import TANH, Activation
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import VANILLA, LstmVariant
from lstm_gui.nets.mlstm import Mlstm
from lstm_gui.nets.readout import Readout
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.slstm import Slstm


def zeros_rnn(
    inputs: int,
    units: int,
    activation: Activation = TANH,
    *,
    second_bias: bool = False,
    dtype: DTypeLike = np.float64,
) -> Rnn:
    """A simple recurrent layer."""
    return Rnn(
        W=np.zeros((units, inputs), dtype),
        U=np.zeros((units, units), dtype),
        b=np.zeros(units, dtype),
        b_u=np.zeros(units, dtype) if second_bias else None,
        activation=activation,
    )


def zeros_lstm(
    inputs: int,
    units: int,
    variant: LstmVariant = VANILLA,
    *,
    peepholes: bool = False,
    gate_recurrence: bool = False,
    projection: int | None = None,
    second_bias: bool = False,
    dtype: DTypeLike = np.float64,
) -> Lstm:
    """An LSTM layer of the blocks and gates that its variant has; `projection` is P."""
    rows, gates = len(variant.blocks) * units, len(variant.gates) * units
    outputs = units if projection is None else projection
    return Lstm(
        W=np.zeros((rows, inputs), dtype),
        U=np.zeros((rows, outputs), dtype),
        b=np.zeros(rows, dtype),
        b_u=np.zeros(rows, dtype) if second_bias else None,
        p=np.zeros(gates, dtype) if peepholes else None,
        G=np.zeros((gates, gates), dtype) if gate_recurrence else None,
        R=None if projection is None else np.zeros((outputs, units), dtype),
        variant=variant,
    )


def zeros_gru(
    inputs: int,
    units: int,
    *,
    reset_after: bool = True,
    z_keeps: bool = True,
    second_bias: bool = False,
    dtype: DTypeLike = np.float64,
) -> Gru:
    """A GRU layer; the second bias is the one that r meets where it resets after the product."""
    return Gru(
        W=np.zeros((3 * units, inputs), dtype),
        U=np.zeros((3 * units, units), dtype),
        b=np.zeros(3 * units, dtype),
        b_u=np.zeros(3 * units, dtype) if second_bias else None,
        reset_after=reset_after,
        z_keeps=z_keeps,
    )


def zeros_slstm(
    inputs: int, units: int, *, exponential_forget: bool = False, dtype: DTypeLike = np.float64
) -> Slstm:
    """An sLSTM layer."""
    return Slstm(
        W=np.zeros((4 * units, inputs), dtype),
        U=np.zeros((4 * units, units), dtype),
        b=np.zeros(4 * units, dtype),
        exponential_forget=exponential_forget,
    )


def zeros_mlstm(
    inputs: int, units: int, *, exponential_forget: bool = False, dtype: DTypeLike = np.float64
) -> Mlstm:
    """An mLSTM layer: q, k, v and o have H rows, i and f one."""
    rows = 4 * units + 2
    W, b = np.zeros((rows, inputs), dtype), np.zeros(rows, dtype)
    return Mlstm(W=W, b=b, exponential_forget=exponential_forget)


def zeros_readout(inputs: int, outputs: int, *, dtype: DTypeLike = np.float64) -> Readout:
    """A linear read-out: H and K."""
    return Readout(V=np.zeros((outputs, inputs), dtype), c=np.zeros(outputs, dtype))
