"""A search finds what it says, in the order it says, whatever is typed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.query import STATES, WEAK_BELOW, written
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import recall
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.card_listing import MOST_NAMES
from lstm_gui.store.card_states import WEAK_AFTER
from lstm_gui.store.collection import Collection
from lstm_gui.store.search import ORDERS, Order
from tests.store.study import NOW, rate

CARDS = (
    Card(
        "a",
        "What does the forget gate do?",
        "It scales c.",
        "Gates",
        r"f_t = \sigma(z)",
        tags=("gate::forget",),
    ),
    Card("b", "Where is the cell state?", "Between steps.", "Memory", why="“Über” all.", tags=("State",)),
    Card("c", "Is naïve enough?", "No: 100 % is not.", "gates", tags=("gate", 'say "so"'), challenge="x"),
    Card("d", "Gate or gates?", "Both; h is what leaves.", "", tags=()),
)
MORE = Card("e", "A forgotten one", "gate", "Memory", tags=("gated",))
WORDS = ("gate", "forget", "cell", "is", "what", "the", "no", "nothing")


@pytest.fixture
def lab(collection: Collection) -> Collection:
    """Beside the six cards of the deck "Gates", five cards in nested decks."""
    collection.import_deck(Deck("LSTM", CARDS[:2]), NOW)
    collection.import_deck(Deck("LSTM::Inside", CARDS[2:]), NOW)
    collection.import_deck(Deck("LSTMs", (MORE,)), NOW)
    return collection


def uids(collection: Collection, text: str, order: Order = Order()) -> str:  # noqa: B008 (frozen)
    """What is found of the five, as letters."""
    found = collection.search.find(text, order, NOW)
    rows = collection.search.rows(found.ids, NOW)
    assert len(rows) == len(found.ids)
    return "".join(row.card.uid for row in rows if len(row.card.uid) == 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "abcde"),
        ("forg", "ae"),
        ("GATE cel", ""),
        ("gate", "acde"),
        ('"gate do"', "a"),
        ('"forget ga"', ""),
        ("uber NAIVE", ""),
        ("uber", "b"),
        ("naive", "c"),
        ("h", "d"),
        ("sigma f_t", "a"),
        ("gate -forget", "cde"),
        ("-gate", "b"),
        ("-gate -state", ""),
        ("-gate -forg", "b"),
        ("deck:lstm", "abcd"),
        ("deck:LSTM::Inside gate", "cd"),
        ("-deck:LSTM", "e"),
        ("topic:GATES", "ac"),
        ("tag:gate", "ac"),
        ('tag:"say \\"so\\""', "c"),
        ("tag:state -topic:Gates", "b"),
        ("is:graded", "c"),
        ("is:new forg", "ae"),
        ("is:nonsense forg", "ae"),
        ("colour:blue", ""),
        ("≤ 100", "c"),
    ],
)
def test_what_is_found(lab: Collection, text: str, found: str) -> None:
    assert uids(lab, text) == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120)
@given(st.text() | st.text("\"*:-() ^{}+NOTANDORNEAR\\'\0;a", max_size=30))
def test_whatever_is_typed_changes_nothing_and_raises_nothing(lab: Collection, text: str) -> None:
    everything = set(lab.search.find("", Order(), NOW).ids)
    found = lab.search.find(text, Order(), NOW)
    assert set(found.ids) <= everything
    assert found.total == len(everything) == 11


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(("", "-")), st.sampled_from(WORDS)), max_size=4))
def test_words_are_found_as_a_plain_reading_finds_them(
    lab: Collection, wanted: list[tuple[str, str]]
) -> None:
    for card in (*CARDS, MORE):
        text = " ".join((card.front, card.back, card.topic, card.formula, card.why, *card.tags)).lower()
        words = "".join(letter if letter.isalnum() else " " for letter in text).split()
        fits = all(any(word.startswith(each) for word in words) != bool(minus) for minus, each in wanted)
        typed = " ".join(minus + each for minus, each in wanted)
        assert (card.uid in uids(lab, typed)) == fits, (card, typed)


def test_a_filter_of_something_unknown_finds_nothing_and_says_so(lab: Collection) -> None:
    for name in ("deck", "topic", "tag"):
        found = lab.search.find(f"gate {name}:nowhere", Order(), NOW)
        assert not found.ids
        assert "nowhere" in found.complaints[0]


def test_states_are_what_the_queue_and_the_schedule_say(lab: Collection) -> None:
    rate(lab, "a", Rating.WELL, NOW - timedelta(days=60))
    rate(lab, "b", Rating.NOT_AT_ALL, NOW - timedelta(minutes=30))
    rate(lab, "d", Rating.PERFECTLY, NOW)
    database = lab._connection
    database.execute("UPDATE memory SET lapses = 8 WHERE card = (SELECT id FROM card WHERE uid = 'd')")
    database.execute("UPDATE memory SET suspended = 1 WHERE card = (SELECT id FROM card WHERE uid = 'c')")
    bury = "UPDATE memory SET buried_day = ? WHERE card = (SELECT id FROM card WHERE uid = 'e')"
    database.execute(bury, (study_day(NOW),))
    found = {state: uids(lab, f"is:{state}") for state in STATES}
    assert found == {
        "due": "ab", "new": "", "weak": "a", "leech": "d", "suspended": "c", "buried": "e", "graded": "c",
    }  # fmt: skip
    assert uids(lab, "rated:1") == "bd"
    assert uids(lab, "rated:61") == "abd"
    counts = lab.counts(None, NOW, 10_000)
    numbers = dict(lab.search.shelves(NOW).states)
    assert numbers["due"] == counts.due + counts.relearning == 2
    assert {state: len(lab.search.find(f"is:{state}", Order(), NOW).ids) for state in STATES} == numbers
    (leech,) = lab.search.rows(lab.search.find("is:leech", Order(), NOW).ids, NOW)
    assert leech.leech
    assert lab.search.rows(lab.search.find("is:buried", Order(), NOW).ids, NOW)[0].buried


@given(st.floats(0.1, 1000), st.integers(0, 20_000))
def test_weak_is_told_by_stability_alone(stability: float, elapsed: int) -> None:
    share = elapsed / stability
    if abs(share - WEAK_AFTER) > 1e-4:
        assert (share > WEAK_AFTER) == (recall(stability, elapsed) < WEAK_BELOW)


def test_columns_sort_both_ways_and_what_has_no_value_comes_last(lab: Collection) -> None:
    rate(lab, "a", Rating.PERFECTLY, NOW - timedelta(days=9))
    rate(lab, "b", Rating.PARTLY, NOW - timedelta(days=9))
    rate(lab, "c", Rating.NOT_AT_ALL, NOW - timedelta(days=1))
    assert uids(lab, "", Order("question")) == "edcab"
    assert uids(lab, "", Order("question", descending=True)) == "bacde"
    assert uids(lab, "", Order("deck", descending=True)) == "edcba"
    assert uids(lab, "", Order("topic")) == "acbed"
    assert uids(lab, "", Order("tags", descending=True)) == "beacd"
    for column in ("due", "stability", "difficulty", "recall"):
        up, down = uids(lab, "", Order(column)), uids(lab, "", Order(column, descending=True))
        assert up[3:] == down[3:] == "de"
        assert up[:3] == down[:3][::-1]
    assert uids(lab, "", Order("lapses")) == "abcde"
    assert uids(lab, "gate", Order("stability", descending=True))[0] == "a"
    assert len(ORDERS) == 9


def test_what_was_changed_is_found_as_it_is_now(lab: Collection) -> None:
    assert uids(lab, "wonder") == ""
    lab.import_deck(Deck("LSTM", (replace(CARDS[0], front="A wonder"), CARDS[1])), NOW)
    assert uids(lab, "wonder") == "a"
    assert uids(lab, "do") == ""
    assert uids(lab, "", Order("question"))[0] == "e"


def test_shelves_count_what_they_lead_to(lab: Collection) -> None:
    shelves = lab.search.shelves(NOW)
    assert [name for name, _ in shelves.decks] == ["Gates", "LSTM", "LSTM::Inside", "LSTMs"]
    assert dict(shelves.tags)["gate::forget"] == 1
    for name, rows in (("topic", shelves.topics), ("tag", shelves.tags)):
        for value, number in rows:
            assert len(lab.search.find(written(name, value), Order(), NOW).ids) >= number
    assert shelves.total == 11


def test_of_very_many_tags_the_most_used_are_listed(lab: Collection) -> None:
    crowd = [Card(f"crowd-{n}", "?", "!", tags=(f"tag {n}", "common")) for n in range(MOST_NAMES + 5)]
    lab.import_deck(Deck("Crowd", tuple(crowd)), NOW)
    tags = dict(lab.search.shelves(NOW).tags)
    assert len(tags) == MOST_NAMES
    assert tags["common"] == MOST_NAMES + 5
    assert len(lab.search.find(f'tag:"tag {MOST_NAMES + 4}"', Order(), NOW).ids) == 1


def test_rows_of_cards_that_are_gone_are_left_out(lab: Collection) -> None:
    ids = lab.search.find("", Order(), NOW).ids
    assert [row.row_id for row in lab.search.rows((ids[2], 10**6, ids[0]), NOW)] == [ids[2], ids[0]]
    assert lab.search.uids((ids[-1], 10**6, ids[0])) == ["e", "card-0"]
