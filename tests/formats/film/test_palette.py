"""Grounds keep their colour to the last bit; whatever else there is gets a near one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.formats.film.palette import MOST, Mapping, nearest, palette_of
from tests.formats.film.frames import drawn


def test_few_colours_all_stay_as_they_are() -> None:
    pictures = drawn()
    palette = palette_of(pictures)
    assert len(palette) <= MOST
    for picture in pictures:
        np.testing.assert_array_equal(palette[Mapping(palette).indices(picture)], picture)


@settings(max_examples=20)
@given(st.integers(0, 1000))
def test_of_many_colours_the_grounds_stay_and_the_rest_is_near(seed: int) -> None:
    random = np.random.default_rng(seed)
    picture = np.full((40, 60, 3), (255, 254, 250), np.uint8)
    picture[:20, :30] = (12, 13, 14)
    picture[10:30, 40:60] = random.integers(0, 256, (20, 20, 3)) // 4 + 96
    palette = palette_of([picture])
    assert len(palette) == MOST
    shown = palette[Mapping(palette).indices(picture)]
    np.testing.assert_array_equal(shown[:20, :30], picture[:20, :30])
    np.testing.assert_array_equal(shown[30:], picture[30:])
    assert np.abs(shown.astype(int) - picture).max() <= 40


def test_one_colour_is_a_palette() -> None:
    picture = np.full((2, 2, 3), 9, np.uint8)
    palette = palette_of([picture])
    np.testing.assert_array_equal(palette, [[9, 9, 9]])
    assert not Mapping(palette).indices(picture).any()


@pytest.mark.parametrize(("colour", "place"), [((250, 4, 3), 0), ((1, 1, 200), 1), ((100, 100, 100), 2)])
def test_the_nearest_is_found(colour: tuple[int, int, int], place: int) -> None:
    palette = np.array([(255, 0, 0), (0, 0, 255), (90, 90, 90)], np.uint8)
    assert nearest(np.array([colour], np.float32), palette) == [place]
