"""The value of the key that is asked for, of a list in which no key stands twice."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.training.tasks.struggle.associative_recall import KEYS, VALUES, AssociativeRecall


@given(st.integers(0, 2**32), st.integers(2, 12))
@settings(max_examples=30)
def test_the_answer_is_what_stands_beside_the_key(seed: int, facts: int) -> None:
    batch = AssociativeRecall(facts).draw(np.random.default_rng(seed), 5, 0)
    keys = batch.x[..., : len(KEYS)].argmax(axis=-1)
    values = batch.x[..., len(KEYS) :].argmax(axis=-1)
    for place in range(5):
        known = dict(zip(keys[:-1, place], values[:-1, place], strict=True))
        assert len(known) == facts
        assert batch.target[-1, place] == known[keys[-1, place]]
    assert not batch.x[-1, :, len(KEYS) :].any()


def test_knowing_the_list_is_better_than_knowing_nothing() -> None:
    nothing, listed = AssociativeRecall(4).baselines
    assert listed.loss < nothing.loss
    assert listed.test < nothing.test


def test_steps_are_called_by_their_facts() -> None:
    *facts, asked = AssociativeRecall(3).step_names
    assert asked[1] == "?"
    assert asked[0] in {fact[0] for fact in facts}
    assert all(fact[1] in VALUES for fact in facts)
