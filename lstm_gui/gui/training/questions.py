"""Questions to the training process whose answers are awaited; each gets one, or hears why there is none."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lstm_gui.training.messages import Failed

Answer = Callable[[Any], None]


class Questions:
    """Who is to be told, by the ticket of the question."""

    def __init__(self) -> None:
        self._last = 0
        self._waiting: dict[int, Answer] = {}

    def ticketed(self, question: Any, answer: Answer) -> Any:
        """The question with a ticket of its own; `answer` is called once."""
        self._last += 1
        self._waiting[self._last] = answer
        return replace(question, ticket=self._last)

    def answered(self, message: object) -> bool:
        """Whether a message is an answer; whoever asked is told."""
        answer = self._waiting.pop(getattr(message, "ticket", 0), None)
        if answer is not None:
            answer(message)
        return answer is not None

    def give_up(self, run: int, words: str) -> None:
        """Tell everybody who waits that no answer will come."""
        waiting, self._waiting = self._waiting, {}
        for ticket, answer in waiting.items():
            answer(Failed(run, words, ticket, over=False))
