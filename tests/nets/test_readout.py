"""The read-out equals a loop over single numbers, and its gradients equal central differences."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.readout import Readout
from tests.nets.gradient_check import Array, numeric

leading = st.lists(st.integers(0, 3), max_size=3).map(tuple)
sizes = st.integers(1, 4)
seeds = st.integers(0, 2**32 - 1)


def drawn(rng: np.random.Generator, inputs: int, outputs: int, dtype: type = np.float64) -> Readout:
    V, c = rng.normal(size=(outputs, inputs)), rng.normal(size=outputs)
    return Readout(V=V.astype(dtype), c=c.astype(dtype))


@given(seeds, leading, sizes, sizes)
@settings(max_examples=40)
def test_equals_the_loop_over_single_numbers(
    seed: int, before: tuple[int, ...], inputs: int, outputs: int
) -> None:
    rng = np.random.default_rng(seed)
    readout, h = drawn(rng, inputs, outputs), rng.normal(size=(*before, inputs))
    y = readout.forward(h)
    assert y.shape == (*before, outputs)
    for place in np.ndindex(*y.shape):
        *step, k = place
        expected = readout.c[k] + sum(readout.V[k, j] * h[(*step, j)] for j in range(inputs))
        assert y[place] == pytest.approx(expected, rel=1e-12, abs=1e-14)


@given(seeds, leading, sizes, sizes)
@settings(max_examples=25)
def test_gradients_equal_central_differences(
    seed: int, before: tuple[int, ...], inputs: int, outputs: int
) -> None:
    rng = np.random.default_rng(seed)
    readout, h = drawn(rng, inputs, outputs), rng.normal(size=(*before, inputs))
    d_y = rng.normal(size=(*before, outputs))

    def loss() -> float:
        return float((d_y * readout.forward(h)).sum())

    gradients = readout.backward(h, d_y)
    assert list(gradients.arrays) == list(readout.arrays)
    assert gradients.state == ()
    for found, array in ((gradients.x, h), (gradients["V"], readout.V), (gradients["c"], readout.c)):
        np.testing.assert_allclose(found, numeric(loss, array), rtol=1e-6, atol=1e-8)
    assert gradients.vector.tolist() == [*gradients["V"].ravel().tolist(), *gradients["c"].tolist()]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_keeps_its_precision_and_reads_arrays_that_are_not_contiguous(dtype: type) -> None:
    rng = np.random.default_rng(1)
    readout = drawn(rng, 3, 2, dtype)
    h: Array = rng.normal(size=(3, 5, 4)).astype(dtype).T  # (4, 5, 3)
    d_y: Array = rng.normal(size=(2, 5, 4)).astype(dtype).T
    y, gradients = readout.forward(h), readout.backward(h, d_y)
    assert {y.dtype, gradients.x.dtype, gradients["V"].dtype, gradients["c"].dtype} == {np.dtype(dtype)}
    np.testing.assert_array_equal(y, readout.forward(h.copy(order="C")))
    np.testing.assert_array_equal(gradients["V"], readout.backward(h.copy(order="C"), d_y)["V"])


def test_says_its_sizes() -> None:
    readout = drawn(np.random.default_rng(0), 3, 2, np.float32)
    assert (readout.inputs, readout.outputs, readout.dtype) == (3, 2, np.dtype(np.float32))


@pytest.mark.parametrize(
    ("V", "c", "sentence"),
    [
        (np.zeros(3), np.zeros(2), r"V has shape \(3,\); wanted \(outputs, inputs\)"),
        (np.zeros((2, 0)), np.zeros(2), r"V has shape \(2, 0\); wanted \(outputs, inputs\)"),
        (np.zeros((2, 3)), np.zeros(3), r"c has shape \(3,\); wanted \(2,\)"),
        (np.zeros((2, 3)), np.zeros(2, "f"), "c is float32; wanted float32 or float64, the same for V, c"),
    ],
)
def test_arrays_that_do_not_fit_are_named(V: Array, c: Array, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        Readout(V=V, c=c)


def test_what_it_cannot_read_is_named() -> None:
    readout = drawn(np.random.default_rng(0), 3, 2)
    for h, sentence in (
        (np.zeros((5, 4)), r"h has shape \(5, 4\); wanted \(5, 3\)"),
        (np.array(0.0), r"h has shape \(\); wanted \(3,\)"),
        ([0.0, 0.0, 0.0], r"h is a list; wanted an array of shape \(3,\)"),
        (np.zeros((5, 3), "f"), "h is float32; wanted float64, as the weights are"),
    ):
        with pytest.raises(ValueError, match=f"^{sentence}$"):
            readout.forward(h)  # type: ignore[arg-type]
    for d_y, sentence in (
        (np.zeros((5, 3)), r"d_y has shape \(5, 3\); wanted \(5, 2\)"),
        (np.zeros((5, 2), "f"), "d_y is float32; wanted float64, as the weights are"),
    ):
        with pytest.raises(ValueError, match=f"^{sentence}$"):
            readout.backward(np.zeros((5, 3)), d_y)
