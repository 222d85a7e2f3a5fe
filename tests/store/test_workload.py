"""What aiming for more recall costs."""

from datetime import timedelta

import pytest

from lstm_gui.quiz.rating import Rating
from lstm_gui.store.collection import Collection
from tests.store.nested import set_card
from tests.store.study import NOW, rate


def test_cards_ask_for_one_review_in_the_days_until_recall_has_fallen(collection: Collection) -> None:
    assert collection.workload.reviews_per_day("Gates", NOW, 0.9) == 0
    rate(collection, "card-0", Rating.PERFECTLY)
    rate(collection, "card-1", Rating.PERFECTLY)
    stability = collection.memory("card-0").stability
    assert stability is not None
    assert collection.workload.reviews_per_day("Gates", NOW, 0.9) == pytest.approx(2 / stability)
    set_card(collection, "card-1", suspended=1)
    assert collection.workload.reviews_per_day(None, NOW, 0.9) == pytest.approx(1 / stability)


def test_more_recall_costs_more_reviews_but_never_more_than_one_a_day(collection: Collection) -> None:
    for number in range(4):
        rate(collection, f"card-{number}", Rating.WELL, NOW - timedelta(days=number))
    costs = [
        collection.workload.reviews_per_day("Gates", NOW, share) for share in (0.7, 0.8, 0.9, 0.95, 0.99)
    ]
    assert costs == sorted(costs)
    assert costs[0] < costs[-1] <= 4
