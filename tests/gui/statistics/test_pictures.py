"""Every page says what the summary says, and what it counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lstm_gui.gui.statistics import definitions
from lstm_gui.gui.statistics.chart import Chart, Kind, round_top
from lstm_gui.gui.statistics.page_list import PAGES, page_names
from lstm_gui.gui.statistics.picture import Picture
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.statistics.summary import RANGES, Scope, Summary, summarise
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck, rate

pytestmark = pytest.mark.usefixtures("qapp")

GIVEN = ((60, Rating.WELL), (57, Rating.BARELY), (40, Rating.PARTLY), (8, Rating.PERFECTLY), (0, Rating.WELL))


@pytest.fixture(scope="module")
def summaries() -> dict[str, Summary]:
    """Five ratings of three cards, over two months, in each range; and "none" of an empty collection."""
    today = study_day(NOW)
    with TemporaryDirectory() as folder, Collection.open(Path(folder), now=NOW) as collection:
        found = {"none": summarise(collection.history(), Scope(today))}
        collection.import_deck(deck(), NOW)
        for days, rating in GIVEN:
            rate(collection, "card-0", rating, NOW - timedelta(days=days))
        for uid in ("card-1", "card-2"):
            rate(collection, uid, Rating.WELL, NOW - timedelta(days=30))
        history = collection.history()
    return found | {name: summarise(history, Scope(today, None, name)) for name in RANGES}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("range_name", [*RANGES, "none"])
def test_every_page_is_whole(name: str, range_name: str, summaries: dict[str, Summary]) -> None:
    picture = PAGES[name](summaries[range_name])
    chart, table = picture.chart, picture.table
    assert picture.title == page_names()[name]
    assert picture.definition.endswith(".")
    assert "{" not in picture.definition + picture.sum + "".join(chart.told)
    assert len(chart.told) == len(chart.values)
    for each in (chart.bounds, chart.expected):
        assert len(each) in (0, len(chart.values))
    if chart.kind is not Kind.DAYS:
        assert len(chart.labels) == len(chart.values)
        assert all(0 <= value <= chart.top for value in chart.values if value is not None)
    assert {len(row) for row in table.rows} <= {len(table.head)}
    assert {len(row) for row in table.numbers} <= {len(table.columns)}
    assert len(table.rows) == len(table.numbers)
    assert chart.is_empty == (range_name == "none" or name == "confidence")
    assert bool(picture.sum) == (not chart.is_empty)
    assert picture.nothing.endswith(".")


def page(name: str, summaries: dict[str, Summary], range_name: str = "all") -> Picture:
    """A page over a range."""
    return PAGES[name](summaries[range_name])


def test_the_numbers_are_those_of_the_log(summaries: dict[str, Summary]) -> None:
    assert [row[1] for row in page("ratings", summaries).table.numbers] == [0, 1, 1, 4, 1]
    assert page("days", summaries).sum == "7 ratings on 6 days; the busiest day had 2."
    # Of four that came after the first, one came while the card waited: it had failed.
    assert page("weeks", summaries).sum.startswith("67 % of 3 reviews recalled")
    intervals = {row[0]: row[1:3] for row in page("intervals", summaries).table.rows}
    assert (intervals["2–3"], intervals["4–7"]) == (("0 %", "1"), ("–", "0"))
    assert page("time", summaries).sum == "0 min in all, 4.2 s an answer."
    ahead = page("forecast", summaries)
    assert ahead.chart.apart == {0}
    assert sum(int(str(row[1])) for row in ahead.table.numbers) == 3
    assert "3 new and 0 suspended" in ahead.definition
    assert page("stability", summaries).sum == "3 cards rated so far."
    assert page("stability", summaries).chart.labels[-1] == "730+"
    assert page("stability", summaries).table.rows[-1][0] == "730 or more"


def test_a_forecast_says_what_a_limit_lets_through(summaries: dict[str, Summary]) -> None:
    whole = summaries["all"]

    def limited(days_behind: int | None) -> Picture:
        due = whole.forecast.overdue + whole.forecast.days[0]
        asked = (due - 1, 1, *[0] * (len(whole.forecast.days) - 2))
        ahead = replace(whole.forecast, asked=asked, days_behind=days_behind)
        return PAGES["forecast"](
            replace(whole, forecast=ahead, scope=replace(whole.scope, reviews_per_day=60))
        )

    table = limited(1).table
    assert list(table.head) == ["Due", "Cards", "Asked"]
    assert [row[2] for row in table.rows][:1] == ["–"]
    assert {len(row) for row in table.numbers} == {3}
    assert limited(1).sum.endswith("No more than 60 are asked a day: caught up tomorrow.")
    assert limited(4).sum.endswith("caught up in 4 days.")
    assert limited(None).sum.endswith("No more than 60 are asked a day.")


def test_an_axis_ends_with_a_round_number() -> None:
    assert [round_top(number) for number in (0, 3, 5, 21, 81, 4000, 4001)] == [4, 4, 8, 40, 200, 4000, 8000]


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (definitions.retention, ("first review", "taken back do not count", "practice")),
        (definitions.time, ("minute counts as one minute", "not timed")),
        (definitions.confidence, ("simulator found where it graded", "3 or more")),
        (definitions.tested, ("true retention counts", "rated 1 or 2", "the time before")),
        (definitions.predicted, ("true retention counts", "mean prediction")),
        (definitions.topics, ("never rated counts 0", "failed and waits")),
        (definitions.forecast, ("not guessed", "set aside for today as tomorrow")),
    ],
)
def test_what_is_counted_is_said(about: Callable[[], str], words: tuple[str, ...]) -> None:
    assert [word for word in words if word not in about()] == []


def test_nothing_drawn_is_seen() -> None:
    assert Chart(Kind.BARS, ("a",), (None,), 1.0, (), "", "", ("a",)).is_empty
    assert not Chart(Kind.BARS, ("a", "b"), (None, 0.5), 1.0, (), "", "", ("a", "b")).is_empty
