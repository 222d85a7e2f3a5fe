"""Units ranked by what they follow: found where it was put in, and not claimed where there is nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.training.text_lab.features import FEATURES
from lstm_gui.training.text_lab.ranking import BEST, Following, ranking

TEXT = (
    "The gate said “keep (it all [or 1])” to the cell. And so it did, for 12 steps;\nno more, “I guess”.\n"
    * 5
)


def by_name(text: str, activations: np.ndarray) -> dict[str, Following]:
    return {found.feature: found for found in ranking(text, activations)}


def noise(units: int, seed: int = 0, steps: int = len(TEXT)) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(steps, units)).astype(np.float32)


@pytest.mark.parametrize("name", FEATURES)
def test_a_unit_that_follows_a_feature_is_named_first(name: str) -> None:
    activations = noise(6)
    activations[:, 3] = -2 * FEATURES[name](TEXT) + 0.1 * activations[:, 3]
    found = by_name(TEXT, activations)[name]
    assert found.units[0] == 3
    assert found.r[0] < -0.8
    assert found.is_seen


@given(seed=st.integers(0, 999))
@settings(max_examples=20, deadline=None)
def test_the_correlations_are_pearsons_and_in_order(seed: int) -> None:
    activations = noise(7, seed)
    found = by_name(TEXT, activations)["spaces"]
    by_numpy = [np.corrcoef(activations[:, unit], FEATURES["spaces"](TEXT))[0, 1] for unit in range(7)]
    assert found.r == pytest.approx([by_numpy[unit] for unit in found.units], abs=1e-9)
    strongest = sorted((abs(r) for r in by_numpy), reverse=True)[:BEST]
    assert [abs(r) for r in found.r] == pytest.approx(strongest, abs=1e-9)


def test_noise_seldom_passes_for_more_than_chance() -> None:
    seen = [found.is_seen for seed in range(25) for found in ranking(TEXT, noise(20, seed))]
    assert sum(seen) / len(seen) < 0.12  # one in twenty is what is promised


def test_nothing_is_claimed_of_what_a_text_has_not() -> None:
    text = "no brackets here, and no capitals either. " * 5
    found = by_name(text, noise(4, steps=len(text)))
    for name in ("depth of brackets", "capital letters", "inside quotes", "digits"):
        assert found[name].why == "none"
        assert not found[name].is_seen
    assert found["spaces"].units


def test_nothing_is_claimed_of_a_short_text() -> None:
    assert {found.why for found in ranking("Too (short).", noise(4, steps=12))} == {"short"}


def test_a_unit_that_never_changes_follows_nothing() -> None:
    activations = noise(3)
    activations[:, 0] = 0.25
    found = by_name(TEXT, activations)["spaces"]
    assert found.units[-1] == 0
    assert found.r[-1] == pytest.approx(0, abs=1e-12)
