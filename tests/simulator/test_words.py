"""Everything that is shown has a name a person would use."""

from lstm_gui.graph.kind import Kind
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.words import name_of
from tests.simulator.scenes import every_quantity, plain_scene


def test_every_quantity_has_a_name() -> None:
    assert len({name_of(quantity) for quantity in every_quantity(plain_scene())}) == 12 + 12 * 14


def test_a_name_says_what_and_when() -> None:
    assert name_of(Quantity("b_f")) == "forget bias b_f"
    assert name_of(Quantity("c_previous", 5)) == "previous cell state c at t = 5"


def test_other_cells_name_their_own_quantities() -> None:
    assert name_of(Quantity("b_r"), kind=Kind.of("gru")) == "reset bias b_r"
    assert name_of(Quantity("bu_n"), kind=Kind.of("gru")) == "candidate recurrent bias bu_n"
    assert name_of(Quantity("n_previous", 2), kind=Kind.of("slstm")) == "previous normaliser n at t = 2"
