"""The columns of the table of cards: what each is called, how wide it begins, what stands in its cells."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, Qt

from lstm_gui.gui.quiz.card_words import days_words, deck_words
from lstm_gui.gui.quiz.words import counted, moment_words, percent
from lstm_gui.quiz.markdown.words import words_of
from lstm_gui.quiz.study_day import day_start
from lstm_gui.store.card_listing import ListedCard

translate = QCoreApplication.translate

LONGEST = 300  # letters of a question that a row can need
_SPACES = re.compile(r"\s+")
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Column:
    """One column; its `order` is what the search sorts by."""

    order: str
    title: str  # not yet translated
    tip: str
    width: int  # px of the design
    words: Callable[[ListedCard, datetime], str]
    side: Qt.AlignmentFlag = _LEFT


def one_line(text: str) -> str:
    """A text of a card as one line."""
    return _SPACES.sub(" ", words_of(text[: 2 * LONGEST])).strip()[:LONGEST]


def due_words(row: ListedCard, now: datetime) -> str:
    """When a card comes, or why it does not."""
    if row.suspended:
        return translate("CardTable", "suspended")
    if row.buried:
        return translate("CardTable", "buried for today")
    if row.memory.is_new:
        return translate("CardTable", "new")
    return moment_words(row.memory.due_at or day_start(row.memory.due_day, now.tzinfo), now)


def _stability(row: ListedCard, _now: datetime) -> str:
    return "" if row.memory.stability is None else days_words(row.memory.stability)


def _difficulty(row: ListedCard, _now: datetime) -> str:
    value = row.memory.difficulty
    return "" if value is None else QLocale().toString(value, "f", 1)


def _lapses(row: ListedCard, _now: datetime) -> str:
    number = QLocale().toString(row.memory.lapses)
    return translate("CardTable", "{n} · leech").replace("{n}", number) if row.leech else number


def _recall(row: ListedCard, _now: datetime) -> str:
    return "" if row.memory.is_new else percent(row.recall)


COLUMNS = (
    Column(
        "question",
        QT_TRANSLATE_NOOP("CardTable", "Question"),
        QT_TRANSLATE_NOOP("CardTable", "What the card asks"),
        300,
        lambda row, _now: one_line(row.card.front),
    ),
    Column(
        "topic",
        QT_TRANSLATE_NOOP("CardTable", "Topic"),
        QT_TRANSLATE_NOOP("CardTable", "What the card is about"),
        120,
        lambda row, _now: one_line(row.card.topic),
    ),
    Column(
        "due",
        QT_TRANSLATE_NOOP("CardTable", "Due"),
        QT_TRANSLATE_NOOP("CardTable", "When the card comes back"),
        164,
        due_words,
    ),
    Column(
        "recall",
        QT_TRANSLATE_NOOP("CardTable", "Recall"),
        QT_TRANSLATE_NOOP("CardTable", "The chance that you would know it today"),
        68,
        _recall,
        _RIGHT,
    ),
    Column(
        "stability",
        QT_TRANSLATE_NOOP("CardTable", "Stability"),
        QT_TRANSLATE_NOOP("CardTable", "The days until the chance falls to 90 %"),
        86,
        _stability,
        _RIGHT,
    ),
    Column(
        "difficulty",
        QT_TRANSLATE_NOOP("CardTable", "Difficulty"),
        QT_TRANSLATE_NOOP("CardTable", "From 1, easy, to 10, hard"),
        82,
        _difficulty,
        _RIGHT,
    ),
    Column(
        "lapses",
        QT_TRANSLATE_NOOP("CardTable", "Lapses"),
        QT_TRANSLATE_NOOP("CardTable", "How often it was forgotten; from 8 on the card is a leech"),
        82,
        _lapses,
        _RIGHT,
    ),
    Column(
        "tags",
        QT_TRANSLATE_NOOP("CardTable", "Tags"),
        QT_TRANSLATE_NOOP("CardTable", "The tags of the card"),
        130,
        lambda row, _now: one_line(", ".join(row.card.tags)),
    ),
    Column(
        "deck",
        QT_TRANSLATE_NOOP("CardTable", "Deck"),
        QT_TRANSLATE_NOOP("CardTable", "The deck, and the card's place in it"),
        150,
        lambda row, _now: deck_words(row.deck),
    ),
)


def translated(text: str) -> str:
    """A text of the table of columns in the person's language."""
    return translate("CardTable", text)


def spoken_row(row: ListedCard, now: datetime) -> str:
    """What a screen reader says of a card: its question, and when it is due."""
    return f"{one_line(row.card.front)}, {due_words(row, now)}"


def count_words(found: int, total: int, selected: int) -> str:
    """How many cards are listed: "1,204 of 100,000 cards · 3 selected"."""
    number = QLocale().toString
    cards = counted(total, translate("CardTable", "{n} card"), translate("CardTable", "{n} cards"))
    if found != total:
        cards = translate("CardTable", "{found} of {cards}").format(found=number(found), cards=cards)
    if selected < 2:
        return cards
    chosen = translate("CardTable", "{n} selected").replace("{n}", number(selected))
    return f"{cards} · {chosen}"
