"""Pictures in a card's text: between the lines, within the width, in words where there is none."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.prose import Prose
from lstm_gui.gui.quiz.style import Style

NAME, GONE = "0" * 32 + ".png", "1" * 32 + ".png"


class Held:
    """The pictures that a shelf has."""

    def __init__(self, shelf: FormulaShelf) -> None:
        self.shelf = shelf.pictures

    def hold(self, width: int, height: int, *, clear: bool = False) -> None:
        image = QImage(width, height, QImage.Format.Format_ARGB32)
        image.fill(QColor(0, 0, 0, 0) if clear else QColor("red"))
        self.shelf._images[NAME] = image
        self.shelf._missing.discard(NAME)
        self.shelf.arrived.emit(NAME)


@pytest.fixture
def held(shelf: FormulaShelf) -> Held:
    return Held(shelf)


@pytest.fixture
def prose(qtbot: QtBot, shelf: FormulaShelf) -> Prose:
    made = Prose(shelf)
    qtbot.addWidget(made)
    dress(made)
    return made


def dress(prose: Prose, theme: str = "light", zoom: int = 100) -> None:
    style = Style(palette(theme), zoom)
    prose.set_look(style.font(14), style.palette.text, style.palette, zoom)


def area(prose: Prose, colour: str, width: int) -> tuple[int, int]:
    """The width and height, at most, of what is drawn in a colour."""
    prose.resize(width, prose.heightForWidth(width))
    drawn = prose.grab().toImage()
    spots = [
        (x, y)
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).name() == QColor(colour).name()
    ]
    across, down = {x for x, _ in spots}, {y for _, y in spots}
    return len(across), len(down)


def test_a_picture_is_shown_within_the_width_and_with_the_zoom(prose: Prose, held: Held) -> None:
    prose.set_text(f"Look: ![a gate]({NAME})\nthere")
    before = prose.heightForWidth(200)
    held.hold(80, 40)
    assert prose.heightForWidth(200) > before
    assert area(prose, "red", 200) == (80, 40)
    assert area(prose, "red", 60) == (60, 30)
    prose.set_room(40)
    assert area(prose, "red", 60) == (40, 20)
    prose.set_room(0)
    dress(prose, zoom=150)
    assert area(prose, "red", 200) == (120, 60)


def test_a_tall_picture_leaves_room_for_the_rest(prose: Prose, held: Held) -> None:
    held.hold(100, 4000)
    prose.set_text(f"![]({NAME})")
    assert prose.heightForWidth(300) < 400


def test_one_that_is_drawn_on_nothing_stands_on_paper_in_the_dark(prose: Prose, held: Held) -> None:
    held.hold(40, 40, clear=True)
    prose.set_text(f"![]({NAME})")
    paper = palette("light").panel.name()
    assert area(prose, paper, 100)[0] != 40
    dress(prose, "dark")
    assert area(prose, paper, 100) == (40, 40)


def test_one_that_is_missing_is_said_in_words(prose: Prose, held: Held) -> None:
    assert not held.shelf.waiting
    prose.set_text(f"See ![the gate]({GONE}).")
    assert prose.accessibleName() == "See [picture: the gate]."
    words = prose.heightForWidth(1000)
    prose.set_text("See [picture: the gate].")
    assert prose.heightForWidth(1000) == words


def test_text_around_pictures_keeps_its_lines(prose: Prose, held: Held) -> None:
    held.hold(10, 10)
    prose.set_text(f"one\n\n![a]({NAME})\n\n![b]({NAME})\ntwo $x$ three")
    blocks = prose._document.toPlainText().split("\n")
    assert blocks == ["one", "\ufffc", "\ufffc", "two \ufffc three"]


@pytest.mark.parametrize("address", ["https://a.test/x.png", "file:///etc/passwd", "x.png"])
def test_no_other_address_is_ever_looked_at(prose: Prose, held: Held, address: str) -> None:
    prose.set_text(f"![x]({address})")
    assert not held.shelf.waiting
    assert not held.shelf.is_missing(address)
    assert prose.accessibleName() == f"![x]({address})"
