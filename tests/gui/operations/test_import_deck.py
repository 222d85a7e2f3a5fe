"""Importing a deck: what is new comes, what is known keeps its progress."""

from dataclasses import replace

import pytest

from lstm_gui.gui.operations.import_deck import Imported, import_deck
from lstm_gui.gui.operations.rate import rate
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store import portions
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck, event

NEW = Card("c", "C?", "c")


def test_an_import_says_what_it_brought_and_keeps_progress(collection: Collection) -> None:
    given = event(collection, "card-0")
    rate(collection, given, "Gates")
    first, second, *_ = deck().cards
    result = import_deck(collection, Deck("Gates", (replace(first, back="better"), second, NEW)), NOW)
    assert isinstance(result, Imported)
    assert result.deck == "Gates"
    report = result.report
    assert (report.added, report.changed, report.unchanged) == (("c",), ("card-0",), ("card-1",))
    assert collection.memory("card-0") == given.after


def test_a_backup_is_made_first(collection: Collection) -> None:
    rate(collection, event(collection, "card-0"), "Gates")
    import_deck(collection, Deck("Other", (NEW,)), NOW)
    newest = collection.backups()[0]
    elsewhere = collection.folder / "elsewhere"
    elsewhere.mkdir()
    Collection.restore(elsewhere, newest.path, NOW)
    with Collection.open(elsewhere, now=NOW) as before:
        assert before.memory("card-0").repetitions == 1
        assert before.card("c") is None


def test_broken_off_it_changes_nothing(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "PORTION", 1)  # card between two looks

    class Enough(Exception):
        pass

    def watch(done: int, total: int, stage: str = "") -> None:
        seen.append((done, total, stage))
        if done == 3:
            raise Enough

    seen: list[tuple[int, int, str]] = []
    changed = Deck("Gates", tuple(replace(card, back="other") for card in deck().cards))
    with pytest.raises(Enough):
        import_deck(collection, changed, NOW, watch=watch)
    assert seen == [(done, 6, "cards") for done in range(4)]
    assert tuple(collection.cards("Gates")) == deck().cards
    assert import_deck(collection, changed, NOW).report.changed
