"""Copy, adding and temporal order: what is asked is what was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.sequences.recall import BLANK, CUE, ORDER_CLASSES, ORDER_SYMBOLS, adding, copy, temporal_order
from lstm_gui.sequences.sequence import InputSequence, coded

SEEDS = st.integers(0, 2**63 - 1)


def asked(made: InputSequence) -> list[int]:
    """The steps, from 0, at which something is asked."""
    return [t for t, target in enumerate(made.targets) if target is not None]


@given(st.integers(1, 20), st.integers(1, 60), SEEDS, st.integers(1, 26))
def test_copy_asks_for_the_symbols_after_the_cue(symbols: int, delay: int, seed: int, alphabet: int) -> None:
    made = copy(symbols, delay, seed, alphabet)
    assert made == copy(symbols, delay, seed, alphabet)
    assert (made.steps, made.width) == (2 * symbols + delay, alphabet + 2)
    assert all(sum(row) == 1.0 for row in made.inputs)
    said = "".join(made.labels)
    assert said[symbols:] == BLANK * (delay - 1) + CUE + BLANK * symbols
    assert asked(made) == list(range(symbols + delay, made.steps))
    read = [row[:alphabet] for row in made.inputs[:symbols]]
    assert [target for target in made.targets if target is not None] == read


@pytest.mark.parametrize("sizes", [(0, 1, 1, 6), (1, 0, 1, 6), (1, 1, 1, 0), (1, 1, 1, 27)])
def test_copy_refuses_what_cannot_be(sizes: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"must be|letters"):
        copy(*sizes)


@given(st.integers(2, 256), SEEDS)
def test_adding_marks_one_number_in_each_half_and_asks_for_their_sum(steps: int, seed: int) -> None:
    made = adding(steps, seed)
    assert made == adding(steps, seed)
    marked = [t for t, (_, mark) in enumerate(made.inputs) if mark == 1.0]
    first, second = marked
    assert first < steps // 2 <= second
    assert all(mark in (0.0, 1.0) and 0 <= value < 1 for value, mark in made.inputs)
    assert asked(made) == [steps - 1]
    assert made.targets[-1] == (made.inputs[first][0] + made.inputs[second][0],)
    assert [t for t, label in enumerate(made.labels) if label] == marked


@given(st.integers(4, 256), SEEDS)
def test_temporal_order_asks_for_the_two_symbols_in_their_order(steps: int, seed: int) -> None:
    made = temporal_order(steps, seed)
    assert made == temporal_order(steps, seed)
    said = "".join(made.labels)
    assert (said[0], said[-1]) == ("B", "E")
    assert made.inputs == coded(said, ORDER_SYMBOLS)
    first, second = (t for t, symbol in enumerate(said) if symbol in "XY")
    assert 0 < first < steps // 2 <= second < steps - 1
    assert set(said) <= set(ORDER_SYMBOLS)
    assert asked(made) == [steps - 1]
    target = made.targets[-1]
    assert target is not None
    assert ORDER_CLASSES[target.index(1.0)] == said[first] + said[second]


def test_every_class_of_order_comes_as_often() -> None:
    targets = [temporal_order(12, seed).targets[-1] for seed in range(4000)]
    counts = {target: targets.count(target) for target in set(targets)}
    assert len(counts) == 4
    assert all(abs(count / 4000 - 0.25) < 0.03 for count in counts.values())


def test_too_few_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="steps is 1"):
        adding(1, 0)
    with pytest.raises(ValueError, match="steps is 3"):
        temporal_order(3, 0)
