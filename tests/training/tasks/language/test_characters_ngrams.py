"""n-grams: probabilities that sum to one, equal to what is worked out by hand, and better than chance."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.training.tasks.language.characters_ngrams import nats, ngrams, probabilities

texts = st.lists(st.integers(0, 3), min_size=1, max_size=60)


@given(numbers=texts, order=st.integers(1, 3))
def test_the_probabilities_after_anything_sum_to_one(numbers: list[int], order: int) -> None:
    table = ngrams(np.array(numbers), 4, order)
    assert table.shape == (4,) * order
    assert table.sum(axis=-1) == pytest.approx(np.ones((4,) * (order - 1)))
    assert (table > 0).all()


def test_single_characters_are_as_counted_by_hand() -> None:
    # a a a b b c: one character once, one twice: D = 1/(1 + 2·1) = 1/3; three kinds share 3 D among K = 4
    p = ngrams(np.array([0, 0, 0, 1, 1, 2]), 4, 1)
    shared = 3 * (1 / 3) / 6 / 4
    assert p == pytest.approx(
        [(3 - 1 / 3) / 6 + shared, (2 - 1 / 3) / 6 + shared, (1 - 1 / 3) / 6 + shared, shared]
    )


def test_pairs_fall_back_on_how_many_kinds_come_before() -> None:
    # a b a b a c: ab twice, ba twice, ac once, so D = 1/(1 + 2·2) = 1/5
    pairs = ngrams(np.array([0, 1, 0, 1, 0, 2]), 3, 2)
    # single characters by the kinds before them: a after b, b after a, c after a: none twice, so D = 1/2
    single = (1 - 0.5) / 3 + 0.5 * 3 / 3 / 3
    assert pairs[0, 1] == pytest.approx((2 - 0.2) / 3 + 0.2 * 2 / 3 * single)
    assert pairs[0, 2] == pytest.approx((1 - 0.2) / 3 + 0.2 * 2 / 3 * single)
    assert pairs[0, 0] == pytest.approx(0.2 * 2 / 3 * single)
    assert pairs[2] == pytest.approx([single] * 3)  # nothing was ever seen after c


def test_characters_are_judged_by_those_before_each() -> None:
    numbers = np.array([0, 1, 0, 1, 0, 2])
    table = ngrams(numbers, 3, 3)
    found = probabilities(table, numbers, 2, 6)
    assert found == pytest.approx([table[0, 1, 0], table[1, 0, 1], table[0, 1, 0], table[1, 0, 2]])
    assert nats(table, numbers, 2, 6) == pytest.approx(-np.log(found).mean())


def test_a_text_with_an_order_is_foretold_better_than_by_chance() -> None:
    rng = np.random.default_rng(6)
    numbers = (np.cumsum(rng.integers(1, 3, 3000)) % 5).astype(np.int64)  # each is followed by one of two
    losses = [nats(ngrams(numbers[:2000], 5, order), numbers, 2000, 3000) for order in (1, 2, 3)]
    assert losses[0] == pytest.approx(math.log(5), abs=0.1)
    assert losses[1] == pytest.approx(math.log(2), abs=0.05)
    assert losses[2] < losses[0]
