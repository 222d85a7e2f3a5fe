"""Tables in text: delimiter, names and decimal sign are found; what is no number is named by its place."""

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.csv_table import (
    KEPT,
    MAX_BYTES,
    MAX_COLUMNS,
    Table,
    _lines,
    parse_table,
    read_table,
)
from tests.refusals import is_one_sentence, read_or_refused

CELLS = st.integers(-99_999, 99_999).map(lambda n: f"{n / 100:.2f}")
TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=20)
)


def table(text: str) -> Table:
    return parse_table(text, "t.csv")


@given(TABLES, st.sampled_from(",;\t|"), st.booleans(), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_a_table_is_read_back_whatever_its_dress(
    rows: list[list[str]], delimiter: str, comma: bool, named: bool, end: str
) -> None:
    comma = comma and delimiter != "," and len(rows[0]) > 1
    written = [[cell.replace(".", ",") if comma else cell for cell in row] for row in rows]
    lines = [delimiter.join(f"c{n}" for n in range(len(rows[0])))] if named else []
    lines += [delimiter.join(row) for row in written]
    found = table(end.join(lines) + end)
    assert (found.count, len(found.rows), found.first) == (len(rows), len(rows), 2 if named else 1)
    assert len(rows[0]) == 1 or found.delimiter == delimiter
    for column in range(len(rows[0])):
        assert found.numbers(column, 1, 100) == tuple(float(row[column]) for row in rows)
        assert found.column_name(column) == (f"c{column}" if named else f"{column + 1}")


def test_a_part_of_a_column_is_taken() -> None:
    found = table("n;v\n1;10\n2;20\n3;30\n4;40\n")
    assert found.numbers(1, 3, 2) == (20.0, 30.0)
    assert found.numbers(1, 4, 99) == (30.0, 40.0)
    assert (found.first, found.last) == (2, 5)


def test_one_column_of_decimal_commas_under_a_name() -> None:
    found = table("temperature\n0,5\n0,75\n")
    assert found.numbers(0, 2, 9) == (0.5, 0.75)
    assert found.has_decimal_comma(0)


def test_quoted_cells_may_hold_delimiters_and_line_ends() -> None:
    found = table('"a, ""b""","two\nlines"\n"1","2"\n')
    assert found.names == ('a, "b"', "two lines")
    assert found.numbers(1, 2, 1) == (2.0,)


def test_rows_of_different_lengths_are_read_by_their_commonest_sign() -> None:
    found = table("made by;a machine\n\nt;v;w\n1;2;3\n4;5;6\n")
    assert found.delimiter == ";"
    assert found.numbers(2, 4, 2) == (3.0, 6.0)


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        ("t;v\n1;2\n2;n/a\n", 1, "“n/a” in row 3, column “v” is no number"),
        ("t;v\n1;2\n2;\n3;4\n", 1, "There is nothing in row 3, column “v”"),
        ("t;v\n1;2\n\n3;4\n", 0, "There is nothing in row 3, column “t”"),
        ("t;v\n1;2\n2\n3;4\n", 1, "There is nothing in row 3, column “v”"),
        ("1;x\n2;y\n", 1, "“x” in row 1, column “2” is no number"),
        ("t;v\n1;1e300\n", 1, "“1e300” in row 2, column “v” is beyond ±1,000,000."),
        ("t;v\n1;1.234,5\n", 1, "“1.234,5” in row 2, column “v” is no number"),
    ],
)
def test_what_is_no_number_is_refused_by_row_and_column(text: str, column: int, sentence: str) -> None:
    found, refusal = read_or_refused(lambda: table(text).numbers(column, 1, 256))
    assert found is None
    assert refusal.startswith(sentence)
    assert is_one_sentence(refusal)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "t.csv is empty"),
        ("\n \n", "t.csv is empty"),
        ("\n;" * 20_000, "t.csv is empty"),
        ("1," * MAX_COLUMNS + "1", "t.csv, row 1: more than 1,000 columns"),
        ("1\n" + "2" * 1_500_000, "t.csv, row 2: a line of more than 1,000,000 characters"),
        ('a,b\n1,"2' + "x" * 140_000, "t.csv, row 2: a cell there does not end"),
    ],
)
def test_what_is_no_table_is_refused(text: str, sentence: str) -> None:
    found, refusal = read_or_refused(lambda: table(text))
    assert found is None
    assert refusal.startswith(sentence)
    assert is_one_sentence(refusal)


