"""What of the corpus is contained: brought in one step, taken out again, and taken back by one undo."""

import csv
import io
from pathlib import Path

import pytest

from lstm_gui.formats.deck_export import WRITERS, DeckCopy, exported
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.store.collection import Collection
from tests.hostile.corpus import CASES
from tests.store.contents import contents, sound
from tests.store.study import NOW, deck

KINDS = ("HTML", "LaTeX", "deck name", "picture", "deep")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize("kind", KINDS)
def test_it_comes_in_one_step_leaves_in_every_format_and_is_taken_back(kind: str, tmp_path: Path) -> None:
    with Collection.open(tmp_path / "home", now=NOW) as collection:
        collection.import_deck(deck(name="Own"), NOW)
        before = contents(collection)
        for case in CASES:
            if case.name.startswith(f"{kind}:") and case.contained and not case.long:
                (tmp_path / case.file).write_bytes(case.content())
                preview = preview_file(tmp_path / case.file)
                report = collection.import_deck(preview.deck, NOW)
                assert len(report.added) == len(preview.deck.cards), case.name
                _leaves(collection, preview.deck.name)
                collection.edits.undo(NOW)
                assert contents(collection) == before, case.name
        sound(collection)


def _leaves(collection: Collection, name: str) -> None:
    copy = DeckCopy(collection.deck(name), list(collection.entries(name)))
    for ending in WRITERS:
        written = exported(copy, Path(f"deck{ending}"))
        content = written if isinstance(written, bytes) else b"".join(written)
        if ending == ".csv":
            table = content.decode().split("#tags column:7\n", 1)[1]
            cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
            assert not [cell for cell in cells if cell.startswith(FORMULA)]
