"""Memory of large arrays: used again when nobody holds it, and never before."""

import gc
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.room import KEPT, LARGE, LINE, Kept, new_block, room_for, room_like
from tests.nets.cells import one_of_each, problem

Array = NDArray[Any]

FLOAT = np.dtype(np.float64)


def address(array: Array) -> int:
    """Where an array's memory begins."""
    return int(array.__array_interface__["data"][0])


def test_what_nobody_holds_is_used_again() -> None:
    kept = Kept()
    first = address(kept.empty((7, 3), FLOAT))
    assert address(kept.empty((3, 7), FLOAT)) == first
    assert address(kept.empty((42,), np.dtype(np.float32))) == first


@pytest.mark.parametrize(
    "hold", [np.asarray, lambda a: a[1:, ::2], lambda a: a[2:].T[0], memoryview, np.ravel]
)
def test_what_somebody_holds_is_not(hold: Any) -> None:
    kept = Kept()
    array = kept.empty((7, 3), FLOAT)
    first = address(array)
    held = hold(array)
    del array
    other = kept.empty((7, 3), FLOAT)
    assert address(other) != first
    del held
    assert address(kept.empty((7, 3), FLOAT)) == first


def test_another_size_is_another_block() -> None:
    kept = Kept()
    first = address(kept.empty((7, 3), FLOAT))
    assert address(kept.empty((7, 4), FLOAT)) != first
    assert address(kept.empty((7, 3), FLOAT)) == first


def test_no_more_is_kept_than_may_be() -> None:
    kept = Kept(most=1000)
    held = [kept.empty((50,), FLOAT) for _ in range(8)]
    assert kept.spare == 0
    del held
    gc.collect()
    assert kept.spare == 8 * 400
    kept.empty((51,), FLOAT)
    assert kept.spare == 2 * 400 + 408  # what was there before it is at most 1000 bytes
    kept.empty((50,), FLOAT)
    assert kept.spare == 2 * 400 + 408


@settings(max_examples=30, derandomize=True)
@given(st.lists(st.integers(0, 100), max_size=3).map(tuple), st.sampled_from([np.float32, np.float64]))
def test_arrays_begin_where_a_line_does_and_are_as_asked_for(shape: tuple[int, ...], dtype: type) -> None:
    array = Kept().empty(shape, np.dtype(dtype))
    assert array.shape == shape
    assert array.dtype == dtype
    assert array.flags.carray
    assert address(array) % LINE == 0 or array.size == 0


def test_a_block_has_no_more_than_asked_for() -> None:
    block = new_block(1000)
    assert block.nbytes == 1000
    assert address(block) % LINE == 0


def test_threads_are_never_given_the_same_memory() -> None:
    kept = Kept()

    def keep_writing(number: int) -> bool:
        for _ in range(300):
            array = kept.empty((100,), FLOAT)
            array.fill(number)
            if not (array == number).all():
                return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(keep_writing, range(8)))


def test_readable_steps_start_from_zeros() -> None:
    assert not room_for(None, 10)((3, 4), FLOAT).any()


@one_of_each
def test_a_kernels_traces_and_gradients_use_memory_again(kind: str) -> None:
    cell, x, state = problem(kind, 0, 3, 64, 40, 16)
    assert LARGE <= 40 * 16 * 64 * 8
    d_output = np.ones((40, 16, 64))
    wanted = cell.backward(cell.forward(x, state), d_output).vector
    asked_for = len(KEPT._blocks)
    for _ in range(3):
        np.testing.assert_array_equal(cell.backward(cell.forward(x, state), d_output).vector, wanted)
    assert len(KEPT._blocks) <= asked_for


def test_room_like_an_array() -> None:
    for count in (10, LARGE):
        like = room_like(np.zeros((2, count)))
        assert like.shape == (2, count)
        assert like.dtype == FLOAT
