"""Sequences hold together: as many labels and targets as steps, or none."""

import pytest

from lstm_gui.sequences.sequence import InputSequence, at_least, coded, one_hot, signal


def test_a_signal_has_one_number_a_step() -> None:
    made = signal([1, 0, -1])
    assert (made.inputs, made.steps, made.width) == (((1.0,), (0.0,), (-1.0,)), 3, 1)


@pytest.mark.parametrize("inputs", [(), ((1.0,), (1.0, 2.0))])
def test_steps_are_of_one_width(inputs: tuple[tuple[float, ...], ...]) -> None:
    with pytest.raises(ValueError, match="at least one step"):
        InputSequence(inputs)


def test_labels_and_targets_stand_at_steps() -> None:
    with pytest.raises(ValueError, match="stand at steps"):
        signal([1, 2], labels=("a",))
    with pytest.raises(ValueError, match="stand at steps"):
        signal([1, 2], targets=(None,))


def test_symbols_become_one_hot() -> None:
    assert one_hot(1, 3) == (0.0, 1.0, 0.0)
    assert coded("ba", "ab") == ((0.0, 1.0), (1.0, 0.0))
    with pytest.raises(ValueError, match="c"):
        coded("c", ["a"])


def test_a_size_below_the_least_is_named() -> None:
    at_least(1, steps=1)
    with pytest.raises(ValueError, match="steps is 0; it must be 1 or more"):
        at_least(1, steps=0)


def test_each_input_has_a_name_or_none_has() -> None:
    assert InputSequence(((1.0, 0.0),), columns=("value", "mark")).columns == ("value", "mark")
    with pytest.raises(ValueError, match="each input has a name"):
        InputSequence(((1.0, 0.0),), columns=("value",))
