"""What a task is that says no more of itself than it must; what an option takes."""

import numpy as np
import pytest

from lstm_gui.training.option import Choice
from lstm_gui.training.task import Task
from lstm_gui.training.tasks.diagnostic.adding import Adding


class Nameless(Adding):
    """One whose inputs and outputs are called nothing."""

    input_names = Task.input_names  # type: ignore[assignment]
    output_names = Task.output_names  # type: ignore[assignment]


def test_names_need_not_be_given() -> None:
    task = Nameless(6)
    assert task.input_names == task.output_names == ()


def test_answers_are_no_inputs_where_nobody_says_how() -> None:
    with pytest.raises(ValueError, match=r"Nameless has no way from answers \(2, 1\) to inputs \(2, 3\)"):
        Nameless(6).fed_back(np.zeros((2, 3), np.float32), np.zeros((2, 1), np.float32))


def test_a_word_that_is_not_offered_is_refused() -> None:
    scaling = Choice("scaling", ("standard", "none"))
    assert scaling.hold("none") == "none"
    with pytest.raises(ValueError, match="scaling is 'much'; wanted standard, none"):
        scaling.hold("much")
