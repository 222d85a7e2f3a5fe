"""Every preset fits the number of steps it is asked for, and its seed is the only thing left to chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.sequences.presets import BY_ID, PRESETS, Preset, period_for


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
@given(data=st.data())
def test_a_preset_gives_at_most_the_steps_asked_for(preset: Preset, data: st.DataObject) -> None:
    steps = data.draw(st.integers(preset.least, 256))
    seed = data.draw(st.integers(0, 2**63 - 1))
    made = preset.make(steps, seed)
    assert made == preset.make(steps, seed)
    assert made.width == preset.width
    assert made.steps <= steps
    assert preset.own_length or made.steps == steps
    assert max(abs(value) for row in made.inputs for value in row) <= 1.0


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_only_a_seeded_preset_follows_the_seed(preset: Preset) -> None:
    drawn = {preset.make(32, seed) for seed in range(20)}
    assert (len(drawn) > 1) == preset.seeded


@pytest.mark.parametrize("preset", [row for row in PRESETS if row.least > 1], ids=lambda preset: preset.id)
def test_the_fewest_steps_are_needed(preset: Preset) -> None:
    assert preset.make(preset.least, 1).steps <= preset.least
    with pytest.raises(ValueError, match="must be"):
        preset.make(preset.least - 1, 1)


def test_each_is_found_by_its_id() -> None:
    assert list(BY_ID.values()) == list(PRESETS)


def test_a_period_passes_twice_and_is_not_too_long_to_see() -> None:
    assert [period_for(steps) for steps in (1, 4, 12, 32, 256)] == [2, 2, 6, 16, 16]


def test_signals_repeat_within_what_is_shown() -> None:
    made = [value for (value,) in BY_ID["pulse_train"].make(12, 0).inputs]
    assert made == [1.0, 0.0, 0.0] * 4
    assert list(BY_ID["a_n_b_n"].make(5, 0).labels) == ["a", "a", "b", "b", ""]
