"""Searching scenes: the words typed, wherever they stand, however they are written.

Case, accents and typographic marks make no difference: "Schrodinger" finds “Schrödinger's”, and "not good"
finds “Not good”. Every word must be found, or the beginning of one.
"""

import unicodedata
from dataclasses import dataclass

from lstm_gui.lessons.catalogue import Entry, load, topics
from lstm_gui.lessons.scene import Scene


@dataclass(frozen=True, slots=True)
class Found:
    """A scene of the catalogue with what it is searched by."""

    entry: Entry
    topic: str
    scene: Scene
    haystack: str  # folded

    def has(self, query: str) -> bool:
        """Whether every word of a query stands in it; none is asked for by an empty one."""
        return all(word in self.haystack for word in folded(query).split())


def folded(text: str) -> str:
    """A text without case, accents, and signs that are neither letter nor digit, one blank between words."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(
        letter if letter.isalnum() else "" if letter in "'’ʼ" or unicodedata.combining(letter) else " "
        for letter in plain
    )
    return " ".join(kept.split())


def listed() -> tuple[Found, ...]:
    """Every scene of the catalogue, in the order of teaching."""
    return tuple(_found(entry, topic.title) for topic in topics() for entry in topic.entries)


def _found(entry: Entry, topic: str) -> Found:
    scene = load(entry.name)
    texts = (scene.title, scene.caption, scene.cell.graph.title, topic, entry.name, *entry.words)
    return Found(entry, topic, scene, folded(" ".join(texts)))
