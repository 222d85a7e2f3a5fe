"""The answer follows from two of the facts, found by reading them one by one."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.training.batch import Batch
from lstm_gui.training.tasks.struggle.two_hop_recall import NUMBERS, ORDERS, TwoHopRecall


def facts(task: TwoHopRecall, batch: Batch, place: int) -> list[str]:
    """What each step says: "As", "s3", and "A"."""
    return ["".join(np.array(task.input_names)[row > 0]) for row in batch.x[:, place]]


@given(st.integers(0, 2**32), st.integers(1, 4), st.sampled_from(ORDERS))
@settings(max_examples=40)
def test_the_answer_is_two_facts_away(seed: int, pairs: int, order: str) -> None:
    task = TwoHopRecall(pairs, order)
    batch = task.draw(np.random.default_rng(seed), 4, 0)
    for place in range(4):
        *told, asked = facts(task, batch, place)
        assert len(told) == 2 * pairs
        assert order == ORDERS[1] or all(fact[0].isupper() for fact in told[:pairs])
        after = {fact[0]: fact[1] for fact in told}
        assert len(after) == 2 * pairs
        assert NUMBERS[batch.target[-1, place]] == after[after[asked]]


def test_steps_are_called_by_their_facts() -> None:
    *told, asked = TwoHopRecall(2).step_names
    assert asked[0].isupper()
    assert asked[1:] == "?"
    assert all(len(fact) == 2 for fact in told)
