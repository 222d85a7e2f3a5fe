"""Each spike but the first is asked about, and the answer is the pause before it."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.training.tasks.diagnostic.spikes import SPIKES, USUAL, Spikes


@given(st.integers(0, 2**32), st.integers(1, 10))
@settings(max_examples=30)
def test_the_answer_is_how_much_later_a_spike_comes(seed: int, delay: int) -> None:
    batch = Spikes(delay).draw(np.random.default_rng(seed), 4, 0)
    assert batch.weights is not None
    assert batch.lengths is not None
    for place in range(4):
        at = np.flatnonzero(batch.x[:, place, 0])
        assert len(at) == SPIKES + 1
        assert batch.lengths[place] == at[-1] + 1
        assert np.array_equal(batch.target[at[1:], place, 0], np.diff(at) - USUAL)
        assert np.array_equal(np.flatnonzero(batch.weights[:, place]), at[1:])
        assert 0 <= batch.target[:, place].min() <= batch.target[:, place].max() <= delay


def test_half_a_step_off_is_wrong() -> None:
    task = Spikes(2)
    batch = task.validation
    assert task.score(batch.target + np.float32(0.48), batch).solved
    assert task.score(batch.target + np.float32(0.5), batch).value == 0.0
