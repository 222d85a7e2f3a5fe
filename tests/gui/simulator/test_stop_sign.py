"""A curve ends where its numbers end."""

from math import inf, nan

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.simulator.stop_sign import finite_steps

NUMBERS = st.lists(st.floats(-9, 9), max_size=6)


@given(NUMBERS, st.sampled_from([inf, -inf, nan]), st.lists(st.floats(), max_size=6))
def test_it_is_cut_before_the_first_that_is_not_finite(
    sound: list[float], stop: float, after: list[float]
) -> None:
    values = [*sound, stop, *after]
    assert values[finite_steps(values)] == sound
    assert values[::-1][finite_steps(values[::-1], backwards=True)] == sound[::-1]


@given(NUMBERS)
def test_where_all_are_finite_all_of_it_is_drawn(sound: list[float]) -> None:
    assert finite_steps(sound) == finite_steps(sound, backwards=True) == slice(0, len(sound))
