"""Three numbers of the class, then noise of the size that the paper has."""

import numpy as np

from lstm_gui.training.tasks.diagnostic.latch import SAID, Latch
from lstm_gui.training.tasks.held_out import LEARN


def test_the_first_numbers_say_the_class_and_the_rest_is_noise() -> None:
    batch = Latch(50).of(np.random.default_rng(0), 1000, LEARN)
    assert np.array_equal(batch.x[:SAID, :, 0], np.broadcast_to(2 * batch.target[-1] - 1, (SAID, 1000)))
    assert abs(batch.x[SAID:].var() - 0.2) < 0.01
    assert abs(batch.x[SAID:].mean()) < 0.01
    assert batch.weights is not None
    assert batch.weights.sum() == batch.weights[-1].sum() == 1000
    assert abs(batch.target[-1].mean() - 0.5) < 0.1
