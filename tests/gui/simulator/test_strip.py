"""The strip below the cell: a caption, or what is pointed at, always within its box."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lstm_gui.gui.simulator.strip import caption_lead, caption_words, paint_strip, symbol_from
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import Highlight, TransportPart
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.frames import STYLE, frame_of

pytestmark = pytest.mark.usefixtures("qapp")

BOX = QRectF(10, 8, 480, 48)
WORDS = ("made of", "feeds")


def painted(caption: str, pointed: Highlight | None = None, box: QRectF = BOX, lead: str = "") -> QImage:
    image = QImage(500, 64, QImage.Format.Format_RGB32)
    image.fill(STYLE.palette.panel)
    painter = QPainter(image)
    paint_strip(painter, box, STYLE, caption, pointed, WORDS, lead)
    painter.end()
    return image


def touched(image: QImage, room: QRectF) -> bool:
    """Whether anything but the ground stands in a part of the picture."""
    ground = STYLE.palette.panel.rgb()
    part = room.toRect()
    columns, rows = range(part.left(), part.right()), range(part.top(), part.bottom())
    return any(image.pixel(x, y) != ground for y in rows for x in columns)


def test_a_long_caption_takes_two_lines_and_no_more() -> None:
    image = painted("word " * 200)
    assert touched(image, QRectF(10, 12, 480, 18))
    assert touched(image, QRectF(10, 34, 480, 16))
    assert not touched(image, QRectF(0, 57, 500, 7))
    assert not touched(image, QRectF(492, 0, 8, 64))


@pytest.mark.parametrize("name", ["f", "h", "x", "c_previous", "z_o", "tanh_c"])
def test_what_is_pointed_at_stays_within_a_narrow_box(name: str) -> None:
    pointed = highlight(frame_of(), Quantity(name, 5))
    image = painted("", pointed, QRectF(10, 8, 200, 48))
    assert touched(image, QRectF(10, 12, 200, 18))
    assert not touched(image, QRectF(226, 0, 274, 64))


def test_symbols_are_named_as_seen_from_the_step() -> None:
    assert symbol_from(Quantity("h_previous", 5), 5) == ("h", "t−1")
    assert symbol_from(Quantity("c_previous", 6), 5) == ("c", "t")
    assert symbol_from(Quantity("h", 5), 5) == ("h", "t")
    assert symbol_from(Quantity("W_f"), 5) == ("W", "f")


def test_a_caption_of_a_changed_scene_speaks_of_before() -> None:
    part = TransportPart("A scene", "c stays above 0.9.", 1, 12, changed=True)
    assert caption_words(part) == "Before your changes: c stays above 0.9."
    assert caption_words(replace(part, changed=False)) == "c stays above 0.9."
    assert caption_words(replace(part, caption="")) == ""
    assert painted(part.caption, lead=caption_lead(part)) != painted(part.caption)
    assert painted("", lead=caption_lead(part)) == painted("")


def test_a_lead_does_not_push_a_long_caption_out_of_its_box() -> None:
    image = painted("word " * 200, lead="Before your changes:")
    assert touched(image, QRectF(10, 34, 480, 16))
    assert not touched(image, QRectF(0, 57, 500, 7))
    assert not touched(image, QRectF(492, 0, 8, 64))
