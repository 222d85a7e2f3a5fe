"""What can be practised: the cards of a deck and the decks inside it, whatever is due."""

from collections.abc import Sequence
from dataclasses import replace

from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.practice.question import Mode
from lstm_gui.quiz.practice.selection import Draw, Drawn
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, TOPICS, deck, rate


def everything(collection: Collection, deck: str | None, topics: Sequence[str] = ()) -> Drawn:
    return collection.drawn(deck, topics, Draw(Mode.CHOICE, 1000, 1, study_day(NOW)))


def test_the_cards_of_a_deck_and_the_decks_inside_it(collection: Collection) -> None:
    inner = deck(2, "Gates::Forget")
    other = deck(1, "Gatesmith")
    for made, prefix in ((inner, "inner"), (other, "other")):
        cards = tuple(replace(card, uid=f"{prefix}-{card.uid}") for card in made.cards)
        collection.import_deck(Deck(made.name, cards), NOW)
    rate(collection, "card-1")
    found = everything(collection, "Gates")
    uids = [f"card-{n}" for n in range(6)] + ["inner-card-0", "inner-card-1"]
    assert sorted(card.uid for card in found.cards) == uids
    assert {uid: memory.repetitions for uid, memory in found.memories.items()} == {
        uid: int(uid == "card-1") for uid in uids
    }
    assert len(everything(collection, None).cards) == 9
    assert collection.practice_topics("Gates") == {TOPICS[0]: 3, TOPICS[1]: 3, TOPICS[2]: 2}
    assert collection.practice_topics(None) == {TOPICS[0]: 4, TOPICS[1]: 3, TOPICS[2]: 2}
    one_topic = everything(collection, "Gates", TOPICS[:1])
    assert {card.topic for card in one_topic.cards} == {TOPICS[0]}
    assert {card.topic for card in one_topic.others} == set(TOPICS)  # any may lend an answer
    assert everything(collection, "No such deck").cards == ()


def test_cards_that_are_suspended_or_gone_are_not_practised(collection: Collection) -> None:
    run = collection._connection.execute
    run("UPDATE card SET suspended = 1 WHERE uid = 'card-0'")
    run("UPDATE memory SET suspended = 1 WHERE card = (SELECT id FROM card WHERE uid = 'card-0')")
    run("UPDATE card SET deleted_ms = 1 WHERE uid = 'card-1'")
    run("DELETE FROM memory WHERE card = (SELECT id FROM card WHERE uid = 'card-1')")
    found = everything(collection, "Gates").cards
    assert sorted(card.uid for card in found) == [f"card-{number}" for number in range(2, 6)]
