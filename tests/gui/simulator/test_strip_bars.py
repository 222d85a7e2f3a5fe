"""Contributors on the strip: by size, within their room, hollow below zero."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from lstm_gui.gui.simulator.strip_bars import paint_contributors
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.pointer import Pointer
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.words import as_written
from tests.gui.simulator.frames import STYLE

pytestmark = pytest.mark.usefixtures("qapp")


def highlight_of(quantity: Quantity, scene: str = "remember") -> Highlight:
    pointer = Pointer()
    pointer.turn_to(quantity, stays=True)
    light = pointer.light(resolve(SimState.of(load(scene))), as_written)
    assert light is not None
    return light


def painted(light: Highlight, right: float) -> tuple[QImage, float]:
    image = QImage(700, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    end = paint_contributors(painter, STYLE, QPointF(0, 30), light, right)
    painter.end()
    return image, end


def pixels(image: QImage, colour: int, rows: range = range(22, 30)) -> int:
    return sum(image.pixel(x, y) == colour for x in range(image.width()) for y in rows)


@pytest.mark.parametrize("right", [0, 60, 150, 400, 680])
@pytest.mark.parametrize("scene", ["remember", "embedded-reber", "gru-reset", "slstm-revises"])
def test_they_end_within_their_room(scene: str, right: float) -> None:
    graph = load(scene).cell.graph
    for name in graph.equations:
        _, end = painted(highlight_of(Quantity(name, 2), scene), right)
        assert end <= max(right, 20.0)


def test_the_larger_has_the_longer_bar_and_comes_first() -> None:
    light = highlight_of(Quantity("c", 5))
    assert light.made is not None
    kept, written = light.made.by_size
    assert kept.value > written.value
    image, _ = painted(light, 680)
    c, g = (STYLE.palette.role(role).graphic.rgb() for role in ("c", "g"))
    assert pixels(image, c) > 4 * pixels(image, g) > 0


def test_a_bar_below_zero_is_hollow() -> None:
    light = highlight_of(Quantity("z_o", 7))
    assert light.made is not None
    assert light.made.by_size[-1].value < 0
    image, _ = painted(light, 680)
    x = STYLE.palette.role("x").graphic.rgb()
    assert pixels(image, x, range(25, 26)) < pixels(
        image, STYLE.palette.role("o").graphic.rgb(), range(25, 26)
    )


def test_what_is_given_is_made_of_nothing() -> None:
    light = highlight_of(Quantity("x", 3))
    assert light.made is not None
    assert not light.made.contributors
    assert painted(light, 680)[1] == 0.0
