"""The card writes symbols with their step, and says what a screen reader should tell."""

import pytest

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import KINDS, LSTM, Kind
from lstm_gui.gui.simulator.origins.words import dated_symbol, dated_words, spoken, way_words, when_words
from lstm_gui.simulator.contributions import Contributions, Way
from lstm_gui.simulator.hops import Trail
from lstm_gui.simulator.origins import origins_part
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from tests.simulator.scenes import plain_scene

ONE, SEVERAL = (1, 1), (3, 4)


@pytest.mark.parametrize(
    ("quantity", "one", "several"),
    [
        (Quantity("c", 4), ("c", "4"), ("c", "4[1]")),
        (Quantity("c_previous", 4), ("c", "3"), ("c", "3[1]")),
        (Quantity("c_previous", 1), ("c", "0"), ("c", "0[1]")),
        (Quantity("h_previous", 4, backward=True), ("h", "5"), ("h", "5[1]")),
        (Quantity("x", 4), ("x", "4"), ("x", "4[1]")),
        (Quantity("z_f", 4), ("z", "f,4"), ("z", "f,4[1]")),
        (Quantity("tanh_c", 4), ("tanh c", "4"), ("tanh c", "4[1]")),
        (Quantity("W_f"), ("W", "f"), ("W", "f[1]")),
        (Quantity("b_f"), ("b", "f"), ("b", "f")),
    ],
)
def test_a_symbol_says_its_step_and_which_of_several(
    quantity: Quantity, one: tuple[str, str], several: tuple[str, str]
) -> None:
    assert dated_symbol(quantity, LSTM, ONE) == one
    assert dated_symbol(quantity, LSTM, SEVERAL) == several


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join((kind.family, *kind.choices)))
def test_every_quantity_of_every_kind_can_be_written_and_said(kind: Kind) -> None:
    graph = graph_of(kind)
    for name in graph.names:
        quantity = Quantity(name, 0 if name in graph.parameter else 2)
        assert all(dated_symbol(quantity, kind, ONE))
        assert dated_words(quantity, kind, SEVERAL)


def test_the_title_says_when_and_in_which_direction() -> None:
    assert when_words(Quantity("c", 4)) == "at t = 4"
    assert when_words(Quantity("c_previous", 4)) == "read at t = 4"
    assert when_words(Quantity("c", 4, backward=True)) == "← at t = 4"
    assert when_words(Quantity("b_f")) == ""


@pytest.mark.parametrize("way", Way)
def test_every_way_is_put_into_words(way: Way) -> None:
    made = Contributions(Quantity("c", 1), 0.5, way, function="σ")
    assert way_words(made, is_parameter=False)
    assert "every step" in way_words(Contributions(Quantity("b_f"), 0.5, Way.GIVEN), is_parameter=True)


def test_a_screen_reader_hears_the_number_and_the_three_largest() -> None:
    part = origins_part(resolve(SimState.of(plain_scene())), Trail((Quantity("f", 1),)))
    assert spoken(part) == (
        "forget gate f at t = 1 = 0.86. σ of 1.80, which these add up to. "
        "forget gate input weight W_f, input x at t = 1: +1.20. forget bias b_f: +0.60. "
        "forget gate recurrent weight U_f, previous hidden state h at t = 1: +0.00"
    )
