"""Numbers leave as they are, and texts as texts."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.number_table import write_numbers
from lstm_gui.formats.table_export import unguarded

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=20)
CELLS = st.one_of(TEXTS, st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False))


@given(st.lists(st.tuples(TEXTS, CELLS), max_size=5))
def test_a_table_is_read_back(rows: list[tuple[str, str | int | float]]) -> None:
    found = list(csv.reader(io.StringIO(write_numbers(("a", "b"), rows).decode(), newline="")))
    assert found[0] == ["a", "b"]
    assert [[unguarded(cell) for cell in row] for row in found[1:]] == [
        [text, value if isinstance(value, str) else repr(value)] for text, value in rows
    ]


def test_nothing_is_carried_out() -> None:
    """A topic may be called anything, and a number may be below zero."""
    table = write_numbers(("topic", "n"), [("=HYPERLINK(1)", -2.5), ("@x", None), ("−1", 3)]).decode()
    assert table.splitlines() == ["topic,n", "'=HYPERLINK(1),-2.5", "'@x,", "−1,3"]
