"""Saturation counts what a loop over single numbers counts."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.activation import IDENTITY, RELU, SIGMOID, TANH, Activation
from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional, Reversed
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.diagnostics.saturation import ends, saturation
from lstm_gui.nets.diagnostics.squashed import squashed
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.stacked import Stacked
from tests.nets.cells import CELLS
from tests.nets.plain_cells import gru, lstm, rnn
from tests.nets.xlstm_cells import XLSTM_CELLS

ENDS = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}
SQUASHED = {
    "RNN: tanh": {"h": TANH},
    "LSTM: plain": {"i": SIGMOID, "f": SIGMOID, "o": SIGMOID, "g": TANH, "tanh_c": TANH},
    "LSTM: CIFG": {"i": SIGMOID, "f": SIGMOID, "o": SIGMOID, "g": TANH, "tanh_c": TANH},
    "LSTM: NFG": {"i": SIGMOID, "o": SIGMOID, "g": TANH, "tanh_c": TANH},
    "LSTM: NIAF": {"i": SIGMOID, "f": SIGMOID, "o": SIGMOID, "tanh_c": TANH},
    "LSTM: NOAF": {"i": SIGMOID, "f": SIGMOID, "o": SIGMOID, "g": TANH},
    "GRU: reset after, z keeps": {"r": SIGMOID, "z": SIGMOID, "n": TANH},
    "sLSTM, f by σ": {"f": SIGMOID, "g": TANH, "o": SIGMOID},
    "sLSTM, f by exp": {"g": TANH, "o": SIGMOID},
    "mLSTM, f by σ": {"f": SIGMOID, "o": SIGMOID},
    "mLSTM, f by exp": {"o": SIGMOID},
}


def forget_activation(trace: Any) -> Any:
    """σ(z_f) of an xLSTM, from the logarithm that its trace holds."""
    return np.exp(trace.log_f)


@pytest.mark.parametrize("kind", SQUASHED)
@given(
    seed=st.integers(0, 2**32 - 1), lengths=st.none() | st.lists(st.integers(0, 5), min_size=3, max_size=3)
)
def test_it_counts_what_a_loop_over_single_numbers_counts(
    kind: str, seed: int, lengths: list[int] | None
) -> None:
    rng = np.random.default_rng(seed)
    cell: Cell[Any] = (CELLS | XLSTM_CELLS)[kind](rng, 2, 2)
    trace = cell.forward(3 * rng.normal(size=(5, 3, 2)), lengths=lengths)
    found = saturation(cell, trace, distance=0.2)
    assert found.keys() == SQUASHED[kind].keys()
    for name, activation in SQUASHED[kind].items():
        low, high = ENDS[activation.name]
        near = 0.2 * (high - low)
        held = trace.quantities[name] if name in trace.quantities else forget_activation(trace)
        for unit, (share_low, share_high) in enumerate(zip(found[name].low, found[name].high, strict=True)):
            numbers = [held[t, b, unit] for b, length in enumerate(lengths or [5] * 3) for t in range(length)]
            count = max(1, len(numbers))
            assert share_low == pytest.approx(sum(a <= low + near for a in numbers) / count)
            assert share_high == pytest.approx(sum(a >= high - near for a in numbers) / count)


def test_gates_that_are_shut_or_open_are_saturated_and_those_half_open_are_not() -> None:
    cell = lstm(np.random.default_rng(0), 1, 2)
    b = np.array([-9.0, -9, 9, 9, 0, 0, 0, 9])  # i shut, f open, g at 0, one o half open and one open
    cell = cell.with_arrays({"W": np.zeros((8, 1)), "U": np.zeros((8, 2)), "b": b})
    found = saturation(cell, cell.forward(np.zeros((7, 1, 1))))
    assert found["i"].low.tolist() == [1, 1]
    assert found["i"].high.tolist() == [0, 0]
    assert found["f"].high.tolist() == [1, 1]
    assert found["o"].high.tolist() == [0, 1]
    assert [found[name].share for name in "ifgo"] == [1, 1, 0, 0.5]


def test_a_unit_that_relu_has_shut_is_at_its_one_end() -> None:
    cell = Rnn(np.array([[1.0], [-1.0]]), np.zeros((2, 2)), np.zeros(2), activation=RELU)
    found = saturation(cell, cell.forward(np.ones((4, 1, 1))))["h"]
    assert (found.low.tolist(), found.high.tolist()) == ([0, 1], [0, 0])


def test_quantities_of_layers_made_of_layers_have_their_names() -> None:
    rng = np.random.default_rng(1)
    pair = Bidirectional(lstm(rng, 2, 3), gru(rng, 2, 2))
    stack = Stacked((pair, Reversed(rnn(rng, 5, 4))))
    x = 2 * rng.normal(size=(6, 3, 2))
    lengths = [6, 2, 0]
    trace = stack.forward(x, lengths=lengths)
    found = saturation(stack, trace)
    assert set(found) == {
        *(f"0.forward.{name}" for name in ("i", "f", "g", "o", "tanh_c")),
        *(f"0.backward.{name}" for name in "rzn"),
        "1.h",
    }
    counted = np.concatenate(
        [trace.quantities["0.backward.z"][:length, b] for b, length in enumerate(lengths)]
    )
    np.testing.assert_allclose(found["0.backward.z"].low, (counted <= 0.1).mean(axis=0))
    turned = BatchFirst(stack)
    again = saturation(turned, turned.forward(x.swapaxes(0, 1), lengths=lengths))
    assert {name: each.share for name, each in again.items()} == {
        name: each.share for name, each in found.items()
    }


def test_the_ends_of_functions() -> None:
    assert ends(SIGMOID) == (0, 1)
    assert ends(TANH) == (-1, 1)
    assert ends(RELU) == (0, np.inf)
    assert ends(IDENTITY) == (-np.inf, np.inf)
    falling = Activation("falling", lambda z: -2 * np.tanh(z), lambda z, _a: -2 / np.cosh(z) ** 2)
    assert ends(falling) == (-2, 2)
    steep = Activation("steep", lambda z: np.exp(np.minimum(z, 800.0)), lambda _z, a: a)
    assert ends(steep) == (0, np.inf)


def test_what_cannot_be_measured_is_refused() -> None:
    cell = rnn(np.random.default_rng(0), 1, 1)
    trace = cell.forward(np.zeros((2, 1, 1)))
    for distance in (0.0, 0.6, float("nan")):
        with pytest.raises(ValueError, match=r"^the distance is .*; wanted more than 0 and at most 0\.5$"):
            saturation(cell, trace, distance)


def test_a_layer_of_an_unknown_kind_does_not_say_what_it_squashes() -> None:
    run = rnn(np.random.default_rng(0), 1, 1).forward(np.zeros((2, 1, 1)))
    with pytest.raises(TypeError, match=r"^object does not say what it squashes$"):
        squashed(object(), run)  # type: ignore[arg-type]
