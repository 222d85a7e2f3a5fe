"""Scaling: ends to the ends, order kept, nothing else lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.sequences.scaling import to_unit_range

VALUES = st.lists(st.integers(-(10**6), 10**6).map(lambda n: n / 7), min_size=2, max_size=50)


@given(VALUES)
def test_the_ends_go_to_the_ends_and_the_order_stays(values: list[float]) -> None:
    scaled = to_unit_range(values)
    if len(set(values)) == 1:
        assert set(scaled) == {0.0}
        return
    assert (min(scaled), max(scaled)) == pytest.approx((-1.0, 1.0))
    assert sorted(range(len(values)), key=lambda n: values[n]) == sorted(
        range(len(values)), key=lambda n: scaled[n]
    )


@given(VALUES.filter(lambda values: len(set(values)) > 1))
def test_differences_keep_their_proportion(values: list[float]) -> None:
    scaled = to_unit_range(values)
    span = max(values) - min(values)
    for value, other in zip(values, scaled, strict=True):
        assert other == pytest.approx(2 * (value - min(values)) / span - 1, abs=1e-9)


def test_what_is_scaled_already_stays() -> None:
    assert to_unit_range((-1.0, 0.25, 1.0)) == (-1.0, 0.25, 1.0)
    assert to_unit_range((4.0,)) == (0.0,)
