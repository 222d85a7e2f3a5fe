"""The sentences of the review panel: what to say of times, counts and ratings."""

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from lstm_gui.quiz.attempt import Attempt
from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.study_day import study_day

translate = QCoreApplication.translate

_RATINGS = {
    Rating.NOT_AT_ALL: QT_TRANSLATE_NOOP("Review", "Not at all"),
    Rating.BARELY: QT_TRANSLATE_NOOP("Review", "Barely"),
    Rating.PARTLY: QT_TRANSLATE_NOOP("Review", "Partly"),
    Rating.WELL: QT_TRANSLATE_NOOP("Review", "Well"),
    Rating.PERFECTLY: QT_TRANSLATE_NOOP("Review", "Perfectly"),
}
_WEEK = 7


def rating_word(rating: Rating) -> str:
    """How well: "Not at all" … "Perfectly"."""
    return translate("Review", _RATINGS[rating])


def cap_reason(attempt: Attempt) -> str:
    """Why a rating better than its cap cannot be given."""
    best = int(attempt.cap)
    if attempt.correct:
        words = translate("Review", "You asked for a hint: {n} is the best rating")
    elif attempt.correct is None:
        words = translate("Review", "You had the answer shown: {n} is the best rating")
    else:
        words = translate("Review", "The simulator found another answer: {n} is the best rating")
    return words.replace("{n}", str(best))


def counted(number: int, one: str, many: str) -> str:
    """`one` or `many`, both translated, with the number in place of {n}."""
    return (one if number == 1 else many).replace("{n}", QLocale().toString(number))


def cards(number: int) -> str:
    """ "1 card", "6 cards"."""
    return counted(number, translate("Review", "{n} card"), translate("Review", "{n} cards"))


def behind_words(later: int, days: int | None) -> str:
    """How many reviews wait for the days after, and for how many: `days`, None for very many; "" for none."""
    if not later:
        return ""
    wait = counted(
        later, translate("Review", "One more review waits"), translate("Review", "{n} more reviews wait")
    )
    if days is None:
        return translate("Review", "{wait}; the longest overdue come first.").format(wait=wait)
    after = counted(
        days,
        translate("Review", "{wait}: caught up tomorrow."),
        translate("Review", "{wait}: caught up in {n} days."),
    )
    return after.replace("{wait}", wait)


def percent(share: float) -> str:
    """A share 0..1 as "64 %"."""
    return translate("Review", "{n} %").replace("{n}", str(round(share * 100)))


def moment_words(moment: datetime, now: datetime) -> str:
    """When something is due: "now", "in 10 minutes", "tomorrow", "in 3 days", "on 3 March 2026"."""
    minutes = round((moment - now).total_seconds() / 60)
    days = study_day(moment.astimezone(now.tzinfo)) - study_day(now)
    if minutes <= 0:
        return translate("Review", "now")
    if days == 0:
        return _hours_words(minutes)
    if days == 1:
        return translate("Review", "tomorrow")
    if days <= _WEEK:
        return translate("Review", "in {n} days").replace("{n}", str(days))
    date = QLocale().toString(moment.date(), translate("Review", "d MMMM yyyy"))
    return translate("Review", "on {date}").replace("{date}", date)


def interval_sentence(interval: Interval) -> str:
    """An interval for a tooltip or a screen reader: "comes back in 3 days"."""
    if interval.days:
        return counted(
            interval.days,
            translate("Review", "comes back tomorrow"),
            translate("Review", "comes back in {n} days"),
        )
    minutes = max(1, round(interval.seconds / 60))
    return counted(
        minutes,
        translate("Review", "comes back in a minute"),
        translate("Review", "comes back in {n} minutes"),
    )


def _hours_words(minutes: int) -> str:
    if minutes < 60:
        return counted(minutes, translate("Review", "in a minute"), translate("Review", "in {n} minutes"))
    hours = round(minutes / 60)
    return counted(hours, translate("Review", "in an hour"), translate("Review", "in {n} hours"))
