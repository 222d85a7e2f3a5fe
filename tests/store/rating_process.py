"""Rates cards as fast as it can until it is killed: run by test_kill.py as a process of its own.

One warm process has everything imported and forks a child for each kill, so that two hundred of them take
seconds. A child tells its parent of each event through a pipe, only after the collection said that it is
durable; the parent kills it at a random moment, wherever that finds it: opening, rating, taking back,
importing, backing up. Prints what each acknowledged, as a JSON list of texts.
"""

import json
import os
import random
import select
import signal
import sys
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck

CARDS = 8


def rate_for_ever(folder: Path, acknowledgements: int, seed: int) -> None:
    """Rate, and now and then take back, import and back up; a line for each event that is durable."""
    chance = random.Random(seed)
    now = NOW + timedelta(days=seed)
    with Collection.open(folder, now=now) as collection:
        collection.import_deck(deck(CARDS + seed // 20), now)
        for step in count():
            now += timedelta(seconds=30)
            os.write(acknowledgements, _step(collection, chance, now, step).encode())


def _step(collection: Collection, chance: random.Random, now: datetime, step: int) -> str:
    if step % 50 == 49:
        collection.back_up(now)
    if chance.random() < 0.1:
        voided = collection.undo(now)
        return f"- {voided.id}\n" if voided else ""
    memory = collection.memory(f"card-{chance.randrange(CARDS)}")
    _, event = Scheduler().review(memory, chance.choice(list(Rating)), now)
    collection.record(event)
    return f"+ {event.id}\n"


def kill_one(folder: Path, seed: int, events: int, seconds: float) -> str:
    """What a child acknowledged before it was killed, so long after that many events.

    However busy the machine is, it is killed as often while it rates.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        rate_for_ever(folder, writer, seed)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        told = "".join(pipe.readline() for _ in range(events))
        select.select([], [], [], seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WTERMSIG(status) != signal.SIGKILL:
            raise RuntimeError(f"the child ended by itself: {status}")
        return told + pipe.read()


def main(folder: Path, kills: int) -> None:
    """Kill that many children, each with its own seed: a third of them before they have said anything."""
    chance = random.Random(kills)
    acknowledged = []
    for seed in range(kills):
        events = chance.choice((0, 1, 3))
        acknowledged.append(kill_one(folder, seed, events, chance.uniform(0.0, 0.005 if events else 0.04)))
    json.dump(acknowledged, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
