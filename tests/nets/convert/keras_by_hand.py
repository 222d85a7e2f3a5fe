"""Keras's layers as its documentation gives them, over single numbers, one sequence at a time."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Row = list[float]
SCALAR: dict[str, Callable[[float], float]] = {
    "tanh": math.tanh,
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z)),
    "relu": lambda z: max(z, 0.0),
    "linear": lambda z: z,
    "hard_sigmoid": lambda z: max(0.0, min(1.0, z / 6 + 0.5)),
    "leaky_relu": lambda z: z if z >= 0 else 0.2 * z,
    "elu": lambda z: z if z >= 0 else math.exp(z) - 1,
    "softsign": lambda z: z / (1 + abs(z)),
    "softplus": lambda z: max(z, 0.0) + math.log1p(math.exp(-abs(z))),
}


class ByHand:
    """Keras's layers as their documentation gives them, over single numbers, one sequence at a time."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.kernel, self.recurrent = config["kernel"].tolist(), config["recurrent_kernel"].tolist()
        self.units = len(self.recurrent)
        columns = len(self.kernel[0])
        bias = config.get("bias")
        rows = np.zeros((1, columns)) if bias is None else np.atleast_2d(bias)
        self.bias, self.recurrent_bias = (
            rows[0].tolist(),
            rows[1].tolist() if len(rows) > 1 else [0.0] * columns,
        )
        self.phi, self.sigma = (
            SCALAR[config["activation"]],
            SCALAR[config.get("recurrent_activation", "sigmoid")],
        )
        self.reset_after = config.get("reset_after")

    def into(self, kernel: list[Row], vector: Row, block: int) -> Row:
        """vector · kernel, for the columns of one block."""
        start = block * self.units
        return [
            sum(v * row[start + k] for v, row in zip(vector, kernel, strict=True)) for k in range(self.units)
        ]

    def pre(self, x: Row, h: Row, block: int) -> Row:
        """x · kernel + h · recurrent_kernel + both biases."""
        start = block * self.units
        both = zip(self.into(self.kernel, x, block), self.into(self.recurrent, h, block), strict=True)
        return [
            a + b + self.bias[start + k] + self.recurrent_bias[start + k] for k, (a, b) in enumerate(both)
        ]

    def simple_rnn(self, x: Row, h: Row, _c: Row) -> tuple[Row, Row]:
        """SimpleRNN."""
        return [self.phi(z) for z in self.pre(x, h, 0)], []

    def lstm(self, x: Row, h: Row, c: Row) -> tuple[Row, Row]:
        """LSTM: i, f, c, o."""
        i, f, o = ([self.sigma(z) for z in self.pre(x, h, block)] for block in (0, 1, 3))
        g = [self.phi(z) for z in self.pre(x, h, 2)]
        new = [f[k] * c[k] + i[k] * g[k] for k in range(self.units)]
        return [o[k] * self.phi(new[k]) for k in range(self.units)], new

    def gru(self, x: Row, h: Row, _c: Row) -> tuple[Row, Row]:
        """GRU: z, r, h."""
        z, r = ([self.sigma(value) for value in self.pre(x, h, block)] for block in (0, 1))
        start = 2 * self.units
        read = self.into(self.kernel, x, 2)
        if self.reset_after:
            inner = [
                a + self.recurrent_bias[start + k] for k, a in enumerate(self.into(self.recurrent, h, 2))
            ]
            recurrent = [r[k] * inner[k] for k in range(self.units)]
        else:
            recurrent = self.into(self.recurrent, [r[k] * h[k] for k in range(self.units)], 2)
        hh = [self.phi(read[k] + self.bias[start + k] + recurrent[k]) for k in range(self.units)]
        return [z[k] * h[k] + (1 - z[k]) * hh[k] for k in range(self.units)], []


def by_hand(class_name: str, config: dict[str, Any], x: Array) -> Array:
    """The outputs (T, B, H) in the order in which Keras computes them."""
    layer = ByHand(config)
    step = {"SimpleRNN": layer.simple_rnn, "LSTM": layer.lstm, "GRU": layer.gru}[class_name]
    outputs = np.zeros((*x.shape[:2], layer.units))
    for b in range(x.shape[1]):
        h, c = [0.0] * layer.units, [0.0] * layer.units
        for t in range(len(x)):
            h, c = step(x[t, b].tolist(), h, c)
            outputs[t, b] = h
    return outputs
