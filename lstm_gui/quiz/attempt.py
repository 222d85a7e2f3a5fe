"""What became of a card that the simulator grades, before the person rates it."""

from dataclasses import dataclass

from lstm_gui.quiz.rating import Rating


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a graded card. The person still rates, up to `cap`."""

    cap: Rating
    correct: bool | None = None  # what the simulator found; None where no answer was given
    hints: int = 0  # asked for on the way


GIVEN_UP = Attempt(Rating.BARELY)
NOT_GRADED = Attempt(Rating.PERFECTLY)  # the graded card could not be opened: the person alone says
