"""The result on paper: formulas are drawn, not spelt."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.report import Result, document_of, pdf_of
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.practice.question import Answer, Kind, Mode, Question

SOFTMAX = r"\frac{e^{z_k}}{\sum_j e^{z_j}}"


def test_formulas_are_drawn_once_they_are_set(qtbot: QtBot, shelf: FormulaShelf) -> None:
    card = Card("a", "What is $c_t$?\n\nAnd **why**?", f"It is ${SOFTMAX}$ here.", why="As $h_t$ says.")
    answer = Answer(Question(Kind.TYPED, (card,), card.front), card, "$c_t$, I\ufffc think", correct=False)
    result = Result(Mode.TYPED, "Own", datetime(2026, 3, 1, 18, 30), 7, (answer,))
    before = document_of(result, shelf).toPlainText()
    assert SOFTMAX in before, "a formula that is not set is there all the same"
    assert "18:30" in before
    qtbot.waitUntil(lambda: not shelf.waiting)
    document = document_of(result, shelf)
    text = document.toPlainText()
    assert text.count("\ufffc") == 4
    assert "1. What is \ufffc?\nAnd why?" in text
    assert "You: \ufffc, I think" in text
    assert "Right: It is \ufffc here." in text
    drawn, flat = pdf_of(result, shelf), document.size().height()
    assert drawn.startswith(b"%PDF")
    assert drawn.count(b"/Subtype /Image") >= 3
    assert flat > 0
