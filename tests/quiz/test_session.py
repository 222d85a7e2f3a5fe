"""Which card comes next."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.quiz.session import Candidate, Candidates, choose

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)

topics = st.sampled_from(["gates", "memory", "training"])
kinds = st.lists(topics, max_size=5)


def cards(prefix: str, named: list[str]) -> list[Candidate]:
    return [Candidate(f"{prefix}{number}", topic) for number, topic in enumerate(named)]


def failed(*minutes: float) -> list[Candidate]:
    return [
        Candidate(f"failed{number}", "", NOW + timedelta(minutes=at)) for number, at in enumerate(minutes)
    ]


@given(kinds, kinds, st.lists(st.floats(-60, 60), max_size=4).map(sorted), topics)
def test_there_is_a_card_as_long_as_any_is_left(
    due: list[str], new: list[str], minutes: list[float], last_topic: str
) -> None:
    candidates = Candidates(failed(*minutes), cards("due", due), cards("new", new))
    chosen = choose(candidates, NOW, last_topic=last_topic)
    every = [*candidates.failed, *candidates.due, *candidates.new]
    assert (chosen in every) if every else (chosen is None)


@given(kinds, topics)
def test_another_topic_comes_whenever_there_is_one(due: list[str], last_topic: str) -> None:
    chosen = choose(Candidates(due=cards("due", due)), NOW, last_topic=last_topic)
    if set(due) - {last_topic}:
        assert chosen is not None
        assert chosen.topic != last_topic


def test_failed_cards_come_back_when_their_time_has_come_the_earliest_first() -> None:
    candidates = Candidates(failed(-2, -1, 5), cards("due", ["gates"]), cards("new", ["gates"]))
    assert choose(candidates, NOW) == candidates.failed[0]
    assert choose(Candidates(failed(0), cards("due", ["gates"])), NOW) == failed(0)[0]


def test_a_failed_card_waits_while_there_is_anything_else() -> None:
    candidates = Candidates(failed(1), cards("due", ["gates"]), cards("new", ["gates"]))
    assert choose(candidates, NOW) == candidates.due[0]
    candidates = Candidates(failed(1), (), cards("new", ["gates"]))
    assert choose(candidates, NOW) == candidates.new[0]


def test_failed_cards_come_early_when_nothing_else_is_left_but_not_the_one_just_answered() -> None:
    waiting = Candidates(failed(1, 10))
    assert choose(waiting, NOW) == waiting.failed[0]
    assert choose(waiting, NOW, last_uid="failed0") == waiting.failed[1]
    assert choose(Candidates(failed(1)), NOW, last_uid="failed0") == failed(1)[0]


def test_new_cards_keep_the_order_of_the_deck_within_a_topic() -> None:
    deck = cards("new", ["gates", "gates", "memory", "memory"])
    seen, topic = [], ""
    while chosen := choose(Candidates(new=deck), NOW, last_topic=topic):
        seen.append(chosen.uid)
        topic = chosen.topic
        deck.remove(chosen)
    assert seen == ["new0", "new2", "new1", "new3"]
