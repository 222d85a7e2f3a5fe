"""What the panel asks of the collection: the next card, what is left, and how today went; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import PRACTICE_MODES, Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection, Counts, Queued

_UNLIMITED = 10**9


@dataclass(frozen=True, slots=True)
class Session:
    """What the person reviews, and by which rules."""

    deck: str | None = None  # None: all decks
    new_per_day: int = 10
    scheduler: Scheduler = field(default_factory=Scheduler)


@dataclass(frozen=True, slots=True)
class TopicShare:
    """How the cards of one topic went today."""

    topic: str
    cards: int
    recalled: int  # at the first try


@dataclass(frozen=True, slots=True)
class Recap:
    """How today went so far."""

    cards: int = 0  # different cards rated
    recalled: int = 0  # of them at the first try
    topics: tuple[TopicShare, ...] = ()
    finished: frozenset[str] = frozenset()  # cards whose last rating today was "recalled"


@dataclass(frozen=True, slots=True)
class Rest:
    """What to say when no card is left."""

    next_due: datetime | None  # None when no card will ever come
    more_new: int  # new cards beyond the day's limit
    any_cards: bool
    limit: int = 10  # new cards a day, of all decks together, those asked for on top included


@dataclass(frozen=True, slots=True)
class Outlook:
    """The next card with the interval of each rating, or the rest."""

    counts: Counts
    queued: Queued | None
    intervals: dict[Rating, Interval]
    can_undo: bool
    recap: Recap | None = None  # when it was asked for, and always with a rest
    rest: Rest | None = None


def look(
    collection: Collection, session: Session, now: datetime, *, last_topic: str = "", with_recap: bool = False
) -> Outlook:
    """What comes next."""
    counts = collection.counts(session.deck, now, session.new_per_day)
    queued = collection.next_card(session.deck, now, new_per_day=session.new_per_day, last_topic=last_topic)
    outlook = _outlook(collection, session, now, counts, queued)
    if queued is None:
        outlook = replace(outlook, rest=_rest(collection, session, now, counts))
    if queued is None or with_recap:
        outlook = replace(outlook, recap=recap(collection, session.deck, now))
    return outlook


def look_at(collection: Collection, session: Session, now: datetime, uid: str) -> Outlook:
    """The same with a certain card first: one whose rating was taken back. Where it is gone, what comes."""
    queued = collection.queued(uid)
    if queued is None:
        return look(collection, session, now, with_recap=True)
    counts = collection.counts(session.deck, now, session.new_per_day)
    outlook = _outlook(collection, session, now, counts, queued)
    return replace(outlook, recap=recap(collection, session.deck, now))


def recap(collection: Collection, deck: str | None, now: datetime) -> Recap:
    """How today went in a deck, or in all."""
    day = study_day(now)
    events = [
        event for event in collection.events(since_day=day, until_day=day) if event.mode not in PRACTICE_MODES
    ]
    cards = {uid: collection.queued(uid) for uid in dict.fromkeys(event.uid for event in events)}
    here = {uid: found.card for uid, found in cards.items() if found and deck in (None, found.deck)}
    events = [event for event in events if event.uid in here]
    first = {event.uid: event.rating.recalled for event in reversed(events)}
    last = {event.uid: event.rating.recalled for event in events}
    topics = _topics((here[uid].topic, recalled) for uid, recalled in first.items())
    finished = frozenset(uid for uid, recalled in last.items() if recalled)
    return Recap(len(first), sum(first.values()), topics, finished)


def _topics(cards: Iterable[tuple[str, bool]]) -> tuple[TopicShare, ...]:
    tally: dict[str, list[bool]] = {}
    for topic, recalled in cards:
        tally.setdefault(topic, []).append(recalled)
    return tuple(TopicShare(topic, len(tally[topic]), sum(tally[topic])) for topic in sorted(tally))


def _outlook(
    collection: Collection, session: Session, now: datetime, counts: Counts, queued: Queued | None
) -> Outlook:
    intervals = session.scheduler.preview(queued.memory, now) if queued else {}
    can_undo = not collection.read_only and collection.last_review() is not None
    return Outlook(counts, queued, intervals, can_undo)


def _rest(collection: Collection, session: Session, now: datetime, counts: Counts) -> Rest:
    everything = collection.counts(session.deck, now, _UNLIMITED)
    next_due = collection.next_due(session.deck, now, session.new_per_day)
    more_new = everything.new - counts.new
    any_cards = next_due is not None or more_new > 0
    return Rest(next_due, more_new, any_cards, session.new_per_day)
