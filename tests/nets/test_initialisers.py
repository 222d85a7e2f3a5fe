"""Initialisers draw what they say: ranges, moments, orthogonality; by a seed, in any precision and layer."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional, Reversed
from lstm_gui.nets.initialisers import (
    INITIALISERS,
    glorot,
    glorot_matrix,
    orthogonal,
    orthogonal_matrix,
    parts,
    uniform,
)
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.lstm_variant import GREFF_2015, LstmVariant
from lstm_gui.nets.named_arrays import NamedArrays
from lstm_gui.nets.stacked import Stacked
from lstm_gui.nets.zeros import zeros_gru, zeros_lstm, zeros_mlstm, zeros_readout, zeros_rnn, zeros_slstm
from tests.nets.gradient_check import Array
from tests.nets.live_torch import torch_or_skip

seeds = st.integers(0, 2**32 - 1)
Initialise = Callable[[Any, np.random.Generator], Any]
each_initialiser = pytest.mark.parametrize("initialise", INITIALISERS.values(), ids=list(INITIALISERS))


def of_all_kinds(dtype: type) -> list[Any]:
    """A layer of every kind."""
    full = LstmVariant(coupled=True)
    return [
        zeros_rnn(2, 3, second_bias=True, dtype=dtype),
        zeros_lstm(2, 3, dtype=dtype),
        zeros_lstm(
            2, 3, full, peepholes=True, gate_recurrence=True, projection=2, second_bias=True, dtype=dtype
        ),
        zeros_gru(2, 3, second_bias=True, dtype=dtype),
        zeros_slstm(2, 3, dtype=dtype),
        zeros_mlstm(2, 3, dtype=dtype),
        zeros_readout(3, 2, dtype=dtype),
        Reversed(zeros_gru(2, 3, dtype=dtype)),
        a_deep_layer(dtype),
        BatchFirst(a_deep_layer(dtype)),
    ]


def a_deep_layer(dtype: type = np.float64) -> Layer[Any]:
    both = Bidirectional(zeros_lstm(2, 3, dtype=dtype), zeros_lstm(2, 4, peepholes=True, dtype=dtype))
    return Stacked((both, zeros_rnn(7, 2, dtype=dtype)))


@each_initialiser
@given(seed=seeds)
@settings(max_examples=5)
def test_what_is_drawn_depends_on_the_seed_alone(initialise: Initialise, seed: int) -> None:
    pairs = zip(of_all_kinds(np.float64), of_all_kinds(np.float32), strict=True)
    for double, single in pairs:
        drawn = initialise(double, np.random.default_rng(seed))
        again = initialise(initialise(double, np.random.default_rng(1)), np.random.default_rng(seed))
        assert type(drawn) is type(double)
        assert drawn.vector.tobytes() == again.vector.tobytes()
        assert not double.vector.any()  # what was given is as it was
        rounded = initialise(single, np.random.default_rng(seed))
        assert rounded.dtype == np.float32
        np.testing.assert_array_equal(rounded.vector, drawn.vector.astype(np.float32))
        other = initialise(double, np.random.default_rng(seed + 1))
        assert not (other.vector[drawn.vector != 0] == drawn.vector[drawn.vector != 0]).any()


@each_initialiser
def test_every_matrix_is_filled(initialise: Initialise) -> None:
    for layer in of_all_kinds(np.float64):
        for name, array in initialise(layer, np.random.default_rng(0)).arrays.items():
            assert array.ndim == 1 or array.all(), name


def moments(array: Array) -> tuple[float, float, float]:
    """Mean, variance, and the fourth moment by the squared variance: 9/5 where uniform, 3 where normal."""
    mean, variance = array.mean(), array.var()
    return float(mean), float(variance), float(((array - mean) ** 4).mean() / variance**2)


def assert_uniform(array: Array, bound: float) -> None:
    """Within ±bound up to its ends, with the moments of a uniform distribution; for ≥ 10 000 numbers."""
    assert bound * 0.999 < np.abs(array).max() <= bound
    mean, variance, fourth = moments(array)
    assert abs(mean) < 0.02 * bound
    assert variance == pytest.approx(bound**2 / 3, rel=0.03)
    assert fourth == pytest.approx(9 / 5, rel=0.03)


def test_uniform_is_within_1_by_the_root_of_the_units_everywhere() -> None:
    rng = np.random.default_rng(2)
    for units in (100, 25):
        lstm = uniform(zeros_lstm(150, units, second_bias=True, peepholes=True, projection=40), rng)
        assert_uniform(lstm.vector, units**-0.5)
        for array in lstm.arrays.values():
            assert 0.8 * units**-0.5 < np.abs(array).max() <= units**-0.5
    assert_uniform(uniform(zeros_readout(100, 150), rng).vector, 0.1)  # as nn.Linear has it, by what is read


def test_uniform_spans_what_pytorch_spans_live() -> None:
    torch = torch_or_skip()
    for theirs in (torch.nn.LSTM(40, 25, bidirectional=True), torch.nn.GRU(40, 25), torch.nn.Linear(25, 400)):
        numbers = torch.cat([array.detach().flatten() for array in theirs.parameters()]).numpy()
        assert_uniform(numbers, 0.2)


def test_glorot_is_by_the_rows_and_columns_of_each_block() -> None:
    rng = np.random.default_rng(3)
    lstm = glorot(zeros_lstm(400, 100, second_bias=True, peepholes=True, projection=300), rng)
    for block in lstm.blocks:
        assert_uniform(lstm.W[lstm.rows(block)], math.sqrt(6 / 500))
        assert_uniform(lstm.U[lstm.rows(block)], math.sqrt(6 / 400))
    assert lstm.R is not None
    assert_uniform(lstm.R, math.sqrt(6 / 400))
    assert not any(lstm.arrays[name].any() for name in ("b", "b_u", "p"))
    assert_uniform(glorot(zeros_readout(200, 100), rng).V, math.sqrt(6 / 300))
    mlstm = glorot(zeros_mlstm(10_000, 2), rng)
    assert_uniform(mlstm.W[mlstm.rows("i")], math.sqrt(6 / 10_001))


def test_full_gate_recurrence_is_nine_matrices() -> None:
    rng = np.random.default_rng(4)
    lstm = zeros_lstm(2, 40, GREFF_2015["FGR"], peepholes=True, gate_recurrence=True)
    drawn, turned = glorot(lstm, rng).G, orthogonal(lstm, rng).G
    assert drawn is not None
    assert turned is not None
    assert_uniform(drawn, math.sqrt(6 / 80))
    for row in range(0, 120, 40):
        for column in range(0, 120, 40):
            assert_orthonormal(turned[row : row + 40, column : column + 40])


def assert_orthonormal(matrix: Array, tolerance: float = 1e-12) -> None:
    """Its columns or, where there are more of those, its rows."""
    rows, columns = matrix.shape
    product = matrix.T @ matrix if rows >= columns else matrix @ matrix.T
    np.testing.assert_allclose(product, np.eye(min(rows, columns)), atol=tolerance)


@given(seeds, st.integers(1, 6), st.integers(1, 6))
@settings(max_examples=50)
def test_an_orthogonal_matrix_stretches_nothing(seed: int, rows: int, columns: int) -> None:
    assert_orthonormal(orthogonal_matrix(rows, columns, np.random.default_rng(seed)))


def test_all_orthogonal_matrices_are_equally_likely() -> None:
    """An element has mean 0 and variance 1/n, the trace 0 and 1, and half of all have determinant −1."""
    rng = np.random.default_rng(5)
    drawn = np.stack([orthogonal_matrix(3, 3, rng) for _ in range(4000)])
    np.testing.assert_allclose(drawn.mean(axis=0), 0, atol=0.04)
    np.testing.assert_allclose(drawn.var(axis=0), 1 / 3, atol=0.02)
    traces = drawn.trace(axis1=1, axis2=2)
    assert traces.mean() == pytest.approx(0, abs=0.06)
    assert traces.var() == pytest.approx(1, abs=0.08)
    assert (np.linalg.det(drawn) > 0).mean() == pytest.approx(0.5, abs=0.03)


def test_orthogonal_turns_what_recurs_and_draws_what_feeds() -> None:
    rng = np.random.default_rng(6)
    lstm = orthogonal(zeros_lstm(400, 100, peepholes=True, projection=60), rng)
    for block in lstm.blocks:
        assert_orthonormal(lstm.U[lstm.rows(block)])
        assert_uniform(lstm.W[lstm.rows(block)], math.sqrt(6 / 500))
    assert lstm.R is not None
    assert_orthonormal(lstm.R)
    assert lstm.p is not None
    assert not lstm.p.any()
    gru = orthogonal(zeros_gru(2, 50, dtype=np.float32), rng)
    for block in gru.blocks:
        assert_orthonormal(gru.U[gru.rows(block)], 1e-5)
    assert_uniform(orthogonal(zeros_readout(200, 100), rng).V, math.sqrt(6 / 300))


def test_glorot_keeps_the_variance_of_a_signal_through_a_square() -> None:
    rng = np.random.default_rng(7)
    matrix = glorot_matrix(400, 400, rng)
    signal = rng.normal(size=(400, 50))
    assert (matrix @ signal).var() == pytest.approx(1, rel=0.1)
    assert (matrix.T @ signal).var() == pytest.approx(1, rel=0.1)


def test_parts_are_found_by_what_stands_before_their_arrays() -> None:
    deep = a_deep_layer()
    found = parts(BatchFirst(deep))
    assert list(found) == ["0.forward.", "0.backward.", "1."]
    named = [prefix + name for prefix, part in found.items() for name in part.arrays]
    assert named == list(deep.arrays)
    assert parts(zeros_readout(1, 1)).keys() == {""}


def test_each_part_is_drawn_by_its_own_sizes() -> None:
    deep = uniform(a_deep_layer(), np.random.default_rng(8))
    for prefix, part in parts(deep).items():
        for name in part.arrays:
            units = {"0.forward.": 3, "0.backward.": 4, "1.": 2}[prefix]
            assert np.abs(deep.arrays[prefix + name]).max() <= units**-0.5


class Strange(NamedArrays):
    """Something with arrays of which no initialiser knows the roles."""

    @property
    def arrays(self) -> dict[str, Array]:
        return {"X": np.zeros(1)}

    def with_arrays(self, arrays: Any) -> "Strange":
        del arrays
        return self


def test_what_has_no_known_roles_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^there is no initialiser for a Strange$"):
        uniform(Strange(), np.random.default_rng(0))
