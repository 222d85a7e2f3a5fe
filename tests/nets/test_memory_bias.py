"""Forget bias and chrono initialisation set how long a cell remembers, measured on the cell as it runs."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.activation import sigmoid
from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.initialisers import uniform
from lstm_gui.nets.lstm_variant import GREFF_2015, HOCHREITER_1997, LstmVariant
from lstm_gui.nets.memory_bias import with_chrono_bias, with_forget_bias
from lstm_gui.nets.stacked import Stacked
from lstm_gui.nets.zeros import zeros_gru, zeros_lstm, zeros_mlstm, zeros_readout, zeros_rnn, zeros_slstm
from tests.nets.gradient_check import Array

seeds = st.integers(0, 2**32 - 1)
THREE_QUARTERS = 1 / (1 + math.exp(-1))  # 0.73
COUPLED = GREFF_2015["CIFG"]


def biases(layer: Any, block: str) -> Array:
    """What is added to the pre-activations of a block in all."""
    total: Array = (layer.b + layer.arrays.get("b_u", 0))[layer.rows(block)]
    return total


def drawn(layer: Any, seed: int = 0) -> Any:
    return uniform(layer, np.random.default_rng(seed))


@pytest.mark.parametrize("bias", [0.0, 1, 2.0])
def test_the_forget_bias_of_every_cell(bias: float) -> None:
    cells = [
        (zeros_lstm(2, 3, second_bias=True, peepholes=True), "f", bias),
        (zeros_lstm(2, 3, GREFF_2015["NIG"]), "f", bias),
        (zeros_lstm(2, 3, COUPLED, second_bias=True), "i", -bias),
        (zeros_gru(2, 3, second_bias=True), "z", bias),
        (zeros_gru(2, 3, z_keeps=False, second_bias=True), "z", -bias),
        (zeros_slstm(2, 3), "f", bias),
        (zeros_mlstm(2, 3, dtype=np.float32), "f", bias),
    ]
    for cell, block, expected in cells:
        before = drawn(cell)
        after = with_forget_bias(before, bias)
        assert type(after) is type(before)
        assert after.dtype == before.dtype
        assert set(biases(after, block).tolist()) == {expected}
        for name, array in before.arrays.items():
            changed = after.arrays[name] != array
            inside = np.zeros_like(changed)
            if name in ("b", "b_u"):
                inside[before.rows(block)] = True
            assert not changed[~inside].any(), name
        assert before.b.tobytes() == drawn(cell).b.tobytes()  # what was given is as it was


def test_a_gate_with_bias_1_keeps_three_quarters() -> None:
    x = np.zeros((1, 1, 2))
    lstm = with_forget_bias(zeros_lstm(2, 3), 1.0)
    assert lstm.forward(x).gate("f").tolist() == [[[pytest.approx(THREE_QUARTERS)] * 3]]
    coupled = with_forget_bias(zeros_lstm(2, 3, COUPLED), 1.0)
    assert coupled.forward(x).gate("f").tolist() == [[[pytest.approx(THREE_QUARTERS)] * 3]]
    for z_keeps in (True, False):
        gru = with_forget_bias(zeros_gru(2, 3, z_keeps=z_keeps), 1.0)
        assert gru.forward(x, np.ones((1, 3))).h.tolist() == [[[pytest.approx(THREE_QUARTERS)] * 3]]


@given(seeds, st.floats(2, 1000), st.booleans())
@settings(max_examples=40)
def test_chrono_spans_the_memory_times(seed: int, longest: float, second: bool) -> None:
    lstm = drawn(zeros_lstm(2, 40, second_bias=second, peepholes=True))
    chrono = with_chrono_bias(lstm, longest, np.random.default_rng(seed))
    b_f, b_i = biases(chrono, "f"), biases(chrono, "i")
    np.testing.assert_array_equal(b_i, -b_f)
    times = 1 / (1 - sigmoid(b_f))
    assert (times >= 2 - 1e-9).all()
    assert (times <= longest * (1 + 1e-9)).all()
    for block in "go":
        np.testing.assert_array_equal(biases(chrono, block), biases(lstm, block))
    np.testing.assert_array_equal(chrono.W, lstm.W)
    again = with_chrono_bias(lstm, longest, np.random.default_rng(seed))
    assert again.vector.tobytes() == chrono.vector.tobytes()


def test_memory_times_are_uniform() -> None:
    chrono = with_chrono_bias(zeros_lstm(1, 20_000), 101, np.random.default_rng(1))
    u = np.exp(biases(chrono, "f"))
    assert u.min() == pytest.approx(1, abs=0.05)
    assert u.max() == pytest.approx(100, abs=0.05)
    assert u.mean() == pytest.approx(101 / 2, rel=0.02)
    assert u.var() == pytest.approx(99**2 / 12, rel=0.03)


def test_chrono_in_the_gru_and_in_coupled_gates() -> None:
    """Tallec & Ollivier 2018: the update gate's bias is a forget gate's, its sign by the convention."""
    x = np.zeros((1, 1, 1))
    for z_keeps in (True, False):
        gru = with_chrono_bias(zeros_gru(1, 50, z_keeps=z_keeps), 30, np.random.default_rng(2))
        kept = gru.forward(x, np.ones((1, 50))).h[0, 0]
        assert not biases(gru, "r").any()
        assert not biases(gru, "n").any()
        assert (kept >= 1 / 2).all()
        assert (kept <= 29 / 30).all()
        assert kept.max() > 0.9
    coupled = with_chrono_bias(zeros_lstm(1, 50, COUPLED), 30, np.random.default_rng(2))
    np.testing.assert_allclose(coupled.forward(x).gate("f")[0, 0], kept, rtol=1e-12)


@pytest.mark.parametrize("exponential", [True, False])
@pytest.mark.parametrize("make", [zeros_slstm, zeros_mlstm])
def test_exponential_gates_keep_and_write_as_much(make: Any, exponential: bool) -> None:
    cell = with_chrono_bias(make(1, 50, exponential_forget=exponential), 30, np.random.default_rng(3))
    b_f, b_i = biases(cell, "f"), biases(cell, "i")
    f = np.exp(b_f) if exponential else sigmoid(b_f)
    np.testing.assert_allclose(np.exp(b_i), 1 - f, rtol=1e-9)
    assert (f >= 1 / 2 - 1e-12).all()
    assert (f <= 29 / 30).all()
    reference = with_chrono_bias(make(1, 50), 30, np.random.default_rng(3))
    np.testing.assert_allclose(f, sigmoid(biases(reference, "f")), rtol=1e-12)


def test_only_the_forget_gate_where_there_is_no_input_gate() -> None:
    cell = with_chrono_bias(zeros_lstm(1, 5, GREFF_2015["NIG"]), 30, np.random.default_rng(4))
    assert (biases(cell, "f") > 0).all()
    assert np.count_nonzero(cell.b) == 5


def test_layers_of_layers_are_changed_cell_by_cell() -> None:
    both = Bidirectional(zeros_lstm(2, 3), zeros_gru(2, 4))
    deep = Stacked((zeros_rnn(5, 2), both, zeros_lstm(7, 2, HOCHREITER_1997)))
    biased = with_forget_bias(deep, 2.0)
    assert np.count_nonzero(biased.vector) == 3 + 4
    assert biased.arrays["1.forward.b"].tolist() == [0] * 3 + [2] * 3 + [0] * 6
    assert biased.arrays["1.backward.b"].tolist() == [0] * 4 + [2] * 4 + [0] * 4
    chrono = with_chrono_bias(deep, 9, np.random.default_rng(5))
    assert np.count_nonzero(chrono.vector) == 3 + 3 + 4
    assert len(set(np.abs(chrono.vector).tolist())) == 1 + 3 + 4


def test_what_cannot_forget_is_refused() -> None:
    rng = np.random.default_rng(6)
    no_forgetting = LstmVariant(forget_gate=False)
    for layer, names in (
        (zeros_rnn(1, 2), "Rnn"),
        (zeros_readout(1, 2), "Readout"),
        (Stacked((zeros_lstm(1, 2, no_forgetting), zeros_rnn(2, 2))), "Lstm, Rnn"),
    ):
        with pytest.raises(ValueError, match=f"^there is no forget gate in {names}$"):
            with_forget_bias(layer, 1.0)
        with pytest.raises(ValueError, match=f"^there is no forget gate in {names}$"):
            with_chrono_bias(layer, 10, rng)


@pytest.mark.parametrize("longest", [1.9, math.inf, math.nan])
def test_a_memory_of_less_than_2_steps_is_refused(longest: float) -> None:
    with pytest.raises(
        ValueError, match=f"^the longest memory is {longest} steps; wanted 2 or more, and finite$"
    ):
        with_chrono_bias(zeros_lstm(1, 2), longest, np.random.default_rng(0))
