"""A page shows the title and all four cards, at any size and shape."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.page import paint_page
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.scene import Override
from tests.gui.simulator.frames import frame_of

pytestmark = pytest.mark.usefixtures("qapp")


def page(size: tuple[int, int], theme: str = "light", overrides: tuple[Override, ...] = ()) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    style = Style(palette(theme), max(0.1, min(size[0] / 1030, size[1] / 820)))
    paint_page(painter, QRectF(0, 0, *size), frame_of(overrides=overrides), style)
    painter.end()
    return image


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(200, 150), (1280, 860), (500, 1200), (2000, 500)])
def test_four_cards_stand_on_the_ground(size: tuple[int, int], theme: str) -> None:
    image, colours = page(size, theme), palette(theme)
    assert image.pixelColor(0, size[1] - 1) == colours.window
    found = {image.pixelColor(x, y).name() for x in range(size[0]) for y in range(0, size[1], 2)}
    assert colours.panel.name() in found
    assert len(found) > 30  # every role, and the shades between


def test_what_is_held_by_hand_is_said_on_the_page() -> None:
    plain, held = page((1280, 860)), page((1280, 860), overrides=(Override(5, "c", 0, 0.89),))
    assert plain != held
