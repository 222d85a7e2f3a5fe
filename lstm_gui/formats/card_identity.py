"""The uid of a card whose file gives it none: it follows from the deck and the question."""

import hashlib
import unicodedata


def comparable(text: str) -> str:
    """A text as it is compared: case, widths of letters and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def derived_uid(kind: str, deck: str, question: str, ordinal: int) -> str:
    """The uid of the `ordinal`-th card (from 1) of a deck with a question that is comparable already."""
    digest = hashlib.sha256(f"{comparable(deck)}\0{question}".encode()).hexdigest()[:20]
    return f"{kind}-{digest}" + (f"-{ordinal}" if ordinal > 1 else "")
