"""What is shown of a cell follows from its description, and of the LSTM it is what it always was."""

import pytest

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.palette import palette
from lstm_gui.gui.shown_kinds import NAME_OF, SHOWN_KINDS
from lstm_gui.gui.simulator.cell_looks import looks_of

GRU = Kind.of("gru")


def test_the_lstm_is_shown_as_it_always_was() -> None:
    looks = looks_of(LSTM)
    assert looks.curves == {"gates": ("o", "i", "f"), "states": ("g", "h", "c")}
    assert looks.operating == ("f", "i", "o", "g")
    assert looks.ordered_blocks == ("f", "i", "g", "o")
    assert looks.arrays == ("W", "U", "b")
    assert [looks.purpose(looks.graph.squashed[gate], gate) for gate in "figo"] == [
        "σ · keep",
        "σ · write",
        "tanh · what",
        "σ · show",
    ]


def test_a_gru_has_its_own_curves_and_columns() -> None:
    looks = looks_of(GRU)
    assert looks.curves == {"gates": ("z", "r"), "states": ("n", "h")}
    assert looks.operating == ("r", "z", "n")
    assert looks.symbols["z_z"] == ("z", "z")
    assert looks.symbols["h_previous"] == ("h", "t−1")
    assert looks.purpose("σ", "r") == "σ · reset"


def test_an_rnn_has_no_row_of_gates() -> None:
    looks = looks_of(Kind.of("rnn"))
    assert looks.curves == {"states": ("h",)}
    assert looks.purpose("tanh", "h") == "tanh"
    assert looks.fills_both_ways("h")
    assert not looks_of(Kind.of("rnn", activation="relu")).fills_both_ways("h")


def test_a_coupled_gate_says_what_it_is_made_of() -> None:
    assert looks_of(Kind.of("lstm", variant="CIFG")).purpose("1 −", "f") == "1 − i"


@pytest.mark.parametrize("kind", sorted(SHOWN_KINDS, key=str), ids=NAME_OF.get)
def test_every_quantity_has_a_colour_and_belongs_to_a_curve(kind: Kind) -> None:
    looks, roles = looks_of(kind), palette("light").roles
    assert set(looks.roles.values()) <= set(roles)
    drawn = {"x", *(name for names in looks.curves.values() for name in names)}
    assert set(looks.curve_of.values()) <= drawn
    assert {looks.curve_of[name] for name in drawn} == drawn
    assert {*looks.graph.main} <= drawn
