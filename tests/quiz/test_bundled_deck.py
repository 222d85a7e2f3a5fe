"""The deck that ships covers its topics, keeps its uids, fits the panel, and its formulas can be drawn."""

from collections import Counter

import pytest

from lstm_gui.formats.deck_file import read_deck
from lstm_gui.gui.typesetting import typeset
from lstm_gui.lessons.catalogue import scene_names, topics
from lstm_gui.lessons.challenge import Challenge, Numeric, Predict
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.markdown.lines import is_marked
from lstm_gui.resource import resource_path

# ziamath finds its font by a call that Python 3.11 and 3.12 call old; nothing of ours can change that.
pytestmark = pytest.mark.filterwarnings("ignore:path is deprecated:DeprecationWarning")

DECK = read_deck(resource_path("decks/lstm-fundamentals.toml")).deck
BY_UID = {card.uid: card for card in DECK.cards}

TOPICS = (
    "What an LSTM is",
    "Why it was made",
    "The memory cell",
    "The gates",
    "Long sequences",
    "Backpropagation through time",
    "Uses",
    "Variations",
    "Challenges",
)

# Progress hangs on these. A card may be added here; none may be renamed or removed.
UIDS = [
    "lstm-what-kind-of-network",
    "lstm-what-the-name-means",
    "lstm-what-unit-cell-layer",
    "lstm-what-two-states",
    "lstm-what-shared-weights",
    "lstm-what-parameter-count",
    "lstm-what-running-sum",
    "lstm-what-a-step-writes",
    "lstm-what-answer-when-asked",
    "lstm-why-vanishing-gradients",
    "lstm-why-repeated-products",
    "lstm-why-exploding-not-cured",
    "lstm-why-clipping",
    "lstm-why-1997-no-forget-gate",
    "lstm-why-gates-left-out",
    "lstm-why-halving",
    "lstm-why-rnn-step",
    "lstm-why-a-weight-of-one",
    "lstm-cell-update",
    "lstm-cell-candidate",
    "lstm-cell-carousel",
    "lstm-cell-adding",
    "lstm-cell-range",
    "lstm-cell-fading",
    "lstm-cell-leaky-integrator",
    "lstm-cell-counting",
    "lstm-cell-one-step",
    "lstm-cell-three-pulses",
    "lstm-gates-what-a-gate-is",
    "lstm-gates-three",
    "lstm-gates-forget-one",
    "lstm-gates-forget-zero",
    "lstm-gates-input-one",
    "lstm-gates-input-zero",
    "lstm-gates-output-one",
    "lstm-gates-output-zero",
    "lstm-gates-hold",
    "lstm-gates-replace",
    "lstm-gates-saturation",
    "lstm-gates-select",
    "lstm-gates-forget-bias",
    "lstm-gates-one-step-of-forgetting",
    "lstm-gates-from-pulse-to-answer",
    "lstm-long-carrying-a-fact",
    "lstm-long-product-of-gates",
    "lstm-long-half-life",
    "lstm-long-first-event",
    "lstm-long-endless-stream",
    "lstm-long-switch",
    "lstm-long-one-spike",
    "lstm-long-what-is-left",
    "lstm-long-a-fifth-of-the-way",
    "lstm-bptt-what-it-is",
    "lstm-bptt-cell-factor",
    "lstm-bptt-product",
    "lstm-bptt-other-paths",
    "lstm-bptt-truncated",
    "lstm-bptt-memory",
    "lstm-bptt-shut-gate",
    "lstm-bptt-small-weight",
    "lstm-uses-univariate",
    "lstm-uses-multivariate",
    "lstm-uses-noise",
    "lstm-uses-language",
    "lstm-uses-negation",
    "lstm-uses-task-shapes",
    "lstm-uses-one-good-word",
    "lstm-variations-bidirectional",
    "lstm-variations-bidirectional-limit",
    "lstm-variations-peephole",
    "lstm-variations-coupled",
    "lstm-variations-gru",
    "lstm-variations-gru-z",
    "lstm-variations-gru-reset",
    "lstm-variations-stacked",
    "lstm-variations-gru-holds",
    "lstm-challenges-one-after-another",
    "lstm-challenges-compute",
    "lstm-challenges-hard-to-train",
    "lstm-challenges-facts",
    "lstm-challenges-plans",
    "lstm-challenges-fixed-size",
    "lstm-challenges-two-facts",
    "lstm-challenges-build-a-latch",
]

