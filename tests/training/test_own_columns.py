"""A person's own table: what can be learnt from is taken, what was done is said, all else is a sentence."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.csv_table import Table, parse_table
from lstm_gui.training.own_columns import Chosen, columns_of, own_columns, read_own_columns
from lstm_gui.training.task_choice import OwnColumns, TaskChoice
from lstm_gui.training.tasks.catalogue import made


def table(*columns: tuple[str, list[str]], sign: str = ",") -> Table:
    names, cells = zip(*columns, strict=True)
    lines = [sign.join(names), *(sign.join(row) for row in zip(*cells, strict=True))]
    return parse_table("\n".join(lines), "mine.csv")


def rising(count: int = 30) -> list[str]:
    return [str(t * t) for t in range(count)]


def chosen(*columns: tuple[str, list[str]], **more: object) -> Chosen:
    return own_columns(table(*columns), "mine.csv", **more)  # type: ignore[arg-type]


def refused(*columns: tuple[str, list[str]], **more: object) -> str:
    with pytest.raises(FileRefused) as caught:
        chosen(*columns, **more)
    return str(caught.value)


def days(count: int = 30) -> list[str]:
    return [f"2024-01-{day:02}" for day in range(1, count + 1)]


def test_numbers_with_their_dates_are_taken_as_they_stand() -> None:
    found = chosen(("date", days()), ("a", rising()), ("b", rising()[::-1]))
    assert found.columns.columns == ("a", "b")
    assert found.columns.rows[2] == (4.0, 27.0**2)
    assert found.columns.steps == tuple(days())
    assert found.notes == ()


def test_gaps_lie_on_a_line_and_are_counted() -> None:
    cells = [*rising(10), "", "NA", "169", *rising(30)[14:]]
    found = chosen(("a", cells), ("b", rising(29)))
    assert [row[0] for row in found.columns.rows[9:14]] == pytest.approx(
        [81, 81 + 88 / 3, 81 + 176 / 3, 169, 196]
    )
    assert found.notes == (
        "Gaps in “a” are put on the straight line between their neighbours: 2 of 29 rows.",
    )


def test_rows_with_a_gap_can_go_instead() -> None:
    cells = [*rising(10), "n/a", *rising(30)[11:]]
    found = chosen(("t", [*map(str, range(30))]), ("a", cells), gaps="rows", places=(1,))
    assert len(found.columns.rows) == 29
    assert found.notes == ("Rows with a gap are left out, as if there were none: 1.",)


def test_what_is_not_there_at_the_beginning_and_the_end_is_not_made_up() -> None:
    found = chosen(("a", ["", "", *rising()[2:]]), ("b", [*rising()[:-1], "-"]))
    assert len(found.columns.rows) == 27
    assert found.columns.rows[0] == (4.0, 4.0)
    assert found.notes == ("Rows at the beginning and the end with a gap are left out: 3.",)


def test_columns_of_text_are_left_out_and_named() -> None:
    found = chosen(("town", ["Bern", "Basel"] * 15), ("a", rising()))
    assert found.columns.columns == ("a",)
    assert found.notes == ("Columns of text are left out: “town”.",)
    assert "and 2 more." in chosen(*((f"t{k}", ["x", "y"] * 15) for k in range(10)), ("a", rising())).notes[0]


def test_columns_that_never_change_are_left_out_and_named() -> None:
    found = chosen(("a", rising()), ("flat", ["5"] * 30))
    assert found.columns.columns == ("a",)
    assert found.notes == ("Left out, for they are the same in every row: “flat”.",)


def test_the_newest_row_first_is_turned_round() -> None:
    found = chosen(("date", days()[::-1]), ("a", rising()))
    assert found.columns.steps == tuple(days())
    assert found.columns.rows[0] == (841.0,)
    assert found.notes == ("The newest row stood first; the rows are taken from the oldest on.",)


@pytest.mark.parametrize("cells", [[*days()[5:], *days()[:5]], [*days()[:29], ""]])
def test_dates_in_no_order_are_said(cells: list[str]) -> None:
    found = chosen(("date", cells), ("a", rising()))
    assert found.notes == ("The order of “date” is not known; the rows are taken as they stand.",)


def test_any_column_can_name_the_rows() -> None:
    assert chosen(("who", ["x"] * 30), ("a", rising()), dates=0, places=[1]).columns.steps == ("x",) * 30


def test_years_are_dates_by_their_name_and_can_be_chosen_as_numbers() -> None:
    years = ("Year", [str(1900 + t) for t in range(30)])
    assert chosen(years, ("a", rising())).columns.columns == ("a",)
    assert chosen(years, ("a", rising()), places=[0]).columns.columns == ("Year",)


def test_two_columns_of_one_name_and_one_of_none_are_told_apart() -> None:
    found = chosen(("a", rising()), ("a", rising()), ("", rising()), places=(0, 1, 1, 2))
    assert found.columns.columns == ("a", "a (2)", "column 3")


def test_decimal_commas_are_read() -> None:
    cells = [f"{t},5" for t in range(30)]
    found = own_columns(table(("a", cells), ("b", rising()), sign=";"), "mine.csv")
    assert found.columns.rows[3] == (3.5, 9.0)


def test_a_million_rows_are_cut_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("a\n" + "1\n2\n" * 500_000)
    found = read_own_columns(path)
    assert len(found.columns.rows) == 10_000
    assert found.notes == ("Of 1,000,000 rows the first 10,000 are read.",)


def test_more_columns_than_are_taken() -> None:
    many = [(f"c{k}", rising()) for k in range(40)]
    found = chosen(*many)
    assert len(found.columns.columns) == 32
    assert found.notes == ("Of 40 columns of numbers the first 32 are taken.",)
    assert refused(*many, places=range(40)) == "40 columns are chosen; choose 32 at most."


@pytest.mark.parametrize(
    ("columns", "more", "words"),
    [
        ([("a", ["1"]), ("b", ["2"])], {}, "Column “a” of mine.csv is the same in every row"),
        (
            [("a", rising(2)), ("b", rising(2))],
            {},
            "mine.csv has 2 rows of numbers; a forecast needs 20 at least.",
        ),
        ([("a", ["1", *[""] * 10, "2"])], {}, "Column “a” has no figure in 10 of 12 rows; choose another"),
        ([("a", ["x", "y"] * 20)], {}, "mine.csv has no column of numbers"),
        (
            [("a", ["x", "y"] * 20)],
            {"places": [0]},
            "Column “a” of mine.csv holds text; choose one of numbers.",
        ),
        ([("a", rising()), ("b", [""] * 30)], {"places": [1]}, "Column “b” of mine.csv holds nothing"),
        ([("a", ["7"] * 30)], {}, "Column “a” of mine.csv is the same in every row"),
        ([("a", [*rising(25), "oops"])], {}, "“oops” in row 27, column “a” is no number; mend it"),
        ([("a", [*rising(25), "1e400"])], {}, "“1e400” in row 27, column “a” is beyond ±10¹⁵."),
        (
            [("a", rising()), ("b", ["1", *[""] * 28, "2"])],
            {"places": [0, 1]},
            "Column “b” has no figure in 28",
        ),
    ],
)
def test_what_cannot_be_learnt_from_is_one_sentence(
    columns: list[tuple[str, list[str]]], more: dict[str, object], words: str
) -> None:
    found = refused(*columns, **more)
    assert words in found
    assert found.count("\n") == 0


def test_one_row_is_refused() -> None:
    found = refused(("a", [*[""] * 14, *rising(16)]), ("b", [*rising(15), *[""] * 15]))
    assert found == "mine.csv has 1 row of numbers; a forecast needs 20 at least."


def test_each_column_says_what_it_holds() -> None:
    found = columns_of(table(("day", days()), ("a", ["", *rising(29)]), ("b", ["x"] * 30), ("c", ["4"] * 30)))
    assert [(one.name, one.holds, one.gaps, one.still) for one in found] == [
        ("day", "dates", 0, False),
        ("a", "numbers", 1, False),
        ("b", "text", 0, False),
        ("c", "numbers", 0, True),
    ]


@given(some.lists(some.lists(some.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=40))
def test_any_table_is_taken_or_refused_in_one_line(rows: list[list[str]]) -> None:
    try:
        found = own_columns(parse_table("\n".join(map(";".join, rows)), "mine.csv"), "mine.csv").columns
    except FileRefused as refusal:
        words = str(refusal)
    else:
        words = ""
        assert_whole(found)
    assert "\n" not in words


def assert_whole(found: OwnColumns) -> None:
    assert np.isfinite(found.rows).all()
    assert len(found.steps) in (0, len(found.rows))


def test_what_was_taken_can_be_learnt_from() -> None:
    found = chosen(("a", rising(80)), ("b", ["1"] * 60 + ["2"] * 20))  # b is still in the training part
    task = made(TaskChoice("own_columns", (("window", 8.0),), found.columns))
    batch = task.draw(np.random.default_rng(0), 4, 0)
    assert np.isfinite(batch.x).all()
    assert all(np.isfinite([one.loss, one.test]).all() for one in task.baselines)
