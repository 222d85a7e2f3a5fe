"""Numbers, days and ranges as the statistics write them."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from lstm_gui.gui.quiz.words import counted, percent
from lstm_gui.gui.statistics.chart import round_top
from lstm_gui.quiz.statistics.shares import Share

translate = QCoreApplication.translate

MINUS = "\N{MINUS SIGN}"


def count_words(number: int) -> str:
    """A whole number in the person's own digits."""
    return QLocale().toString(number)


def decimal_words(number: float, digits: int = 1) -> str:
    """A number with some digits behind the point."""
    return f"{number:.{digits}f}".replace("-", MINUS)


def day_words(day: int) -> str:
    """A study day as "3 Mar 2026"."""
    return QLocale().toString(date.fromordinal(day), translate("Statistics", "d MMM yyyy"))


def short_day_words(day: int) -> str:
    """The same without its year, for an axis."""
    return QLocale().toString(date.fromordinal(day), translate("Statistics", "d MMM"))


def month_words(day: int) -> str:
    """The month of a study day, for an axis."""
    return QLocale().toString(date.fromordinal(day), translate("Statistics", "MMM"))


def weekday_words(day: int) -> str:
    """The day of the week, short."""
    return QLocale().toString(date.fromordinal(day), "ddd")


def share_words(share: float | None) -> str:
    """A share 0 … 1 in per cent; a dash where there is none."""
    return "–" if share is None else percent(share)


def range_words(low: float, high: float | None) -> str:
    """A range of whole numbers: "1", "2–3", "366 or more"."""
    if high is None:
        return translate("Statistics", "{low} or more").format(low=f"{low:g}")
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def axis_words(low: float, high: float | None) -> str:
    """The same, as short as an axis needs it: "1", "2–3", "366+"."""
    return f"{low:g}+" if high is None else range_words(low, high)


def bounds_words(share: Share) -> str:
    """In which range the true share lies, with 95 %: "71–93 %"."""
    if not share.asked:
        return "–"
    low, high = share.bounds
    return f"{round(low * 100)}–{percent(high)}"


def count_ticks(highest: float) -> tuple[float, tuple[tuple[float, str], ...]]:
    """Where an axis of counts ends, and its ticks."""
    top = round_top(highest)
    return top, tuple((top * n / 4, count_words(round(top * n / 4))) for n in range(5))


def share_ticks() -> tuple[float, tuple[tuple[float, str], ...]]:
    """The axis of a share, always from 0 to 100 %."""
    return 1.0, tuple((n / 4, share_words(n / 4)) for n in range(5))


def ratings_words(number: int) -> str:
    """ "1 rating", "6 ratings"."""
    return counted(number, translate("Statistics", "{n} rating"), translate("Statistics", "{n} ratings"))


def cards_words(number: int) -> str:
    """ "1 card", "6 cards"."""
    return counted(number, translate("Statistics", "{n} card"), translate("Statistics", "{n} cards"))


def iso_words(day: int) -> str:
    """A study day as files write it."""
    return date.fromordinal(day).isoformat()
