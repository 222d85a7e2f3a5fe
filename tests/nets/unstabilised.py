"""The sLSTM and the mLSTM as Beck et al. 2024 first write them: no stabiliser, by loops over single numbers.

Equations 8 to 14 and 19 to 27 of arXiv 2405.04517, in float64; right where no exponential overflows.
"""

import math
from typing import Any

from numpy.typing import NDArray

from lstm_gui.nets.mlstm import Mlstm
from lstm_gui.nets.slstm import Slstm

Array = NDArray[Any]
Row = list[float]


def logistic(z: float) -> float:
    """σ(z)."""
    return 1 / (1 + math.exp(-z))


def linear(matrix: Array, row: int, vector: Array | Row) -> float:
    """One row of a matrix times a vector."""
    return sum(float(matrix[row, j]) * float(vector[j]) for j in range(matrix.shape[1]))


def slstm(cell: Slstm, x: Array, h: Row, c: Row, n: Row) -> list[dict[str, Row]]:
    """c, n and h of every step for one sequence x (T, I) from a state not divided by anything."""
    units, steps = len(h), []
    forget = math.exp if cell.exponential_forget else logistic
    for x_t in x:
        z = [
            float(cell.b[row]) + linear(cell.W, row, x_t) + linear(cell.U, row, h) for row in range(4 * units)
        ]
        for unit in range(units):
            z_i, z_f, z_g, z_o = z[unit::units]
            i, f = math.exp(z_i), forget(z_f)
            c = [*c[:unit], f * c[unit] + i * math.tanh(z_g), *c[unit + 1 :]]
            n = [*n[:unit], f * n[unit] + i, *n[unit + 1 :]]
            h = [*h[:unit], logistic(z_o) * c[unit] / n[unit], *h[unit + 1 :]]
        steps.append({"c": c, "n": n, "h": h})
    return steps


def mlstm(cell: Mlstm, x: Array, C: list[Row], n: Row) -> list[dict[str, Any]]:
    """C, n and h of every step for one sequence x (T, I) from a state not divided by anything."""
    units, steps = len(n), []
    forget = math.exp if cell.exponential_forget else logistic
    each = range(units)
    for x_t in x:
        product = [linear(cell.W, row, x_t) for row in range(4 * units + 2)]
        q = [product[j] + float(cell.b[j]) for j in each]
        k = [product[units + j] / math.sqrt(units) + float(cell.b[units + j]) for j in each]
        v = [product[2 * units + j] + float(cell.b[2 * units + j]) for j in each]
        i = math.exp(product[3 * units] + float(cell.b[3 * units]))
        f = forget(product[3 * units + 1] + float(cell.b[3 * units + 1]))
        o = [logistic(product[3 * units + 2 + j] + float(cell.b[3 * units + 2 + j])) for j in each]
        C = [[f * C[row][column] + i * v[row] * k[column] for column in each] for row in each]
        n = [f * n[j] + i * k[j] for j in each]
        divisor = max(abs(sum(n[j] * q[j] for j in each)), 1.0)
        h = [o[row] * sum(C[row][column] * q[column] for column in each) / divisor for row in each]
        steps.append({"C": C, "n": n, "h": h})
    return steps
