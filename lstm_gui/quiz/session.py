"""Which card comes next in a session: a pure choice among a few candidates, already in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that might come next."""

    uid: str
    topic: str = ""
    due_at: datetime | None = None  # aware; set for a failed card that waits to come back


@dataclass(frozen=True, slots=True)
class Candidates:
    """The first few cards of each kind, each kind in its own order."""

    failed: Sequence[Candidate] = ()  # by the time at which they are to come back
    due: Sequence[Candidate] = ()  # by due day, mixed within a day
    new: Sequence[Candidate] = ()  # in the order of the deck; none when the day's limit is used up


def choose(
    candidates: Candidates, now: datetime, *, last_topic: str = "", last_uid: str = ""
) -> Candidate | None:
    """The next card, or None when nothing is left.

    Failed cards whose time has come go first, then reviews, then new cards; among reviews and new cards
    another topic than the last one is preferred. When nothing else is left, failed cards come back early
    rather than keep the person waiting, and the one just answered comes last among them.
    """
    ready = [card for card in candidates.failed if card.due_at is not None and card.due_at <= now]
    if ready:
        return ready[0]
    for kind in (candidates.due, candidates.new):
        if kind:
            return _of_another_topic(kind, last_topic)
    return _not_the_last(candidates.failed, last_uid)


def _of_another_topic(cards: Sequence[Candidate], last_topic: str) -> Candidate:
    return next((card for card in cards if card.topic != last_topic), cards[0])


def _not_the_last(cards: Sequence[Candidate], last_uid: str) -> Candidate | None:
    others = (card for card in cards if card.uid != last_uid)
    return next(others, cards[0] if cards else None)
