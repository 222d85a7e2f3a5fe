"""Decks in and out, many cards changed at once, and the check of a large collection: how long one waits."""

import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.deck_export import DeckCopy, exported
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store.collection import Collection
from tests.benchmarks import large_collection
from tests.benchmarks.large_collection import NOW
from tests.benchmarks.row import Row

PACKAGE, TABLE = 10_000, 50_000  # cards


def measure() -> list[Row]:
    """Import as the window does it: reading, comparing, bringing; then what comes of a million ratings."""
    with tempfile.TemporaryDirectory(prefix="lstm-lab-decks-") as name:
        folder = Path(name)
        package, table = folder / "cards.apkg", folder / "cards.tsv"
        for path, size in ((package, PACKAGE), (table, TABLE)):
            write_durably(path, exported(DeckCopy(_deck(size)), path))
        # First what is small: a million ratings just written keep the disk busy for a while.
        small = [
            Row("a package of Anki with 10,000 cards, imported", _import(package), "s", 3),
            Row("a table of 50,000 rows, imported", _import(table), "s", 5),
            Row("10,000 cards changed at once or changed back, the slowest", max(_change(package)), "s", 1),
        ]
        large_collection.make(folder / "large")
        with Collection.open(folder / "large", now=NOW) as collection:
            checking, longest = _check(collection)
        return [
            *small,
            Row("every schedule anew from 1,000,000 ratings, and all else checked", checking, "s", 15),
            Row("the check: longest time without a word", longest, "s", 0.5),
        ]


def _deck(size: int) -> Deck:
    cards = (
        Card(
            f"card-{number}",
            f"What does gate {number} of the cell decide?",
            f"How much of $c_{{t-1}}$ is kept ({number}).",
            topic=f"topic {number % 9}",
            tags=("gate", "memory"),
        )
        for number in range(size)
    )
    return Deck("Many", tuple(cards))


def _import(path: Path) -> float:
    with Collection.open(path.with_name(f"{path.name}.lab"), now=NOW) as collection:
        return _seconds(lambda: _bring(collection, path))


def _bring(collection: Collection, path: Path) -> None:
    preview = preview_file(path)
    collection.preview_import(preview.deck, preview.history)
    collection.import_deck(preview.deck, NOW, preview.history)


def _change(path: Path) -> list[float]:
    """Each kind of change of the cards that were imported, and the way back."""
    with Collection.open(path.with_name(f"{path.name}.lab"), now=NOW) as collection:
        edits, uids = collection.edits, [card.uid for card in collection.cards("Many")]
        changes = (
            lambda: edits.tag(uids, ["exam"], NOW),
            lambda: edits.move(uids, "Other", NOW),
            lambda: edits.suspend(uids, NOW),
            lambda: edits.delete(uids, NOW),
        )
        return [_seconds(step) for change in changes for step in (change, lambda: edits.undo(NOW))]


def _check(collection: Collection) -> tuple[float, float]:
    """How long it takes, and the longest time between two words of how far it is."""
    told = [time.perf_counter()]
    seconds = _seconds(lambda: collection.check(lambda *_: told.append(time.perf_counter())))
    return seconds, max(later - earlier for earlier, later in pairwise(told))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
