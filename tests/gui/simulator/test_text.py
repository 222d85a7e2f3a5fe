"""Text never stands wider than the room it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.no_break import NO_BREAK_SPACE
from lstm_gui.gui.simulator.text import lines, shortened, width
from tests.gui.simulator.frames import STYLE

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), max_size=30).map(" ".join)


@given(WORDS, st.floats(20, 600))
def test_a_shortened_text_fits(text: str, room: float) -> None:
    font = STYLE.font()
    assert width(font, shortened(text, font, room)) <= room


@given(WORDS, st.floats(60, 600), st.integers(1, 4))
def test_lines_fit_and_lose_nothing_unsaid(text: str, room: float, most: int) -> None:
    font = STYLE.font()
    found = lines(text, font, room, most)
    assert len(found) <= most
    assert all(width(font, line) <= room for line in found)
    if not any(line.endswith("…") for line in found):
        assert " ".join(found).split() == text.split()


@given(st.integers(60, 600))
def test_a_line_never_breaks_inside_a_value(room: int) -> None:
    font = STYLE.font()
    value = "t = 12".replace(" ", NO_BREAK_SPACE)
    found = lines("written at t = 12 and held until t = 12 comes", font, room, 20)
    assert sum(line.count(value) for line in found) == 2
