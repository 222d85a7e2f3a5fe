"""What compiled code knows of vectors and memory, function by function, compiled anew each time."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from lstm_gui.nets.kernels.compiling import inlined, spliced
from lstm_gui.nets.kernels.functions import relu, sigmoid, sum_of, tanh, where_positive
from lstm_gui.nets.kernels.memory import (
    beyond,
    filled,
    keep,
    lanes,
    load,
    numbers_of,
    put,
    store,
    take,
    will_read,
    will_write,
)
from lstm_gui.nets.kernels.vector import WIDE

Array = NDArray[Any]

both_precisions = pytest.mark.parametrize("dtype", [np.float32, np.float64])


@inlined
def arithmetic(out: Any, x: Any) -> None:
    """Every operator, between vectors and on both sides of a number."""
    a, b = load(numbers_of(x), 0, "quarter"), load(numbers_of(x), lanes(numbers_of(x), "quarter"), "quarter")
    store(numbers_of(out), 0, (a + b) * a - b / 2.0 + (1 - a) * 3 / b)


@both_precisions
def test_vectors_are_added_and_multiplied_number_by_number(dtype: type) -> None:
    count = 16 // np.dtype(dtype).itemsize
    x: Array = np.arange(1, 2 * count + 1).astype(dtype)
    out: Array = np.zeros(count, dtype)
    arithmetic(out, x)
    a, b = x[:count], x[count:]
    np.testing.assert_allclose(out, (a + b) * a - b / 2 + (1 - a) * 3 / b, rtol=1e-6)


@inlined
def widths(out: Any, x: Any) -> None:
    """How many numbers each width holds."""
    numbers = numbers_of(x)
    out[0], out[1] = lanes(numbers, "wide"), lanes(numbers, "half")
    out[2], out[3], out[4] = lanes(numbers, "vector"), lanes(numbers, "quarter"), lanes(numbers, "one")


@both_precisions
def test_a_width_holds_as_many_numbers_as_fit_and_one_at_least(dtype: type) -> None:
    out: Array = np.zeros(5, np.int64)
    widths(out, np.zeros(1, dtype))
    size = np.dtype(dtype).itemsize
    assert out.tolist() == [WIDE // size, WIDE // 2 // size, 64 // size, 16 // size, 1]


def test_a_width_is_known_when_compiling() -> None:
    @inlined
    def unknown(x: Any, width: str) -> None:
        load(numbers_of(x), 0, width)

    with pytest.raises(Exception, match="the width of a vector is known when it is compiled"):
        unknown(np.zeros(64), "wide")


@inlined
def moves(out: Any, x: Any) -> None:
    """Numbers one by one, from within an array, and a scratch array that has to stay alive."""
    scratch = np.empty(3, x.dtype)
    numbers, target = beyond(numbers_of(x), 1), numbers_of(scratch)
    will_read(numbers, -1000)
    will_write(target, 1000)
    for k in range(3):
        put(target, k, take(numbers, k))
    out[:] = scratch
    store(numbers_of(out), 0, filled(target, 7, "one"))
    keep(scratch)


@both_precisions
def test_numbers_are_read_and_written_where_they_stand(dtype: type) -> None:
    x: Array = np.arange(5).astype(dtype)
    out: Array = np.zeros(3, dtype)
    moves(out, x)
    assert out.tolist() == [7, 2, 3]


@inlined
def functions(out: Any, x: Any) -> None:
    """Each function of a vector, at every number of x."""
    source, target = numbers_of(x), numbers_of(out)
    for k in range(x.size):
        v = load(source, k, "one")
        store(target, k, tanh(v))
        store(target, x.size + k, sigmoid(v))
        store(target, 2 * x.size + k, relu(v))
        store(target, 3 * x.size + k, where_positive(v, v + 1.0))


@both_precisions
def test_functions_of_vectors(dtype: type) -> None:
    x: Array = np.array([-1e4, -3, -0.5, 0, 1e-8, 0.5, 3, 1e4, np.inf, -np.inf], dtype)
    out: Array = np.zeros((4, len(x)), dtype)
    functions(out, x)
    expected = np.stack(
        [np.tanh(x), 0.5 + 0.5 * np.tanh(0.5 * x), np.maximum(x, 0), np.where(x > 0, x + 1, 0)]
    )
    np.testing.assert_allclose(out, expected, rtol=4e-7, atol=1e-7)


@both_precisions
def test_a_nan_stays_one(dtype: type) -> None:
    out: Array = np.zeros((4, 1), dtype)
    functions(out, np.array([np.nan], dtype))
    assert np.isnan(out[:3]).all()


def sums_of(width: str) -> Callable[[Any, Any], None]:
    """Writes the sum of the first vector of a width."""

    @spliced
    def summed(out: Any, x: Any) -> None:
        out[0] = sum_of(load(numbers_of(x), 0, width))

    return summed


@both_precisions
@pytest.mark.parametrize("width", ["wide", "vector", "one"])
def test_a_sum_takes_every_number_once(dtype: type, width: str) -> None:
    x: Array = np.arange(1, 65).astype(dtype)
    out: Array = np.zeros(1, dtype)
    sums_of(width)(out, x)
    count = {"wide": WIDE, "vector": 64, "one": np.dtype(dtype).itemsize}[width] // np.dtype(dtype).itemsize
    assert out[0] == count * (count + 1) / 2
