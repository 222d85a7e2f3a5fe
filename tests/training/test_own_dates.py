"""Dates in the layouts that people use, and which way they go."""

import pytest

from lstm_gui.training.own_dates import are_dates, goes, is_called_so, moments, shown


@pytest.mark.parametrize(
    "cells",
    [
        ["2023-12-31", "2024-01-01"],
        ["2024-01-01T10:00:00+02:00", "2024-01-01T09:00:00+00:00"],
        ["31.12.2023", "1.1.2024"],
        ["31/12/2023", "01/01/2024"],
        ["12/31/2023", "01/01/2024"],
        ["2023/12/31", "2024/01/01"],
        ["2023-11", "2024-01"],
        ["11/2023", "01/2024"],
    ],
)
def test_later_is_later_in_every_layout(cells: list[str]) -> None:
    assert are_dates(cells)
    assert goes(cells) == "forward"
    assert goes(cells[::-1]) == "back"


def test_numbers_go_on_and_are_no_dates_by_themselves() -> None:
    assert not are_dates(["1999", "2000"])
    assert goes(["1999", "2000"]) == "forward"


@pytest.mark.parametrize("cells", [[], ["2024-01-01", "soon"], ["soon", "2024-01-01"], ["31.02.2024"]])
def test_anything_else_is_no_date(cells: list[str]) -> None:
    assert not are_dates(cells)


@pytest.mark.parametrize("cells", [["2024-01-01"], ["soon", "later"], ["1", "3", "2"]])
def test_what_cannot_be_known_goes_no_way(cells: list[str]) -> None:
    assert goes(cells) == ""


def test_a_time_beyond_the_calendar_is_none() -> None:
    assert moments(["0001-01-01T00:00:00+23:59"]) is None


def test_names_of_columns_and_rows() -> None:
    assert is_called_so(" Date ")
    assert not is_called_so("dated")
    assert shown("2024-01-01\u202e 10:00:00.000000") == "2024-01-01 10:00:00…"
