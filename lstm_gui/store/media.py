"""Pictures, scenes and graded cards of the collection, each kept once under the name its content decides."""

import sqlite3
from collections.abc import Iterable

from lstm_gui.quiz.card import Card, Medium
from lstm_gui.quiz.media_names import media_of


def add(connection: sqlite3.Connection, media: Iterable[Medium]) -> None:
    """Keep these; what is there already stays."""
    connection.executemany(
        "INSERT INTO media (name, content) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        ((medium.name, medium.content) for medium in media),
    )


def content(connection: sqlite3.Connection, name: str) -> bytes | None:
    """What a medium holds; None when there is none of that name."""
    row = connection.execute("SELECT content FROM media WHERE name = ?", (name,)).fetchone()
    return None if row is None else bytes(row[0])


def of(connection: sqlite3.Connection, cards: Iterable[Card]) -> list[Medium]:
    """What cards name, as far as it is there."""
    found = ((name, content(connection, name)) for name in media_of(cards))
    return [Medium(name, held) for name, held in found if held is not None]


def missing(connection: sqlite3.Connection, media: Iterable[Medium]) -> bool:
    """Whether any of these is not kept yet."""
    return any(
        connection.execute("SELECT 1 FROM media WHERE name = ?", (medium.name,)).fetchone() is None
        for medium in media
    )
