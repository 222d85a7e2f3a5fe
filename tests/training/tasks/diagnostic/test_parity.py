"""What is asked is what `sequences.bits` asks."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.sequences.bits import parity
from lstm_gui.training.tasks.diagnostic.parity import ASKED, Parity


@given(st.integers(0, 2**32), st.integers(8, 60))
@settings(max_examples=30)
def test_a_string_is_read_and_asked_as_in_the_sequences(seed: int, length: int) -> None:
    wanted = parity(length, seed)
    codes = np.array([[int(label)] for label in wanted.labels], np.int8)
    batch = Parity(length).batch(codes)
    assert np.array_equal(batch.x[:, 0], np.array(wanted.inputs))
    assert [(float(odd),) for odd in batch.target[:, 0]] == list(wanted.targets)
    assert batch.weights is None


def test_it_can_be_asked_at_the_end_alone() -> None:
    batch = Parity(9, ASKED[1]).draw(np.random.default_rng(0), 3, 0)
    assert batch.weights is not None
    assert batch.weights.tolist() == [[0.0] * 3] * 8 + [[1.0] * 3]
