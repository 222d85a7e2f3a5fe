"""`lstm-gui-cli practise …`: questions made of the cards of a deck, with their answers at the end."""

import argparse

from lstm_gui.cli.opened import local_now, opened
from lstm_gui.cli.report import Refused, Report
from lstm_gui.cli.review import is_text
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.practice.question import Mode, Question, questions
from lstm_gui.quiz.practice.selection import Draw
from lstm_gui.quiz.study_day import study_day

_LETTERS = "ABCDE"


def ask(arguments: argparse.Namespace) -> Report:
    """A round of questions; nothing is logged, for nobody has answered."""
    draw = Draw(Mode(arguments.mode), arguments.cards, arguments.seed, study_day(local_now()))
    with opened(arguments) as collection:
        drawn = collection.drawn(arguments.deck, (), draw) if is_text(arguments.deck) else None
    if drawn is None or not drawn.cards:
        raise Refused(f'There is no card to practise in a deck named "{in_one_line(arguments.deck)}".')
    asked = questions(draw.mode, drawn.cards, drawn.others, draw.seed)
    lines = [line for number, one in enumerate(asked, start=1) for line in _lines(number, one)]
    answers = [_answers(number, one) for number, one in enumerate(asked, start=1)]
    return Report([_content(one) for one in asked], [*lines, "Answers", *answers])


def _content(question: Question) -> dict[str, object]:
    return {
        "kind": str(question.kind),
        "cards": [card.uid for card in question.cards],
        "asked": [question.prompt] if question.prompt else [card.front for card in question.cards],
        "options": list(question.options),
        "right": [question.right(card) for card in question.cards],
    }


def _lines(number: int, question: Question) -> list[str]:
    """A question with what there is to choose from."""
    fronts = [card.front for card in question.cards] if not question.prompt else [question.prompt]
    asked = [f"{number}. {fronts[0]}"] if len(fronts) == 1 else [f"{number}."]
    if len(fronts) > 1:
        asked += [f"   {place}  {front}" for place, front in enumerate(fronts, start=1)]
    options = [f"   {letter}  {text}" for letter, text in zip(_LETTERS, question.options, strict=False)]
    return [*asked, *options, ""]


def _answers(number: int, question: Question) -> str:
    """The right answers, as letters where there are some."""
    right = [question.right(card) for card in question.cards]
    if not question.options:
        return f"{number}. {right[0]}"
    letters = [_LETTERS[question.options.index(answer)] for answer in right]
    if len(letters) == 1:
        return f"{number}. {letters[0]}"
    return f"{number}. " + ", ".join(f"{place} {letter}" for place, letter in enumerate(letters, start=1))
