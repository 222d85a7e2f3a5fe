"""The mLSTM equals the paper's equations, and attention over the past where those would overflow."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lstm_gui.nets.mlstm import Mlstm
from tests.nets import unstabilised
from tests.nets.as_attention import Attention, log_sigmoid
from tests.nets.xlstm_cells import Array, drawn, drawn_mlstm, far_out, resolution, stored_state

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 4)


@given(seeds, sizes, sizes, st.integers(0, 6), st.booleans(), st.booleans())
@settings(max_examples=40)
def test_equals_the_equations_without_a_stabiliser(
    seed: int, inputs: int, units: int, steps: int, exponential: bool, stored: bool
) -> None:
    rng = np.random.default_rng(seed)
    cell = drawn_mlstm(exponential, rng, inputs, units)
    x = rng.normal(size=(steps, 2, inputs))
    h, C, n, m = stored_state(rng, cell, 2) if stored else cell.state_from(None, 2)
    trace = cell.forward(x, (h, C, n, m))
    sizes = (np.abs(trace.n) * np.abs(trace.pre_activation("q"))).sum(axis=2) / trace.divisor[
        ..., 0
    ]  # (T, B)
    for b in range(2):
        first = [(array[b] * np.exp(m[b, 0])).tolist() for array in (C, n)]
        for t, step in enumerate(unstabilised.mlstm(cell, x[:, b], *first)):
            rounding = 1e-12 * max(1, sizes[t, b])  # of a divisor that may be a difference of larger numbers
            largest = float(np.abs(step["h"]).max())
            np.testing.assert_allclose(trace.h[t, b], step["h"], rtol=0, atol=rounding * largest)
            for name in "Cn":
                found = trace.quantities[name][t, b] * np.exp(trace.m[t, b, 0])
                largest = float(np.abs(step[name]).max())
                np.testing.assert_allclose(found, step[name], rtol=1e-11, atol=1e-12 * largest)


@given(seeds, st.integers(1, 6), st.booleans(), st.sampled_from([np.float32, np.float64]))
@settings(max_examples=80)
def test_equals_attention_however_far_out_and_so_do_its_gradients(
    seed: int, steps: int, exponential: bool, dtype: type
) -> None:
    rng = np.random.default_rng(seed)
    x: Array = far_out(rng, steps, 1, 10).astype(dtype)
    d = drawn(rng, dtype, steps, 1, 2)
    cell = Mlstm(np.eye(10, dtype=dtype), np.zeros(10, dtype), exponential)
    trace = cell.forward(x)
    gradients = cell.backward(trace, d)
    for array in (*trace.quantities.values(), gradients.vector, gradients.x, *gradients.state):
        assert np.isfinite(array).all()

    z: Array = x[:, 0].astype(np.longdouble)
    q, k, v = z[:, :2], z[:, 2:4] / np.sqrt(np.longdouble(2)), z[:, 4:6]
    o = np.exp(log_sigmoid(z[:, 8:]))
    read = Attention(z[:, 6], z[:, 7], v, q @ k.T, exponential, floor=True)
    magnified = float(max(1, read.condition(np.abs(q) @ np.abs(k).T).max()))
    assume(magnified < 1e3)  # else the divisor is what rounding leaves of larger numbers
    d_z_o = d[:, 0] * read.h_tilde * o * (1 - o)
    d_z = by_columns(read.backward(d[:, 0] * o), q, k, d_z_o)
    sizes = by_columns(read.backward(d[:, 0] * o, sizes=True), np.abs(q), np.abs(k), np.abs(d_z_o))
    tolerance = resolution(trace) * magnified
    assert (np.abs(trace.h[:, 0] - o * read.h_tilde) <= tolerance * (np.abs(v).max() + 1)).all()
    assert (np.abs(gradients.x[:, 0] - d_z) <= steps * tolerance * (magnified * sizes.max() + 1)).all()


def by_columns(back: dict[str, Array], q: Array, k: Array, d_z_o: Array) -> Array:
    """∂L/∂z (T, 10) from what comes back from attention; of k's rows, the √2 with which k is divided."""
    gates = np.stack([back["z_i"], back["z_f"]], axis=1)
    d_q, d_k = back["scores"] @ k, back["scores"].T @ q
    return np.concatenate([d_q, d_k / np.sqrt(2), back["values"], gates, d_z_o], axis=1)


