"""One run of a comparison: what was heard of it so far."""

import math
from dataclasses import dataclass, replace

from lstm_gui.training.crew import Lost, News
from lstm_gui.training.messages import Begun, Ended, Failed, Updates
from lstm_gui.training.run import Validation
from lstm_gui.training.task import Baseline

UNFINISHED = ("", "failed", "lost", "stopped")
"""Ends of a run that say nothing about its setting: it did not come to an end of its own."""

MOST_POINTS = 1024  # of a curve: more than it has pixels


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run as far as it has come."""

    setting: int  # its place among the settings
    seed: int
    step: int = 0  # updates done
    curve: tuple[tuple[int, float], ...] = ()  # (updates done, loss of the validation set), thinned out
    solved_at: int | None = None  # updates after which a validation first called it solved
    ended: str = ""  # why of Ended; "failed", "lost", "stopped"; "" as long as it has not
    words: str = ""  # of a failure; of a divergence the quantity
    test: Validation | None = None
    began: float | None = None  # seconds on the caller's clock
    seconds: float = 0.0  # since then, at the last message
    parameters: int = 0
    baselines: tuple[Baseline, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether it came to an end of its own, and so counts as evidence."""
        return self.ended not in UNFINISHED

    @property
    def loss(self) -> float:
        """Of the test set (see messages.Ended); infinite where it diverged. Only for one that is finished."""
        return self.test.loss if self.test is not None else math.inf

    @property
    def solved_after(self) -> float:
        """Updates until it was solved; infinite where it never was."""
        return math.inf if self.solved_at is None else self.solved_at


def heard(outcome: Outcome, news: News, now: float) -> Outcome:
    """An outcome after a message about its run; `now` in seconds on any clock that only goes forwards."""
    if isinstance(news, Begun):
        return replace(outcome, began=now, parameters=news.parameters, baselines=news.baselines)
    seconds = 0.0 if outcome.began is None else now - outcome.began
    outcome = replace(outcome, seconds=seconds)
    if isinstance(news, Updates):
        return _further(outcome, news)
    if isinstance(news, Ended):
        words = news.quantity
        return replace(outcome, ended=news.why, test=news.test, words=words, step=news.state.step)
    if isinstance(news, Failed) and news.over:
        return replace(outcome, ended="failed", words=news.words)
    return replace(outcome, ended="lost") if isinstance(news, Lost) else outcome


def _further(outcome: Outcome, news: Updates) -> Outcome:
    found = [(update.step, update.validation) for update in news.updates if update.validation is not None]
    solved = [step for step, validation in found if validation.solved]
    curve = outcome.curve + tuple((step, validation.loss) for step, validation in found)
    return replace(
        outcome,
        step=news.updates[-1].step,
        curve=curve if len(curve) <= MOST_POINTS else _thinned(curve),
        solved_at=solved[0] if outcome.solved_at is None and solved else outcome.solved_at,
    )


def _thinned(curve: tuple[tuple[int, float], ...]) -> tuple[tuple[int, float], ...]:
    """The last point of each of many stretches of steps, which are the same in every run."""
    width = (curve[-1][0] // (MOST_POINTS // 2)).bit_length()
    return tuple({step >> width: (step, loss) for step, loss in curve}.values())
