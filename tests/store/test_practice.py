"""What can be practised: the cards of a deck and the decks inside it, whatever is due."""

from dataclasses import replace

from lstm_gui.quiz.card import Deck
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, TOPICS, deck, rate


def test_the_cards_of_a_deck_and_the_decks_inside_it(collection: Collection) -> None:
    inner = deck(2, "Gates::Forget")
    other = deck(1, "Gatesmith")
    for made, prefix in ((inner, "inner"), (other, "other")):
        cards = tuple(replace(card, uid=f"{prefix}-{card.uid}") for card in made.cards)
        collection.import_deck(Deck(made.name, cards), NOW)
    rate(collection, "card-1")
    found = collection.studied("Gates")
    assert [one.card.uid for one in found] == [
        *(f"card-{n}" for n in range(6)),
        "inner-card-0",
        "inner-card-1",
    ]
    assert [one.memory.uid for one in found] == [one.card.uid for one in found]
    assert [one.memory.repetitions for one in found][:3] == [0, 1, 0]
    assert len(collection.studied(None)) == 9
    assert collection.practice_topics("Gates") == {TOPICS[0]: 3, TOPICS[1]: 3, TOPICS[2]: 2}
    assert collection.practice_topics(None) == {TOPICS[0]: 4, TOPICS[1]: 3, TOPICS[2]: 2}
    assert {one.card.topic for one in collection.studied("Gates", TOPICS[:1])} == {TOPICS[0]}
    assert {one.card.topic for one in collection.studied(None, TOPICS[:2])} == set(TOPICS[:2])
    assert collection.studied("No such deck") == []


def test_cards_that_are_suspended_or_gone_are_not_practised(collection: Collection) -> None:
    run = collection._connection.execute
    run("UPDATE card SET suspended = 1 WHERE uid = 'card-0'")
    run("UPDATE memory SET suspended = 1 WHERE card = (SELECT id FROM card WHERE uid = 'card-0')")
    run("UPDATE card SET deleted_ms = 1 WHERE uid = 'card-1'")
    run("DELETE FROM memory WHERE card = (SELECT id FROM card WHERE uid = 'card-1')")
    assert [one.card.uid for one in collection.studied("Gates")] == [
        f"card-{number}" for number in range(2, 6)
    ]
