"""Decks within decks for tests: cards by deck, and what is set for a deck."""

from pathlib import Path

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store.collection import Collection
from lstm_gui.store.connection import writing
from tests.store.study import NOW


def nested(folder: Path, **sizes: int) -> Collection:
    """A collection with decks of so many new cards; "__" in a name stands for "::"."""
    collection = Collection.open(folder, now=NOW)
    for key, size in sizes.items():
        name = key.replace("__", "::")
        cards = (Card(f"{name}-{number}", "", "", topic="one") for number in range(size))
        collection.import_deck(Deck(name, tuple(cards)), NOW)
    return collection


def set_for(collection: Collection, deck: str, **rules: float | None) -> None:
    """Set columns of a deck."""
    columns = ", ".join(f"{name} = :{name}" for name in rules)
    with writing(collection._connection):
        collection._connection.execute(
            f"UPDATE deck SET {columns} WHERE name = :deck", {**rules, "deck": deck}
        )


def set_card(collection: Collection, uid: str, **columns: int | None) -> None:
    """Set columns of a card that the queue knows of, in the cache as well."""
    setting = ", ".join(f"{name} = :{name}" for name in columns)
    with writing(collection._connection):
        for table, key in (("card", "id"), ("memory", "card")):
            collection._connection.execute(
                f"UPDATE {table} SET {setting} WHERE {key} = (SELECT id FROM card WHERE uid = :uid)",
                {**columns, "uid": uid},
            )
