"""What the presets claim is so, over five seeds: each is run as a person would run it."""

import pytest

from lstm_gui.training.presets.catalogue import BY_NAME
from lstm_gui.training.presets.preset import SEEDS
from tests.training.presets.runs import compared

EITHER_WAY = ("lstm_and_gru",)
"""What is claimed alike of all settings; of the others, the contrary must be found out."""


@pytest.mark.timeout(600)  # ten seconds of one core, and of a busy one many more
@pytest.mark.parametrize("name", BY_NAME)
def test_a_claim_holds_over_five_seeds(name: str) -> None:
    preset, comparison = BY_NAME[name], compared(name, SEEDS)
    told = [(run.setting, run.seed, run.ended, run.solved_at, run.test) for run in comparison.outcomes]
    assert preset.borne_out(comparison), told
    swapped = [comparison.of(place) for place in reversed(range(len(preset.settings)))]
    assert preset.holds(swapped) == (name in EITHER_WAY)
