"""A page that nobody sees has any size and shape, turns to any step and tab, and leaves nothing behind."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.drawing import card_around, cards_in
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.picture import image_of
from lstm_gui.gui.simulator.sheet import Sheet
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_value

pytestmark = pytest.mark.usefixtures("qapp")
MakeSheet = Callable[..., Sheet]


@pytest.fixture
def sheet_of() -> Iterator[MakeSheet]:
    """Make sheets, which are closed at the end."""
    made: list[Sheet] = []

    def make(
        name: str = "remember", size: tuple[int, int] = (640, 430), theme: str = "light", tab: str = "cell"
    ) -> Sheet:
        made.append(Sheet(SimState.of(load(name)), size, theme, tab))
        return made[-1]

    yield make
    for sheet in made:
        sheet.close()


def page(sheet: Sheet, size: tuple[int, int] = (640, 430)) -> QImage:
    return image_of(sheet.drawing, QSize(*size))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(200, 150), (1280, 860), (500, 1200), (2000, 500)])
def test_four_cards_stand_on_the_ground(sheet_of: MakeSheet, size: tuple[int, int], theme: str) -> None:
    sheet = sheet_of(size=size, theme=theme)
    image, colours = page(sheet, size), palette(theme)
    assert image.pixelColor(0, size[1] - 1) == colours.window
    found = {image.pixelColor(x, y).name() for x in range(size[0]) for y in range(0, size[1], 2)}
    assert colours.panel.name() in found
    assert len(found) > 30  # every role, and the shades between
    assert len(cards_in(sheet.drawing.body)) == 4


def test_steps_differ_and_come_back(sheet_of: MakeSheet) -> None:
    sheet = sheet_of()
    pictures = []
    for step in (1, 2, 1):
        sheet.show_step(step)
        pictures.append(page(sheet))
    assert pictures[0] == pictures[2] != pictures[1]


def test_the_gradients_are_a_page_too(sheet_of: MakeSheet) -> None:
    cell, gradients = sheet_of("gradients-stable"), sheet_of("gradients-stable", tab="gradients")
    assert page(cell) != page(gradients)
    assert len(cards_in(gradients.drawing.body)) == 3


def test_what_is_held_by_hand_is_said(sheet_of: MakeSheet) -> None:
    state = set_value(SimState.of(load("remember")), Quantity("c_previous", 5), 0.89)
    held = Sheet(state, (640, 430))
    assert page(held) != page(sheet_of())
    held.close()


def test_a_card_is_found_around_what_stands_on_it(sheet_of: MakeSheet) -> None:
    body = sheet_of().drawing.body
    equations = next(card for card in cards_in(body) if "Equations" in card.accessibleName())
    weight = equations.findChildren(ValueKnob)[0]
    assert card_around(weight) is equations
    assert card_around(equations) is equations
    assert card_around(body) is None


def test_nothing_is_left_behind() -> None:
    before = set(QApplication.topLevelWidgets())
    sheet = Sheet(SimState.of(load("remember")), (640, 430))
    assert QApplication.activeWindow() is None
    sheet.close()
    assert set(QApplication.topLevelWidgets()) == before
