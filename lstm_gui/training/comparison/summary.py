"""The table of a comparison: one row for each setting, with medians and spreads over its seeds."""

from dataclasses import dataclass

from lstm_gui.training.comparison.comparison import Comparison
from lstm_gui.training.comparison.spread import Spread, spread


@dataclass(frozen=True, slots=True)
class Row:
    """What came of a setting; spreads are None as long as no run of it has finished."""

    name: str
    parameters: int
    loss: Spread | None  # of the test set
    score: Spread | None  # of the test set, of the runs that did not diverge
    solved: int  # runs
    solved_after: Spread | None  # updates, of the runs that solved it
    finished: int  # runs, diverged ones among them
    diverged: int
    runs: int
    seconds: Spread | None  # a run


def summary(comparison: Comparison) -> tuple[Row, ...]:
    """A row for each setting, in their order."""
    return tuple(_row(comparison, place) for place in range(len(comparison.settings)))


def _row(comparison: Comparison, place: int) -> Row:
    runs = comparison.of(place)
    finished = [one for one in runs if one.finished]
    return Row(
        name=comparison.settings[place].name,
        parameters=max(one.parameters for one in runs),
        loss=spread([one.loss for one in finished]),
        score=spread([one.test.score for one in finished if one.test is not None]),
        solved=sum(one.solved_at is not None for one in finished),
        solved_after=spread([one.solved_at for one in finished if one.solved_at is not None]),
        finished=len(finished),
        diverged=sum(one.ended == "diverged" for one in finished),
        runs=len(runs),
        seconds=spread([one.seconds for one in finished]),
    )
