"""One hostile file: what it is called, what stands in it, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lstm_gui.formats.preview import Preview


@dataclass(frozen=True)
class Case:
    """A file that is refused in these words, or whose hostile part is contained."""

    name: str
    file: str  # what the file is called
    content: Callable[[], bytes]  # made when it is asked for: some are large
    refused: str = ""  # words of the sentence
    contained: Callable[[Any], bool] | None = None  # whether what comes of it is harmless
    read: Callable[[Path], object] | None = None  # by what it is read; None: as a deck is imported
    long: bool = False  # takes so long that the suite leaves it to the command

    def __post_init__(self) -> None:
        assert bool(self.refused) != (self.contained is not None), self.name


def says(words: str) -> Callable[[Preview], bool]:
    """It is read, and what was left out is said in these words."""

    def told(preview: Preview) -> bool:
        said = [*preview.notes, *(part.reason for part in preview.skipped)]
        return bool(preview.deck.cards) and any(words in sentence for sentence in said)

    return told


def reads(*fronts: str) -> Callable[[Preview], bool]:
    """It is read as cards with just these questions."""
    return lambda preview: tuple(card.front for card in preview.deck.cards) == fronts


def holds(count: int) -> Callable[[Preview], bool]:
    """It is read as that many cards."""
    return lambda preview: len(preview.deck.cards) == count
