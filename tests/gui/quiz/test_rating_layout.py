"""The five ratings: always whole, never over one another, the divide always between 2 and 3."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.rating_layout import Arrangement, arrange, with_room
from lstm_gui.gui.quiz.style import Style
from lstm_gui.quiz.rating import Rating

pytestmark = pytest.mark.usefixtures("qapp")


def arranged(width: int, zoom: int) -> Arrangement:
    return arrange(Style(palette("light"), zoom), width, "recalled")


@given(width=st.integers(200, 2000), zoom=st.integers(100, 300))
def test_the_ratings_never_touch_and_stay_inside(width: int, zoom: int) -> None:
    found = arranged(width, zoom)
    places = [found.places[rating] for rating in Rating]
    for place in places:
        assert place.left() >= 0
        assert place.right() <= width
        assert place.bottom() <= found.height
    for first, second in pairwise(places):
        assert not first.intersects(second)


@given(width=st.integers(200, 2000), zoom=st.integers(100, 300))
def test_the_divide_lies_between_barely_and_partly(width: int, zoom: int) -> None:
    found = arranged(width, zoom)
    barely, partly = found.places[Rating.BARELY], found.places[Rating.PARTLY]
    if found.centred:
        assert barely.right() < found.divide.x1() < partly.left()
    else:
        assert barely.bottom() < found.divide.y1() < partly.top()


@given(width=st.integers(200, 2000), zoom=st.integers(100, 300))
def test_the_ratings_are_drawn_smaller_rather_than_in_five_rows(width: int, zoom: int) -> None:
    wanted = Style(palette("light"), zoom)
    drawn = with_room(wanted, width)
    assert 100 <= drawn.zoom <= zoom
    if not arrange(wanted, width, "recalled").flat:
        assert drawn == wanted
    if width >= 290:
        assert not arrange(drawn, width, "recalled").flat


@pytest.mark.parametrize(
    ("width", "zoom", "rows"), [(344, 100, 1), (292, 100, 1), (332, 200, 2), (300, 300, 5), (716, 200, 1)]
)
def test_how_many_rows(width: int, zoom: int, rows: int) -> None:
    tops = {place.top() for place in arranged(width, zoom).places.values()}
    assert len(tops) == rows