@given(st.text(max_size=300))
def test_any_text_is_a_table_or_one_sentence(text: str) -> None:
    found, refusal = read_or_refused(lambda: table(text))
    assert (found is None) == bool(refusal)
    assert not refusal or is_one_sentence(refusal)
    for column in range(len(found.names) if found else 0):
        assert found is not None
        _, refusal = read_or_refused(lambda column=column: found.numbers(column, 1, 256))  # type: ignore[misc]
        assert not refusal or is_one_sentence(refusal)


def test_a_million_rows_are_counted_and_told_of(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("t,v\n" + "".join(f"{n},{n % 7}\n" for n in range(1_000_000)))
    told: list[tuple[int, int]] = []
    found = read_table(path, lambda done, total: told.append((done, total)))
    assert (found.count, len(found.rows), found.last) == (1_000_000, KEPT, KEPT + 1)
    assert len(told) == 2  # those that are not kept are counted by their line ends
    assert all(done <= total for done, total in told)
    assert found.numbers(1, found.last, 5) == ((KEPT - 1) % 7,)


def test_rows_with_quotation_marks_are_counted_one_by_one() -> None:
    told: list[tuple[int, int]] = []
    text = "t,v\n" + '1,"2\n3"\n' * 20_000
    found = parse_table(text, "t.csv", lambda done, total: told.append((done, total)))
    assert (found.count, len(found.rows), len(told)) == (20_000, KEPT, 4)


@given(st.sampled_from(["\n", "\r", "\r\n"]), st.text(" \t;\r\n", max_size=20))
def test_rows_that_are_only_counted_are_counted_right(end: str, after: str) -> None:
    found = parse_table(end.join(["1;2"] * (KEPT + 7)) + after, "t.csv")
    assert found.count == KEPT + 7


def test_of_wide_rows_fewer_are_kept() -> None:
    row = ",".join("12.5" for _ in range(MAX_COLUMNS))
    found = table(f"{row}\n" * 3000)
    assert (found.count, len(found.rows)) == (3000, 1001)
    assert found.numbers(MAX_COLUMNS - 1, found.last, 5) == (12.5,)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_is_cut_into_lines_wherever_its_pieces_end(end: str) -> None:
    lines = [f"{n},{'x' * (n % 97)}{end}" for n in range(12_000)]
    assert list(_lines("".join(lines))) == lines
    assert [row[0] for row in parse_table("".join(lines), "t.csv").rows] == [str(n) for n in range(KEPT)]


@pytest.mark.parametrize(
    "text",
    ["1," * 9_000_000, "1" * 9_000_000, "\n" * 9_000_000, "😀;1\n" * 2_000_000, '"' + "x\n" * 4_000_000],
)
def test_the_worst_tables_are_soon_read_and_never_copied_whole(text: str) -> None:
    tracemalloc.start(1)
    began = time.thread_time()
    read_or_refused(lambda: table(text))
    assert time.thread_time() - began < 8  # unwatched it takes a tenth of that
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000


def test_reading_is_broken_off(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise Enough

    path = tmp_path / "long.csv"
    path.write_text("1\n" * 20_000)
    with pytest.raises(Enough):
        read_table(path, stop)


@pytest.mark.parametrize(
    "write",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("latin-1"),
    ],
)
def test_files_as_spreadsheets_write_them(tmp_path: Path, write: Callable[[str], bytes]) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(write("Größe;Wert\n1,5;2\n"))
    found = read_table(path)
    assert found.names == ("Größe", "Wert")
    assert found.numbers(0, 2, 1) == (1.5,)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04rest", "t.csv is a zip archive or an Anki package; export it as CSV first."),
        (b"1,2\0,3", "t.csv is not a text file"),
        (b"1" * (MAX_BYTES + 1), "t.csv is larger than 50 MB"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    found, refusal = read_or_refused(lambda: read_table(path))
    assert found is None
    assert refusal.startswith(sentence)
    assert is_one_sentence(refusal)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "not there" in read_or_refused(lambda: read_table(tmp_path / "gone.csv"))[1]
