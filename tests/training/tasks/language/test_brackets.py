"""Brackets are read with a stack, one string at a time, and the answers are the same."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.training.tasks.language.brackets import CLOSING, NONE, OPENING, Brackets


@given(st.integers(0, 2**32), st.integers(10, 60), st.integers(2, 10))
@settings(max_examples=40)
def test_what_is_to_be_closed_is_on_top_of_a_stack(seed: int, length: int, depth: int) -> None:
    task = Brackets(length, depth)
    batch = task.draw(np.random.default_rng(seed), 4, 0)
    said = batch.x.argmax(axis=-1)
    for place in range(4):
        stack: list[str] = []
        for step in range(length):
            bracket = task.input_names[said[step, place]]
            if bracket in OPENING:
                stack.append(CLOSING[OPENING.index(bracket)])
            else:
                assert bracket == stack.pop()
            assert len(stack) <= depth
            assert task.output_names[batch.target[step, place]] == (stack[-1] if stack else NONE)


def test_each_kind_comes_and_the_greatest_depth_is_reached() -> None:
    codes = Brackets(30, 4).codes(np.random.default_rng(0), 200)
    assert np.bincount(codes.ravel(), minlength=6).min() > 500
    depth = np.cumsum(np.where(codes < 3, 1, -1), axis=0)
    assert depth.max() == 4
    assert depth.min() == 0
