"""The sentences under the settings of a deck say what will happen."""

from datetime import date

from lstm_gui.gui.quiz.deck_hints import Surroundings, cost_words
from lstm_gui.quiz.deck_rules import DeckRules
from lstm_gui.store.collection import DeckSummary
from lstm_gui.store.deck_edits import DeckSettings

TODAY = date(2026, 3, 3).toordinal()


def around(**rules: DeckRules) -> Surroundings:
    decks = [DeckSummary(1, name.replace("__", "::"), "", 1, 0, 0, 0.0, each) for name, each in rules.items()]
    return Surroundings(decks, new_per_day=10, retention=0.9, today=TODAY)


def test_what_a_deck_does_not_say_is_that_of_the_nearest_deck_around_it() -> None:
    decks = around(A=DeckRules(retention=0.8), A__B=DeckRules())
    assert decks.inherited("A::B::C").retention == 0.8
    assert decks.inherited("A").retention == 0.9


def test_every_limit_that_counts_is_named() -> None:
    decks = around(A=DeckRules(new_per_day=5))
    assert decks.new_words("A") == "All decks together let in 10 a day (Preferences)."
    assert decks.new_words("A::B") == "“A” lets in 5 a day. All decks together let in 10 a day (Preferences)."


def test_the_exam_says_when_its_last_week_begins() -> None:
    decks, exam = around(), DeckSettings(exam_day=TODAY + 17)
    assert decks.exam_words("A", DeckSettings(), 70) == ""
    words = "From 13 March 2026 on, each card comes once more: about 10 a day."
    assert decks.exam_words("A", exam, 70) == words
    assert decks.exam_words("A", exam, 1).endswith("about 1 a day.")
    soon = decks.exam_words("A", DeckSettings(exam_day=TODAY + 3), 70)
    assert soon == "Its last week has begun: each card not seen in it comes once more."
    past = decks.exam_words("A", DeckSettings(exam_day=TODAY), 70)
    assert past == "That day is past: cards come as they would without it."


def test_an_exam_that_asks_more_than_a_day_holds_says_so() -> None:
    decks = Surroundings([], 10, 0.9, TODAY, reviews_per_day=100)
    far, near = DeckSettings(exam_day=TODAY + 17), DeckSettings(exam_day=TODAY + 2)
    warning = "No more than 100 reviews come a day (Preferences): not all would be seen."
    assert warning not in decks.exam_words("A", far, 700)
    assert decks.exam_words("A", far, 701).endswith(warning)
    assert warning not in decks.exam_words("A", near, 200)
    assert decks.exam_words("A", near, 201).endswith(warning)
    assert warning not in around().exam_words("A", near, 9000)


def test_the_exam_of_a_deck_around_counts_when_it_comes_first() -> None:
    decks = around(A=DeckRules(exam_day=TODAY + 17))
    words = decks.exam_words("A::B", DeckSettings(), 7)
    first, then = words.split(". ")
    assert first == "“A” has its exam on 20 March 2026"
    assert then == "From 13 March 2026 on, each card comes once more: about 1 a day."
    sooner = decks.exam_words("A::B", DeckSettings(exam_day=TODAY + 10), 7)
    assert sooner == "From 6 March 2026 on, each card comes once more: about 1 a day."


def test_what_recall_costs() -> None:
    assert cost_words(0.9, 0.0) == ""
    assert cost_words(0.9, 0.2) == "At 90 %: about 1 review a day for the cards learnt so far."
    assert cost_words(0.95, 12.4) == "At 95 %: about 12 reviews a day for the cards learnt so far."
