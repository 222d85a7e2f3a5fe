"""Colours of numbers: the ends and the middle, both signs apart, and what is no number."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.heat import (
    SHADES,
    gate_table,
    heat_image,
    opposite,
    scale_image,
    shades,
    signed_table,
)
from lstm_gui.gui.simulator.style import Style

pytestmark = pytest.mark.usefixtures("qapp")
THEMES = ("light", "dark")


def colour(table: np.ndarray, place: int) -> QColor:
    return QColor.fromRgb(int(table[place]))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", ["f", "i", "o"])
def test_a_gate_runs_from_the_ground_to_its_own_ink(theme: str, role: str) -> None:
    style = Style(palette(theme))
    table = gate_table(style, role)
    assert (len(table), colour(table, 0)) == (SHADES + 1, style.well)
    assert colour(table, SHADES - 1) == style.palette.role(role).graphic


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", ["c", "h", "g", "x"])
def test_what_may_be_negative_stands_around_the_ground(theme: str, role: str) -> None:
    style = Style(palette(theme))
    table = signed_table(style, role)
    middle, above = SHADES // 2, style.palette.role(role).graphic
    assert colour(table, middle) == style.well
    assert colour(table, SHADES - 1) == above
    assert colour(table, 0).name() == opposite(above, dark=style.palette.dark).name()
    least = colour(table, middle + 1)
    assert least != style.well
    assert least != colour(table, middle - 1)


@given(st.floats(), st.floats(0.1, 1e6))
def test_every_number_has_a_colour(number: float, limit: float) -> None:
    place = int(shades(np.array([number]), -limit, limit)[0])
    if np.isnan(number):
        assert place == SHADES
    else:
        assert place == round((max(-limit, min(limit, number)) / limit + 1) / 2 * (SHADES - 1))


def test_an_image_has_a_pixel_for_each_number() -> None:
    table = gate_table(Style(palette("light")), "f")
    image = heat_image(np.array([[0.0, 0.5, 1.0], [1.0, np.nan, 0.0]]), 0.0, 1.0, table)
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(2, 0) == image.pixelColor(0, 1) == colour(table, SHADES - 1)
    assert image.pixelColor(1, 1) == colour(table, SHADES)


def test_a_scale_has_its_highest_number_on_top() -> None:
    table = gate_table(Style(palette("light")), "f")
    image = scale_image(table)
    assert (image.width(), image.height()) == (1, SHADES)
    assert image.pixelColor(0, 0) == colour(table, SHADES - 1)
    assert image.pixelColor(0, SHADES - 1) == colour(table, 0)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("role", ["c", "h", "g", "x"])
def test_both_signs_can_be_told_apart_and_from_the_ground(theme: str, role: str) -> None:
    style = Style(palette(theme))
    table = signed_table(style, role)
    ends = colour(table, 0), colour(table, SHADES - 1), style.well
    for n, one in enumerate(ends):
        for other in ends[n + 1 :]:
            apart = (one.redF() - other.redF(), one.greenF() - other.greenF(), one.blueF() - other.blueF())
            assert sum(part * part for part in apart) > 0.09
