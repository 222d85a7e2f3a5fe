"""The numbers in the head follow what is rated and what is counted."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.quiz.outlook import Session, look
from lstm_gui.gui.quiz.today import Today, mastery
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.rating import Rating
from lstm_gui.store.collection import Collection, DeckSummary

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
DECK = Deck("One", tuple(Card(f"card-{n}", "?", "!") for n in range(3)))


def summary(name: str, cards: int, known: float) -> DeckSummary:
    return DeckSummary(0, name, "", cards, 0, 0, known)


@pytest.mark.parametrize(("rating", "done"), [(Rating.WELL, 1), (Rating.BARELY, 0)])
def test_a_card_is_done_when_it_was_recalled(tmp_path: Path, rating: Rating, done: int) -> None:
    session, today = Session("One"), Today("One")
    with Collection.open(tmp_path) as collection:
        collection.import_deck(DECK, NOW)
        assert today.seen(look(collection, session, NOW)).total == 3
        event = session.scheduler.review(collection.memory("card-0"), rating, NOW)[1]
        collection.record(event)
        today.rated(event)
        standing = today.seen(look(collection, session, NOW))
    assert (standing.done, standing.total) == (done, 3)


def test_one_deck_is_known_as_well_as_its_summary_says() -> None:
    decks = [summary("One", 10, 0.5), summary("Two", 30, 0.9)]
    assert Today("Two").counted(decks).mastery == 0.9
    assert mastery(decks, None) == pytest.approx(0.8)
    assert mastery(decks, "Three") is None


@given(st.lists(st.tuples(st.integers(0, 500), st.floats(0, 1)), max_size=5))
def test_all_decks_together_are_known_between_the_worst_and_the_best(decks: list[tuple[int, float]]) -> None:
    known = mastery([summary(str(n), cards, share) for n, (cards, share) in enumerate(decks)], None)
    shares = [share for cards, share in decks if cards]
    if known is None:
        assert shares == []
    else:
        assert min(shares) - 1e-9 <= known <= max(shares) + 1e-9
