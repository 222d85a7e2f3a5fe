"""The formulas count what the equations do: each is held against equations whose products are counted."""

from typing import Any

import numpy as np
import pytest

from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.training.cell_names import cell_name
from lstm_gui.training.cost.operations import BACKWARD, multiply_adds, of_cell
from lstm_gui.training.network import NetworkChoice

N, H = 3, 5


class Counted(np.ndarray[Any, Any]):
    """An array whose products are counted: elementwise ones, divisions, and those inside of matrices."""

    count = 0

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **others: Any) -> Any:
        plain = [np.asarray(one) for one in inputs]
        result = np.asarray(getattr(ufunc, method)(*plain, **others))
        if ufunc in (np.multiply, np.divide):
            Counted.count += result.size
        elif ufunc is np.matmul:
            Counted.count += result.size * plain[0].shape[-1]
        return result.view(Counted)


def array(*shape: int) -> Counted:
    """Numbers of that shape."""
    return np.ones(shape).view(Counted)


def read(rows: int) -> Any:
    """W x + U h₋ with as many rows."""
    return array(rows, N) @ array(N) + array(rows, H) @ array(H)


def rnn(_: Kind) -> None:
    np.tanh(read(H))


def lstm(kind: Kind) -> None:
    variant = kind.options["variant"]
    gates = [gate for gate in "ifo" if gate not in {"NIG": "i", "NOG": "o"}.get(variant, "")]
    if variant in ("1997", "NFG", "CIFG"):
        gates.remove("f")
    peeping = variant not in ("standard", "1997", "NP")
    before, c = array(H), array(H)
    g = np.tanh(read(H))
    pre = {gate: read(H) for gate in gates}
    if variant == "FGR":
        array(len(gates) * H, len(gates) * H) @ array(len(gates) * H)
    for gate in gates:
        if peeping:
            pre[gate] = pre[gate] + array(H) * c
    new = pre["i"] * g if "i" in gates else g
    kept = before * pre["f"] if "f" in gates else before * (1 - pre["i"]) if variant == "CIFG" else before
    if "o" in gates:
        pre["o"] * np.tanh(kept + new)


def gru(kind: Kind) -> None:
    h, r, z = array(H), read(H), read(H)
    if kind.options["reset"] == "after":
        n = np.tanh(array(H, N) @ array(N) + r * (array(H, H) @ h))
    else:
        n = np.tanh(array(H, N) @ array(N) + array(H, H) @ (r * h))
    (1 - z) * n + z * h


def slstm(_: Kind) -> None:
    i, f, g, o = (read(H) for _ in range(4))
    c, n = f * array(H) + i * g, f * array(H) + i
    o * (c / n)


def mlstm(_: Kind) -> None:
    x = array(N)
    q, v, o = (array(H, N) @ x for _ in range(3))
    k = (array(H, N) @ x) / np.sqrt(H)
    i, f = array(1, N) @ x, array(1, N) @ x
    C = f * array(H, H) + (i * v)[:, np.newaxis] * k
    n = f * array(H) + i * k
    (n * q).sum()
    o * ((C @ q) / np.ones(H))


EQUATIONS = {"rnn": rnn, "lstm": lstm, "gru": gru, "slstm": slstm, "mlstm": mlstm}


@pytest.mark.parametrize("kind", EVERY_KIND, ids=cell_name)
def test_a_formula_counts_the_products_of_its_equations(kind: Kind) -> None:
    Counted.count = 0
    EQUATIONS[kind.family](kind)
    assert of_cell(kind, N, H) == Counted.count


def test_the_way_back_takes_twice_the_way_forward() -> None:
    Counted.count = 0
    W, U, x, h = array(H, N), array(H, H), array(N, 1), array(H, 1)
    W @ x + U @ h
    forward, Counted.count = Counted.count, 0
    d_z = array(H, 1)
    assert [part.shape for part in (d_z @ x.T, d_z @ h.T, W.T @ d_z, U.T @ d_z)] == [
        W.shape, U.shape, x.shape, h.shape,
    ]  # fmt: skip
    assert Counted.count == BACKWARD * forward


def test_layers_and_directions_add_up() -> None:
    kind = Kind.of("lstm")
    one = NetworkChoice(kind, 4)
    assert multiply_adds(one, 3, 2) == of_cell(kind, 3, 4) + 8
    both = NetworkChoice(kind, 4, layers=2, bidirectional=True)
    assert multiply_adds(both, 3, 2) == 2 * of_cell(kind, 3, 4) + 2 * of_cell(kind, 8, 4) + 16
