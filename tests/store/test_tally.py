"""The tally is what counting the log by hand gives."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import PRACTICE_MODES
from lstm_gui.store.collection import Collection
from lstm_gui.store.tally import Tally
from tests.store.study import NOW, deck, rate

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["card-0", "card-1", "card-2"]),
        st.sampled_from([*Rating, None]),  # None takes the last one back
        st.integers(-1, 3),  # days until the next
        st.sampled_from(["review", *PRACTICE_MODES]),
    ),
    max_size=20,
)


def asked_again(event: ReviewEvent) -> bool:
    """Whether a person was asked for a card after a day or more."""
    known = event.before.stability is not None and event.before.due_at is None
    return known and event.mode not in PRACTICE_MODES


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_the_tally_counts_the_ratings_that_stand(steps: list[tuple[str, Rating | None, int, str]]) -> None:
    now = NOW
    with TemporaryDirectory() as folder, Collection.open(Path(folder), now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        for uid, rating, days, mode in steps:
            now += timedelta(days=days)
            if rating is None:
                collection.undo(now)
            else:
                rate(collection, uid, rating, now, mode)
        kinds = Counter((event.study_day, event.rating, asked_again(event)) for event in collection.events())
        assert collection.tally() == [Tally(*kind, count) for kind, count in sorted(kinds.items())]


def test_nothing_rated_is_nothing_tallied(collection: Collection) -> None:
    assert collection.tally() == []
