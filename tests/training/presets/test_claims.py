"""What the presets claim is so, over five seeds: each is run as a person would run it."""

import pytest

from lstm_gui.training.presets.catalogue import BY_NAME
from lstm_gui.training.presets.preset import SEEDS
from tests.training.presets.runs import compared


@pytest.mark.timeout(600)  # ten seconds of one core, and of a busy one many more
@pytest.mark.parametrize("name", BY_NAME)
def test_a_claim_holds_over_five_seeds(name: str) -> None:
    comparison = compared(name, SEEDS)
    told = [(run.setting, run.seed, run.ended, run.solved_at, run.test) for run in comparison.outcomes]
    assert BY_NAME[name].borne_out(comparison), told
