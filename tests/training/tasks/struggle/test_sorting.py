"""The answer is what `sorted` gives."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.training.tasks.struggle.sorting import LETTERS, Sorting


@given(st.integers(0, 2**32), st.integers(3, 16))
@settings(max_examples=30)
def test_the_letters_come_again_in_order(seed: int, length: int) -> None:
    batch = Sorting(length).draw(np.random.default_rng(seed), 4, 0)
    read = batch.x.argmax(axis=-1)
    assert batch.weights is not None
    assert (batch.weights[:length] == 0).all()
    assert (batch.weights[length:] == 1).all()
    for place in range(4):
        assert batch.target[length:, place].tolist() == sorted(read[:length, place].tolist())
        assert (read[length:, place] == len(LETTERS)).all()


def test_one_mistake_spoils_a_list() -> None:
    task = Sorting(4)
    batch = task.validation
    y = np.eye(len(LETTERS), dtype=np.float32)[batch.target]
    assert task.score(y, batch).solved
    y[5, 0] *= -1
    assert task.score(y, batch).value == 1 - 1 / batch.size


def test_to_say_early_ones_first_is_better_than_chance() -> None:
    anything, early_first = Sorting(4).baselines
    assert early_first.loss < anything.loss
