"""Typesetting: symbols get the ink of their quantity; what is too long, too deep or no LaTeX is refused."""

import re
import time
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.typesetting import MAX_CHARACTERS, NotLegible, nesting, typeset, within_caps


def inks(latex: str) -> list[str]:
    """The inks of a formula, in the order in which they are drawn, without repetition."""
    return list(dict.fromkeys(re.findall(r'"ink-(\w+)"', typeset(latex).svg)))


@pytest.mark.parametrize("symbol", list("figochx"))
@pytest.mark.parametrize("step", ["t", "{t-1}", "0", "{10}", "{t+k}", "T"])
def test_a_quantity_at_any_step_has_its_ink(symbol: str, step: str) -> None:
    assert inks(f"{symbol}_{step}") == [symbol]


def test_other_symbols_have_the_ink_of_text() -> None:
    assert inks(r"\sigma + y_t + f(z)") == ["text"]


def test_the_equation_of_the_cell_state_is_in_four_inks() -> None:
    found = inks(r"c_t = f_t \cdot c_{t-1} + i_t \cdot g_t")
    assert found == ["c", "text", "f", "i", "g"]


def test_a_gate_keeps_its_ink_under_an_exponent_and_in_a_fraction() -> None:
    assert set(inks(r"\frac{\partial c_t}{\partial c_{t-1}} = f_t^2")) == {"c", "f", "text"}


def test_the_baseline_lies_inside_the_picture() -> None:
    formula = typeset("c_t")
    assert 0 < formula.descent < formula.height
    assert formula.width > 0


@given(st.text(alphabet="x{}\\", max_size=40))
def test_nesting_is_never_more_than_the_opening_braces(latex: str) -> None:
    assert 0 <= nesting(latex) <= latex.count("{")


@pytest.mark.parametrize(
    ("latex", "depth"),
    [("x", 0), ("x_{t}", 1), (r"\frac{a_{1}}{b}", 2), (r"\{ x \}", 0), (r"\left(\left(x\right)\right)", 2)],
)
def test_nesting_of(latex: str, depth: int) -> None:
    assert nesting(latex) == depth


@pytest.mark.parametrize(
    "bomb",
    [
        "x" * (MAX_CHARACTERS + 1),
        "",
        "{" * 5 + "x" + "}" * 5,
        r"\frac{" * 5 + "x" + "}{y}" * 5,
        r"\left(" * 5 + "x" + r"\right)" * 5,
    ],
)
def test_a_bomb_is_outside_the_caps(bomb: str) -> None:
    assert not within_caps(bomb)
    with pytest.raises(NotLegible):
        typeset(bomb)


def test_a_bomb_without_braces_is_refused_at_once() -> None:
    began = time.thread_time()
    with pytest.raises(NotLegible):
        typeset(r"\sqrt" * 119 + " x")
    assert time.thread_time() - began < 1


def test_within_the_caps_the_worst_takes_less_than_two_seconds() -> None:
    worst = "".join([r"\frac{\frac{\frac{\frac{a}{b}}{c}}{d}}{e}"] * 14)
    assert within_caps(worst)
    began = time.thread_time()
    typeset(worst)
    assert time.thread_time() - began < 2


@pytest.mark.parametrize(
    "latex", [r"\href{http://x}{y}", r"\text{a - b}", r"\textcolor{red}{x}", r"\fbox{x}"]
)
def test_nothing_but_shapes_is_drawn(latex: str) -> None:
    assert set(re.findall(r"<(\w+)", typeset(latex).svg)) <= {"svg", "g", "path", "rect"}


@pytest.mark.parametrize(
    "latex", [r"\rule{99999999cm}{99999999cm}", r"\rule{999px}{999px}", r"\\" * 300, r"x\rule{99999cm}{1pt}"]
)
def test_what_nobody_could_read_is_refused(latex: str) -> None:
    with pytest.raises(NotLegible, match="which nobody could read"):
        typeset(latex)


def test_markup_cannot_be_smuggled_in(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = ET.fromstring('<svg width="1" height="1"><image href="/etc/passwd"/></svg>')
    monkeypatch.setattr("ziamath.zmath.Math.svgxml", lambda _formula: picture)
    with pytest.raises(NotLegible):
        typeset("x")
