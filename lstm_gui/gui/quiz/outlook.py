"""What the panel asks of the collection: the next card, what is left, and how today went; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from lstm_gui.quiz.deck_rules import scheduler_of
from lstm_gui.quiz.deck_tree import is_within
from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import PRACTICE_MODES, Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection, Counts, Limits, Queued

_UNLIMITED = 10**9


@dataclass(frozen=True, slots=True)
class Session:
    """What the person reviews, and by which rules."""

    deck: str | None = None  # with the decks in it; None: all decks
    new_per_day: int = 10  # of all decks together
    scheduler: Scheduler = field(default_factory=Scheduler)
    reviews_per_day: int = 0  # of all decks together; 0: all that are due
    extra_new: int = 0  # beyond every limit of today, by the person's wish
    extra_reviews: int = 0

    @property
    def limits(self) -> Limits:
        """How much is asked today."""
        return Limits(self.new_per_day, self.extra_new, self.reviews_per_day or None, self.extra_reviews)

    def scheduler_of(self, queued: Queued, now: datetime) -> Scheduler:
        """The scheduler of a card, by what is set for its deck."""
        return scheduler_of(queued.rules, self.scheduler, study_day(now))


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
    limit: int = 10  # new cards a day, those asked for on top included
    limit_of: str | None = (
        ""  # the deck that the limit is set for, "" for all together; None: several have one
    )
    later: int = 0  # reviews that are due, and wait for the days after
    days_behind: int | None = None  # until none waits; None: not within a year


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
    counts = collection.counts(session.deck, now, session.limits)
    queued = collection.next_card(session.deck, now, session.limits, last_topic=last_topic)
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
    counts = collection.counts(session.deck, now, session.limits)
    outlook = _outlook(collection, session, now, counts, queued)
    return replace(outlook, recap=recap(collection, session.deck, now))


def look_after(
    collection: Collection, session: Session, now: datetime, uids: Iterable[str], *, last_topic: str = ""
) -> Outlook:
    """The same after an edit: the first of these cards that is still asked, or what comes next."""
    uid = next((uid for uid in uids if collection.edits.is_asked(uid, now)), None)
    if uid is None:
        return look(collection, session, now, last_topic=last_topic, with_recap=True)
    return look_at(collection, session, now, uid)


def recap(collection: Collection, deck: str | None, now: datetime) -> Recap:
    """How today went in a deck with the decks in it, or in all."""
    day = study_day(now)
    events = [
        event for event in collection.events(since_day=day, until_day=day) if event.mode not in PRACTICE_MODES
    ]
    cards = {uid: collection.queued(uid) for uid in dict.fromkeys(event.uid for event in events)}
    here = {uid: found.card for uid, found in cards.items() if found and _concerns(deck, found.deck)}
    events = [event for event in events if event.uid in here]
    first = {event.uid: event.rating.recalled for event in reversed(events)}
    last = {event.uid: event.rating.recalled for event in events}
    topics = _topics((here[uid].topic, recalled) for uid, recalled in first.items())
    finished = frozenset(uid for uid, recalled in last.items() if recalled)
    return Recap(len(first), sum(first.values()), topics, finished)


def _concerns(deck: str | None, name: str) -> bool:
    return deck is None or is_within(name, deck)


def _topics(cards: Iterable[tuple[str, bool]]) -> tuple[TopicShare, ...]:
    tally: dict[str, list[bool]] = {}
    for topic, recalled in cards:
        tally.setdefault(topic, []).append(recalled)
    return tuple(TopicShare(topic, len(tally[topic]), sum(tally[topic])) for topic in sorted(tally))


def _outlook(
    collection: Collection, session: Session, now: datetime, counts: Counts, queued: Queued | None
) -> Outlook:
    intervals = session.scheduler_of(queued, now).preview(queued.memory, now) if queued else {}
    can_undo = not collection.read_only and collection.last_review() is not None
    return Outlook(counts, queued, intervals, can_undo)


def _rest(collection: Collection, session: Session, now: datetime, counts: Counts) -> Rest:
    deck, limits = session.deck, session.limits
    more_new = collection.counts(deck, now, replace(limits, extra=_UNLIMITED)).new - counts.new
    next_due = collection.next_due(deck, now, limits)
    limit_of, used = collection.workload.limit_used(deck, now, limits)
    days = collection.workload.days_behind(deck, now, limits, counts.later)
    any_cards = next_due is not None or more_new > 0
    return Rest(next_due, more_new, any_cards, used, limit_of, counts.later, days)
