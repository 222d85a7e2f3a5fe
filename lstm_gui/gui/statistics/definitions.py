"""What each number of the statistics counts, and what it does not, in words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def days() -> str:
    """Of the calendar."""
    return translate(
        "Statistics",
        "Every rating that stands, practice too, by the study day on which it was given, in the last "
        "53 weeks whatever range is chosen. A study day turns at four in the morning. Ratings taken "
        "back do not count. The larger and stronger a square, the more ratings.",
    )


def forecast() -> str:
    """Of the forecast."""
    return translate(
        "Statistics",
        "Cards rated before, by the day on which the schedule asks for them next, or an exam before "
        "it; those of days gone by stand apart, hatched. Each card counts once: how you will rate it is "
        "not guessed. Left out: {new} new and {suspended} suspended cards. A card that failed and waits "
        "counts as today, one set aside for today as tomorrow.",
    )


def ratings() -> str:
    """Of the ratings."""
    return translate(
        "Statistics",
        "Every rating of the range that stands, of new cards, reviews and practice alike. Ratings "
        "taken back do not count.",
    )


def time() -> str:
    """Of the time spent."""
    return translate(
        "Statistics",
        "From the question shown to the rating, added up. An answer that took longer than a minute "
        "counts as one minute: you may have been away. {untimed} answers of this range were not timed"
        " and add nothing. Time between cards is not counted.",
    )


def topics() -> str:
    """Of mastery by topic."""
    return translate(
        "Statistics",
        "Mastery is the share of a topic's cards that you would recall today: the mean of their "
        "predicted recall. A card never rated counts 0, and so does one that failed and waits. It is "
        "of today, whatever range is chosen. The picture has the {most} topics known least, the table"
        " all.",
    )


def stability() -> str:
    """Of stability."""
    return translate(
        "Statistics",
        "Stability is the number of days after which the predicted recall of a card has fallen to 90 "
        "%. Every card that was rated counts with the stability it has now, suspended ones too; new "
        "cards have none. A range begins with its first number and ends before the next.",
    )


def difficulty() -> str:
    """Of difficulty."""
    return translate(
        "Statistics",
        "Difficulty goes from 1, easy, to 10, hard; it rises with poor ratings, and the harder a "
        "card, the slower its stability grows. Every card that was rated counts with the difficulty "
        "it has now; new cards have none.",
    )


def confidence() -> str:
    """Of the calibration of a person."""
    return translate(
        "Statistics",
        "Answers of the range before which you said how sure you were, practice too. Right is what "
        "the simulator found where it graded, else a rating of 3 or more. The short line is what you "
        "said on average: a dot below it was too sure, one above it too careful. The upright line is"
        " the range in which the true share lies in 95 of 100 cases.",
    )


def tested() -> str:
    """Of the calibration of ratings."""
    return translate(
        "Statistics",
        "Of the reviews that true retention counts: what you had said of the card the time before, "
        "against how many were recalled now. The short line is the mean chance that the schedule gave "
        "them: a dot below it was rated too well, one above it too poorly. Cards rated 1 or 2 come back "
        "at once and are not among them. The upright line is the range in which the true share lies in "
        "95 of 100 cases.",
    )


def predicted() -> str:
    """Of the calibration of the schedule."""
    return translate(
        "Statistics",
        "Of the reviews that true retention counts: the chance of recall that the schedule gave the "
        "card on that day, against how many were recalled (rated 3 or more). The short line is the "
        "mean prediction. Close to it, due dates keep what they promise; a dot below it forgets "
        "faster than predicted. The upright line is the range in which the true share lies in 95 of "
        "100 cases.",
    )


def retention() -> str:
    """Of true retention."""
    return translate(
        "Statistics",
        "True retention: the first review of a card on a day, of cards that you had recalled on a day"
        " before; recalled is a rating of 3 or more. New cards, cards that failed and wait, practice,"
        " cramming and ratings taken back do not count. The upright line is the range in which the "
        "true share lies in 95 of 100 cases: the fewer reviews, the longer.",
    )
