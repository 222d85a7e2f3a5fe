"""What is set for a deck holds for the decks in it: new cards a day, the recall to aim for, the exam."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from lstm_gui.quiz.deck_tree import around, path, summed
from lstm_gui.quiz.exam import next_exam
from lstm_gui.quiz.schedule import HIGHEST_RETENTION, LOWEST_RETENTION, Scheduler

EVERYTHING = ""  # the name under which the limit of all decks together stands


@dataclass(frozen=True, slots=True)
class DeckRules:
    """What is set for one deck; None: as the deck around it, and at last as the settings of the app."""

    new_per_day: int | None = None
    retention: float | None = None
    exam_day: int | None = None  # a study day


NO_RULES = DeckRules()


def scheduler_of(rules: Iterable[DeckRules], settings: Scheduler, day: int) -> Scheduler:
    """The scheduler of a card: by the rules of its deck and of those around it, the outermost first.

    The recall to aim for is that of the nearest deck that says it. The exam is the first still to come, of
    the deck or of one around it: the exam of a course is one of its chapters too.
    """
    chain = tuple(rules)
    said = [one.retention for one in chain if one.retention is not None]
    retention = min(max(said[-1], LOWEST_RETENTION), HIGHEST_RETENTION) if said else settings.retention
    return replace(settings, retention=retention, exam_day=next_exam((one.exam_day for one in chain), day))


@dataclass(frozen=True, slots=True)
class NewCards:
    """How many new cards a day still allows: a limit counts what was introduced in its deck and those in it.

    A deck never gets more than the deck around it still allows, nor than all decks together do.
    """

    left: Mapping[str, int]  # of EVERYTHING, and of the decks that have a limit of their own

    @classmethod
    def of_today(cls, limits: Mapping[str, int], introduced: Mapping[str, int], extra: int = 0) -> Self:
        """What limits still allow; `introduced` is by the deck a card is in, `extra` comes on top by wish."""
        so_far = summed(introduced) | {EVERYTHING: sum(introduced.values())}
        return cls({name: max(0, limit + extra - so_far.get(name, 0)) for name, limit in limits.items()})

    def allowed(self, deck: str) -> int:
        """What the limits of a deck, of those around it and of EVERYTHING still allow."""
        return min(self.left[name] for name in (EVERYTHING, *path(deck)) if name in self.left)

    def among(self, waiting: Mapping[str, int]) -> dict[str, int]:
        """How many new cards each deck gets, with the decks in it, of those `waiting` in each by itself."""
        found = dict.fromkeys((outer for name in waiting for outer in path(name)), 0) | dict(waiting)
        for name in sorted(found, key=lambda each: -len(path(each))):
            found[name] = min(found[name], self.left.get(name, found[name]))
            if outer := around(name):
                found[outer] += found[name]
        return {name: min(number, self.allowed(name)) for name, number in found.items()}
