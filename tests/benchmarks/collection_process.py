"""Uses a collection as a session does, in a process of its own, and prints what it measured as JSON."""

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from tests.benchmarks.large_collection import COURSE, NOW

SESSION = 300  # ratings


def seconds(function: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def session(collection: Collection) -> tuple[list[float], list[float]]:
    """Look for the next card, rate it, three hundred times: the seconds of each of the two."""
    looked, rated = [], []
    now = NOW
    ratings = list(Rating)
    for number in range(SESSION):
        start = time.perf_counter()
        queued = collection.next_card(None, now, 10_000)
        looked.append(time.perf_counter() - start)
        if queued is None:
            break
        now += timedelta(seconds=10)
        _, event = Scheduler().review(queued.memory, ratings[number % 5], now)
        rated.append(seconds(partial(collection.record, event)))
    return looked, rated


def looks(collection: Collection, deck: str) -> list[float]:
    """Look for the next card of a deck with others in it, a hundred times: the seconds of each."""
    return [seconds(partial(collection.next_card, deck, NOW, 10)) for _ in range(100)]


def resident_bytes() -> int:
    """The most memory that this process has had resident."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux keeps ru_maxrss across exec: it would be that of the large parent
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def main(folder: Path) -> None:
    """Open the collection, list its decks, rate, and take one rating back."""
    opened: list[Collection] = []
    opening = seconds(lambda: opened.append(Collection.open(folder, now=NOW)))
    (collection,) = opened
    listing = seconds(lambda: collection.decks(NOW, 10))
    counting = seconds(lambda: collection.counts(None, NOW, 10))
    names = {deck.name for deck in collection.decks(NOW, 10)}
    nested = looks(collection, f"{COURSE} 0") if f"{COURSE} 0" in names else []
    looked, rated = session(collection)
    collection.undo(NOW)
    measured = {
        "open": opening,
        "decks": listing,
        "counts": counting,
        "next": looked,
        "nested": nested,
        "record": rated,
        "resident": resident_bytes(),
    }
    collection.close()
    print(json.dumps(measured))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
