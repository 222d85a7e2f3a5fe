"""Quantities know their gate and their colour, and refuse names that mean nothing."""

import pytest

from lstm_gui.simulator.quantity import NAMES, Quantity


@pytest.mark.parametrize(
    ("name", "gate", "role"),
    [
        ("x", "", "x"),
        ("h_previous", "", "h"),
        ("c_previous", "", "c"),
        ("tanh_c", "", "c"),
        ("W_f", "f", "f"),
        ("b_o", "o", "o"),
        ("z_g", "g", "g"),
        ("i", "i", "i"),
        ("c", "", "c"),
        ("h", "", "h"),
    ],
)
def test_gate_and_role(name: str, gate: str, role: str) -> None:
    assert (Quantity(name).gate, Quantity(name).role) == (gate, role)


def test_every_role_is_a_colour_of_the_palette() -> None:
    assert {Quantity(name).role for name in NAMES} == {"x", "f", "i", "g", "o", "c", "h"}


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no quantity is called 'y'"):
        Quantity("y")
