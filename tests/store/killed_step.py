"""Kills a step of a collection of thousands of cards in the middle: run by test_kill_steps.py.

A warm process forks a child for each kill, as rating_process.py does. A child opens a copy of a prepared
collection, does one step, and says so through a pipe once it is acknowledged; how long the step takes here is
measured first, so that the kills fall into it on any machine. Prints for each kill the name of its step, its
folder, and whether the step was acknowledged.
"""

import json
import os
import random
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from lstm_gui.gui.operations.export_deck import gathered, written
from lstm_gui.quiz.card import Deck
from lstm_gui.store.backups import backups
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, card, deck, rate

CARDS = 800
BROUGHT = 5000
EXPORTED = "deck.jsonl"
LATER = NOW + timedelta(days=1)
UIDS = [f"card-{number}" for number in range(CARDS)]
OTHERS = Deck("Gates", tuple(card(number, "Brought") for number in range(BROUGHT)), "Another.")


def prepare(folder: Path) -> None:
    """A collection with cards, ratings, a backup, an edit to undo and one to redo, and a deck's file."""
    with Collection.open(folder, now=NOW) as collection:
        collection.import_deck(deck(CARDS), NOW)
        for number in range(20):
            rate(collection, f"card-{number}")
        collection.back_up(NOW)
        collection.edits.tag(UIDS, ["fresh"], NOW)
        collection.edits.suspend(UIDS, NOW)
        collection.edits.undo(NOW)
        written(gathered(collection, "Gates", with_history=True), folder / EXPORTED)


def _opened(step: Callable[[Collection], object]) -> Callable[[Path], object]:
    def do(folder: Path) -> None:
        with Collection.open(folder, now=LATER) as collection:
            step(collection)

    return do


def _export(collection: Collection) -> None:
    written(gathered(collection, "Gates", with_history=True), collection.folder / EXPORTED)


STEPS: dict[str, Callable[[Path], object]] = {
    "edit": _opened(lambda collection: collection.edits.untag(UIDS, ["gate"], LATER)),
    "import": _opened(lambda collection: collection.import_deck(OTHERS, LATER)),
    "delete": _opened(lambda collection: collection.edits.delete(UIDS, LATER)),
    "undo": _opened(lambda collection: collection.edits.undo(LATER)),
    "redo": _opened(lambda collection: collection.edits.redo(LATER)),
    "check": _opened(lambda collection: collection.check()),
    "export": _opened(_export),
    "restore": lambda folder: Collection.restore(folder, backups(folder)[-1].path, LATER),
}


def kill_one(folder: Path, name: str, seconds: float) -> bool:
    """Kill a step after a while; whether it had been acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        STEPS[name](folder)
        os.write(writer, b"done")
        signal.pause()
    os.close(writer)
    with os.fdopen(reader) as pipe:
        select.select([], [], [], seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WTERMSIG(status) != signal.SIGKILL:
            raise RuntimeError(f"{name} ended by itself: {status}")
        return pipe.read() == "done"


def main(folder: Path, kills: int) -> None:
    """Kill each step that often, each time on a copy of the same collection."""
    chance, before, told = random.Random(kills), folder / "before", []
    prepare(before)
    for name, step in STEPS.items():
        after = folder / name
        shutil.copytree(before, after)
        began = time.monotonic()
        step(after)
        took = time.monotonic() - began
        for number in range(kills):
            killed = folder / f"{name} {number}"
            shutil.copytree(before, killed)
            done = kill_one(killed, name, took * chance.uniform(0.1, 1.1))
            told.append((name, killed.name, done))
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
