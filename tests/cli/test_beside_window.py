"""The command line while a window has the collection open: it reads, and says that it cannot write."""

from pathlib import Path

import pytest

from lstm_gui.store.collection import Collection
from tests.cli.conftest import Run
from tests.store.contents import contents
from tests.store.study import NOW, filled

READING = (
    "deck list", "deck show Gates", "deck settings Gates", "deck export Gates {folder}/gates.jsonl",
    "practise Gates", "stats", "due card-0", "review next", "collection export {folder}/all.lstm-lab",
)  # fmt: skip
WRITING = (
    "deck import {folder}/cards.tsv", "deck settings Gates --new 3", "review rate card-1 4", "review undo",
    "collection check", "collection restore {folder}/all.lstm-lab",
)  # fmt: skip


@pytest.fixture
def window(tmp_path: Path) -> Collection:
    """What a window holds open."""
    filled(tmp_path / "lab")
    (tmp_path / "cards.tsv").write_text("What opens?\tA gate.\n")
    collection = Collection.open(tmp_path / "lab", now=NOW)
    collection.edits.suspend(["card-5"], NOW)
    return collection


def test_it_reads_what_the_window_holds_and_changes_nothing(
    run: Run, tmp_path: Path, window: Collection
) -> None:
    with window:
        before = contents(window)
        for line in READING:
            told = run(*line.format(folder=tmp_path).split())
            assert (told.code, told.err) == (0, ""), line
            assert told.out, line
        for line in WRITING:
            told = run(*line.format(folder=tmp_path).split())
            assert told.code == 1, line
            assert "already open in another LSTM Lab; use that window, or close it." in told.err
        assert contents(window) == before
    assert run("deck", "import", tmp_path / "cards.tsv").code == 0
    assert run("review", "rate", "card-1", "4").code == 0
