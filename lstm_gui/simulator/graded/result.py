"""What grading says, and how well a person may then say they knew it."""

from dataclasses import dataclass

from lstm_gui.quiz.rating import Rating


class Unfit(ValueError):
    """An answer that cannot be graded; the message is one plain sentence that says why."""


@dataclass(frozen=True, slots=True)
class Result:
    """The grade of one answer. The person still rates, up to `cap`."""

    passed: bool
    cap: Rating
    sequence: str = ""  # what the first sequence that failed is called; "" where there is but the scene's
    step: int = 0  # where it failed first; 1 is the first step, 0 where it passed
    off: float | None = 0.0  # by how much at worst; None where no finite number says it
    right: tuple[float, ...] = ()  # what the simulator computed, where numbers were asked for
    number: int = 0  # which of the sequences failed; 1 is the first


def cap_of(passed: bool, hinted: bool) -> Rating:
    """The best rating: wrong is not recalled, and with a hint it was recalled in part."""
    if not passed:
        return Rating.BARELY
    return Rating.PARTLY if hinted else Rating.PERFECTLY
