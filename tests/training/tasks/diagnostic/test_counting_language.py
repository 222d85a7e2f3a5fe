"""aⁿbⁿ as `sequences.languages` has it, aⁿbⁿcⁿ by counting, and longer strings than are learnt from."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.sequences.languages import a_n_b_n
from lstm_gui.training.tasks.diagnostic.counting_language import CountingLanguage


@given(st.lists(st.integers(1, 30), min_size=1, max_size=5))
@settings(max_examples=30)
def test_two_letters_are_those_of_the_sequences(numbers: list[int]) -> None:
    batch = CountingLanguage("ab", 10).strings(np.array(numbers))
    for place, n in enumerate(numbers):
        wanted = a_n_b_n(n)
        assert np.array_equal(batch.x[: 2 * n, place], np.array(wanted.inputs))
        assert np.array_equal(batch.target[: 2 * n, place], np.array(wanted.targets))


@given(st.integers(1, 30))
@settings(max_examples=30)
def test_of_three_letters_each_comes_as_often_and_says_what_follows(n: int) -> None:
    task = CountingLanguage("abc", 10)
    batch = task.strings(np.array([n]))
    text = "".join("abc"[place] for place in batch.x[:, 0].argmax(axis=-1))
    assert text == "a" * n + "b" * n + "c" * n
    for step, following in enumerate([*text[1:], "end"]):
        may = {name for name, bit in zip(task.output_names, batch.target[step, 0], strict=True) if bit}
        assert may == ({"a", "b"} if text[step] == "a" else {following})


def test_what_is_judged_is_longer_than_what_is_learnt_from() -> None:
    task = CountingLanguage("abc", 5)
    learnt = task.draw(np.random.default_rng(0), 200, 0)
    n = [np.unique(np.asarray(batch.lengths) // 3).tolist() for batch in (learnt, task.validation, task.test)]
    assert n == [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], list(range(11, 21))]


def test_it_is_scored_by_the_longest_n_up_to_which_all_is_right() -> None:
    task = CountingLanguage("ab", 5)
    batch = task.validation
    y = (20 * batch.target - 10).astype(np.float32)
    assert task.score(y, batch) == type(task.score(y, batch))(10.0, True)
    y[3, 2] *= -1  # n = 8
    assert task.score(y, batch).value == 7
    y[3, 0] *= -1  # n = 6
    assert task.score(y, batch).value == 5
    assert not task.score(y, batch).solved
