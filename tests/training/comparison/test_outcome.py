"""What is heard of a run: however long it lasts, its curve has no more points than can be seen."""

from hypothesis import given
from hypothesis import strategies as some

from lstm_gui.training.comparison.outcome import MOST_POINTS, Outcome, heard
from lstm_gui.training.messages import Updates
from lstm_gui.training.run import Update, Validation


def update(step: int) -> Update:
    return Update(step, 1.0, 1.0, False, 0.01, Validation(1 / step, 0.0, solved=False))


@given(some.integers(1, 40), some.integers(1, 200), some.integers(1, 60))
def test_a_curve_stays_short_and_reaches_from_its_beginning_to_its_end(
    every: int, together: int, times: int
) -> None:
    outcome, step = Outcome(0, 0), 0
    for _ in range(times):
        told = tuple(update(step + every * (n + 1)) for n in range(together))
        step = told[-1].step
        outcome = heard(outcome, Updates(0, told), 1.0)
    steps = [at for at, _ in outcome.curve]
    assert len(steps) <= MOST_POINTS
    assert steps == sorted(set(steps))
    assert steps[-1] == outcome.step == step
    assert all(loss == 1 / at for at, loss in outcome.curve)
    assert max(after - before for before, after in zip([0, *steps], steps, strict=False)) <= max(
        every, 4 * step / MOST_POINTS + 2 * every
    )


def test_a_short_curve_keeps_every_point() -> None:
    outcome = heard(Outcome(0, 0), Updates(0, tuple(update(25 * n) for n in range(1, 81))), 1.0)
    assert [step for step, _ in outcome.curve] == list(range(25, 2001, 25))
