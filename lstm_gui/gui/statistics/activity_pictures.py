"""The pages about what was done and what comes: days, forecast, ratings, time."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.quiz.words import counted, rating_word
from lstm_gui.gui.statistics import definitions
from lstm_gui.gui.statistics.chart import Chart, Kind
from lstm_gui.gui.statistics.number_words import (
    cards_words,
    count_ticks,
    count_words,
    day_words,
    decimal_words,
    iso_words,
    month_words,
    ratings_words,
    share_words,
    short_day_words,
    weekday_words,
)
from lstm_gui.gui.statistics.picture import Picture, Table
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.statistics.activity import WEEK, TimeSpent
from lstm_gui.quiz.statistics.forecast import Forecast
from lstm_gui.quiz.statistics.summary import Summary

translate = QCoreApplication.translate

_MINUTE = 60_000  # ms


def days(found: Summary) -> Picture:
    """The calendar."""
    shown = found.calendar
    first_of_month = [
        month_words(shown[n].day) if n == 0 or _month(shown[n].day) != _month(shown[n - WEEK].day) else ""
        for n in range(0, len(shown), WEEK)
    ]
    told = tuple(
        translate("Statistics", "{day}: {ratings}").format(
            day=day_words(one.day), ratings=ratings_words(one.count)
        )
        for one in shown
    )
    chart = Chart(
        Kind.DAYS,
        tuple(first_of_month),
        tuple(float(one.count) for one in shown),
        float(WEEK),
        tuple((float(n), weekday_words(shown[n].day)) for n in range(0, min(WEEK, len(shown)), 2)),
        "",
        translate("Statistics", "Ratings of each study day, a week a column"),
        told,
    )
    busy = [one for one in reversed(shown) if one.count]
    total, most = sum(one.count for one in busy), max((one.count for one in busy), default=0)
    words = translate("Statistics", "{ratings} on {days}; the busiest day had {most}.")
    days_with = counted(len(busy), translate("Statistics", "{n} day"), translate("Statistics", "{n} days"))
    return Picture(
        "days",
        translate("Statistics", "Days of study"),
        chart,
        Table(
            (translate("Statistics", "Study day"), translate("Statistics", "Ratings")),
            tuple((day_words(one.day), count_words(one.count)) for one in busy),
            tuple((iso_words(one.day), one.count) for one in busy),
        ),
        definitions.days(),
        words.format(ratings=ratings_words(total), days=days_with, most=count_words(most)) if busy else "",
        translate("Statistics", "Each day on which you rate cards becomes a square here."),
    )


def forecast(found: Summary) -> Picture:
    """What is due when."""
    ahead, today = found.forecast, found.scope.today
    counts = (ahead.overdue, *ahead.days)
    names = [translate("Statistics", "overdue"), translate("Statistics", "today")]
    names += [short_day_words(today + n) for n in range(1, len(ahead.days))]
    full = [*names[:2], *(day_words(today + n) for n in range(1, len(ahead.days)))]
    told = (
        translate("Statistics", "{day}: {cards} due").format(day=day, cards=cards_words(count))
        for day, count in zip(full, counts, strict=True)
    )
    asked = _asked(ahead)
    top, ticks = count_ticks(max(counts))
    chart = Chart(
        Kind.BARS, tuple(names), tuple(map(float, counts)), top, ticks,
        translate("Statistics", "study day"), translate("Statistics", "Cards due"), tuple(told),
        apart=frozenset({0}),
    )  # fmt: skip
    words = translate("Statistics", "{near} due by {day}, {later} later.")
    near = cards_words(sum(counts))
    said = words.format(near=near, day=full[-1], later=count_words(ahead.later))
    return Picture(
        "forecast",
        translate("Statistics", "Forecast"),
        chart,
        Table(
            (
                translate("Statistics", "Due"),
                translate("Statistics", "Cards"),
                *([translate("Statistics", "Asked")] if asked else []),
            ),
            tuple(
                (day, count_words(count), *(["–" if n is None else count_words(n) for n in more]))
                for day, count, more in zip(full, counts, _beside(asked, len(counts)), strict=True)
            ),
            tuple(
                (day, count, *more)
                for day, count, more in zip(
                    ("overdue", *(iso_words(today + n) for n in range(len(ahead.days)))),
                    counts,
                    _beside(asked, len(counts)),
                    strict=True,
                )
            ),
        ),
        definitions.forecast().format(new=count_words(ahead.new), suspended=count_words(ahead.suspended)),
        " ".join((said, *_catching_up(found))) if sum(counts) + ahead.later else "",
        translate("Statistics", "Once you have rated cards, the days on which they come back stand here."),
    )


def _asked(ahead: Forecast) -> tuple[int | None, ...]:
    """What each place of the forecast asks, where a limit of reviews makes that another number."""
    due = (ahead.overdue + ahead.days[0], *ahead.days[1:])
    return (None, *ahead.asked) if ahead.asked and ahead.asked != due else ()


def _beside(asked: tuple[int | None, ...], rows: int) -> tuple[tuple[int | None, ...], ...]:
    """A column of a table; empty where there is none."""
    return tuple((count,) for count in asked) if asked else ((),) * rows


def _catching_up(found: Summary) -> tuple[str, ...]:
    """When none waits for the limit of reviews any more."""
    ahead, limit = found.forecast, found.scope.reviews_per_day
    if limit is None or not _asked(ahead):
        return ()
    if not ahead.days_behind:
        words = translate("Statistics", "No more than {limit} are asked a day.")
    else:
        words = counted(
            ahead.days_behind,
            translate("Statistics", "No more than {limit} are asked a day: caught up tomorrow."),
            translate("Statistics", "No more than {limit} are asked a day: caught up in {n} days."),
        )
    return (words.replace("{limit}", count_words(limit)),)


def ratings(found: Summary) -> Picture:
    """How often each rating was given."""
    total = max(1, sum(found.ratings))
    names = tuple(f"{int(rating)} {rating_word(rating)}" for rating in Rating)
    told = (
        translate("Statistics", "{rating}: {ratings}, {share}").format(
            rating=name, ratings=ratings_words(count), share=share_words(count / total)
        )
        for name, count in zip(names, found.ratings, strict=True)
    )
    top, ticks = count_ticks(max(found.ratings))
    chart = Chart(
        Kind.BARS, names, tuple(map(float, found.ratings)), top, ticks,
        translate("Statistics", "what you said"), translate("Statistics", "Ratings"), tuple(told),
    )  # fmt: skip
    return Picture(
        "ratings",
        translate("Statistics", "Ratings"),
        chart,
        Table(
            (
                translate("Statistics", "Rating"),
                translate("Statistics", "Times"),
                translate("Statistics", "Share"),
            ),
            tuple(
                (name, count_words(count), share_words(count / total))
                for name, count in zip(names, found.ratings, strict=True)
            ),
            tuple((n + 1, count, count / total) for n, count in enumerate(found.ratings)),
        ),
        definitions.ratings(),
        ratings_words(sum(found.ratings)) + "." if found.answers else "",
        translate("Statistics", "How often you said each of the five ratings stands here."),
    )


def time(found: Summary) -> Picture:
    """The time that answers took."""
    spans = found.time
    minutes = [span.milliseconds / _MINUTE for span in spans]
    told = tuple(
        translate("Statistics", "{span}: {minutes} min, {ratings}").format(
            span=_span(span), minutes=decimal_words(spent), ratings=ratings_words(span.answers)
        )
        for span, spent in zip(spans, minutes, strict=True)
    )
    top, ticks = count_ticks(max(minutes))
    untimed = sum(span.answers - span.timed for span in spans)
    timed = sum(span.timed for span in spans)
    by = translate("Statistics", "week, by its Monday")
    if spans[0].first_day == spans[0].last_day:
        by = translate("Statistics", "study day")
    said = translate("Statistics", "{minutes} min in all, {seconds} s an answer.").format(
        minutes=count_words(round(sum(minutes))),
        seconds=decimal_words(60 * sum(minutes) / timed if timed else 0.0),
    )
    return Picture(
        "time",
        translate("Statistics", "Time spent"),
        Chart(
            Kind.BARS,
            tuple(short_day_words(span.first_day) for span in spans),
            tuple(minutes),
            top,
            ticks,
            by,
            translate("Statistics", "Minutes"),
            told,
        ),
        _time_table(spans[::-1]),
        definitions.time().format(untimed=count_words(untimed)),
        said if timed else "",
        translate("Statistics", "The time from question to rating adds up here."),
    )


def _time_table(spans: tuple[TimeSpent, ...]) -> Table:
    return Table(
        (
            translate("Statistics", "From"),
            translate("Statistics", "Minutes"),
            translate("Statistics", "Answers"),
        ),
        tuple(
            (
                day_words(span.first_day),
                decimal_words(span.milliseconds / _MINUTE),
                count_words(span.answers),
            )
            for span in spans
        ),
        tuple((iso_words(span.first_day), span.milliseconds / _MINUTE, span.answers) for span in spans),
    )


def _span(span: TimeSpent) -> str:
    if span.first_day == span.last_day:
        return day_words(span.first_day)
    words = translate("Statistics", "{first} to {last}")
    return words.format(first=day_words(span.first_day), last=day_words(span.last_day))


def _month(day: int) -> str:
    return iso_words(day)[:7]
