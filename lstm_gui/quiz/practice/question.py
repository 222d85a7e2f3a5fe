"""What a round of practice asks: questions made of cards, and the answers given."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.practice.choice import options
from lstm_gui.quiz.practice.gap import gap
from lstm_gui.quiz.practice.reading import reads_as
from lstm_gui.quiz.practice.typed import can_be_typed, compare

PAIRS = 5  # most that are matched at once


class Kind(StrEnum):
    """How a question is answered."""

    TYPED = "typed"
    CHOICE = "choice"
    CLOZE = "cloze"
    MATCHING = "matching"
    RECALL = "recall"  # the person looks at the answer and says how well they knew it


class Mode(StrEnum):
    """What a round consists of."""

    TYPED = "typed"
    CHOICE = "choice"
    CLOZE = "cloze"
    MATCHING = "matching"
    TEST = "test"  # of several kinds, without a word until the end
    CRAM = "cram"  # the weakest cards first


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to answer, about one card; matching asks about several."""

    kind: Kind
    cards: tuple[Card, ...]
    prompt: str  # what is asked, as a card's text
    options: tuple[str, ...] = ()  # to choose from, or to match
    hidden: str = ""  # what stood in the gap

    @property
    def card(self) -> Card:
        """The card, or the first of those that are matched."""
        return self.cards[0]

    def right(self, card: Card) -> str:
        """The right answer for one of the cards."""
        return self.hidden if self.kind is Kind.CLOZE else card.back

    def is_right(self, card: Card, given: str) -> bool:
        """Whether an answer for one of the cards is right. "" is no answer."""
        if not given:
            return False
        if self.kind in (Kind.CHOICE, Kind.MATCHING):
            return reads_as(given) == reads_as(card.back)
        return compare(self.right(card), given).correct


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered for one card."""

    question: Question
    card: Card
    given: str  # "" for nothing
    correct: bool
    confidence: int | None = None  # per cent: how sure the person was before it was graded


def questions(mode: Mode, cards: Sequence[Card], others: Sequence[Card], seed: int) -> tuple[Question, ...]:
    """A question for each card, in their order; `others` lend wrong answers.

    A card that cannot be asked as the mode wants, for it has no word or nothing to choose from, is asked in
    another way: nothing is left out.
    """
    if mode is Mode.MATCHING:
        return _matching(cards, seed)
    wanted = _KINDS[mode]
    return tuple(_asked(wanted, card, others, seed, place) for place, card in enumerate(cards))


_KINDS: dict[Mode, tuple[Kind, ...]] = {
    Mode.TYPED: (Kind.TYPED,),
    Mode.CHOICE: (Kind.CHOICE, Kind.TYPED),
    Mode.CLOZE: (Kind.CLOZE, Kind.TYPED),
    Mode.TEST: (Kind.CHOICE, Kind.CLOZE, Kind.TYPED),
    Mode.CRAM: (),
}


def _asked(wanted: tuple[Kind, ...], card: Card, others: Sequence[Card], seed: int, place: int) -> Question:
    turn = place % 2 if len(wanted) > 2 else 0  # a test takes choices and gaps in turn
    for kind in wanted[turn:] + wanted[:turn]:
        if (question := _of_kind(kind, card, others, seed)) is not None:
            return question
    return Question(Kind.RECALL, (card,), card.front)


def _of_kind(kind: Kind, card: Card, others: Sequence[Card], seed: int) -> Question | None:
    if kind is Kind.CHOICE:
        offered = options(card, others, seed)
        return Question(kind, (card,), card.front, offered) if offered else None
    if kind is Kind.CLOZE:
        made = gap(card, seed)
        if made is None:
            return None
        prompt = made.text if made.marked_in_front else f"{card.front}\n\n{made.text}"
        return Question(kind, (card,), prompt, hidden=made.hidden)
    return Question(kind, (card,), card.front) if can_be_typed(card.back) else None


def _matching(cards: Sequence[Card], seed: int) -> tuple[Question, ...]:
    """Boards of a handful of cards whose questions and answers all read differently, of like size."""
    boards: list[list[Card]] = []
    for card in cards:
        place = next((board for board in boards if len(board) < PAIRS and _fits(card, board)), None)
        if place is None or not can_be_typed(card.back):  # a board of its own, for the other ways to ask
            boards.append([card])
        else:
            place.append(card)
    return tuple(_board(board, seed) for board in boards)


def _fits(card: Card, board: Sequence[Card]) -> bool:
    return can_be_typed(board[0].back) and all(
        reads_as(card.front) != reads_as(other.front) and reads_as(card.back) != reads_as(other.back)
        for other in board
    )


def _board(board: Sequence[Card], seed: int) -> Question:
    if len(board) == 1:
        return _asked((Kind.TYPED,), board[0], (), seed, 0)
    answers = [card.back for card in board]
    Random(f"board:{seed}:{board[0].uid}").shuffle(answers)
    return Question(Kind.MATCHING, tuple(board), "", tuple(answers))
