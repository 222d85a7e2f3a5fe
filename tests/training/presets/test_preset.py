"""Presets: their settings make sense and differ, and a claim is judged when every run has come to its end."""

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest

from lstm_gui.training.comparison.comparison import MOST_SETTINGS, new_comparison
from lstm_gui.training.comparison.outcome import Outcome
from lstm_gui.training.presets import findings as found
from lstm_gui.training.presets.catalogue import BY_NAME, PRESETS
from lstm_gui.training.presets.preset import SEEDS, Preset
from lstm_gui.training.run import Validation, begin
from lstm_gui.training.task import Baseline
from tests.training.presets.runs import task_of


def outcome(solved: float = math.inf, loss: float = 1.0, ended: str = "steps", score: float = 0.5) -> Outcome:
    """A run that was solved after so many updates, or never, with a chance level of 1."""
    return Outcome(
        0,
        0,
        solved_at=None if math.isinf(solved) else int(solved),
        ended=ended,
        test=None if ended == "diverged" else Validation(loss, score, not math.isinf(solved)),
        baselines=(Baseline("chance", 1.0, 1.0),),
    )


def runs(*solved: float) -> Sequence[Outcome]:
    return [outcome(after) for after in solved]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_is_a_comparison_that_can_be_begun(preset: Preset) -> None:
    assert 2 <= len(preset.settings) <= MOST_SETTINGS
    assert (
        len(set(preset.plans)) == len({setting.name for setting in preset.settings}) == len(preset.settings)
    )
    for plan in preset.plans:
        begin(plan, task_of(plan.task))
        assert plan.seed == 0
    for text in (preset.title, preset.claim, preset.remark):
        assert text == text.strip()
        assert text
    assert preset.claim.endswith(".")
    assert preset.remark.endswith(".")


def test_every_preset_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(PRESETS)


def test_a_claim_is_judged_when_every_run_has_come_to_its_end() -> None:
    preset = BY_NAME["order"]
    comparison = new_comparison(preset.settings, SEEDS)
    assert preset.borne_out(comparison) is None
    learnt = tuple(
        replace(run, ended="solved", solved_at=50) if run.setting else replace(outcome(), setting=0)
        for run in comparison.outcomes
    )
    assert preset.borne_out(replace(comparison, outcomes=learnt)) is True
    lost = (replace(learnt[0], ended="lost"), *learnt[1:])
    assert preset.borne_out(replace(comparison, outcomes=lost)) is None
    with pytest.raises(ValueError, match="not the settings of 'order'"):
        preset.borne_out(new_comparison(BY_NAME["adding"].settings, SEEDS))


def test_findings_say_what_they_are_called() -> None:
    never = math.inf
    settings = [runs(10, 20, 30, 40, 50), runs(30, 40, never, 60, never), runs(*[never] * 4, 5)]
    assert found.all_solve(0)(settings)
    assert not found.all_solve(1)(settings)
    assert found.most_solve(0)(settings)
    assert found.most_solve(1)(settings)
    assert not found.most_solve(2)(settings)
    assert found.sooner(0, 1)(settings)
    assert not found.sooner(1, 0)(settings)
    assert not found.sooner(0, 1, times=2.0)(settings)
    assert found.close(0, 1)(settings) == found.close(1, 0)(settings)
    assert not found.close(0, 2)(settings)
    assert found.every(found.all_solve(0), found.sooner(1, 2))(settings)
    assert not found.every(found.all_solve(0), found.sooner(2, 1))(settings)


def test_chance_divergence_and_scores_are_told_apart() -> None:
    at_chance, learnt = [outcome(loss=0.97), outcome(loss=1.4)], [outcome(loss=0.5), outcome(loss=1.4)]
    assert found.all_at_chance(0)([at_chance])
    assert not found.all_at_chance(0)([learnt])
    diverged = [outcome(ended="diverged")]
    assert found.all_diverge(0)([diverged])
    assert found.all_at_chance(0)([diverged])
    assert not found.all_diverge(0)([at_chance])
    falling = [[outcome(score=score) for score in scores] for scores in ((0.9, 0.8), (0.7, 0.6), (0.65, 0.5))]
    assert found.falling_scores(0, 1)(falling)
    assert not found.falling_scores(0, 1, 2)(falling)
    assert not found.falling_scores(0, 1)([falling[0], [outcome(ended="diverged")]])
