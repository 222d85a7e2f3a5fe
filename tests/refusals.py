"""Reading something hostile: what comes out, a value or one sentence."""

from collections.abc import Callable
from typing import TypeVar

from lstm_gui.bounded_file import FileRefused
from lstm_gui.plain_text import first_hidden

T = TypeVar("T")


def read_or_refused(read: Callable[[], T]) -> tuple[T | None, str]:
    """The value and "", or None and the sentence of the refusal; any other exception goes through."""
    try:
        return read(), ""
    except FileRefused as refusal:
        return None, str(refusal)


def is_one_sentence(text: str) -> bool:
    """Whether a refusal is one short line without hidden characters that ends as a sentence does."""
    return len(text.splitlines()) == 1 and not first_hidden(text) and text.endswith(".") and len(text) < 400
