"""`python -m tests.hostile [WORD …]`: every case, or those whose names hold a word, measured one by one.

With --quick, those that take long are left out; with --part=2/5, all but every fifth from the third on.
One line of JSON tells of each.
"""

import gc
import json
import sys
import tempfile
import zoneinfo  # noqa: F401 - what a first reading imports is no cost of that file
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from lstm_gui.store.collection import Collection
from tests.hostile.case import Case
from tests.hostile.corpus import CASES
from tests.hostile.reading import NOW, Outcome, measured
from tests.store.study import deck

SECONDS, MEGABYTES = 2.0, 300.0


def main(words: Sequence[str]) -> int:
    """Measure the cases; 1 when one of them was not taken as it should."""
    wanted, bad = _wanted(words), 0
    gc.freeze()  # no child goes through what it shares with us
    with tempfile.TemporaryDirectory(prefix="lstm-lab-hostile-") as name:
        home, files = Path(name, "home"), Path(name, "files")
        files.mkdir()
        with Collection.open(home, now=NOW) as collection:
            collection.import_deck(deck(), NOW)
        for case in wanted:
            outcome = measured(case, files, home)
            bad += is_bad(outcome)
            print(json.dumps(asdict(outcome)), flush=True)
    return 1 if bad else 0


def _wanted(words: Sequence[str]) -> list[Case]:
    """The cases that are asked for."""
    sought = [word for word in words if not word.startswith("--")]
    wanted = [case for case in CASES if not ("--quick" in words and case.long)]
    wanted = [case for case in wanted if not sought or any(word in case.name for word in sought)]
    part = next((word for word in words if word.startswith("--part=")), "--part=0/1")
    first, parts = part.removeprefix("--part=").split("/")
    return wanted[int(first) :: int(parts)]


def is_bad(outcome: Outcome) -> bool:
    """Whether it was not taken as it should, too slowly, or with too much room."""
    return bool(outcome.fault) or outcome.seconds > SECONDS or outcome.megabytes > MEGABYTES


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
