"""The result of a round on paper: date, score by topic, each question with its answers."""

import re
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QLocale, QMarginsF, QTime
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

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.paper_formula import PaperText
from lstm_gui.gui.practice.words import mode_title, score_words, sure_words
from lstm_gui.gui.quiz.card_words import deck_words
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


def document_of(result: Result, shelf: FormulaShelf) -> QTextDocument:
    """The result as a document; a deck's words are put in as text, never as markup."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Inter", 10))
    cursor, paper = QTextCursor(document), PaperText(shelf, document)
    _line(cursor, mode_title(result.mode), 10, muted=True)
    _line(cursor, score_words(score(result.answers)), 20, bold=True)
    _line(cursor, _about(result), 10, muted=True)
    for topic, one in by_topic(result.answers).items():
        name = topic or translate("Practice", "Without a topic")
        _line(cursor, f"{name}: {score_words(one)}", 10)
    for number, answer in enumerate(result.answers, start=1):
        _write_answer(cursor, paper, number, answer)
    return document


def pdf_of(result: Result, shelf: FormulaShelf) -> bytes:
    """The result as a PDF of A4 pages."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(mode_title(result.mode))
    document_of(result, shelf).print_(writer)
    return bytes(content.data().data())


def _about(result: Result) -> str:
    day = QLocale().toString(result.at.date(), QLocale.FormatType.LongFormat)
    time = QTime(result.at.hour, result.at.minute)
    when = f"{day}, {QLocale().toString(time, QLocale.FormatType.ShortFormat)}"
    deck = deck_words(result.deck) or translate("Practice", "All decks")
    seed = translate("Practice", "seed {n}").replace("{n}", str(result.seed))
    return f"{deck} · {when} · {seed}"


def _write_answer(cursor: QTextCursor, paper: PaperText, number: int, answer: Answer) -> None:
    asked, formulas = paper.words(answer.question.prompt or answer.card.front)
    sign = "✓" if answer.correct else "✗"
    in_lines = re.sub(r"\s*\n\s*", "\u2028", asked)  # without the empty lines between its parts
    paper.write(cursor, f"{number}. {in_lines}", formulas, _look(cursor, 10.5, bold=True, gap=10))
    given, formulas = paper.words(answer.given)
    if answer.question.kind is Kind.RECALL:
        said = translate("Practice", "recalled") if answer.correct else translate("Practice", "not recalled")
        formulas = []
    else:
        given = given or translate("Practice", "nothing")
        said = translate("Practice", "You: {answer}").replace("{answer}", given)
    sure = sure_words(answer)
    said = f"{sign} {said} · {sure}" if sure else f"{sign} {said}"
    paper.write(cursor, said, formulas, _look(cursor, 10))
    if not answer.correct:
        right, formulas = paper.words(answer.question.right(answer.card))
        right = translate("Practice", "Right: {answer}").replace("{answer}", right)
        paper.write(cursor, right, formulas, _look(cursor, 10))
        if answer.card.why:
            paper.write(cursor, *paper.words(answer.card.why), _look(cursor, 9, muted=True))


def _look(
    cursor: QTextCursor, points: float, *, bold: bool = False, muted: bool = False, gap: float = 3
) -> QTextCharFormat:
    """Begin a paragraph; how its words look."""
    block = cursor.blockFormat()
    block.setTopMargin(gap)
    look = QTextCharFormat()
    look.setFontPointSize(points)
    look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    look.setForeground(MUTED if muted else INK)
    if not cursor.atStart():
        cursor.insertBlock(block)
    return look


def _line(cursor: QTextCursor, text: str, points: float, *, bold: bool = False, muted: bool = False) -> None:
    cursor.insertText(text, _look(cursor, points, bold=bold, muted=muted))
