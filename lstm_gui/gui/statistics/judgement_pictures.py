"""The pages about what was known: true retention, and calibration."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.quiz.words import counted, rating_word
from lstm_gui.gui.statistics import definitions
from lstm_gui.gui.statistics.chart import Chart, Kind
from lstm_gui.gui.statistics.number_words import (
    axis_words,
    bounds_words,
    count_words,
    day_words,
    range_words,
    share_ticks,
    share_words,
    short_day_words,
)
from lstm_gui.gui.statistics.picture import Picture, Table
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.statistics import calibration
from lstm_gui.quiz.statistics.shares import Share
from lstm_gui.quiz.statistics.summary import Summary

translate = QCoreApplication.translate


def weeks(found: Summary) -> Picture:
    """True retention, week by week."""
    shares, newest = found.weeks, found.weeks[::-1]
    return Picture(
        "retention-by-week",
        translate("Statistics", "Retention by week"),
        _chart(
            shares,
            [short_day_words(share.low) for share in shares],
            [day_words(share.low) for share in shares],
            translate("Statistics", "week, by its Monday"),
        ),
        _table(translate("Statistics", "Week from"), newest, [day_words(share.low) for share in newest]),
        definitions.retention(),
        _retained(found.retained),
        _no_retention(),
    )


def intervals(found: Summary) -> Picture:
    """True retention by how long a card had not been seen."""
    shares = found.intervals
    names = [range_words(share.low, share.high) for share in shares]
    axis = [axis_words(share.low, share.high) for share in shares]
    told = [translate("Statistics", "after {days} days").format(days=name) for name in names]
    return Picture(
        "retention-by-interval",
        translate("Statistics", "Retention by interval"),
        _chart(shares, axis, told, translate("Statistics", "study days since the rating before")),
        _table(translate("Statistics", "Days"), shares, names),
        definitions.retention(),
        _retained(found.retained),
        _no_retention(),
    )


def confidence(found: Summary) -> Picture:
    """How well a person knows what they know."""
    shares = found.confidence
    whole = calibration.together(shares)
    words = translate("Statistics", "On average you were {said} sure, and right in {right} of {answers}.")
    return Picture(
        "calibration-of-confidence",
        translate("Statistics", "Your confidence"),
        _calibration(shares, translate("Statistics", "how sure you were before the answer, in %")),
        _table(translate("Statistics", "Sure by"), shares, _percents(shares), said=True),
        definitions.confidence(),
        _said(words, whole),
        translate("Statistics", "Say how sure you are before you see an answer, and it is compared here."),
    )


def tested(found: Summary) -> Picture:
    """How well a rating says what will be known later."""
    shares = found.tested
    names = [f"{share.low} {rating_word(Rating(share.low))}" for share in shares]
    words = translate("Statistics", "On average {said} was expected, and {right} of {answers} recalled.")
    return Picture(
        "calibration-of-ratings",
        translate("Statistics", "Your ratings, tested"),
        _calibration(shares, translate("Statistics", "what you had said the time before"), names),
        _table(translate("Statistics", "You said"), shares, names, said=True),
        definitions.tested(),
        _said(words, calibration.together(shares)),
        _no_retention(),
    )


def predicted(found: Summary) -> Picture:
    """How well the schedule knows what a person knows."""
    shares = found.predicted
    words = translate("Statistics", "On average {said} was predicted, and {right} of {answers} recalled.")
    return Picture(
        "calibration-of-the-schedule",
        translate("Statistics", "The schedule's prediction"),
        _calibration(shares, translate("Statistics", "predicted chance of recall, in %")),
        _table(translate("Statistics", "Predicted"), shares, _percents(shares), said=True),
        definitions.predicted(),
        _said(words, calibration.together(shares)),
        _no_retention(),
    )


def _chart(shares: tuple[Share, ...], labels: list[str], told: list[str], across: str) -> Chart:
    words = translate("Statistics", "{place}: {share} of {reviews} recalled, 95 % range {bounds}")
    notes = (
        words.format(
            place=place, share=share_words(share.share), reviews=_reviews(share), bounds=bounds_words(share)
        )
        for place, share in zip(told, shares, strict=True)
    )
    return _points(shares, labels, across, translate("Statistics", "Recalled"), tuple(notes))


def _calibration(shares: tuple[Share, ...], across: str, names: list[str] | None = None) -> Chart:
    words = translate(
        "Statistics", "{range}: {said} expected, {share} of {answers} found, 95 % range {bounds}"
    )
    labels = names or _percents(shares)
    notes = (
        words.format(
            range=label,
            said=share_words(share.expected),
            share=share_words(share.share),
            answers=count_words(share.asked),
            bounds=bounds_words(share),
        )
        for label, share in zip(labels, shares, strict=True)
    )
    chart = _points(shares, labels, across, translate("Statistics", "Found right"), tuple(notes))
    return replace(chart, expected=tuple(share.expected for share in shares))


def _points(
    shares: tuple[Share, ...], labels: list[str], across: str, up: str, notes: tuple[str, ...]
) -> Chart:
    """A point for the share in each range, with its bounds where there is anything to bound."""
    top, ticks = share_ticks()
    bounds = tuple(share.bounds if share.asked else None for share in shares)
    values = tuple(share.share for share in shares)
    return Chart(Kind.POINTS, tuple(labels), values, top, ticks, across, up, notes, bounds)


def _table(first: str, shares: tuple[Share, ...], names: list[str], *, said: bool = False) -> Table:
    """The share in each range; `said` adds what was expected of it."""
    expected = (translate("Statistics", "Mean"),) if said else ()
    head = (
        first,
        *expected,
        translate("Statistics", "Right") if said else translate("Statistics", "Recalled"),
        translate("Statistics", "Of"),
        translate("Statistics", "95 % range"),
    )
    rows, numbers = [], []
    for name, share in zip(names, shares, strict=True):
        mean = (share_words(share.expected),) if said else ()
        rows.append((name, *mean, share_words(share.share), count_words(share.asked), bounds_words(share)))
        given = (share.expected,) if said else ()
        low, high = share.bounds
        numbers.append((name, *given, share.share, share.asked, low, high))
    ends = translate("Statistics", "95 % from"), translate("Statistics", "95 % to")
    return Table(head, tuple(rows), tuple(numbers), (*head[:-1], *ends))


def _percents(shares: tuple[Share, ...]) -> list[str]:
    return [range_words(share.low, share.high) for share in shares]


def _retained(share: Share) -> str:
    if share.share is None:
        return ""
    words = translate("Statistics", "{share} of {reviews} recalled; its 95 % range is {bounds}.")
    return words.format(share=share_words(share.share), reviews=_reviews(share), bounds=bounds_words(share))


def _said(words: str, share: Share) -> str:
    if share.share is None:
        return ""
    answers = counted(
        share.asked, translate("Statistics", "{n} answer"), translate("Statistics", "{n} answers")
    )
    return words.format(said=share_words(share.expected), right=share_words(share.share), answers=answers)


def _reviews(share: Share) -> str:
    return counted(share.asked, translate("Statistics", "{n} review"), translate("Statistics", "{n} reviews"))


def _no_retention() -> str:
    return translate(
        "Statistics",
        "Once cards have come back on a later day, the share that you recalled stands here.",
    )
