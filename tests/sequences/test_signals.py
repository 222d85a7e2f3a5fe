"""Signals: their sums, their periods, their ends."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.sequences import signals
from lstm_gui.sequences.sequence import InputSequence

STEPS, PERIODS, SIZES = st.integers(1, 256), st.integers(2, 64), st.floats(0.1, 3.0)


def values(made: InputSequence) -> list[float]:
    """The numbers of a sequence with one a step."""
    assert made.width == 1
    return [value for (value,) in made.inputs]


@given(STEPS, st.data(), SIZES)
def test_an_impulse_is_one_step(steps: int, data: st.DataObject, size: float) -> None:
    at = data.draw(st.integers(1, steps))
    made = values(signals.impulse(steps, at, size))
    assert len(made) == steps
    assert made[at - 1] == sum(made) == size


@given(STEPS, st.data(), SIZES)
def test_a_step_stays(steps: int, data: st.DataObject, size: float) -> None:
    at = data.draw(st.integers(1, steps))
    assert values(signals.step(steps, at, size)) == [0.0] * (at - 1) + [size] * (steps - at + 1)


@given(STEPS, PERIODS, st.data())
def test_pulses_come_once_a_period(steps: int, period: int, data: st.DataObject) -> None:
    width = data.draw(st.integers(1, period))
    made = values(signals.pulse_train(steps, period, width))
    assert all(value == made[t % period] for t, value in enumerate(made))
    assert sum(values(signals.pulse_train(3 * period, period, width))) == 3 * width


@given(PERIODS, SIZES, st.integers(1, 3))
def test_whole_periods_of_a_sine_sum_to_nothing_and_have_half_the_power(
    period: int, size: float, times: int
) -> None:
    made = values(signals.sine(period * times, period, size))
    assert sum(made) == pytest.approx(0.0, abs=1e-9)
    assert made[0] == 0.0
    power = sum(value**2 for value in made)
    assert power == pytest.approx(0.0 if period == 2 else size**2 * len(made) / 2, abs=1e-9)
    assert made == pytest.approx(made[:period] * times, abs=1e-9)


@given(PERIODS, SIZES, st.integers(1, 3))
def test_a_square_is_up_and_down_for_half_a_period_each(period: int, size: float, times: int) -> None:
    made = values(signals.square(period * times, period, size))
    assert set(made) == {size, -size}
    assert sum(made) == pytest.approx(size * times * (period % 2))
    assert made == made[:period] * times
    assert made[:period] == sorted(made[:period], reverse=True)


@given(PERIODS, SIZES, st.integers(1, 3))
def test_a_saw_rises_evenly_from_end_to_end(period: int, size: float, times: int) -> None:
    made = values(signals.saw(period * times, period, size))
    assert made == made[:period] * times
    assert (made[0], made[period - 1]) == pytest.approx((-size, size))
    rises = [later - earlier for earlier, later in pairwise(made[:period])]
    assert rises == pytest.approx([2 * size / (period - 1)] * (period - 1))


@given(STEPS, st.integers(0, 2**63 - 1), SIZES)
def test_noise_follows_its_seed_and_keeps_within_its_size(steps: int, seed: int, size: float) -> None:
    made = signals.noise(steps, seed, size)
    assert made == signals.noise(steps, seed, size)
    assert max(map(abs, values(made))) <= size
    longer = signals.noise(steps + 5, seed, size)
    assert longer.inputs[:steps] == made.inputs, "a longer one begins the same"


def test_noise_is_white() -> None:
    made = values(signals.noise(20_000, 3))
    power = sum(value**2 for value in made)
    for lag in (1, 2, 7):
        together = sum(a * b for a, b in zip(made, made[lag:], strict=False))
        assert abs(together / power) < 0.03
    assert math.isclose(power / len(made), 1 / 3, rel_tol=0.03)


def test_seeds_differ() -> None:
    assert len({signals.noise(8, seed).inputs for seed in range(50)}) == 50


@pytest.mark.parametrize("name", ["impulse", "step", "pulse_train", "sine", "square", "saw", "noise"])
def test_no_steps_make_no_sequence(name: str) -> None:
    with pytest.raises(ValueError, match="steps is 0"):
        getattr(signals, name)(0, 4)


@pytest.mark.parametrize(("name", "period"), [("pulse_train", 0), ("square", 0), ("saw", 1), ("sine", 0)])
def test_a_period_has_a_length(name: str, period: int) -> None:
    with pytest.raises(ValueError, match="period"):
        getattr(signals, name)(8, period)
