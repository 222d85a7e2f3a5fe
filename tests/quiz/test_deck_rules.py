"""What is set for a deck holds for the decks in it."""

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.deck_rules import EVERYTHING, DeckRules, NewCards, scheduler_of
from lstm_gui.quiz.deck_tree import path
from lstm_gui.quiz.schedule import Scheduler

NAMES = ("A", "A::B", "A::B::C", "A::D", "E", "F::G")
some = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 12))


def test_the_nearest_deck_that_says_it_sets_the_recall_to_aim_for() -> None:
    course, chapter = DeckRules(retention=0.8), DeckRules(retention=0.95)
    assert scheduler_of([course, chapter], Scheduler(0.9), 10).retention == 0.95
    assert scheduler_of([course, DeckRules()], Scheduler(0.9), 10).retention == 0.8
    assert scheduler_of([DeckRules()], Scheduler(0.9), 10) == Scheduler(0.9)


def test_a_recall_that_nobody_can_aim_for_does_no_harm() -> None:
    assert scheduler_of([DeckRules(retention=0.2)], Scheduler(), 10).retention == 0.7
    assert scheduler_of([DeckRules(retention=0.999)], Scheduler(), 10).retention == 0.99


def test_the_exam_is_the_first_to_come_of_the_deck_and_those_around_it() -> None:
    chain = [DeckRules(exam_day=30), DeckRules(exam_day=10)]
    days = {day: scheduler_of(chain, Scheduler(), day).exam_day for day in (5, 9, 10, 29, 30)}
    assert days == {5: 10, 9: 10, 10: 30, 29: 30, 30: None}


def test_a_limit_counts_what_was_introduced_in_its_deck_and_those_in_it() -> None:
    new = NewCards.of_today({EVERYTHING: 10, "A": 4, "A::B": 3}, {"A::B::C": 2, "A::D": 1, "E": 5})
    assert dict(new.left) == {EVERYTHING: 2, "A": 1, "A::B": 1}
    assert [new.allowed(name) for name in NAMES] == [1, 1, 1, 1, 2, 2]


def test_what_the_person_asks_for_on_top_lifts_every_limit() -> None:
    limits, introduced = {EVERYTHING: 3, "A": 1}, {"A": 1, "E": 2}
    assert NewCards.of_today(limits, introduced).allowed("A") == 0
    assert NewCards.of_today(limits, introduced, extra=5).allowed("A") == 5


def test_a_deck_gets_what_the_decks_in_it_get_and_no_more_than_its_limit() -> None:
    new = NewCards.of_today({EVERYTHING: 20, "A": 5, "A::B": 2}, {})
    found = new.among({"A::B::C": 9, "A::D": 2, "A": 4, "E": 1})
    assert found == {"A": 5, "A::B": 2, "A::B::C": 2, "A::D": 2, "E": 1}


@given(some, some, some, st.integers(0, 20), st.integers(0, 5))
def test_no_deck_ever_gets_more_than_any_limit_over_it_allows(
    limits: dict[str, int], introduced: dict[str, int], waiting: dict[str, int], outer: int, extra: int
) -> None:
    new = NewCards.of_today(limits | {EVERYTHING: outer}, introduced, extra)
    for name, number in new.among(waiting).items():
        inside = sum(count for each, count in waiting.items() if name in path(each))
        assert 0 <= number <= min(inside, new.allowed(name))
        if name in limits:
            done = sum(count for each, count in introduced.items() if name in path(each))
            assert number <= max(0, limits[name] + extra - done)
        if inside and all(new.allowed(each) for each in waiting if name in path(each)):
            assert number > 0
