"""How many multiply–adds one step of one sequence takes, counted by the equations of each cell.

A multiply–add is a product of two numbers, with or without an addition after it; a division counts as one,
and sums alone and the squashing functions count nothing. With H units that read n numbers:

    RNN      H(n + H)                                   W x + U h₋                      (Elman 1990)
    LSTM     kH(n + H) + 3H                             f∘c₋, i∘g, o∘tanh c             (Gers et al. 2000)
             k = 4 blocks, or 3 where a gate is not there or is coupled; without a gate, H products fewer
    peepholes           + H for each gate               p∘c                         (Gers & Schmidhuber 2000)
    gate recurrence     + (mH)²                         G a₋ for m gates                (Greff et al. 2015)
    GRU      3H(n + H) + 3H                             r∘·, (1 − z)∘n, z∘h₋            (Cho et al. 2014)
    sLSTM    4H(n + H) + 5H                             f′c₋, i′g, f′n₋, c/n, o∘h̃       (Beck et al. 2024)
    mLSTM    (4H + 2)n + 3H² + 7H                       k/√H, i′v, (i′v)kᵀ, f′C₋, f′n₋, i′k, n·q, C q, h̃, o∘h̃
    read-out K·outputs                                  V h

On the way back each product a·b is needed twice, for ∂a = b∂ and for ∂b = a∂: the product rule. So an update
takes three times what its reading takes.
"""

from collections.abc import Callable

from lstm_gui.graph.kind import Kind
from lstm_gui.training.network import NetworkChoice

BACKWARD = 2  # products on the way back for each on the way forward

_WITHOUT_A_GATE = ("1997", "NIG", "NFG", "NOG")
_PEEPING = ("peephole", "NIG", "NFG", "NOG", "NIAF", "NOAF", "CIFG", "FGR")


def multiply_adds(choice: NetworkChoice, inputs: int, outputs: int) -> int:
    """Of one step forward, of one sequence, all layers and directions and the read-out."""
    directions = 2 if choice.bidirectional else 1
    reads, count = inputs, 0
    for _ in range(choice.layers):
        count += directions * of_cell(choice.kind, reads, choice.units)
        reads = directions * choice.units
    return count + reads * outputs


def of_cell(kind: Kind, n: int, H: int) -> int:
    """Of one step of one cell: see the table at the top."""
    return _CELLS[kind.family](kind, n, H)


def _rnn(_: Kind, n: int, H: int) -> int:
    return H * (n + H)


def _lstm(kind: Kind, n: int, H: int) -> int:
    variant = kind.options["variant"]
    lacks = variant in _WITHOUT_A_GATE
    gates = 2 if lacks or variant == "CIFG" else 3
    count = (gates + 1) * H * (n + H) + (2 if lacks else 3) * H
    if variant in _PEEPING:
        count += gates * H
    return count + ((gates * H) ** 2 if variant == "FGR" else 0)


def _gru(_: Kind, n: int, H: int) -> int:
    return 3 * H * (n + H) + 3 * H


def _slstm(_: Kind, n: int, H: int) -> int:
    return 4 * H * (n + H) + 5 * H


def _mlstm(_: Kind, n: int, H: int) -> int:
    return (4 * H + 2) * n + 3 * H * H + 7 * H


_CELLS: dict[str, Callable[[Kind, int, int], int]] = {
    "rnn": _rnn,
    "lstm": _lstm,
    "gru": _gru,
    "slstm": _slstm,
    "mlstm": _mlstm,
}
