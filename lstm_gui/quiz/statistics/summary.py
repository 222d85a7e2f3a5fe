"""All statistics of a deck, or of all, over a range of study days."""

from dataclasses import dataclass

from lstm_gui.quiz.statistics import activity, calibration, distribution, forecast, retention, topics
from lstm_gui.quiz.statistics.activity import DayCount, TimeSpent
from lstm_gui.quiz.statistics.distribution import Bucket
from lstm_gui.quiz.statistics.forecast import Forecast
from lstm_gui.quiz.statistics.history import History, Ratings
from lstm_gui.quiz.statistics.shares import Share
from lstm_gui.quiz.statistics.topics import TopicMastery

RANGES = {"month": 30, "year": 365, "all": None}  # study days up to today
AHEAD = {"month": 30, "year": 90, "all": 90}  # the days of the forecast


@dataclass(frozen=True, slots=True)
class Scope:
    """What the statistics are of."""

    today: int  # study day
    deck: str | None = None  # with those nested in it; None for all
    range: str = "month"  # a key of RANGES
    reviews_per_day: int | None = None  # the limit of all decks together; None: all that are due


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of every picture; each is defined where it is computed."""

    scope: Scope
    first_day: int  # of the range
    cards: int
    answers: int  # ratings of the range
    mastery: float
    calendar: tuple[DayCount, ...]
    forecast: Forecast
    retained: Share
    weeks: tuple[Share, ...]
    intervals: tuple[Share, ...]
    stabilities: tuple[Bucket, ...]
    difficulties: tuple[Bucket, ...]
    ratings: tuple[int, int, int, int, int]
    time: tuple[TimeSpent, ...]
    topics: tuple[TopicMastery, ...]
    confidence: tuple[Share, ...]
    tested: tuple[Share, ...]
    predicted: tuple[Share, ...]


def summarise(history: History, scope: Scope) -> Summary:
    """Count everything. A rating dated after today, by a clock set wrong, is in no range."""
    part = history.of_deck(scope.deck)
    first = first_day(part, scope)
    chosen = (part.ratings.day >= first) & (part.ratings.day <= scope.today)
    ratings = part.ratings.only(chosen)
    ahead = forecast.forecast(part, scope.today, AHEAD[scope.range])
    done = forecast.reviewed(history.ratings, scope.today)
    return Summary(
        scope=scope,
        first_day=first,
        cards=int(part.cards.there.sum()),
        answers=len(ratings.day),
        mastery=topics.overall(part, scope.today),
        calendar=activity.calendar(part.ratings, scope.today),
        forecast=forecast.limited(ahead, scope.reviews_per_day, done),
        retained=retention.overall(ratings),
        weeks=retention.by_week(ratings, first, scope.today),
        intervals=retention.by_interval(ratings),
        stabilities=distribution.stabilities(part.cards),
        difficulties=distribution.difficulties(part.cards),
        ratings=activity.by_rating(ratings),
        time=_time(ratings, first, scope),
        topics=topics.mastery(part, scope.today),
        confidence=calibration.confidence(ratings),
        tested=calibration.tested(part.ratings, chosen),
        predicted=calibration.predicted(ratings),
    )


def first_day(history: History, scope: Scope) -> int:
    """The first study day of the range: of all, that of the first rating."""
    days = RANGES[scope.range]
    if days is not None:
        return scope.today - days + 1
    given = history.ratings.day[history.ratings.day <= scope.today]
    return int(given.min()) if len(given) else scope.today


def _time(ratings: Ratings, first: int, scope: Scope) -> tuple[TimeSpent, ...]:
    if scope.range == "month":
        return activity.time_spent(ratings, first, scope.today, 1)
    return activity.time_spent(ratings, activity.monday(first), scope.today, activity.WEEK)
