"""The result of a round on paper: date, score by topic, each question with its answers."""

import re
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from lstm_gui.gui.practice.words import mode_title, score_words, sure_words
from lstm_gui.gui.quiz.card_words import deck_words
from lstm_gui.quiz.markdown.words import words_of
from lstm_gui.quiz.practice.question import Answer, Kind, Mode
from lstm_gui.quiz.practice.result import by_topic, score

MARGIN = 2.0  # mm, around the two centimetres that Qt leaves on a printed page
INK, MUTED = QColor("#111111"), QColor("#555555")

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Result:
    """A round that is over."""

    mode: Mode
    deck: str  # "" for all decks
    at: datetime
    seed: int
    answers: tuple[Answer, ...]


def document_of(result: Result) -> QTextDocument:
    """The result as a document; a deck's words are put in as text, never as markup."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Inter", 10))
    cursor = QTextCursor(document)
    _line(cursor, mode_title(result.mode), 10, muted=True)
    _line(cursor, score_words(score(result.answers)), 20, bold=True)
    _line(cursor, _about(result), 10, muted=True)
    for topic, one in by_topic(result.answers).items():
        name = topic or translate("Practice", "Without a topic")
        _line(cursor, f"{name}: {score_words(one)}", 10)
    for number, answer in enumerate(result.answers, start=1):
        _write_answer(cursor, number, answer)
    return document


def pdf_of(result: Result) -> bytes:
    """The result as a PDF of A4 pages."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(mode_title(result.mode))
    document_of(result).print_(writer)
    return bytes(content.data().data())


def _about(result: Result) -> str:
    when = QLocale().toString(result.at, QLocale.FormatType.LongFormat)
    deck = deck_words(result.deck) or translate("Practice", "All decks")
    seed = translate("Practice", "seed {n}").replace("{n}", str(result.seed))
    return f"{deck} · {when} · {seed}"


def _write_answer(cursor: QTextCursor, number: int, answer: Answer) -> None:
    asked = answer.question.prompt or answer.card.front
    sign = "✓" if answer.correct else "✗"
    _line(cursor, f"{number}. {_in_lines(asked)}", 10.5, bold=True, gap=10)
    if answer.question.kind is Kind.RECALL:
        said = translate("Practice", "recalled") if answer.correct else translate("Practice", "not recalled")
    else:
        given = words_of(answer.given) or translate("Practice", "nothing")
        said = translate("Practice", "You: {answer}").replace("{answer}", given)
    sure = sure_words(answer)
    _line(cursor, f"{sign} {said} · {sure}" if sure else f"{sign} {said}", 10)
    if not answer.correct:
        right = words_of(answer.question.right(answer.card))
        _line(cursor, translate("Practice", "Right: {answer}").replace("{answer}", right), 10)
        if answer.card.why:
            _line(cursor, words_of(answer.card.why), 9, muted=True)


def _in_lines(text: str) -> str:
    """A text without the empty lines between its parts."""
    return re.sub(r"\s*\n\s*", "\u2028", words_of(text))


def _line(
    cursor: QTextCursor, text: str, points: float, *, bold: bool = False, muted: bool = False, gap: float = 3
) -> None:
    block = cursor.blockFormat()
    block.setTopMargin(gap)
    look = QTextCharFormat()
    look.setFontPointSize(points)
    look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    look.setForeground(MUTED if muted else INK)
    if not cursor.atStart():
        cursor.insertBlock(block)
    cursor.insertText(text, look)
