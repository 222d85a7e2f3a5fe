"""Saving a rating: once, whatever is tried again."""

import pytest

from lstm_gui.gui.operations.rate import Rated, rate
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Changed
from tests.store.study import event


def test_rating_says_which_event_of_which_deck(collection: Collection) -> None:
    given = event(collection, "card-0")
    assert rate(collection, given, "Gates") == Rated(given, "Gates")
    assert collection.last_review() == given
    assert collection.memory("card-0") == given.after


def test_the_same_rating_tried_again_counts_once(collection: Collection) -> None:
    given = event(collection, "card-0")
    rate(collection, given, "Gates")
    rate(collection, given, "Gates")
    assert list(collection.events()) == [given]


def test_a_second_rating_of_what_is_no_longer_so_is_refused(collection: Collection) -> None:
    first, second = event(collection, "card-0"), event(collection, "card-0")
    rate(collection, first, "Gates")
    with pytest.raises(Changed):
        rate(collection, second, "Gates")
    assert list(collection.events()) == [first]
