"""Where a cell gives up: the first size below the threshold, whatever comes after."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.training.learning import Learning
from lstm_gui.training.limits.growth import (
    GROWTHS,
    HOLDS,
    SENTENCES,
    Limit,
    Size,
    gives_up,
    kind_of,
    measured,
    plans,
)
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME

SCORES = st.lists(st.floats(0, 1), min_size=1, max_size=5)


def words(limit: Limit) -> str:
    return SENTENCES[kind_of(limit)].format(holds=limit.holds, fails=limit.fails)


def test_every_task_that_struggles_grows_within_its_bounds() -> None:
    entries = [entry for entry in BY_NAME.values() if entry.family == "struggle"]
    assert {entry.name for entry in entries} == set(GROWTHS)
    for entry in entries:
        growth = GROWTHS[entry.name]
        (option,) = [option for option in entry.options if option.name == growth.option]
        assert all(option.hold(size) == size for size in growth.sizes)
        assert list(growth.sizes) == sorted(set(growth.sizes))


def test_nothing_but_the_size_and_the_seed_differs() -> None:
    plan = Plan(TaskChoice("sorting", (("length", 5.0),)), learning=Learning(steps=7), seed=3)
    made = plans(plan, GROWTHS["sorting"], 2)
    assert [size for size, _ in made] == [size for size in GROWTHS["sorting"].sizes for _ in range(2)]
    for place, (size, one) in enumerate(made):
        assert one.task.values == {"length": size}
        assert one.seed == 3 + place % 2
        assert replace(one, task=plan.task, seed=plan.seed) == plan


@given(st.dictionaries(st.integers(1, 64), SCORES, max_size=8))
def test_it_gives_up_at_the_first_size_below_the_threshold(scores: dict[int, list[float]]) -> None:
    results = measured([(size, score) for size, found in scores.items() for score in found])
    assert [result.size for result in results] == sorted(scores)
    limit = gives_up(results)
    below = [result.size for result in results if result.middle < HOLDS]
    assert limit.fails == (min(below) if below else None)
    held = [result.size for result in results if limit.fails is None or result.size < limit.fails]
    assert limit.holds == (max(held) if held else None)
    assert "None" not in words(limit)


def test_the_middle_seed_decides() -> None:
    assert gives_up([Size(2, (1.0, 1.0, 0.1)), Size(3, (1.0, 0.2, 0.1))]) == Limit(2, 3)


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (Limit(None, None), "Nothing to say yet"),
        (Limit(8, None), "at every size that was tried, up to 8"),
        (Limit(None, 2), "at once: at 2"),
        (Limit(3, 4), "up to 3, and gives up at 4"),
    ],
)
def test_a_limit_in_words(limit: Limit, said: str) -> None:
    assert said in words(limit)
