"""A card's text: wrapped, plain, with formulas in the line that are set elsewhere."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.formula_box import FormulaBox
from lstm_gui.gui.quiz.prose import Prose
from lstm_gui.gui.quiz.style import Style

LIGHT = Style(palette("light"))


@pytest.fixture
def prose(qtbot: QtBot, shelf: FormulaShelf) -> Prose:
    made = Prose(shelf)
    qtbot.addWidget(made)
    made.set_look(LIGHT.font(14), LIGHT.palette.text, LIGHT.palette)
    return made


@pytest.fixture
def box(qtbot: QtBot, shelf: FormulaShelf) -> FormulaBox:
    made = FormulaBox(shelf)
    qtbot.addWidget(made)
    made.set_style(LIGHT)
    made.resize(300, 60)
    return made


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200) | st.text("a1 *_`[]()!#>-.$\\\n•", max_size=80))
def test_any_text_has_a_height_and_can_be_drawn(prose: Prose, text: str) -> None:
    prose.set_text(text)
    prose.resize(200, max(1, prose.heightForWidth(200)))
    assert (prose.heightForWidth(200) > 0) == bool(text)
    assert prose.grab().width() > 0


@given(st.integers(60, 300), st.integers(1, 200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_narrower_text_is_no_shorter(prose: Prose, width: int, more: int) -> None:
    prose.set_text("The forget gate keeps what the cell remembers. " * 3)
    assert prose.heightForWidth(width) >= prose.heightForWidth(width + more)


def test_markup_is_shown_letter_for_letter(prose: Prose) -> None:
    prose.set_text("<h1>big</h1>")
    marked = prose.heightForWidth(1000)
    prose.set_text("(h1)big(/h1)")
    assert marked == prose.heightForWidth(1000)


def test_a_formula_in_the_line_is_painted_in_its_inks(
    qtbot: QtBot, prose: Prose, shelf: FormulaShelf
) -> None:
    prose.set_look(LIGHT.font(30), LIGHT.palette.text, LIGHT.palette)  # strokes wider than a pixel
    prose.set_text("keeps $f_t$ of $c_t$")
    prose.resize(400, 60)
    prose.show()
    with qtbot.waitSignal(shelf.arrived, check_params_cb=lambda latex: latex == "c_t"):
        prose.grab()
    seen = colours(prose.grab().toImage())
    assert {LIGHT.palette.role(name).ink.name() for name in "fc"} <= seen


def test_a_deep_formula_has_its_room_below_the_line_and_a_flat_one_none(qtbot: QtBot, prose: Prose) -> None:
    prose.set_text("gate")
    flat = prose.heightForWidth(400)
    for latex in ("c_t", r"\frac{e^{z_k}}{\sum_j e^{z_j}}", r"\begin{pmatrix}1&0\\0&1\end{pmatrix}"):
        prose.set_text(f"${latex}$")
        prose.heightForWidth(400)
        qtbot.waitUntil(lambda latex=latex: prose.picture(latex) is not None)  # type: ignore[misc]
        picture = prose.picture(latex)
        assert picture is not None
        if latex == "c_t":
            assert prose.heightForWidth(400) == flat
            continue
        alone = prose.heightForWidth(400)
        assert alone >= picture.height
        prose.set_text(f"${latex}$\nand so on")
        assert prose.heightForWidth(400) >= alone + flat - 1, "the line below is below it"


def test_a_formula_that_cannot_be_set_stands_as_it_is_written(
    qtbot: QtBot, prose: Prose, shelf: FormulaShelf
) -> None:
    prose.set_text("so $x_{$ it is")
    with qtbot.waitSignal(shelf.arrived):
        prose.grab()
    assert prose._document.toPlainText() == "so $x_{$ it is"


@pytest.mark.parametrize(
    "latex", [r"c_t = f_t \cdot c_{t-1}", r"\frac{\partial c_t}{\partial c_{t-1}} = f_t"]
)
def test_room_is_kept_for_a_formula_before_it_is_set(
    qtbot: QtBot, box: FormulaBox, shelf: FormulaShelf, latex: str
) -> None:
    with qtbot.waitSignal(shelf.arrived):
        box.set_latex(latex)
        reserved = box.heightForWidth(300)
    assert box.heightForWidth(300) == pytest.approx(reserved, abs=8)


def test_a_wide_formula_shrinks_into_the_box(qtbot: QtBot, box: FormulaBox, shelf: FormulaShelf) -> None:
    with qtbot.waitSignal(shelf.arrived):
        box.set_latex(r"f_t = \sigma(W_f x_t + U_f h_{t-1} + b_f)")
    assert box.heightForWidth(220) < box.heightForWidth(500)
    assert box.grab().width() == 300


def test_a_bomb_is_shown_as_text(box: FormulaBox) -> None:
    box.set_latex("x^" * 301)
    box.resize(300, box.heightForWidth(300))
    assert box.height() > 60
    assert LIGHT.palette.text.name() in colours(box.grab().toImage())


def test_no_formula_takes_no_room(box: FormulaBox) -> None:
    box.set_latex("")
    assert box.heightForWidth(300) == 0
