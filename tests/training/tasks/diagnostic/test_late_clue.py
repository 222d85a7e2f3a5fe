"""The clue at the end decides all, and nothing before it says anything of it."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.training.tasks.diagnostic.late_clue import SYMBOLS, LateClue


@given(st.integers(0, 2**32), st.integers(8, 40))
@settings(max_examples=30)
def test_each_bit_is_kept_or_swapped(seed: int, length: int) -> None:
    batch = LateClue(length).draw(np.random.default_rng(seed), 6, 0)
    said = batch.x.argmax(axis=-1)
    for place in range(6):
        swap = SYMBOLS[said[-1, place]] == "swap"
        for step in range(length - 1):
            assert batch.target[step, place] == (said[step, place] != 0) ^ swap
    assert batch.weights is not None
    assert (batch.weights[-1] == 0).all()
    assert (batch.weights[:-1] == 1).all()


def test_without_the_future_there_is_only_chance() -> None:
    (baseline,) = LateClue(20).baselines
    assert abs(baseline.loss - np.log(2)) < 0.001
    assert abs(baseline.test - np.log(2)) < 0.001