@pytest.mark.parametrize("exponential", [False, True])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("far", [-1e4, -80, 80, 1e4])
def test_all_rows_far_out_are_finite_from_any_start(far: float, dtype: type, exponential: bool) -> None:
    rng = np.random.default_rng(1)
    cell = drawn_mlstm(exponential, rng, 2, 3, dtype)
    cell = cell.with_arrays({"W": cell.W * dtype(far)})
    x = drawn(rng, dtype, 6, 2, 2)
    for state in (None, stored_state(rng, cell, 2)):
        trace = cell.forward(x, state, [6, 2])
        gradients = cell.backward(trace, np.ones_like(trace.h))
        for array in (*trace.quantities.values(), gradients.vector, gradients.x, *gradients.state):
            assert np.isfinite(array).all()


def test_a_query_of_zero_reads_zero_however_much_is_stored() -> None:
    cell = Mlstm(np.eye(6, dtype=np.float32), np.zeros(6, np.float32))
    trace = cell.forward(np.array([[[0, 1, 1, 1e4, 1, 1]]], np.float32))
    np.testing.assert_array_equal(trace.h, 0)
    assert np.isfinite(cell.backward(trace, np.ones_like(trace.h)).x).all()


def test_a_value_stored_under_a_key_is_read_by_it() -> None:
    """Keys that do not overlap, nothing forgotten, every input and output gate open."""
    keys, values = np.eye(3), np.array([[1.0, 2, 3], [-4, 5, 6], [7, -8, 9]])
    nothing, open_gates = np.zeros((3, 3)), np.broadcast_to([0, 50, 50, 50, 50.0], (3, 5))
    store = np.concatenate([nothing, np.sqrt(3) * keys, values, open_gates], axis=1)
    ask = np.concatenate([keys, nothing, nothing, open_gates], axis=1)
    trace = Mlstm(np.eye(14), np.zeros(14)).forward(np.concatenate([store, ask])[:, np.newaxis])
    np.testing.assert_allclose(trace.h[3:, 0], values, rtol=1e-12)


def test_a_memory_without_a_normaliser_is_stored_all_the_same() -> None:
    rng = np.random.default_rng(0)
    cell = drawn_mlstm(True, rng, 2, 3)
    b = cell.b.copy()
    b[cell.rows("f")] = 300
    cell = cell.with_arrays({"b": b})
    x, C, none = rng.normal(size=(1, 1, 2)), rng.normal(size=(1, 3, 3)), np.zeros((1, 3))
    trace = cell.forward(x, (none, C, none, none[:, :1]))
    (step,) = unstabilised.mlstm(cell, x[:, 0], C[0].tolist(), none[0].tolist())
    np.testing.assert_allclose(trace.h[0, 0], step["h"], rtol=1e-10)


def test_no_step_reads_the_hidden_state_before_it() -> None:
    rng = np.random.default_rng(0)
    cell = drawn_mlstm(False, rng, 2, 3)
    x, (h, C, n, m) = rng.normal(size=(4, 2, 2)), stored_state(rng, cell, 2)
    one, other = cell.forward(x, (h, C, n, m)), cell.forward(x, (h + 1, C, n, m))
    np.testing.assert_array_equal(one.h, other.h)
    assert not cell.backward(one, np.ones_like(one.h)).state[0].any()


def test_its_rows_are_of_two_sizes() -> None:
    cell = drawn_mlstm(False, np.random.default_rng(0), 2, 3)
    assert (cell.inputs, cell.units, cell.outputs) == (2, 3, 3)
    assert [cell.rows(block).start for block in cell.blocks] == [0, 3, 6, 9, 10, 11]
    assert [cell.rows(block).stop for block in cell.blocks] == [3, 6, 9, 10, 11, 14]
    trace = cell.forward(np.zeros((4, 1, 2)))
    names = "q k v z_i z_f z_o log_f m i_prime f_prime o C n n_q divisor h_tilde h"
    assert list(trace.quantities) == names.split()


@pytest.mark.parametrize(
    ("W", "b", "sentence"),
    [
        ((6,), (6,), r"W has shape \(6,\); wanted \(4·units \+ 2, inputs\)"),
        ((2, 1), (2,), r"W has shape \(2, 1\); wanted \(6, inputs\)"),
        ((9, 1), (9,), r"W has shape \(9, 1\); wanted \(6, inputs\)"),
        ((10, 1), (6,), r"b has shape \(6,\); wanted \(10,\)"),
    ],
)
def test_arrays_that_do_not_fit_are_refused_in_one_sentence(
    W: tuple[int, ...], b: tuple[int, ...], sentence: str
) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        Mlstm(np.zeros(W), np.zeros(b))


def test_arrays_of_two_precisions_are_refused() -> None:
    with pytest.raises(ValueError, match="b is float32; wanted float32 or float64, the same for W, b"):
        Mlstm(np.zeros((6, 1)), np.zeros(6, np.float32))
