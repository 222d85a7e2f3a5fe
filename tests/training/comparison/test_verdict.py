"""A verdict says no more than the spreads do, whichever setting and whichever seed comes first."""

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from lstm_gui.training.comparison.comparison import Comparison, Setting, new_comparison
from lstm_gui.training.comparison.outcome import Outcome
from lstm_gui.training.comparison.verdict import Finding, by_chance, difference, verdict
from lstm_gui.training.comparison.words import SENTENCES, sentences, told
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import Validation
from lstm_gui.training.task import Baseline
from lstm_gui.training.task_choice import TaskChoice

PLAN = Plan(TaskChoice("adding"))
CHANCE = (Baseline("chance", 1.0, 1.0),)
LOSSES = some.sampled_from([0.125, 0.25, 0.5, 1.0, 2.0, math.inf])
SOLVED = some.one_of(some.none(), some.integers(1, 4))


def run(loss: float, solved_at: int | None = None, setting: int = 0, seed: int = 0) -> Outcome:
    """A run that ended, with a loss of the test set; diverged where that is infinite."""
    test = None if math.isinf(loss) else Validation(loss, loss, solved=solved_at is not None)
    ended = "diverged" if test is None else "steps" if solved_at is None else "solved"
    return Outcome(setting, seed, ended=ended, test=test, solved_at=solved_at, baselines=CHANCE)


RUNS = some.lists(some.builds(run, LOSSES, SOLVED), min_size=1, max_size=5)


def compared(*losses: list[float], plans: tuple[Plan, ...] = ()) -> Comparison:
    """A comparison that is over, of settings A, B …, with the test losses of each."""
    settings = tuple(Setting("ABCD"[place], plans[place] if plans else PLAN) for place in range(len(losses)))
    new = new_comparison(settings, len(losses[0]))
    outcomes = [run(losses[one.setting][one.seed], None, one.setting, one.seed) for one in new.outcomes]
    return replace(new, outcomes=tuple(outcomes))


def kinds(comparison: Comparison) -> list[str]:
    """What a verdict says, in short."""
    return [finding.kind for finding in verdict(comparison)]


@given(RUNS, RUNS, some.booleans())
def test_it_is_the_same_whichever_stands_first(one: list[Outcome], other: list[Outcome], same: bool) -> None:
    here = difference(("A", "B"), one, other, same)
    there = difference(("B", "A"), other, one, same)
    if here.kind in ("no difference", "other tasks"):
        assert there.kind == here.kind
    else:
        assert here == there


@given(RUNS, RUNS, some.randoms())
def test_the_order_of_seeds_changes_nothing(one: list[Outcome], other: list[Outcome], chance: object) -> None:
    shuffled = [*one]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # random.Random
    assert difference(("A", "B"), one, other, True) == difference(("A", "B"), shuffled, other, True)


@given(RUNS)
def test_a_setting_never_differs_from_itself(one: list[Outcome]) -> None:
    assert difference(("A", "B"), one, one, True).kind == "no difference"


@given(some.lists(LOSSES, min_size=2, max_size=5), some.lists(LOSSES, min_size=2, max_size=5))
def test_better_is_said_only_where_every_run_is_below_every_other(
    one: list[float], other: list[float]
) -> None:
    assume(len(one) == len(other))
    found = verdict(compared(one, other))[0]
    if max(one) < min(other):
        assert found == Finding("better", "A", "B", len(one), len(one))
    elif max(other) < min(one):
        assert found == Finding("better", "B", "A", len(one), len(one))
    else:
        assert found.kind == "no difference"


def test_spreads_that_touch_are_no_difference() -> None:
    assert kinds(compared([0.1, 0.2], [0.2, 0.3])) == ["no difference"]


def test_one_seed_says_nothing() -> None:
    assert kinds(compared([0.1], [0.9])) == ["one seed"]


def test_nothing_is_said_before_every_setting_has_a_run() -> None:
    assert kinds(new_comparison((Setting("A", PLAN),), 1)) == ["nothing yet"]


def test_few_seeds_are_called_few() -> None:
    assert [
        finding.of for finding in verdict(compared([0.1] * 3, [0.2] * 3)) if finding.kind == "few seeds"
    ] == [10]
    assert kinds(compared([0.1] * 4, [0.2] * 4)) == ["better"]


@pytest.mark.parametrize(("settings", "seeds", "of"), [(3, 4, 12), (4, 5, None), (4, 4, 6), (4, 2, 2)])
def test_of_several_pairs_chance_puts_one_apart_the_more_often(
    settings: int, seeds: int, of: int | None
) -> None:
    told = verdict(compared(*([0.1 * (place + 1)] * seeds for place in range(settings))))
    assert [finding.of for finding in told if finding.kind == "few seeds"] == ([] if of is None else [of])


