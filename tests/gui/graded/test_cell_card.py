"""The cell beside a question gives nothing away, by a wire no more than by a number."""

import pytest

from lstm_gui.gui.graded.cell_card import spoken_part
from lstm_gui.gui.simulator.diagram.paint import wire_values
from lstm_gui.gui.simulator.diagram.plan import plans_for
from lstm_gui.lessons.challenge import Numeric
from lstm_gui.lessons.challenge_file import load_challenge
from lstm_gui.simulator.graded.cover import cell_asked_about, covered


@pytest.mark.parametrize("name", ["compute-gru", "compute-cell-state", "compute-two-rnn-steps"])
def test_wires_of_what_is_not_told_look_alike(name: str) -> None:
    card = load_challenge(name)
    assert isinstance(card, Numeric)
    shown = [covered(cell_asked_about(card, seed), card) for seed in (1, 2)]
    for plan in plans_for(shown[0].kind):
        told = [wire_values(part, plan) for part in shown]
        read = {wire for wire, line in plan.wires.items() if line.carries not in shown[0].hidden}
        assert all(not values[wire] for values in told for wire in values.keys() - read)
        derived = {one for one, _, parts in plan.made if set(parts) & shown[0].hidden.keys()}
        assert all(not told[0][wire] for wire, line in plan.wires.items() if line.carries in derived)


def test_who_cannot_see_it_is_told_what_is_given_and_what_is_asked() -> None:
    card = load_challenge("compute-two-rnn-steps")
    assert isinstance(card, Numeric)
    part = cell_asked_about(card, 1)
    assert spoken_part(covered(part, card)) == "x = 0.00, h is asked"
    assert spoken_part(part).count(" = ") == 3
