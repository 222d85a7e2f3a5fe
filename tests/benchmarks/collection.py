"""The collection: how fast a rating is durable, and what a hundred thousand cards cost."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store import backups
from lstm_gui.store.collection import Collection
from tests.benchmarks import collection_process, large_collection
from tests.benchmarks.large_collection import NOW
from tests.benchmarks.row import Row

RUNS = 5


def measure() -> list[Row]:
    """An empty, a small and a large collection, each in processes of its own."""
    with tempfile.TemporaryDirectory(prefix="lstm-lab-collection-") as name:
        empty, small, large = (Path(name) / kind for kind in ("empty", "small", "large"))
        Collection.open(empty, now=NOW).close()
        with Collection.open(small, now=NOW) as collection:
            collection.import_deck(Deck("Small", tuple(Card(f"{uid}", "", "") for uid in range(400))), NOW)
        large_collection.make(large)
        nothing, few, many = use(empty), use(small), use(large)
        start = time.perf_counter()
        backups.back_up(large, NOW)
        backing_up = time.perf_counter() - start
    resident = median(run["resident"] for run in many) / median(run["resident"] for run in nothing)
    return [
        Row("a rating to durable, p95", p95(few, "record") * 1e3, "ms", 10),
        Row("large collection: open", median(run["open"] for run in many), "s", 0.5),
        Row("large collection: next due card, p95", p95(many, "next") * 1e3, "ms", 10),
        Row("large collection: next due card of five decks in one, p95", p95(many, "nested") * 1e3, "ms", 10),
        Row("large collection: a rating to durable, p95", p95(many, "record") * 1e3, "ms", 10),
        Row("large collection: resident memory, of the empty one's", resident, "×", 1.3),
        Row("large collection: how many are due", median(run["counts"] for run in many) * 1e3, "ms", 50),
        Row("large collection: list of decks with mastery", median(run["decks"] for run in many), "s", 0.5),
        Row("large collection: a verified backup", backing_up, "s", 10),
    ]


def use(folder: Path) -> list[dict[str, Any]]:
    """What some sessions, each in a fresh process, measured."""
    command = [sys.executable, "-m", collection_process.__name__, str(folder)]
    return [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(RUNS)]


def p95(runs: list[dict[str, Any]], what: str) -> float:
    """The 95th percentile over all sessions, in seconds."""
    values: list[float] = [value for run in runs for value in run[what]]
    return quantiles(values, n=20)[-1]
