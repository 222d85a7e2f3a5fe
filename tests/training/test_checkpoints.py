"""Checkpoints stay within their budget, and the first, the last and the best stay whatever comes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.optimisers import Memory
from lstm_gui.training.checkpoints import FEWEST, Checkpoints, size_of
from lstm_gui.training.run import RunState

LOSSES = st.lists(st.floats(0, 1), min_size=1, max_size=80)


def state(step: int, best: float = 1.0, count: int = 10) -> RunState:
    return RunState(step, np.zeros(count, np.float32), best=best)


def kept(losses: list[float], budget: int, most: int) -> tuple[Checkpoints, list[RunState]]:
    """A run whose best loss so far follows these."""
    given_all = [state(step, min(losses[: step + 1])) for step in range(len(losses))]
    found = Checkpoints(budget, most)
    for each in given_all:
        found.add(each)
    return found, given_all


@given(LOSSES, st.integers(0, 40_000), st.integers(3, 30))
def test_the_budget_holds_and_first_last_and_best_stay(losses: list[float], budget: int, most: int) -> None:
    found, given_all = kept(losses, budget, most)
    assert len(found) <= max(FEWEST, most)
    assert len(found) <= FEWEST or found.size <= budget
    assert found.size == sum(size_of(each) for each in given_all if each.step in found.steps)
    best = min(range(len(losses)), key=lambda step: (min(losses[: step + 1]), step))
    assert {0, len(losses) - 1, best} <= set(found.steps)
    assert list(found.steps) == sorted(set(found.steps))
    assert found.last is given_all[-1]
    assert found.best is not None
    assert found.best.step == best


@given(st.integers(10, 400), st.integers(6, 40))
def test_what_stays_is_spread_over_the_whole_run(count: int, most: int) -> None:
    found, _ = kept([1.0] * count, 10**9, most)
    gaps = np.diff(found.steps)
    assert gaps.max() <= 4 * count / min(count, most)


@given(LOSSES, st.integers(-5, 100))
def test_the_nearest_is_found(losses: list[float], step: int) -> None:
    found, _ = kept(losses, 10**9, 20)
    at = found.at(step)
    assert at is not None
    assert abs(at.step - step) == min(abs(one - step) for one in found.steps)


def test_where_there_is_none_there_is_none() -> None:
    nothing = Checkpoints()
    assert (nothing.at(3), nothing.last, nothing.best, nothing.steps) == (None, None, None, ())


def test_one_of_the_same_update_takes_its_place() -> None:
    found = Checkpoints()
    found.add(state(5))
    again = state(5, 0.5)
    found.add(again)
    assert (len(found), found.last, found.size) == (1, again, size_of(again))


@given(LOSSES, st.integers(0, 80))
def test_what_came_later_can_be_forgotten(losses: list[float], step: int) -> None:
    found, _ = kept(losses, 10**9, 100)
    found.cut(step)
    assert all(one <= step for one in found.steps)
    found.clear()
    assert (len(found), found.size) == (0, 0)


def test_everything_in_a_checkpoint_is_counted() -> None:
    array = np.zeros(100, np.float32)
    small = RunState(1, array)
    large = RunState(1, array, Memory(3, array, array), (array, array))
    assert size_of(large) - size_of(small) == 4 * array.nbytes


@given(st.integers(1, 20), st.none() | st.integers(0, 19), st.integers(-25, 25))
def test_the_one_beside_is_so_many_places_away_and_none_beyond_the_newest(
    count: int, shown: int | None, places: int
) -> None:
    found, _ = kept([1.0] * count, 10**9, 100)
    here = count - 1 if shown is None else min(shown, count - 1)
    wanted = max(0, here + places)
    assert found.beside(None if shown is None else here, places) == (wanted if wanted < count - 1 else None)
