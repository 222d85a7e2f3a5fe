"""Anki's engine, timed at what ours is timed at: `python -m tests.benchmarks.anki_process PACKAGE`.

This process alone imports Anki, and nothing of ours. A job comes a line, as JSON: ["import"], ["answer"] or
["search", text]; what it took, in milliseconds, and what came of it go back a line.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

UNLIMITED = 9999  # cards a day, as Anki lets one set it


class Engine:
    """Each import begins with an empty collection; what is answered and searched is the last one."""

    def __init__(self, package: Path, folder: Path) -> None:
        self._package, self._folder = package, folder
        self._number = 0
        self.collection = self._empty()

    def import_package(self) -> int:
        """Bring the package into an empty collection; how many cards it has."""
        request = ImportAnkiPackageRequest(
            package_path=str(self._package), options=ImportAnkiPackageOptions()
        )
        self.collection.import_anki_package(request)
        return int(self.collection.card_count())

    def prepare(self) -> None:
        """An empty collection for the next import."""
        self.collection.close()
        self.collection = self._empty()

    def allow_all(self) -> None:
        """Let every card be answered on one day, in the deck that holds them."""
        decks = self.collection.decks
        deck = max(decks.all_names_and_ids(), key=lambda one: decks.card_count(one.id, include_subdecks=True))
        settings = decks.config_dict_for_deck_id(deck.id)
        settings["new"]["perDay"] = settings["rev"]["perDay"] = UNLIMITED
        decks.save(settings)
        decks.select(deck.id)

    def answer(self) -> int:
        """The next card, answered "good"."""
        card = self.collection.sched.getCard()
        assert card is not None
        card.start_timer()
        self.collection.sched.answerCard(card, 3)
        return int(card.id)

    def search(self, text: str) -> int:
        """How many cards hold the words."""
        return len(self.collection.find_cards(text))

    def _empty(self) -> Collection:
        self._number += 1
        return Collection(str(self._folder / f"{self._number}.anki2"))


def main() -> None:
    """Answer jobs until there are none."""
    with TemporaryDirectory(prefix="lstm-lab-anki-") as folder:
        engine = Engine(Path(sys.argv[1]), Path(folder))
        for line in sys.stdin:
            kind, *about = json.loads(line)
            if kind == "import":
                engine.prepare()
                answer = _timed(engine.import_package)
                engine.allow_all()
            elif kind == "answer":
                answer = _timed(engine.answer)
            else:
                answer = _timed(lambda about=about: engine.search(*about))  # type: ignore[misc]
            print(json.dumps(answer), flush=True)
        engine.collection.close()


def _timed(act: Callable[[], int]) -> tuple[float, int]:
    start = time.perf_counter()
    made = act()
    return (time.perf_counter() - start) * 1000, made


if __name__ == "__main__":
    main()
