"""Formulas: never set on the GUI thread, never twice, in the inks of the theme."""

import threading

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lstm_gui.gui import formula as formula_module
from lstm_gui.gui.formula import FormulaShelf, inked, paint
from lstm_gui.gui.palette import palette
from lstm_gui.gui.typesetting import Typeset, typeset

STATE = r"c_t = f_t \cdot c_{t-1} + i_t \cdot g_t"


@pytest.fixture
def typesettings(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every formula that is set from now on, with the thread that set it."""
    seen: list[tuple[str, int]] = []

    def counting(latex: str) -> Typeset:
        seen.append((latex, threading.get_ident()))
        return typeset(latex)

    monkeypatch.setattr(formula_module, "typeset", counting)
    return seen


def colours(image: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_formulas_are_never_typeset_on_the_gui_thread(
    qtbot: QtBot, shelf: FormulaShelf, typesettings: list[tuple[str, int]]
) -> None:
    with qtbot.waitSignal(shelf.arrived):
        assert shelf.picture(STATE, 20, palette("light"), 1.0) is None
    assert shelf.picture(STATE, 20, palette("light"), 1.0) is not None
    assert [latex for latex, _ in typesettings] == [STATE]
    assert threading.get_ident() not in {thread for _, thread in typesettings}


def test_a_formula_is_never_typeset_twice(
    qtbot: QtBot, shelf: FormulaShelf, typesettings: list[tuple[str, int]]
) -> None:
    with qtbot.waitSignal(shelf.arrived):
        for _ in range(5):
            shelf.want(STATE)
    for theme in ("light", "dark"):
        for size in (12.0, 20.0, 40.0):
            for ratio in (1.0, 2.0):
                picture = shelf.picture(STATE, size, palette(theme), ratio)
                assert picture is shelf.picture(STATE, size, palette(theme), ratio)
    shelf.want(STATE)
    assert len(typesettings) == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_symbol_is_painted_in_the_ink_of_its_quantity(theme: str) -> None:
    colour = palette(theme)
    picture = paint(typeset(STATE), 40, colour, 2.0)
    seen = colours(picture.pixmap.toImage())
    assert {colour.role(name).ink.name() for name in "cfig"} <= seen
    assert colour.role("o").ink.name() not in seen


@pytest.mark.usefixtures("qapp")
def test_an_unknown_ink_becomes_text() -> None:
    text = palette("light").text.name()
    assert inked('<path fill="ink-nonsense"/>', palette("light")) == f'<path fill="{text}"/>'


@pytest.mark.usefixtures("qapp")
def test_a_picture_is_as_sharp_as_the_screen() -> None:
    plain, sharp = (paint(typeset(STATE), 20, palette("light"), ratio) for ratio in (1.0, 2.0))
    assert plain.width == sharp.width
    assert sharp.pixmap.width() == pytest.approx(2 * plain.pixmap.width(), abs=1)
    assert sharp.pixmap.devicePixelRatio() == 2.0


@pytest.mark.parametrize("latex", ["x" * 601, "{" * 9 + "}" * 9])
def test_a_bomb_is_text_at_once(shelf: FormulaShelf, latex: str) -> None:
    assert shelf.is_text(latex)
    assert shelf.picture(latex, 20, palette("light"), 1.0) is None
    assert shelf.is_text(latex)


def test_what_cannot_be_set_is_text_and_not_tried_again(
    qtbot: QtBot, shelf: FormulaShelf, typesettings: list[tuple[str, int]]
) -> None:
    broken = r"x_{"
    assert not shelf.is_text(broken)
    with qtbot.waitSignal(shelf.arrived):
        shelf.want(broken)
    assert shelf.is_text(broken)
    assert shelf.picture(broken, 20, palette("light"), 1.0) is None
    assert len(typesettings) == 1


def test_the_shelf_does_not_grow_without_end(shelf: FormulaShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formula_module, "REMEMBERED", 3)
    formula = typeset("x")
    for number in range(10):
        shelf._keep(f"x_{number}", formula)
        shelf.picture(f"x_{number}", 20, palette("light"), 1.0)
    assert len(shelf._set) == 3
    assert len(shelf._pictures) == 3


def test_a_stopped_shelf_wants_nothing(shelf: FormulaShelf) -> None:
    shelf.stop()
    shelf.want("x")
    assert shelf.picture("x", 20, palette("light"), 1.0) is None
