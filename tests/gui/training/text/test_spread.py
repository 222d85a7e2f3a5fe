"""Lines of cells: every character has its place, words stay together, nothing overlaps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.training.text.spread import spread


def width_of(sign: str) -> float:
    return 2.0 if sign == "w" else 1.0


@given(text=st.text("aw \n", max_size=80), room=st.integers(3, 30))
def test_every_character_stands_within_the_room_behind_the_one_before(text: str, room: int) -> None:
    cells = spread(text, width_of, room)
    assert cells.rows == (int(cells.row.max()) + 1 if text else 0)
    for place, sign in enumerate(text):
        end = cells.left[place] + cells.wide[place]
        assert cells.left[place] >= 0
        assert cells.wide[place] == width_of(sign)
        assert end <= room or sign.isspace() or cells.left[place] == 0
        if place:
            same = cells.row[place] == cells.row[place - 1]
            assert cells.left[place] == (cells.left[place - 1] + cells.wide[place - 1] if same else 0)
            assert cells.row[place] - cells.row[place - 1] == (0 if same else 1)
            assert not (same and text[place - 1] == "\n")


def lines(text: str, room: float) -> list[str]:
    cells = spread(text, width_of, room)
    return ["".join(text[place] for place in cells.span(row, row)) for row in range(cells.rows)]


def test_words_are_kept_together_where_that_is_possible() -> None:
    assert lines("aaa aa aaaa", 7) == ["aaa aa ", "aaaa"]
    assert lines("aaa aaaa", 7) == ["aaa ", "aaaa"]
    assert lines("aaaaaaaaa", 4) == ["aaaa", "aaaa", "a"]
    assert lines(" ww", 3) == [" ", "w", "w"]
    assert lines("a\n\na", 9) == ["a\n", "\n", "a"]


def test_the_character_under_a_place_is_found() -> None:
    cells = spread("aw a\na", width_of, 30)
    assert [cells.at(x, 0) for x in (0.5, 1.5, 2.9, 3.5, 4.5, 99)] == [0, 1, 1, 2, 3, 4]
    assert [cells.at(0.5, row) for row in (-1, 1, 9)] == [0, 5, 5]
    assert spread("", width_of, 30).at(1, 0) is None


def test_rows_are_looked_up_by_their_characters() -> None:
    cells = spread("aaa aaa aaa", width_of, 4)
    assert list(cells.span(1, 2)) == list(np.flatnonzero((cells.row >= 1) & (cells.row <= 2)))
