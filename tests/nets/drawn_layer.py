"""Layers of every kind with drawn weights, alone and put together."""

import numpy as np

from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.rnn import Rnn


def drawn_lstm(rng: np.random.Generator, inputs: int, units: int, projected: int | None = None) -> Lstm:
    """An LSTM, with a projection to so many outputs where a number is given."""
    outputs = units if projected is None else projected
    return Lstm(
        W=rng.normal(size=(4 * units, inputs)),
        U=rng.normal(size=(4 * units, outputs)),
        b=rng.normal(size=4 * units),
        R=None if projected is None else rng.normal(size=(projected, units)),
    )


def drawn_rnn(rng: np.random.Generator, inputs: int, units: int) -> Rnn:
    """A simple recurrent layer."""
    return Rnn(rng.normal(size=(units, inputs)), rng.normal(size=(units, units)), rng.normal(size=units))


def drawn_gru(rng: np.random.Generator, inputs: int, units: int, reset_after: bool = True) -> Gru:
    """A GRU."""
    W, U, b = (
        rng.normal(size=(3 * units, inputs)),
        rng.normal(size=(3 * units, units)),
        rng.normal(size=3 * units),
    )
    return Gru(W, U, b, rng.normal(size=3 * units), reset_after=reset_after)
