"""Brainscape pages as the browser saves them, made of questions and answers."""

from collections.abc import Sequence

RATING = "How well did you know this?\n1\nNot at all\n2\n3\n4\n5\nPerfectly\n"


def card_text(number: int, question: str, answer: str, rating: str = RATING) -> str:
    """One card's frame."""
    return f"{number}\nQ\n\n{question}\n\nA\n\n{answer}\n\n{rating}"


def page_text(cards: Sequence[tuple[str, str]], title: str = "LSTM Flashcards") -> str:
    """A whole page."""
    frames = [card_text(number, *card) for number, card in enumerate(cards, 1)]
    return f"{title}\n\n" + "".join(frames)