@pytest.mark.parametrize(("one", "other", "share"), [(1, 1, 1.0), (2, 2, 1 / 3), (5, 5, 2 / 252)])
def test_how_often_chance_puts_spreads_apart(one: int, other: int, share: float) -> None:
    assert by_chance(one, other) == pytest.approx(share)


def test_no_better_than_the_baseline_is_said_of_each_that_is_not() -> None:
    said = verdict(compared([1.5, 0.5, 1.5], [0.1, 0.1, 0.1]))
    assert Finding("no better than the baseline", "A", "chance", 1, 3) in said
    assert "no better than the baseline (chance): it does better on 1 of 3 seeds" in told(said)
    assert not [finding for finding in said if finding.first == "B" and finding.second == "chance"]


def test_better_than_the_baseline_with_some_seeds_only_is_counted() -> None:
    said = verdict(compared([0.5, 0.5, 1.5], [0.5, 0.5, 0.5]))
    assert Finding("beats", "A", "chance", 2, 3) in said


def test_a_single_setting_is_held_against_the_baseline() -> None:
    assert verdict(compared([0.5, 0.25])) == (Finding("beats", "A", "chance", 2, 2),)
    assert kinds(compared([1.5, 1.25])) == ["no better than the baseline"]


def test_a_run_that_diverged_is_infinitely_bad_and_said() -> None:
    said = verdict(compared([0.1, math.inf], [0.2, 0.3]))
    assert [finding.kind for finding in said] == ["no difference", "diverged"] or said[
        0
    ].kind == "no difference"
    assert Finding("diverged", "A", count=1, of=2) in said


def test_what_was_lost_or_could_not_be_is_said_and_not_counted() -> None:
    whole = compared([0.1, 0.1, 9.0], [0.2, 0.2, 0.2])
    outcomes = [replace(one, ended="lost") if one.loss == 9.0 else one for one in whole.outcomes]
    said = verdict(replace(whole, outcomes=tuple(outcomes)))
    assert said[0].kind == "better"
    assert Finding("lost", "A", count=1, of=3) in said


def test_sooner_is_by_updates_until_solved() -> None:
    early = [run(0.1, solved_at=step) for step in (10, 20)]
    late = [run(0.05, solved_at=step) for step in (30, 40)]
    assert difference(("A", "B"), early, late, True) == Finding("sooner", "A", "B", 2, 2)
    assert difference(("A", "B"), early, [run(0.5), run(0.5)], True) == Finding("solves", "A", "B", 2, 2)


def test_runs_that_stopped_when_they_were_good_enough_are_not_called_better() -> None:
    one = [run(0.1, solved_at=step) for step in (10, 30)]
    other = [run(0.2, solved_at=step) for step in (20, 40)]
    assert difference(("A", "B"), one, other, True).kind == "no difference"


def test_losses_of_different_tasks_are_not_compared() -> None:
    longer = Plan(TaskChoice("adding", (("length", 100.0),)))
    assert kinds(compared([0.1] * 5, [0.2] * 5, plans=(PLAN, longer))) == ["other tasks"]


def test_what_is_alike_everywhere_is_said_once() -> None:
    assert kinds(compared([0.1, 0.3], [0.2, 0.3], [0.1, 0.2])) == ["no difference at all"]


def test_of_three_settings_each_pair_is_said() -> None:
    said = verdict(compared([0.1] * 5, [0.3] * 5, [0.3] * 5))
    assert [(finding.kind, finding.first, finding.second) for finding in said] == [
        ("better", "A", "B"),
        ("better", "A", "C"),
        ("no difference", "B", "C"),
    ]


def test_what_is_ahead_of_several_is_said_once_and_first() -> None:
    said = [
        Finding("better", one, other, 3, 3) for one, other in (("C", "D"), ("A", "B"), ("A", "C"), ("A", "D"))
    ]
    first, second, third = sentences([*said, Finding("no difference", "B", "C")])
    assert first == "“A” learns better than “B”, “C” and “D” on 3 of 3 seeds: the spreads are apart."
    assert second == "“C” learns better than “D” on 3 of 3 seeds: the spreads are apart."
    assert third.startswith("No difference")


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_sentence_can_be_said(kind: str) -> None:
    words = told([Finding(kind, "A", "B", 2, 3)])
    assert words.endswith(".")
    assert "{" not in words


def test_a_task_without_a_baseline_has_none_to_beat() -> None:
    whole = compared([0.1] * 4, [0.2] * 4)
    bare = replace(whole, outcomes=tuple(replace(one, baselines=()) for one in whole.outcomes))
    assert kinds(bare) == ["better"]
