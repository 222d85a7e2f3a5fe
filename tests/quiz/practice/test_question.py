"""Questions made of cards: by the seed, never two answers that read the same, and no card left out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.practice.choice import OPTIONS, options
from lstm_gui.quiz.practice.gap import OPEN, gap
from lstm_gui.quiz.practice.question import PAIRS, Answer, Kind, Mode, Question, questions
from lstm_gui.quiz.practice.reading import reads_as
from lstm_gui.quiz.practice.result import Score, by_topic, missed, score
from lstm_gui.quiz.practice.selection import LENDERS, Candidate, Draw, lenders, taken, weakest_first
from lstm_gui.quiz.practice.typed import compare

TEXTS = st.sampled_from(
    ["", "σ", "Sigma.", "The gate", "the gate!", "0.5", "$c_t$ keeps", "a b c", "One. Two"]
)
DECKS = st.lists(st.builds(Card, st.text("abcdef", min_size=1, max_size=3), TEXTS, TEXTS, TEXTS),
                 min_size=1, max_size=9, unique_by=lambda card: card.uid)  # fmt: skip
GATES = tuple(
    Card(
        f"gate-{number}",
        f"What does gate {number} do?",
        f"It keeps {number} values.",
        "Gates",
        tags=("keeps",),
    )
    for number in range(7)
)


@given(DECKS, st.sampled_from(Mode), st.integers(0, 9))
def test_every_card_is_asked_once_and_the_same_by_the_same_seed(
    cards: list[Card], mode: Mode, seed: int
) -> None:
    asked = questions(mode, cards, cards, seed)
    assert sorted(card.uid for one in asked for card in one.cards) == sorted(card.uid for card in cards)
    assert asked == questions(mode, cards, cards, seed)
    for question in asked:
        keys = [reads_as(option) for option in question.options]
        assert len(keys) == len(set(keys))
        assert len(keys) <= PAIRS
        for card in question.cards:
            assert question.kind is Kind.RECALL or question.is_right(card, question.right(card))
            assert not question.is_right(card, "")
        if question.kind is Kind.CLOZE:
            assert question.prompt.replace(OPEN, question.hidden, 1).endswith(question.card.back)


def test_wrong_answers_are_of_the_topic_and_others_help_out() -> None:
    other = [Card(f"other-{number}", f"{number}?", f"Answer {number}", "Other") for number in range(5)]
    offered = options(GATES[0], [*other, *GATES], 1)
    assert len(offered) == OPTIONS
    assert all(option.startswith("It keeps") for option in offered)
    assert GATES[0].back in offered
    few = options(GATES[0], [*other, *GATES[:2]], 1)
    assert {GATES[0].back, GATES[1].back} < set(few)
    assert len(few) == OPTIONS
    assert options(GATES[0], GATES[:1], 1) == ()
    assert options(GATES[0], [Card("same", GATES[0].front, "Another true answer")], 1) == ()
    assert len({options(GATES[0], GATES, seed) for seed in range(9)}) > 1


def test_the_question_itself_is_no_wrong_answer_to_it() -> None:
    there, back = Card("there", "cell state", "$c_t$"), Card("back", "$c_t$", "Cell state.")
    third = Card("third", "What keeps?", "The gate.")
    assert sorted(options(there, (there, back, third), 1)) == ["$c_t$", "The gate."]


def test_without_another_answer_a_choice_becomes_a_typed_one_and_without_a_word_a_recall() -> None:
    assert questions(Mode.CHOICE, GATES[:1], GATES[:1], 1)[0].kind is Kind.TYPED
    assert questions(Mode.TYPED, [Card("sign", "?", "…")], (), 1)[0].kind is Kind.RECALL
    kinds = {question.kind for question in questions(Mode.TEST, GATES, GATES, 1)}
    assert kinds == {Kind.CHOICE, Kind.CLOZE}


def test_gaps_of_notes_are_kept_with_their_hints() -> None:
    made = gap(Card("note", "The {{c1::forget::which?}} gate of {{c2::LSTM}}", ""), 3)
    assert made is not None
    assert made.marked_in_front
    assert (made.text, made.hidden) in [
        ("The [which?] gate of LSTM", "forget"),
        (f"The forget gate of {OPEN}", "LSTM"),
    ]
    behind = Card("note", "Which?", "The {{c1::forget}} gate")
    (question,) = questions(Mode.CLOZE, [behind], (), 1)
    assert question.prompt == f"Which?\n\nThe {OPEN} gate"
    assert question.right(behind) == "forget"
    front = Card("note", "The {{c1::forget}} gate", "")
    assert questions(Mode.CLOZE, [front], (), 1)[0].prompt == f"The {OPEN} gate"


def test_a_made_gap_hides_a_number_or_a_term_and_no_part_of_a_formula() -> None:
    hidden = {gap(card, seed).hidden for card in GATES for seed in range(4)}  # type: ignore[union-attr]
    assert hidden == {"keeps"}  # the question says the number already
    formula = Card("formula", "How?", "$c_t = 2$ is 3 ![7](8.png)")
    assert gap(formula, 1).hidden == "3"  # type: ignore[union-attr]
    assert gap(Card("said", "Two gates?", "gates"), 1).hidden == "gates"  # type: ignore[union-attr]
    assert gap(Card("short", "Which?", "It is red"), 1).hidden == "red"  # type: ignore[union-attr]
    assert gap(Card("small", "Which?", "it is"), 1) is None
    marked = Card("marked", "Which?", "**Gates** of [it](https://gates.test/shut) and `open`")
    assert {gap(marked, seed).text for seed in range(9)} == {  # type: ignore[union-attr]
        "**[…]** of [it](https://gates.test/shut) and `open`"
    }


@pytest.mark.parametrize(
    "text", ["_" * 200_000, "{{c1::" * 40_000, "$" * 99_999, "{{c1::a::" * 30_000, "a_" * 99_999]
)
def test_a_text_made_to_be_slow_is_not(text: str) -> None:
    start = time.process_time()
    card = Card("slow", text, text)
    gap(card, 1)
    options(card, [Card("other", "?", text + "b"), Card("third", "?", "x")], 1)
    compare(text, text[::-1])
    assert time.process_time() - start < 1.0


def test_a_round_is_drawn_by_its_seed_and_a_cram_takes_the_weakest() -> None:
    strong = Candidate("strong", "Gates", 90.0, 2.0, 10, 0)
    weak = Candidate("weak", "Gates", 2.0, 5.0, 1, 0)
    hard = Candidate("hard", "Gates", 2.0, 8.0, 1, 0)
    lapsed = Candidate("lapsed", "Uses", 2.0, 8.0, 1, 3)
    new = Candidate("new", "Uses", None, None, None, 0)
    found = [strong, weak, hard, lapsed, new]
    assert weakest_first(found, 10) == [new, lapsed, hard, weak, strong]
    assert taken(found, Draw(Mode.CRAM, 2, 1, 10)) == [new, lapsed]
    drawn = taken(found, Draw(Mode.CHOICE, 4, 1, 10))
    assert len(set(drawn)) == 4
    assert drawn == taken(found, Draw(Mode.CHOICE, 4, 1, 10))
    assert sorted(one.uid for one in taken(found, Draw(Mode.TEST, 9, 2, 10))) == sorted(
        one.uid for one in found
    )


def test_a_few_of_the_topic_lend_their_answers_however_many_there_are() -> None:
    many = [Candidate(str(number), f"topic {number % 3}", None, None, None, 0) for number in range(3000)]
    found = lenders(many, many[:1], 1)
    assert sum(one.topic == "topic 0" for one in found) >= LENDERS
    assert len({one.uid for one in found}) == len(found) <= 2 * LENDERS
    assert found == lenders(many, many[:1], 1)


def test_the_score_in_all_and_by_topic() -> None:
    question = Question(Kind.TYPED, GATES[:1], "?")
    other = Card("other", "?", "x", "Other")
    answers = [Answer(question, GATES[0], "", False), Answer(question, other, "x", True)]
    assert score(answers) == Score(1, 2)
    assert by_topic(answers) == {"Gates": Score(0, 1), "Other": Score(1, 1)}
    assert missed([*answers, *answers]) == (GATES[0],)
    assert (score([]).share, score(answers).share) == (0.0, 0.5)
