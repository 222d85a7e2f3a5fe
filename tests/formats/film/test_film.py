"""A film keeps its frames as they are and gives each its time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.film.delta import delta
from lstm_gui.formats.film.film import Film
from tests.formats.film.frames import drawn, film_of


def test_frames_come_back_as_they_were_added() -> None:
    pictures = drawn()
    film = film_of(pictures)
    assert len(film) == len(pictures)
    for number, picture in enumerate(pictures):
        np.testing.assert_array_equal(film.pixels(number), picture)


def test_a_frame_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="is not 4 × 3 pixels"):
        Film(4, 3, 1.0).add(b"\0" * 44)


@given(st.integers(1, 256), st.sampled_from([0.5, 1.0, 2.0, 3.0, 4.0, 8.0]), st.sampled_from([0.01, 0.001]))
def test_no_time_is_lost_by_rounding(count: int, rate: float, unit: float) -> None:
    film = Film(1, 1, rate)
    for _ in range(count):
        film.add(b"\0\0\0\0")
    durations = film.durations(unit)
    assert len(durations) == count
    assert sum(durations) == round(count / rate / unit)
    assert max(durations) - min(durations) <= 1


def test_all_of_the_first_frame_is_new() -> None:
    new = delta(None, drawn(1)[0])
    assert new.changed.shape == (31, 48)
    assert new.changed.all()


def test_only_the_part_that_changed_is_new() -> None:
    before = np.zeros((20, 30, 3), np.uint8)
    now = before.copy()
    now[4, 7, 2] = now[9, 12, 0] = 1
    new = delta(before, now)
    assert (new.top, new.left, new.changed.shape) == (4, 7, (6, 6))
    assert new.changed.sum() == 2
    assert (now[new.rows, new.columns][new.changed] == now[[4, 9], [7, 12]]).all()


def test_a_frame_like_the_last_is_one_pixel() -> None:
    picture = drawn(1)[0]
    new = delta(picture, picture.copy())
    assert new.changed.shape == (1, 1)
    assert not new.changed.any()
