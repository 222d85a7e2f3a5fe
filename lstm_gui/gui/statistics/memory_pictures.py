"""The pages about how cards are held today: topics, stability, difficulty."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.statistics import definitions
from lstm_gui.gui.statistics.chart import Chart, Kind
from lstm_gui.gui.statistics.number_words import (
    axis_words,
    cards_words,
    count_ticks,
    count_words,
    range_words,
    share_ticks,
    share_words,
)
from lstm_gui.gui.statistics.picture import Picture, Table
from lstm_gui.quiz.statistics.distribution import Bucket
from lstm_gui.quiz.statistics.summary import Summary

translate = QCoreApplication.translate

MOST_TOPICS = 20  # in the picture; the table has all


def topics(found: Summary) -> Picture:
    """How well each topic is known."""
    rows = found.topics
    names = [row.topic or translate("Statistics", "(no topic)") for row in rows]
    order = sorted(range(len(rows)), key=lambda n: rows[n].mastery)[:MOST_TOPICS]
    top, ticks = share_ticks()
    told = tuple(
        translate("Statistics", "{topic}: {share} of {cards}").format(
            topic=names[n], share=share_words(rows[n].mastery), cards=cards_words(rows[n].cards)
        )
        for n in order
    )
    chart = Chart(
        Kind.LYING, tuple(names[n] for n in order), tuple(rows[n].mastery for n in order), top, ticks,
        "", translate("Statistics", "Mastery, the least known first"), told,
    )  # fmt: skip
    said = translate("Statistics", "Today you would recall {share} of {cards}.")
    return Picture(
        "topics",
        translate("Statistics", "Topics"),
        chart,
        Table(
            (
                translate("Statistics", "Topic"),
                translate("Statistics", "Mastery"),
                translate("Statistics", "Cards"),
                translate("Statistics", "Rated"),
            ),
            tuple(
                (name, share_words(row.mastery), count_words(row.cards), count_words(row.rated))
                for name, row in zip(names, rows, strict=True)
            ),
            tuple((row.topic, row.mastery, row.cards, row.rated) for row in rows),
        ),
        definitions.topics().format(most=MOST_TOPICS),
        said.format(share=share_words(found.mastery), cards=cards_words(found.cards)) if found.cards else "",
        translate("Statistics", "Once you have rated cards, how well each topic is known stands here."),
    )


def stability(found: Summary) -> Picture:
    """How long cards are held."""
    return _distribution(
        "stability",
        translate("Statistics", "Stability"),
        found.stabilities,
        translate("Statistics", "days until recall falls to 90 %"),
        definitions.stability(),
    )


def difficulty(found: Summary) -> Picture:
    """How hard cards are."""
    return _distribution(
        "difficulty",
        translate("Statistics", "Difficulty"),
        found.difficulties,
        translate("Statistics", "difficulty, 1 easy to 10 hard"),
        definitions.difficulty(),
    )


def _distribution(name: str, title: str, buckets: tuple[Bucket, ...], across: str, about: str) -> Picture:
    names = [_bucket_words(bucket) for bucket in buckets]
    total = sum(bucket.count for bucket in buckets)
    top, ticks = count_ticks(max(bucket.count for bucket in buckets))
    shares = [share_words(bucket.count / total) if total else "–" for bucket in buckets]
    told = tuple(
        translate("Statistics", "{range}: {cards}, {share}").format(
            range=label, cards=cards_words(bucket.count), share=share
        )
        for label, bucket, share in zip(names, buckets, shares, strict=True)
    )
    return Picture(
        name,
        title,
        Chart(
            Kind.BARS,
            tuple(_axis_words(bucket) for bucket in buckets),
            tuple(float(bucket.count) for bucket in buckets),
            top,
            ticks,
            across,
            translate("Statistics", "Cards"),
            told,
        ),
        Table(
            (title, translate("Statistics", "Cards"), translate("Statistics", "Share")),
            tuple(
                (label, count_words(bucket.count), share)
                for label, bucket, share in zip(names, buckets, shares, strict=True)
            ),
            tuple(
                (label, bucket.count, bucket.count / total if total else None)
                for label, bucket in zip(names, buckets, strict=True)
            ),
        ),
        about,
        translate("Statistics", "{cards} rated so far.").format(cards=cards_words(total)) if total else "",
        translate("Statistics", "Every card that you have rated has its place here."),
    )


def _axis_words(bucket: Bucket) -> str:
    return axis_words(bucket.low, bucket.high) if bucket.low else f"< {bucket.high:g}"


def _bucket_words(bucket: Bucket) -> str:
    if bucket.low == 0:
        return translate("Statistics", "under {high}").format(high=f"{bucket.high:g}")
    return range_words(bucket.low, bucket.high)
