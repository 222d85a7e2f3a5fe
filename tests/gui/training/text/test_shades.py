"""Colours behind letters: around zero, in proportion, and never so strong that a letter cannot be read."""

import numpy as np
import pytest

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.text.shades import STEPS, Scale, colours, contrast, edges, scale_of


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", ["x", "f", "i", "g", "o", "c", "h"])
def test_letters_can_be_read_on_every_ground(theme: str, role: str) -> None:
    style = Style(palette(theme))
    grounds = colours(style, role)
    assert len(grounds) == 2 * STEPS - 1
    assert grounds[STEPS - 1].rgb() == style.palette.panel.rgb()
    for ground in grounds:
        assert contrast(ground, style.palette.text) >= 4.5
    assert grounds[0] != grounds[-1]
    assert edges(style, role)[0] != edges(style, role)[1]


def test_the_ends_differ_from_the_card_and_from_each_other() -> None:
    grounds = colours(Style(palette("light")), "f")
    assert contrast(grounds[0], grounds[STEPS - 1]) > 1.3
    assert contrast(grounds[-1], grounds[STEPS - 1]) > 1.3


def test_numbers_are_placed_in_proportion_around_zero() -> None:
    scale = Scale(-2.0, 2.0, "c")
    found = scale.places(np.array([-9, -2, -1, 0, 0.5, 2, np.nan]))
    assert found.tolist() == [
        0,
        0,
        (STEPS - 1) // 2,
        STEPS - 1,
        STEPS - 1 + (STEPS - 1) // 4,
        2 * STEPS - 2,
        STEPS - 1,
    ]
    assert scale.ends == ("−2", "+2")


@pytest.mark.parametrize(
    ("quantity", "most", "ends", "role"),
    [
        ("f", 0.3, ("0", "1"), "f"),
        ("0.forward.o", 0.9, ("0", "1"), "o"),
        ("h", 0.2, ("−1", "+1"), "h"),
        ("1.c", 3.3, ("−5", "+5"), "c"),
        ("unheard", 0.5, ("−1", "+1"), "h"),
    ],
)
def test_a_scale_is_that_of_its_quantity(
    quantity: str, most: float, ends: tuple[str, str], role: str
) -> None:
    scale = scale_of(quantity, LSTM, np.array([0.0, -most], np.float32))
    assert (scale.ends, scale.role) == (ends, role)
