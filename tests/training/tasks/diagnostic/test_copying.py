"""What is read and asked is what `sequences.recall.copy` has."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.sequences.recall import copy
from lstm_gui.training.tasks.diagnostic.copying import SYMBOLS, Copying


@given(st.integers(0, 2**32), st.integers(3, 8), st.integers(1, 20))
@settings(max_examples=30)
def test_a_string_is_read_and_asked_as_in_the_sequences(seed: int, symbols: int, delay: int) -> None:
    wanted, task = copy(symbols, delay, seed), Copying(symbols, delay)
    assert wanted.columns == task.input_names
    codes = np.array([[SYMBOLS.index(label)] for label in wanted.labels], np.int8)
    batch = task.batch(codes)
    assert np.array_equal(batch.x[:, 0], np.array(wanted.inputs))
    assert batch.weights is not None
    for target, asked, weight in zip(wanted.targets, batch.target[:, 0], batch.weights[:, 0], strict=True):
        assert (target is not None) == bool(weight)
        assert target is None or np.argmax(target) == asked


@given(st.integers(0, 2**32), st.integers(3, 8), st.integers(1, 20))
@settings(max_examples=30)
def test_a_drawn_string_is_one_of_theirs(seed: int, symbols: int, delay: int) -> None:
    codes = Copying(symbols, delay).codes(np.random.default_rng(seed), 4)
    other = copy(symbols, delay, 0).labels
    assert codes.shape == (len(other), 4)
    for place, label in enumerate(other[symbols:], start=symbols):
        assert (codes[place] == SYMBOLS.index(label)).all()
    assert codes[:symbols].max() < SYMBOLS.index("·")
