"""The statistics count the ratings that stand."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.cli.statistics import MONTH, count
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from tests.cli.conftest import Run

TODAY = 738_000
EVENTS = st.lists(
    st.builds(
        lambda day, rating, new: ReviewEvent(
            id="",
            uid="card",
            at=datetime.fromordinal(day).astimezone() + timedelta(hours=12),
            study_day=day,
            rating=rating,
            before=Memory("card") if new else Memory("card", stability=1.0, difficulty=5.0),
            after=Memory("card", stability=2.0, difficulty=5.0),
        ),
        st.integers(TODAY - 2 * MONTH, TODAY),
        st.sampled_from(Rating),
        st.booleans(),
    )
)


@given(EVENTS)
def test_every_rating_is_counted_once(events: list[ReviewEvent]) -> None:
    reviews = count(events, TODAY)
    assert reviews.all == len(events) == sum(reviews.by_rating.values())
    assert reviews.today == sum(event.study_day == TODAY for event in events)
    assert reviews.today <= reviews.month <= reviews.all


@given(EVENTS)
def test_recalled_is_a_share_of_cards_seen_before(events: list[ReviewEvent]) -> None:
    seen = [event for event in events if event.study_day > TODAY - MONTH and not event.before.is_new]
    recalled = count(events, TODAY).recalled
    assert (recalled is None) == (not seen)
    if recalled is not None:
        assert recalled * len(seen) == sum(event.rating.recalled for event in seen)


def test_a_rating_shows_up_and_goes_with_undo(run: Run) -> None:
    uid = run("review", "next", "--json").json["uid"]
    run("review", "rate", uid, 4)
    assert run("stats", "--json").json["reviews"]["today"] == 1
    assert "today 1" in run("stats").out
    run("review", "undo")
    assert run("stats", "--json").json["reviews"]["all"] == 0
