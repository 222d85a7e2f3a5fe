"""Tables that are hostile: wide, long, broken, and carried out by a spreadsheet."""

import random
from collections.abc import Callable

from lstm_gui.formats.preview import Preview
from tests.hostile.case import Case, holds, says

ACTIVE = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1", '=HYPERLINK("http://x")')


def _two(count: int) -> bytes:
    """Cells of two letters, of which there are many."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    row = ",".join(a + b for a in letters for b in letters) + "\n"
    return (row * (count // len(row))).encode()


def _numbered(count: int) -> bytes:
    return "".join(f"q{n},a{n}\n" for n in range(count)).encode()


def _random_cells() -> bytes:
    chance = random.Random(1)
    return "".join(f"{chance.random():.12f}," * 50 + "\n" for _ in range(20_000)).encode()


def _case(
    name: str,
    content: Callable[[], bytes],
    refused: str = "",
    contained: Callable[[Preview], bool] | None = None,
    ending: str = "csv",
) -> Case:
    return Case(f"table: {name}", f"table.{ending}", content, refused, contained)


CASES: tuple[Case, ...] = (
    _case("1,000,000 columns", lambda: b"," * 1_000_000 + b"\n", "characters stand in one line"),
    _case("1,000,000 columns in lines that may be", lambda: b"," * 120_000 + b"\n", "more than 1000 columns"),
    _case(
        "120,000 columns, a hundred times", lambda: (b"," * 120_000 + b"\n") * 100, "more than 1000 columns"
    ),
    _case(
        "wide below a narrow head", lambda: b"q,a\n" * 60 + b"ab," * 40_000 + b"\n", "more than 1000 columns"
    ),
    _case("millions of small cells", lambda: _two(15_900_000), "more than 2000000 cells"),
    _case("a million random numbers", _random_cells, contained=lambda preview: bool(preview.deck.cards)),
    _case("one line of 60 MB", lambda: b"x" * 60_000_000, "larger than 16 MB"),
    _case("one line of 15 MB", lambda: b"x" * 15_000_000, "characters stand in one line"),
    _case("a cell of 15 MB over many lines", lambda: b'q,a\nr,"' + b"x\n" * 400_000 + b'"\n', "has no end"),
    _case("NUL", lambda: b"q,a\x00\n", "byte 4 is zero"),
    _case("a quotation mark without its partner", lambda: b'q,"a\nr,b\n' * 1001, "look for a quotation mark"),
    _case("quotation marks alone", lambda: b'"' * 120_001 + b"\n", "has no"),
    _case("one quotation mark a line", lambda: b'"\n' * 400_001, "more than 100000 rows"),
    _case("two encodings", lambda: "é,a\n".encode() + "é,a\n".encode("latin-1"), "byte 6 is not UTF-8"),
    _case("UTF-16 that stops in the middle", lambda: "q,a\n".encode("utf-16") + b"x", "is not UTF-16"),
    _case("UTF-16 with half a character", lambda: b"\xff\xfe\x00\xd8,\x00a\x00", "is not UTF-16"),
    _case("150,000 rows", lambda: _numbered(150_000), "more than 100000 rows"),
    _case("100,000 rows", lambda: _numbered(100_000), contained=holds(100_000)),
    _case("600,000 empty lines", lambda: b"\n" * 600_000, "more than 500000 lines"),
    _case("500,000 blank cells", lambda: b",\n" * 490_000, "no two columns"),
    _case("a head of spaces", lambda: b"#" + b" " * 9_000 + b"\nq,a\n", "no two columns"),
    _case(
        "a head of 9,000 spaces, a thousand times",
        lambda: (b"#html" + b" " * 9_000 + b"\n") * 1000,
        "no two columns",
    ),
    _case("a head of lines", lambda: b"#html:true\n" * 400_000 + b"q,a\n", "no card"),
    _case("a separator of letters", lambda: b"#separator:xyz\nq,a\n", "is no separator"),
    _case("a separator that is a quotation mark", lambda: b'#separator:"\nq,a\n', "is no separator"),
    _case("a separator that is NUL", lambda: b"#separator:\\0\nq,a\n", "is no separator"),
    _case("a column of the number 10^9", lambda: b"#tags column:1000000000\nq,a\n", "is no column"),
    _case(
        "HTML in every cell",
        lambda: b"#html:true\nr,s\n" + b"<" + b"a" * 9_000 + b",<img src=http://x/y.png>\n",
        contained=lambda preview: "](" not in preview.deck.cards[0].back,
    ),
    _case(
        "HTML of 190,000 signs",
        lambda: b"#html:true\n" + (b"<" + b"a" * 120_000 + b",a\n") * 100,
        "more than 10000 characters",
    ),
    _case(
        "a tag of 201 characters",
        lambda: b"#columns:front,back,tags\nq,a,b\nr,s," + b"x" * 201 + b"\n",
        contained=says("tag of more than"),
    ),
    _case(
        "a deck of escapes",
        lambda: b"#separator:Comma\n#deck:\x1b[31mred\xe2\x80\xae\nq,a\nr,s\n",
        contained=lambda preview: preview.deck.name == "[31mred",
    ),
    _case(
        "what a spreadsheet carries out",
        lambda: "".join(f'"{cell.replace(chr(34), chr(34) * 2)}",a\n' for cell in ACTIVE).encode(),
        contained=lambda preview: len(preview.deck.cards) >= 6,
    ),
    _case("tabs of 15 MB", lambda: b"\t" * 15_900_000, "is empty", ending="tsv"),
    _case(
        "quotation marks that never pair, between tabs",
        lambda: b'"q\ta\n' * 90_000,
        contained=lambda preview: len(preview.deck.cards) > 0,
        ending="tsv",
    ),
)
