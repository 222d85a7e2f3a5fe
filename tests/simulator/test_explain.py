"""The equations with their numbers: what is shown is the exact value rounded, and reads like mathematics."""

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import GateWeights, Override, Scene, lstm_cell
from lstm_gui.simulator.causes import traced_causes, traced_effects
from lstm_gui.simulator.explain import equation, highlight
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import value_of
from tests.simulator.scenes import COMPUTED, every_quantity, one_unit_gate, plain_scene, quantities, scenes


def frame_of(scene: Scene) -> Frame:
    return resolve(SimState.of(scene))


def calculated(text: str) -> float:
    """What a substituted equation comes to, worked out from the text alone."""
    plain = text.replace("−", "-").replace("·", "*")
    assert re.fullmatch(r"[-+*(). 0-9σtanh]*", plain)
    names = {"σ": lambda z: 0.5 * (1 + math.tanh(z / 2)), "tanh": math.tanh}
    return float(eval(plain, {"__builtins__": {}}, names))


@given(scenes())
def test_every_equation_comes_to_its_value(scene: Scene) -> None:
    frame = frame_of(scene)
    for quantity in every_quantity(scene):
        if quantity.name in COMPUTED:
            made = equation(frame.trace, scene, quantity)
            value = value_of(frame, quantity)
            assert made.value == number_text(value)
            # Each number shown is off by half a hundredth at most, and is multiplied by 5 at most.
            slack = 0.06 * (1 + made.substituted.count("·"))
            assert calculated(made.substituted) == pytest.approx(value, abs=slack)
            if made.reduced:
                assert calculated(made.reduced) == pytest.approx(value, abs=0.02)


@given(scenes())
def test_equal_stands_only_where_the_shown_numbers_come_to_what_is_shown(scene: Scene) -> None:
    frame = frame_of(scene)
    for quantity in every_quantity(scene):
        if quantity.name not in COMPUTED:
            continue
        made = equation(frame.trace, scene, quantity)
        value = calculated(made.value)
        assert (made.at_once == "=") == (abs(calculated(made.substituted) - value) <= 0.005 + 1e-9)
        if made.reduced:
            assert (made.from_reduced == "=") == (abs(calculated(made.reduced) - value) <= 0.005 + 1e-9)
            inner, shown = (brackets(text, quantity.name) for text in (made.substituted, made.reduced))
            assert (made.between == "=") == (abs(inner - shown) <= 0.005 + 1e-9)


def brackets(text: str, name: str) -> float:
    """What changes from one form of an equation to the next: what is squashed, or the squashed cell state."""
    return calculated(text.partition("·")[2] if name == "h" else text[text.index("(") :])


def test_a_product_that_reads_wrong_is_called_near() -> None:
    """0.84·1.00 is not 0.83, though the factors round to these."""
    wide = one_unit_gate(0.0, 0.0, 9.0)
    cell = lstm_cell(1, 1, wide, wide, wide, one_unit_gate(0.0, 0.0, 1.6296))
    made = frame_of(Scene("", "", cell, ((0.0,), (2.0,)), ((0.0,),))).equations.equations[-1]
    assert made.whole == "0.84·tanh(3.00) = 0.84·1.00 ≈ 0.83"


def test_the_equations_of_a_plain_cell() -> None:
    cell = lstm_cell(
        1,
        1,
        i=one_unit_gate(-2.2, 0.1, 0.2),
        f=one_unit_gate(1.2, 0.5, 0.6),
        g=one_unit_gate(0.1, -0.1, -0.5),
        o=one_unit_gate(0.4, 0.4, 0.0),
    )
    scene = Scene("", "", cell, ((0.42,), (-0.8,)), ((1.0,),))
    shown = [(made.substituted, made.reduced, made.value) for made in frame_of(scene).equations.equations]
    assert shown == [
        ("σ(1.20·1.00 + 0.50·0.42 + 0.60)", "σ(2.01)", "0.88"),
        ("σ(−2.20·1.00 + 0.10·0.42 + 0.20)", "σ(−1.96)", "0.12"),
        ("tanh(0.10·1.00 − 0.10·0.42 − 0.50)", "tanh(−0.44)", "−0.42"),
        ("σ(0.40·1.00 + 0.40·0.42 + 0.00)", "σ(0.57)", "0.64"),
        ("0.88·(−0.80) + 0.12·(−0.42)", "", "−0.76"),
        ("0.64·tanh(−0.76)", "0.64·(−0.64)", "−0.41"),
    ]


def test_the_equations_stand_in_their_order() -> None:
    made = frame_of(plain_scene()).equations.equations
    assert tuple(one.quantity.name for one in made) == ("f", "i", "g", "o", "c", "h")
    assert {one.quantity.step for one in made} == {5}


def test_every_input_and_unit_has_its_term() -> None:
    gate = GateWeights(((1.0, -2.0), (0.0, 0.0)), ((0.5, -0.25), (0.0, 0.0)), (0.1, 0.0))
    scene = Scene("", "", lstm_cell(2, 2, gate, gate, gate, gate), ((0.5, -0.5), (0.0, 0.0)), ((3.0, -1.0),))
    made = frame_of(scene).equations.equations[0]
    assert made.substituted == "σ(1.00·3.00 − 2.00·(−1.00) + 0.50·0.50 − 0.25·(−0.50) + 0.10)"


@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        (Quantity("f", 1), "f at t = 1: σ(1.20·1.00 + 0.50·0.00 + 0.60) = σ(1.80) = 0.86"),
        (Quantity("z_f", 1), "z_f at t = 1: 1.20·1.00 + 0.50·0.00 + 0.60 = 1.80"),
        (Quantity("c", 1), "c at t = 1: 0.86·0.80 + 0.12·0.10 = 0.70"),
        (Quantity("tanh_c", 1), "tanh c at t = 1: tanh(0.70) = 0.60"),
        (Quantity("h", 1), "h at t = 1: 0.60·tanh(0.70) = 0.60·0.60 = 0.36"),
        (Quantity("x", 1), "input x at t = 1 is 1.00"),
        (Quantity("h_previous", 1), "initial hidden state h is 0.00"),
        (Quantity("c_previous", 1), "initial cell state c is 0.80"),
        (Quantity("h_previous", 2), "hidden state h from t = 1 is 0.36"),
        (Quantity("c_previous", 3), "cell state c read at t = 3 was put in by hand: −0.50"),
        (Quantity("b_f"), "forget bias b_f = 0.60 at every step"),
        (Quantity("W_i"), "input gate input weight W_i = −2.20 at every step"),
        (Quantity("U_g"), "candidate recurrent weight U_g = −0.10 at every step"),
    ],
)
def test_the_sentence_says_what_is_pointed_at(quantity: Quantity, sentence: str) -> None:
    scene = replace(plain_scene(), overrides=(Override(3, "c", 0, -0.5),))
    assert highlight(frame_of(scene), quantity).sentence == sentence


@given(scenes(), st.data())
def test_a_highlight_holds_the_value_and_the_wiring(scene: Scene, data: st.DataObject) -> None:
    quantity = data.draw(quantities(scene))
    frame = frame_of(scene)
    lit = highlight(frame, quantity)
    assert number_text(value_of(frame, quantity)) in lit.sentence
    assert (lit.causes, lit.effects) == (traced_causes(quantity, scene), traced_effects(quantity, scene))
    assert lit.focus == quantity
