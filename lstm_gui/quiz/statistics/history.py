"""Every rating that stands and every card, as columns of numbers: what all statistics are made from."""

from dataclasses import dataclass, fields, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from lstm_gui.quiz.deck_tree import is_within
from lstm_gui.quiz.exam import next_exam
from lstm_gui.quiz.schedule import FORGETTING_FACTOR, FORGETTING_POWER, LONGEST_INTERVAL

Ints = NDArray[np.signedinteger[Any]]  # as small as the numbers allow: there are millions of them
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Cards:
    """The cards that there ever were, one an entry; what is not known of a card is 0."""

    deck: Ints  # key of `History.decks`
    topic: Ints  # index into `History.topics`
    there: Flags  # False: it was deleted, its ratings stay
    stability: Floats  # days; 0 for a card never rated
    difficulty: Floats  # 1 … 10
    last_day: Ints  # study day of the last rating
    due_day: Ints
    waiting: Flags  # failed, and to be asked again in the session
    suspended: Flags
    buried_day: Ints  # the study day that it is left out of
    shuffle: Ints  # mixes the cards: see `schedule.shuffle_key`

    @property
    def rated(self) -> Flags:
        """Those that are there and were ever rated."""
        return self.there & (self.stability > 0)

    def recall(self, day: int) -> Floats:
        """The predicted chance of recall on a study day: 0 for new cards and for those that wait."""
        known = self.rated & ~self.waiting
        return np.where(known, recalls(self.stability, day - self.last_day), 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """The ratings that stand, in the order they were given."""

    card: Ints  # position in Cards
    day: Ints  # study day
    rating: Ints  # 1 … 5
    last_day: Ints  # study day of the rating before, 0 for the first of a card
    stability: Floats  # before the rating, in days; 0 for the first of a card
    response_ms: Ints  # -1 where it was not measured
    practice: Flags  # in a mode that leaves the schedule as it is
    failed: Flags  # the card waited to be asked again
    confidence: Ints  # per cent, before the reveal; -1 where it was not asked
    correct: Ints  # 1 or 0 where the simulator graded, else -1

    @property
    def recalled(self) -> Flags:
        """Whether the person said to have known it: rated 3 or more."""
        return self.rating >= 3

    @property
    def asked_again(self) -> Flags:
        """What true retention counts: the first review of a day of a card that was recalled on a day before.

        New cards, cards that failed and wait, and practice are no test of what the schedule promised.
        """
        return (self.stability > 0) & (self.last_day < self.day) & ~self.failed & ~self.practice

    @property
    def elapsed(self) -> Ints:
        """Study days since the rating before; 0 for the first."""
        return np.where(self.last_day > 0, np.clip(self.day - self.last_day, 0, LONGEST_INTERVAL), 0)

    @property
    def right(self) -> Flags:
        """Whether the answer was right: by the simulator where it graded, else by the person's rating."""
        return np.where(self.correct >= 0, self.correct == 1, self.recalled)

    def only(self, which: Flags) -> Self:
        """Those of them alone."""
        return replace(self, **{field.name: getattr(self, field.name)[which] for field in fields(self)})


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Cards and ratings with the names they refer to."""

    cards: Cards
    ratings: Ratings
    decks: dict[int, str]  # those that are there
    topics: tuple[str, ...]
    exams: dict[int, tuple[int, ...]]  # of each deck: the days of its own, and of the decks around it

    def exam_days(self, today: int) -> Ints:
        """Of each card, the study day of the exam that is next after today; 0 for none."""
        table = np.zeros(int(self.cards.deck.max(initial=0)) + 1, np.int64)
        for key, days in self.exams.items():
            if key < len(table):
                table[key] = next_exam(days, today) or 0
        found: Ints = table[self.cards.deck]
        return found

    def of_deck(self, name: str | None) -> "History":
        """What concerns a deck and those nested in it; all of it for None."""
        if name is None:
            return self
        wanted = [key for key, deck in self.decks.items() if is_within(deck, name)]
        inside = np.isin(self.cards.deck, wanted)
        cards = replace(self.cards, there=self.cards.there & inside)
        return replace(self, cards=cards, ratings=self.ratings.only(inside[self.ratings.card]))


def recalls(stability: Floats, elapsed: Ints) -> Floats:
    """`schedule.recall` for many at once; 0 where there is no stability."""
    days = np.clip(elapsed, 0, LONGEST_INTERVAL)
    share = np.divide(days, stability, out=np.zeros(len(days)), where=stability > 0)
    chance = (1.0 + FORGETTING_FACTOR * share) ** FORGETTING_POWER
    return np.where(stability > 0, chance, 0.0)
