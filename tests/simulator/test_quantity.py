"""A quantity refuses a name that means nothing in any cell."""

import pytest

from lstm_gui.simulator.quantity import Quantity


def test_names_of_every_cell_are_taken() -> None:
    assert [Quantity(name).name for name in ("f", "bu_n", "C_previous")] == ["f", "bu_n", "C_previous"]


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no quantity is called 'y'"):
        Quantity("y")
