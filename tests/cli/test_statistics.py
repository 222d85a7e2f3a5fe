"""The statistics count the ratings that stand."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.cli.statistics import MONTH, count
from lstm_gui.quiz.rating import Rating
from lstm_gui.store.tally import Tally
from tests.cli.conftest import Run

TODAY = 738_000
# A day after today was written by a clock that has since been set right.
DAYS = st.integers(TODAY - 2 * MONTH, TODAY + 2)
TALLIES = st.lists(st.builds(Tally, DAYS, st.sampled_from(Rating), st.booleans(), st.integers(1, 9)))


@given(TALLIES)
def test_every_rating_is_counted_once(tallies: list[Tally]) -> None:
    reviews = count(tallies, TODAY)
    assert reviews.all == sum(tally.count for tally in tallies) == sum(reviews.by_rating.values())
    assert reviews.today == sum(tally.count for tally in tallies if tally.study_day == TODAY)
    month = range(TODAY - MONTH + 1, TODAY + 1)
    assert reviews.month == sum(tally.count for tally in tallies if tally.study_day in month)


@given(TALLIES)
def test_recalled_is_a_share_of_the_cards_asked_again(tallies: list[Tally]) -> None:
    month = range(TODAY - MONTH + 1, TODAY + 1)
    asked = [tally for tally in tallies if tally.study_day in month and tally.asked_again]
    recalled = count(tallies, TODAY).recalled
    assert (recalled is None) == (not asked)
    if recalled is not None:
        known = sum(tally.count for tally in asked if tally.rating >= Rating.PARTLY)
        assert recalled == known / sum(tally.count for tally in asked)


def test_a_rating_shows_up_and_goes_with_undo(run: Run) -> None:
    uid = run("review", "next", "--json").json["uid"]
    run("review", "rate", uid, 4)
    assert run("stats", "--json").json["reviews"]["today"] == 1
    assert "today 1" in run("stats").out
    run("review", "undo")
    assert run("stats", "--json").json["reviews"]["all"] == 0


def test_the_limit_of_new_cards_is_for_all_decks_together(run: Run, deck_file: Path) -> None:
    run("deck", "import", deck_file)
    assert run("stats", "--json").json["new"] == 10
    assert "new today 10, due 0" in run("stats").out
    assert [deck["new"] for deck in run("deck", "list", "--json").json] == [2, 10]  # what each may give
    for _ in range(2):
        run("review", "rate", run("review", "next", "--json").json["uid"], 1)
    stats = run("stats", "--json").json
    assert (stats["new"], stats["due"]) == (8, 2)
