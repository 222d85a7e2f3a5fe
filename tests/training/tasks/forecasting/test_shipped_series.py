"""The figures that ship are those of their source, to the byte, and are read as they stand."""

import hashlib
import re

import numpy as np
import pytest

from lstm_gui import resource
from lstm_gui.training.tasks.forecasting.series import Series
from lstm_gui.training.tasks.forecasting.shipped_series import co2, macro, sunspots, without_gaps


def test_every_file_has_the_checksum_that_the_readme_gives() -> None:
    told = dict(
        re.findall(r"^    ([0-9a-f]{64})  (\S+)$", resource.read_text("datasets/README.md"), re.MULTILINE)
    )
    found = {
        hashlib.sha256(resource.resource_path(f"datasets/{name}.csv").read_bytes()).hexdigest(): f"{name}.csv"
        for name in resource.names("datasets", ".csv")
    }
    assert found == told
    assert len(found) == 3


def test_sunspots_are_three_centuries_of_years() -> None:
    series = sunspots()
    assert series.values.shape == (309, 1)
    assert (series.steps[0], series.steps[-1]) == ("1700", "2008")
    assert series.values[series.steps.index("1957"), 0] == 190.2  # the highest ever counted
    assert series.values.max() == 190.2


def test_weeks_of_carbon_dioxide_become_months_and_gaps_lie_on_a_line() -> None:
    series = co2()
    assert series.values.shape == (526, 1)
    assert (series.steps[0], series.steps[-1]) == ("1958-03", "2001-12")
    at = dict(zip(series.steps, series.values[:, 0], strict=True))
    assert at["1958-03"] == pytest.approx(316.1)  # one week
    assert at["1958-04"] == pytest.approx((317.3 + 317.6 + 317.5 + 316.4) / 4)
    assert at["1958-06"] == pytest.approx((at["1958-05"] + at["1958-07"]) / 2)  # no week has a figure
    gap = [at[f"1964-0{month}"] for month in range(1, 6)]
    assert np.diff(gap) == pytest.approx([(gap[4] - gap[0]) / 4] * 4)


def test_the_economy_is_six_series_of_quarters() -> None:
    series = macro()
    assert series.values.shape == (203, 6)
    assert (series.steps[0], series.steps[-1]) == ("1959 Q1", "2009 Q3")
    assert series.values[0].tolist() == [2710.349, 1707.4, 286.898, 28.98, 2.82, 5.8]
    assert series.fits("growth").tolist() == [True, True, True, True, False, False]


def test_a_root_is_for_what_is_never_below_0() -> None:
    series = Series("s", ("a", "b"), np.array([[0.0, 1], [1, -1]]), ("", ""))
    assert series.fits("roots").tolist() == [True, False]
    assert series.fits("growth").tolist() == [False, False]


def test_gaps_at_an_end_are_as_what_is_next() -> None:
    assert without_gaps(np.array([np.nan, 2.0, np.nan, 4.0, np.nan])).tolist() == [2, 2, 3, 4, 4]


@pytest.mark.parametrize(
    ("columns", "units", "steps", "rates", "words"),
    [
        (("a", "b"), ("",), (), (), "s has 2 columns; wanted 1"),
        (("a",), (), (), (), "s has 0 units; wanted 1"),
        (("a",), ("",), ("1",), (), "s has 1 steps; wanted 3"),
        (("a",), ("",), (), (True, True), "s has 2 rates; wanted 1"),
    ],
)
def test_a_series_whose_parts_do_not_fit_is_refused(
    columns: tuple[str, ...],
    units: tuple[str, ...],
    steps: tuple[str, ...],
    rates: tuple[bool, ...],
    words: str,
) -> None:
    with pytest.raises(ValueError, match=words):
        Series("s", columns, np.ones((3, 1)), units, steps, rates=rates)


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="s holds a number that is not finite"):
        Series("s", ("a",), np.array([[1.0], [np.nan]]), ("",))
