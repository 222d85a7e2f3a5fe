"""Ours beside Anki's own engine on the same 10,000 cards, in turns: import, next card and answer, search."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lstm_gui.formats.anki.writer import write_package
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from lstm_gui.store.search import Order
from tests.benchmarks.row import Row

CARDS = 10_000
IMPORTS, ANSWERS = 3, 300
NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
WORDS = ("gate", "forget", "cell", "sequence", "gradient", "memory", "input", "bias")
SEARCHES = ("gate", "gradient", "4711", '"cell 7777"', "memory bias", "zebra", "input", "forget")
ROUNDS = 10
WITHIN = 1.5  # times what Anki takes

Theirs = Callable[..., tuple[float, int]]


def measure() -> list[Row]:
    """Each job is done by one and then by the other, so that both meet the same machine."""
    with tempfile.TemporaryDirectory(prefix="lstm-lab-beside-anki-") as name:
        folder = Path(name)
        package = folder / "deck.apkg"
        package.write_bytes(write_package(_deck()))
        with _anki(package) as theirs:
            imports = [_imported(package, folder / str(n), theirs) for n in range(IMPORTS)]
            with Collection.open(folder / str(IMPORTS - 1), now=NOW) as ours:
                answers = [_answered(ours, n, theirs) for n in range(ANSWERS)]
                searches = [_searched(ours, text, theirs) for text in SEARCHES * ROUNDS]
    return [
        *_rows(f"{CARDS:,} cards: import of the package", imports, statistics.median),
        *_rows("next card and answer", answers, statistics.median),
        *_rows("search", searches, statistics.median),
    ]


def _rows(what: str, pairs: list[tuple[float, float]], figure: Callable[[list[float]], float]) -> list[Row]:
    ours, theirs = (figure([pair[place] for pair in pairs]) for place in (0, 1))
    return [
        Row(f"{what}: ours ÷ Anki's ({ours:.2f} ÷ {theirs:.2f} ms)", ours / theirs, "×", WITHIN),
    ]


def _deck() -> Deck:
    """Cards as people write them: two sentences, now and then a formula."""
    return Deck("Beside Anki", tuple(_card(number) for number in range(CARDS)))


def _card(number: int) -> Card:
    one, other = WORDS[number % 8], WORDS[number // 8 % 8]
    formula = r" $c_t = f_t \odot c_{t-1}$" if number % 5 == 0 else ""
    return Card(
        f"beside-{number}",
        f"What does the {one} {number} do to the {other}?",
        f"It changes the {other} a little.{formula} That is number {number}.",
        topic=one,
        tags=(one, other),
    )


def _imported(package: Path, folder: Path, theirs: Theirs) -> tuple[float, float]:
    with Collection.open(folder, now=NOW) as collection:
        start = time.perf_counter()
        preview = preview_file(package)
        collection.import_deck(preview.deck, NOW, preview.history)
        ours = (time.perf_counter() - start) * 1000
        assert len(collection.cards(preview.deck.name)) == CARDS
    milliseconds, cards = theirs("import")
    assert cards == CARDS
    return ours, milliseconds


def _answered(collection: Collection, number: int, theirs: Theirs) -> tuple[float, float]:
    now = NOW + timedelta(seconds=10 * number)
    start = time.perf_counter()
    queued = collection.next_card(None, now, CARDS)
    assert queued is not None
    collection.record(Scheduler().review(queued.memory, Rating.WELL, now)[1])
    ours = (time.perf_counter() - start) * 1000
    return ours, theirs("answer")[0]


def _searched(collection: Collection, text: str, theirs: Theirs) -> tuple[float, float]:
    start = time.perf_counter()
    found = len(collection.search.find(text, Order(), NOW).ids)
    ours = (time.perf_counter() - start) * 1000
    milliseconds, same = theirs("search", text)
    assert found == same, (text, found, same)
    return ours, milliseconds


@contextmanager
def _anki(package: Path) -> Iterator[Theirs]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.anki_process", str(package)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asking, answers = process.stdin, process.stdout

        def theirs(*job: str) -> tuple[float, int]:
            asking.write(json.dumps(job) + "\n")
            asking.flush()
            milliseconds, made = json.loads(answers.readline())
            return milliseconds, made

        yield theirs
        asking.close()
