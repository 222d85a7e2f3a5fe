"""A deck leaves whole, with its ratings in order; broken off, there is no file."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lstm_gui.formats.deck_import import preview_file
from lstm_gui.gui.operations.export_deck import gathered, written
from lstm_gui.quiz.card import Medium, medium_name
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck, rate


class Enough(Exception):
    """What a watch raises that waits no longer."""


def enough(_done: int, _total: int, _stage: str = "") -> None:
    raise Enough


def test_a_deck_is_gathered_with_its_media_and_its_ratings_in_order(collection: Collection) -> None:
    picture = Medium(medium_name(b"it", ".png"), b"it")
    first, *rest = deck().cards
    shown = replace(deck(), cards=(replace(first, why=f"![it]({picture.name})"), *rest), media=(picture,))
    collection.import_deck(shown, NOW)
    given = [
        rate(collection, uid, now=NOW + timedelta(minutes=n)) for n, uid in enumerate(("card-3", "card-0"))
    ]
    copy = gathered(collection, "Gates", with_history=True)
    assert (copy.deck, list(copy.events)) == (shown, given)
    assert gathered(collection, "Gates", with_history=False).events == ()


def test_what_was_written_is_read_again(collection: Collection, tmp_path: Path) -> None:
    rate(collection, "card-1")
    copy = gathered(collection, "Gates", with_history=True)
    path = tmp_path / "a.jsonl"
    done = written(copy, path)
    assert (done.path, done.cards) == (path, 6)
    read = preview_file(path)
    assert (read.deck, list(read.history)) == (copy.deck, list(copy.events))


def test_broken_off_there_is_no_file(collection: Collection, tmp_path: Path) -> None:
    with pytest.raises(Enough):
        gathered(collection, "Gates", with_history=True, watch=enough)
    copy = gathered(collection, "Gates", with_history=False, watch=enough)
    with pytest.raises(Enough):
        written(copy, tmp_path / "a.md", enough)
    assert not list(tmp_path.glob("*.md"))


def test_it_is_written_while_others_rate_and_add_cards(collection: Collection, tmp_path: Path) -> None:
    given = rate(collection, "card-1")
    copy = gathered(collection, "Gates", with_history=True)
    collection.import_deck(deck(7), NOW)
    rate(collection, "card-6")
    path = tmp_path / "a.jsonl"
    with ThreadPoolExecutor() as other:
        other.submit(written, copy, path).result()
    read = preview_file(path)
    assert (len(read.deck.cards), list(read.history)) == (6, [given])


def test_what_is_in_memory_alone_is_written_too(tmp_path: Path) -> None:
    (tmp_path / "lab").write_text("in the way")
    with Collection.open(tmp_path / "lab", now=NOW) as unsaved:
        unsaved.import_deck(deck(), NOW)
        given = rate(unsaved, "card-0")
        assert list(gathered(unsaved, "Gates", with_history=True).events) == [given]
