"""What the scheduler remembers of a card, and the event that a rating leaves behind."""

from dataclasses import dataclass
from datetime import datetime

from lstm_gui.quiz.rating import Rating


@dataclass(frozen=True, slots=True)
class Memory:
    """The schedule of one card. A card never rated has no stability and no last review."""

    uid: str
    stability: float | None = None  # days until recall falls to 90 %
    difficulty: float | None = None  # 1 easy … 10 hard
    last_review: datetime | None = None  # aware
    last_day: int | None = None  # study day of the last review
    due_day: int = 0  # study day on which it is due
    due_at: datetime | None = None  # aware; set while a failed card waits to come back within the session
    repetitions: int = 0
    lapses: int = 0

    @property
    def is_new(self) -> bool:
        """Whether the card was never rated."""
        return self.stability is None


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One rating, as it stands in the log for ever."""

    id: str  # uuid4, as text
    uid: str  # the card
    at: datetime  # aware, with the person's offset
    study_day: int
    rating: Rating
    before: Memory  # what the scheduler saw
    after: Memory  # what it led to
    response_ms: int | None = None  # from question shown to rating
    mode: str = "review"
    confidence: int | None = None  # per cent: how sure the person was before the answer was shown
    correct: bool | None = None  # what the simulator found of the answer; None where nothing was graded
    hints: int = 0  # how many were asked for
    # By which rule it was scheduled. None: by none, as in practice, or before the log kept it.
    retention: float | None = None  # the recall that was aimed for
    exam_day: int | None = None  # the study day of the exam that was heeded


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A rating that was taken back: it stays in the log, and this says that it no longer counts."""

    id: str  # a uuid, as text
    uid: str  # the card
    rating: str  # the id of the rating
    at: datetime  # aware, with the person's offset
    study_day: int


LogEntry = ReviewEvent | Withdrawal
