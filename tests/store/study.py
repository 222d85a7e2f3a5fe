"""What the tests of the store share: a deck, a moment, and ratings as a session gives them."""

import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import FILE_NAME, Collection

NOW = datetime(2025, 6, 1, 12, tzinfo=timezone(timedelta(hours=2)))
TOPICS = ("gates", "memory", "training")


def card(number: int, front: str = "What is a gate?") -> Card:
    """A card with something in every field."""
    return Card(
        uid=f"card-{number}",
        front=f"{front} ({number})",
        back="A number between 0 and 1.",
        topic=TOPICS[number % len(TOPICS)],
        formula=r"f_t = \sigma(z_f)",
        why="Because σ keeps it there.",
        tags=("gate", "σ"),
        scene="forget",
    )


def deck(size: int = 6, name: str = "Gates") -> Deck:
    """A deck of cards with the uids card-0, card-1 …"""
    return Deck(name, tuple(card(number) for number in range(size)), f"About {name}.")


def event(
    collection: Collection, uid: str, rating: Rating = Rating.WELL, now: datetime = NOW, mode: str = "review"
) -> ReviewEvent:
    """A rating of a card as it is now, not yet recorded."""
    return Scheduler().review(collection.memory(uid), rating, now, response_ms=4200, mode=mode)[1]


def rate(
    collection: Collection, uid: str, rating: Rating = Rating.WELL, now: datetime = NOW, mode: str = "review"
) -> ReviewEvent:
    """The same, recorded."""
    given = event(collection, uid, rating, now, mode)
    collection.record(given)
    return given


def filled(folder: Path) -> None:
    """A closed collection with a deck, a rating and a backup of both."""
    with Collection.open(folder, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        rate(collection, "card-0")
        collection.back_up(NOW + timedelta(minutes=1))


def set_pragma(folder: Path, sql: str) -> None:
    """Run SQL on a closed collection, beside the store."""
    database = sqlite3.connect(folder / FILE_NAME)
    database.executescript(sql)
    database.close()