GATES_AT_THEIR_ENDS = [
    f"lstm-gates-{gate}-{end}" for gate in ("forget", "input", "output") for end in ("zero", "one")
]

every_card = pytest.mark.parametrize("card", DECK.cards, ids=lambda card: card.uid)


def test_the_deck_says_what_it_is() -> None:
    assert DECK.name == "LSTM fundamentals"
    assert 0 < len(DECK.description) <= 200


def test_every_topic_is_covered_in_order() -> None:
    count = Counter(card.topic for card in DECK.cards)
    assert tuple(count) == TOPICS
    assert len(DECK.cards) >= 36
    assert min(count.values()) >= 3


def test_no_uid_is_lost_or_renamed() -> None:
    assert [card.uid for card in DECK.cards] == UIDS
    assert len(set(UIDS)) == len(UIDS)


def test_no_question_is_asked_twice() -> None:
    assert len({card.front for card in DECK.cards}) == len(DECK.cards)
    assert len({card.why for card in DECK.cards}) == len(DECK.cards)


@pytest.mark.parametrize("uid", GATES_AT_THEIR_ENDS)
def test_both_ends_of_every_gate_have_a_card(uid: str) -> None:
    assert BY_UID[uid].topic == "The gates"


def test_every_card_opens_a_scene_that_the_browser_lists() -> None:
    """A scene need have no card: the browser lists it all the same, by the topics of the deck."""
    listed = [name for topic in topics() for name in topic.scenes]
    assert {card.scene for card in DECK.cards} <= set(listed)
    assert tuple(topic.title for topic in topics()) == (*TOPICS, "Programs built by hand")


@every_card
def test_a_card_asks_answers_and_explains(card: Card) -> None:
    assert card.front.endswith("?") or card.front.startswith("Name ")
    assert card.back.endswith(".")
    assert card.why.endswith(".")
    assert card.tags
    assert len(set(card.tags)) == len(card.tags)
    assert card.scene in scene_names()


def test_graded_cards_of_every_topic_are_there_and_each_concept_has_one_schedule() -> None:
    """A card that draws its numbers anew is one card all the same."""
    graded = {card: load_challenge(card.challenge) for card in DECK.cards if card.challenge}
    assert {card.topic for card in graded} == set(TOPICS)
    assert {type(found) for found in graded.values()} == {Predict, Challenge, Numeric}
    assert all(found.asked.topic == card.topic for card, found in graded.items())
    assert all(found.asked.scene == card.scene for card, found in graded.items())
    concepts = [load_challenge(name).asked.concept for name in challenge_names()]
    assert Counter(found.asked.concept for found in graded.values()) == Counter(set(concepts))


@every_card
def test_its_texts_fit_the_panel(card: Card) -> None:
    assert len(card.front) <= 120
    assert len(card.back) <= 200
    assert len(card.why) <= 175
    assert len(card.formula) <= 120


@every_card
def test_its_formula_is_drawn_and_fits_the_panel(card: Card) -> None:
    if card.formula:
        drawn = typeset(card.formula)
        assert drawn.svg.count("path") > 2
        assert drawn.width <= 450
        assert drawn.height <= 80


@every_card
def test_formulas_inside_its_texts_are_drawn(card: Card) -> None:
    for text in (card.front, card.back, card.why):
        pieces = text.split("$")
        assert len(pieces) % 2 == 1, "a dollar sign stands alone"
        for latex in pieces[1::2]:
            assert typeset(latex).height <= 40  # within a line of text


def test_formulas_are_in_the_inks_of_their_quantities() -> None:
    drawn = typeset(BY_UID["lstm-cell-update"].formula).svg
    for quantity in "cfig":
        assert f"ink-{quantity}" in drawn


def test_no_text_of_it_is_taken_for_markdown() -> None:
    texts = [text for card in DECK.cards for text in (card.front, card.back, card.why)]
    assert [text for text in texts if is_marked(text)] == []
