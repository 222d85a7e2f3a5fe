"""Blocks squashed together equal each squashed alone, wherever they stand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.activation import IDENTITY, RELU, SIGMOID, TANH, Activation
from lstm_gui.nets.squash import Block, Squash
from tests.nets.cells import Array, both_precisions

ACTIVATIONS = (SIGMOID, TANH, RELU, IDENTITY)
layouts = st.lists(
    st.tuples(st.sampled_from(ACTIVATIONS), st.integers(1, 3), st.integers(0, 2)), min_size=1, max_size=6
)


def blocks_of(layout: list[tuple[Activation, int, int]]) -> list[Block]:
    """Blocks of so many columns, of which each one's activations stand so far after those before."""
    blocks, z, a = [], 0, 0
    for activation, size, gap in layout:
        a += gap
        blocks.append(Block(slice(z, z + size), slice(a, a + size), activation))
        z, a = z + size, a + size
    return blocks


@given(layouts, st.integers(0, 4), st.integers(0, 2**32 - 1), st.booleans())
@settings(max_examples=60)
def test_blocks_together_equal_each_alone(
    layout: list[tuple[Activation, int, int]], batch: int, seed: int, single: bool
) -> None:
    blocks, dtype = blocks_of(layout), np.float32 if single else np.float64
    z: Array = np.random.default_rng(seed).normal(scale=5, size=(batch, blocks[-1].z.stop)).astype(dtype)
    a: Array = np.full((batch, blocks[-1].a.stop), 99, dtype)
    kept, untouched = z.copy(), np.ones(a.shape[1], bool)
    Squash(blocks, np.dtype(dtype))(z, a)
    for block in blocks:
        np.testing.assert_array_equal(a[:, block.a], block.activation.value(z[:, block.z]))
        untouched[block.a] = False
    np.testing.assert_array_equal(a[:, untouched], 99)
    np.testing.assert_array_equal(z, kept)


def test_neighbours_that_are_tanh_in_disguise_take_one_call() -> None:
    layout = [(SIGMOID, 2, 0), (SIGMOID, 2, 0), (TANH, 2, 0), (SIGMOID, 2, 0)]
    assert len(Squash(blocks_of(layout), np.dtype("f8"))._tanh) == 1


@given(layouts, st.floats(0.1, 3), st.integers(0, 2**32 - 1))
@settings(max_examples=30)
def test_a_clip_bounds_its_own_blocks_alone(
    layout: list[tuple[Activation, int, int]], clip: float, seed: int
) -> None:
    blocks = blocks_of(layout)
    z = np.random.default_rng(seed).normal(scale=3, size=(3, blocks[-1].z.stop))
    raw, a = z.copy(), np.zeros((3, blocks[-1].a.stop))
    last = blocks[-1]
    Squash([last], np.dtype("f8"), clip)(z, a)
    np.testing.assert_array_equal(z[:, : last.z.start], raw[:, : last.z.start])
    np.testing.assert_array_equal(z[:, last.z], np.clip(raw[:, last.z], -clip, clip))
    np.testing.assert_array_equal(a[:, last.a], last.activation.value(z[:, last.z]))


@both_precisions
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_slope_is_the_activation_s_own_and_nothing_where_z_is_clipped(
    activation: Activation, dtype: type
) -> None:
    block = Block(slice(2, 4), slice(0, 2), activation)
    z: Array = np.array([[[9, 9, 0.3, -5], [9, 9, 7, -0.7]]], dtype)  # (1, 2, 4)
    a: Array = np.zeros((1, 2, 2), dtype)
    squash = Squash([block], np.dtype(dtype), 1.5)
    squash(z[0], a[0])
    slope = squash.slope(block, z, a)
    assert slope.dtype == dtype
    wanted = activation.slope(z[..., 2:], a)
    np.testing.assert_array_equal(slope, np.where([[[True, False], [False, True]]], wanted, 0))
    np.testing.assert_array_equal(Squash([block], np.dtype(dtype)).slope(block, z, a), wanted)
