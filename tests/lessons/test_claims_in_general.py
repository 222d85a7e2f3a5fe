"""What a caption says of one sequence holds for others too, where the scene's title promises a skill."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.catalogue import load
from tests.lessons.claims import Run, with_inputs

BITS = st.lists(st.integers(0, 1), min_size=1, max_size=64)
NOT, GOOD = 0.5, 1.0


@given(BITS)
def test_the_switch_flips_on_every_one_of_any_sequence(bits: list[int]) -> None:
    run = Run.of(with_inputs(load("toggle"), bits))
    on = np.cumsum(bits) % 2 == 1
    assert (np.sign(run.h[1:]) == np.where(on, 1, -1)).all()
    assert (np.abs(run.h[1:]) > 0.5).all()


@given(BITS)
def test_the_counter_counts_any_bits(bits: list[int]) -> None:
    run = Run.of(with_inputs(load("counter"), bits))
    assert np.abs(run.c[1:] - np.cumsum(bits)).max() < 0.15


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=64))
def test_coupled_gates_never_leave_the_range_of_the_candidate(inputs: list[float]) -> None:
    run = Run.of(with_inputs(load("coupled-gates"), inputs))
    assert (np.abs(run.c) <= 1).all()


@given(before=st.integers(0, 4), between=st.integers(0, 1), pause=st.integers(6, 10))
def test_not_turns_the_good_that_follows_and_is_forgotten_after_a_pause(
    before: int, between: int, pause: int
) -> None:
    phrase = [0.0] * before + [NOT] + [0.0] * between + [GOOD]
    run = Run.of(with_inputs(load("not-good"), [*phrase, *[0.0] * pause, GOOD]))
    assert run.h[len(phrase)] < -0.5
    assert run.h[-1] > 0.5


@given(before=st.integers(0, 6))
def test_good_alone_is_good(before: int) -> None:
    assert Run.of(with_inputs(load("not-good"), [0.0] * before + [GOOD])).h[-1] > 0.5


def _errors(seed: int) -> tuple[float, float]:
    """Mean squared error of h, and of repeating the input, as a guess of the next input of a noisy wave."""
    noise = np.random.default_rng(seed).normal(0, 0.3, 24)
    wave = np.clip(0.7 * np.sin(2 * np.pi * np.arange(24) / 24) + noise, -1, 1)
    run = Run.of(with_inputs(load("forecast"), wave.tolist()))
    following = run.x[2:]
    return float(np.mean((run.h[1:-1] - following) ** 2)), float(np.mean((run.x[1:-1] - following) ** 2))


def test_the_forecast_beats_repeating_on_nine_noises_of_ten_not_on_one_alone() -> None:
    errors = [_errors(seed) for seed in range(40)]
    assert sum(ours < repeating for ours, repeating in errors) >= 36
    assert np.mean([ours for ours, _ in errors]) < 0.85 * np.mean([repeating for _, repeating in errors])
