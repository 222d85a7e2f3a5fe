"""Strings drawn a batch at a time follow the rule of `sequences.recall`."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.sequences.recall import ORDER_SYMBOLS, temporal_order
from lstm_gui.training.tasks.diagnostic.temporal_order import PLACES, TemporalOrder
from lstm_gui.training.tasks.held_out import LEARN

SEEDS, LENGTHS = st.integers(0, 2**32), st.integers(10, 60)


@given(SEEDS, LENGTHS)
@settings(max_examples=30)
def test_what_is_read_and_asked_of_a_string_is_the_same_in_both(seed: int, length: int) -> None:
    wanted = temporal_order(length, seed)
    codes = np.array([[ORDER_SYMBOLS.index(symbol)] for symbol in wanted.labels], np.int8)
    batch = TemporalOrder(length).batch(codes)
    assert np.array_equal(batch.x[:, 0], np.array(wanted.inputs))
    assert wanted.targets[-1] is not None
    assert batch.target[-1, 0] == np.argmax(wanted.targets[-1])
    assert batch.weights is not None
    assert [bool(weight) for weight in batch.weights[:, 0]] == [asked is not None for asked in wanted.targets]


@given(SEEDS, LENGTHS)
@settings(max_examples=30)
def test_each_half_has_one_x_or_y(seed: int, length: int) -> None:
    codes = TemporalOrder(length).codes(np.random.default_rng(seed), 20)
    met = np.isin(codes, [ORDER_SYMBOLS.index(symbol) for symbol in "XY"])
    assert (met[1 : length // 2].sum(axis=0) == 1).all()
    assert (met[length // 2 : -1].sum(axis=0) == 1).all()
    assert (codes[0] == ORDER_SYMBOLS.index("B")).all()
    assert (codes[-1] == ORDER_SYMBOLS.index("E")).all()


@given(SEEDS, LENGTHS)
@settings(max_examples=30)
def test_far_apart_they_stand_in_the_second_tenth_and_the_sixth(seed: int, length: int) -> None:
    codes = TemporalOrder(length, PLACES[1]).codes(np.random.default_rng(seed), 20)
    for string in codes.T:
        first, second = np.flatnonzero(np.isin(string, [ORDER_SYMBOLS.index(symbol) for symbol in "XY"]))
        assert length // 10 <= first <= length // 5
        assert length // 2 <= second <= 3 * length // 5


def test_the_four_answers_are_about_as_likely() -> None:
    batch = TemporalOrder(20).of(np.random.default_rng(0), 2000, LEARN)
    assert np.bincount(batch.target[-1], minlength=4).min() > 400
