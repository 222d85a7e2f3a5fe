"""Products of matrices in compiled code, against numpy's."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.kernels.compiling import compiled
from lstm_gui.nets.kernels.memory import beyond, keep, numbers_of
from lstm_gui.nets.kernels.panels import cut
from lstm_gui.nets.kernels.product import add_product
from lstm_gui.nets.kernels.shared import ONE

Array = NDArray[Any]
sizes = st.integers(0, 9) | st.integers(10, 150)
precisions = st.sampled_from([np.float32, np.float64])


@compiled
def add(out: Any, left: Any, right: Any, turned_left: bool, turned_right: bool) -> None:
    """out += left · right, either of which may lie in memory column by column."""
    rows, inner = (left.shape[1], left.shape[0]) if turned_left else left.shape
    columns = out.shape[1]
    panels = np.empty(right.size, right.dtype)
    if turned_right:
        cut(numbers_of(panels), numbers_of(right), ONE, inner, inner, columns)
    else:
        cut(numbers_of(panels), numbers_of(right), columns, ONE, inner, columns)
    row, column = (ONE, rows) if turned_left else (inner, ONE)
    add_product(
        numbers_of(out), columns, numbers_of(left), row, column, numbers_of(panels), rows, inner, columns
    )
    keep(panels)


def drawn(seed: int, dtype: type, rows: int, inner: int, columns: int) -> tuple[Array, Array, Array]:
    """What is added to, and two factors."""
    rng = np.random.default_rng(seed)

    def matrix(*shape: int) -> Array:
        return rng.normal(size=shape).astype(dtype)

    return matrix(rows, columns), matrix(rows, inner), matrix(inner, columns)


@settings(max_examples=150, derandomize=True)
@given(st.integers(0, 2**32 - 1), precisions, sizes, sizes, sizes, st.booleans(), st.booleans())
def test_a_product_of_any_size_is_numpys(
    seed: int, dtype: type, rows: int, inner: int, columns: int, turned_left: bool, turned_right: bool
) -> None:
    out, left, right = drawn(seed, dtype, rows, inner, columns)
    expected: Array = out + left.astype(np.float64) @ right
    if turned_left:
        left = np.ascontiguousarray(left.T)
    if turned_right:
        right = np.ascontiguousarray(right.T)
    add(out, left, right, turned_left, turned_right)
    precision = 4 * (inner + 1) * float(np.finfo(dtype).eps)
    np.testing.assert_allclose(out, expected, rtol=1e-5, atol=precision)


@settings(max_examples=50, derandomize=True)
@given(st.integers(0, 2**32 - 1), precisions, sizes, sizes, sizes)
def test_each_row_is_what_it_is_alone_to_the_bit(
    seed: int, dtype: type, rows: int, inner: int, columns: int
) -> None:
    out, left, right = drawn(seed, dtype, rows, inner, columns)
    alone = out.copy()
    add(out, left, right, False, False)
    for k in range(rows):
        add(alone[k : k + 1], left[k : k + 1], right, False, False)
    np.testing.assert_array_equal(out, alone)


@compiled
def cut_whole(panels: Any, right: Any) -> None:
    """All panels of a matrix, after one number that is not theirs."""
    rows, columns = right.shape
    cut(beyond(numbers_of(panels), ONE), numbers_of(right), columns, ONE, rows, columns)


def test_panels_stand_one_after_another_the_widest_first() -> None:
    right = np.arange(2 * 9, dtype=np.float64).reshape(2, 9)
    panels = np.zeros(19)
    cut_whole(panels, right)
    whole = np.concatenate([right[:, :8].ravel(), right[:, 8]])
    np.testing.assert_array_equal(panels[1:], whole)
