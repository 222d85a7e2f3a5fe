"""The next character: streams that continue each other, parts that do not overlap, honest baselines."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import train
from lstm_gui.training.task_choice import OwnText, TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.language.characters import Characters

CARDS = TaskChoice("characters")
RNG = np.random.default_rng(0)


def own(text: str, length: float = 7.0) -> Characters:
    task = made(TaskChoice("own_text", (("length", length),), OwnText("own.txt", text)))
    assert isinstance(task, Characters)
    return task


def words(task: Characters, numbers: NDArray[Any]) -> str:
    return "".join(task.vocabulary.signs[number] for number in np.ravel(numbers))


@given(size=st.integers(1, 9), step=st.integers(0, 200), length=st.integers(5, 30))
def test_each_batch_goes_on_where_the_one_before_ended(size: int, step: int, length: int) -> None:
    task = own("A text that is long enough, for once; it goes on and on. " * 5, length)
    batch, after = (task.draw(RNG, size, number) for number in (step, step + 1))
    assert batch.continues
    assert batch.x.shape == (length, size, task.inputs)
    assert batch.x.dtype == np.float32
    read = batch.x.argmax(axis=2)
    assert np.array_equal(read[1:], batch.target[:-1])
    assert np.array_equal(batch.target[-1], after.x[0].argmax(axis=1))


def test_the_training_part_is_read_alone_and_all_of_it() -> None:
    text = "ab" * 400 + "cd" * 100
    task = own(text)
    seen = np.unique(np.concatenate([task.draw(RNG, 4, step).target.ravel() for step in range(120)]))
    assert words(task, seen) == "ab"
    assert set(words(task, task.validation.target)) == {"\ufffd"}  # c and d were never learnt from


def test_the_parts_that_judge_lie_behind_each_other() -> None:
    text = "".join(chr(97 + place % 23) for place in range(2000))
    task = own(text)
    start, stop = task.bounds[:2]
    for part, begin in ((task.validation, start), (task.test, stop)):
        assert part.x.shape[1] == 16
        read, targets = words(task, part.x.argmax(axis=2).T), words(task, part.target.T)
        assert text[begin:].startswith(read)
        assert targets == text[begin + 1 : begin + 1 + len(read)]


def test_the_probe_is_named_by_its_characters() -> None:
    task = made(CARDS)
    assert isinstance(task, Characters)
    assert "".join(task.step_names) == words(task, task.probe.x.argmax(axis=2))
    assert task.input_names == task.output_names == task.vocabulary.signs


def test_the_baselines_are_in_the_unit_of_the_loss_and_the_best_is_last() -> None:
    task = made(CARDS)
    losses = [baseline.loss for baseline in task.baselines]
    assert [baseline.name for baseline in task.baselines] == ["character frequencies", "bigrams", "trigrams"]
    assert losses == sorted(losses, reverse=True)
    assert losses[0] < math.log(task.outputs)


def test_the_score_is_the_loss_in_bits() -> None:
    task = own("To be or not to be: that is the question. " * 8)
    even = np.zeros((*task.test.target.shape, task.outputs), np.float32)
    score = task.score(even, task.test)
    assert score.value == pytest.approx(math.log2(task.outputs), rel=1e-6)
    assert not score.solved


def test_a_small_network_learns_more_than_pairs_say() -> None:
    plan = Plan(CARDS, NetworkChoice(units=24), Learning(batch=16, steps=220, validate_every=220))
    task = made(CARDS)
    *_, (_, update) = train(plan, task)
    assert update.validation is not None
    assert update.validation.loss < task.baselines[1].loss


def test_a_network_that_reads_both_ways_is_refused_for_it_would_copy() -> None:
    plan = Plan(CARDS, NetworkChoice(units=2, bidirectional=True))
    with pytest.raises(ValueError, match="reads the very step that it is to foretell"):
        next(train(plan, made(CARDS)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "No text was chosen"),
        (OwnText("short.txt", "short"), "has 5 characters"),
        (OwnText("same.txt", "a" * 500), "repeats one character"),
    ],
)
def test_a_text_that_will_not_do_is_refused_in_words(data: OwnText | None, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        made(TaskChoice("own_text", data=data))


def test_the_shortest_text_can_be_learnt_from() -> None:
    task = own("abcde" * 40, 50)
    *_, (_, update) = train(Plan(TaskChoice("x"), learning=Learning(steps=2)), task)
    assert update.validation is not None
    assert task.loss(np.zeros((*task.test.target.shape, task.outputs), np.float32), task.test) > 0
