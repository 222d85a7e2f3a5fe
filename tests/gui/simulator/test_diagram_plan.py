"""Both plans name the same things, within their size."""

import pytest

from lstm_gui.gui.simulator.diagram_plan import HALO, HIGH, LOW, DiagramPlan


@pytest.mark.parametrize("plan", [HIGH, LOW])
def test_everything_is_within_the_size_of_the_plan(plan: DiagramPlan) -> None:
    wide, high = plan.size
    for x, y in plan.rings.values():
        assert HALO <= x <= wide - HALO
        assert HALO <= y <= high - HALO
    for x, y in plan.ring_names.values():
        assert 0 < x < wide
        assert 0 < y < high
    assert max(y for places in plan.wires.values() for _, y in places) <= high


def test_the_plans_differ_only_in_places() -> None:
    assert HIGH.wires.keys() == LOW.wires.keys()
    assert {name: sign for name, (_, _, sign) in HIGH.nodes.items()} == {
        name: sign for name, (_, _, sign) in LOW.nodes.items()
    }
    assert HIGH.rings.keys() == LOW.rings.keys() == HIGH.ring_names.keys()
