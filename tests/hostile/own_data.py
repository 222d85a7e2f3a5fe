"""Tables and texts to learn from that are hostile: endless, empty, full of gaps, of no encoding."""

import random
from collections.abc import Callable
from typing import Any

from lstm_gui.plain_text import first_hidden
from lstm_gui.training.own_columns import LEAST_ROWS, MOST_COLUMNS, Chosen, read_own_columns
from lstm_gui.training.own_text import MOST, TextFile, read_own_text
from tests.hostile.case import Case

Content = Callable[[], bytes]


def _rows(count: int, row: str) -> bytes:
    return ("a,b\n" + "".join(row.format(n=n, m=n * n % 17) + "\n" for n in range(count))).encode()


def _wide() -> bytes:
    chance = random.Random(1)
    return "".join(
        ",".join(f"{chance.random():.3f}" for _ in range(1000)) + "\n" for _ in range(400)
    ).encode()


def _columns(name: str, content: Content, refused: str = "", **kept: int) -> Case:
    """`kept`: how many rows and columns there should be."""

    def holds(found: Any) -> bool:
        assert isinstance(found, Chosen)
        sizes = {"rows": len(found.columns.rows), "columns": len(found.columns.columns)}
        return all(sizes[key] == count for key, count in kept.items())

    return Case(
        f"own table: {name}", "own.csv", content, refused, holds if kept else None, read=read_own_columns
    )


def _text(
    name: str, content: Content, refused: str = "", contained: Callable[[Any], bool] | None = None
) -> Case:
    return Case(f"own text: {name}", "own.txt", content, refused, contained, read=read_own_text)


def _first(found: TextFile) -> bool:
    """Only the first characters are taken."""
    return found.cut and len(found.own.text) == MOST


def _whole(found: TextFile) -> bool:
    """All that can be seen is taken, and nothing that cannot."""
    return not found.cut and first_hidden(found.own.text) == ""


CASES: tuple[Case, ...] = (
    _columns("empty", lambda: b"", "is empty"),
    _columns("one row", lambda: _rows(1, "{n},{m}"), "the same in every row"),
    _columns("five rows", lambda: _rows(5, "{n},{m}"), f"needs {LEAST_ROWS} at least"),
    _columns("text alone", lambda: b"a,b\nx,y\n" * 40, "no column of numbers"),
    _columns("constant columns", lambda: _rows(40, "1,2"), "the same in every row"),
    _columns("gaps alone", lambda: _rows(40, ","), "no column of numbers"),
    _columns("more gaps than numbers", lambda: _rows(40, "{n},") + b"1,2\n2,3\n3,5\n", "no figure in"),
    _columns("a million rows", lambda: _rows(1_000_000, "{n},{m}"), rows=10_000, columns=2),
    _columns("a thousand columns", _wide, columns=MOST_COLUMNS),
    _columns("a million columns", lambda: b"1," * 400_000 + b"\n", "more than 1,000 columns"),
    _columns("numbers beyond all", lambda: _rows(40, "{n},1e999"), rows=40, columns=1),
    _columns("one cell of NaN", lambda: _rows(40, "{n},{m}") + b"40,NaN\n", rows=40, columns=2),
    _columns("formulas", lambda: _rows(40, "{n},=cmd|' /C calc'!A0"), columns=1, rows=40),
    _columns("ten thousand columns", lambda: (b"1," * 10_000 + b"\n") * 30, "more than 1,000 columns"),
    _columns("UTF-16", lambda: _rows(40, "{n},{m}").decode().encode("utf-16"), rows=40, columns=2),
    _columns("UTF-16 without its mark", lambda: _rows(40, "{n},{m}").decode().encode("utf-16-le"), "own.csv"),
    _columns("a mark before its names", lambda: b"\xef\xbb\xbf" + _rows(40, "{n},{m}"), rows=40, columns=2),
    _columns("NUL bytes", lambda: _rows(40, "{n}\0,{m}"), "is not a text file"),
    _columns("a quotation mark that never ends", lambda: b'a,b\n"' + b"1,2\n" * 400_000, "does not end"),
    _columns("1e300", lambda: _rows(40, "{n},{m}e300"), "is beyond"),
    _columns("numbers of 5,000 digits", lambda: _rows(40, "{n}" + "9" * 5000 + ",{m}"), rows=40, columns=1),
    _columns("a spreadsheet's error", lambda: _rows(40, "{n},{m}") + b"41,#REF!\n", "is no number"),
    _columns("dates that cannot be", lambda: _rows(40, "0001-01-01T00:00:00+14:00,{m}"), rows=40, columns=1),
    _columns("blank lines", lambda: b"\n" * 1_000_000, "is empty"),
    _columns("no cell filled", lambda: b",,,,\n" * 400_000, "is empty"),
    _columns("names that are HTML", lambda: b"<b>x</b>," + _rows(40, "{n},{m},{m}"), columns=3, rows=40),
    _columns("a zip archive", lambda: b"PK\x03\x04" + bytes(99), "export it as CSV"),
    _columns("one line of 49 MB", lambda: b"1" * 49_000_000, "is not read"),
    _columns("51 MB", lambda: b"1\n" * 25_500_000, "larger than 50 MB"),
    _text("empty", lambda: b"", "is empty"),
    _text("emoji", lambda: "😀👩\u200d👧🇩🇪".encode() * 300, contained=_whole),
    _text("marks that stand on nothing", lambda: "\u0301\u0302".encode() * 300, contained=_whole),
    _text("from right to left", lambda: "שלום עולם السلام ".encode() * 100, contained=_whole),
    _text("one line of 30 MB", lambda: b"the quick brown fox " * 1_500_000, contained=_first),
    _text("UTF-32", lambda: ("a b c\n" * 100).encode("utf-32"), contained=_whole),
    _text("Shift JIS", lambda: ("日本語の文章 " * 100).encode("shift_jis"), "is not a text file"),
    _text("colours of a terminal", lambda: b"\x1b[31mred\x1b[0m " * 100, "is not a text file"),
    _text("blanks", lambda: b" \n" * 1000, "is empty"),
    _text("one letter", lambda: b"a" * 1_000_000, "repeats one character"),
    _text("a short one", lambda: b"abc", "at least 200"),
    _text("60 MB", lambda: b"ab \xc3\xa9\n" * 10_000_000, contained=_first),
    _text("70 MB", lambda: b"ab" * 35_000_000, "larger than 64 MB"),
    _text("NUL alone", lambda: bytes(10_000), "own.txt"),
    _text("any bytes", lambda: random.Random(1).randbytes(100_000), "is not a text file"),
    _text("a picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000), "is a picture"),
    _text("UTF-16 that stops in the middle", lambda: "abc ".encode("utf-16") * 99 + b"x", "own.txt"),
    _text(
        "marks that turn the writing",
        lambda: ("one two\u202e " * 3000).encode(),
        "is not a text file",
    ),
    _text(
        "a mark that turns the writing",
        lambda: ("one two " * 300 + "\u202e").encode(),
        contained=lambda found: "\u202e" not in found.own.text and found.left_out == 1,
    ),
    _text(
        "accents without end",
        lambda: ("a" + "\u0301" * 500_000).encode(),
        contained=lambda found: not found.cut,
    ),
)  # fmt: skip
