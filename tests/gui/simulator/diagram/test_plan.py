"""Both plans of each kind name the same things, within their size."""

import pytest

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.shown_kinds import NAME_OF, SHOWN_KINDS
from lstm_gui.gui.simulator.diagram.plan import HALO, plans_for

every_kind = pytest.mark.parametrize("kind", sorted(SHOWN_KINDS, key=str), ids=NAME_OF.get)


@every_kind
def test_everything_is_within_the_size_of_the_plan(kind: Kind) -> None:
    for plan in plans_for(kind):
        wide, high = plan.size
        for x, y in plan.rings.values():
            assert HALO <= x <= wide - HALO
            assert HALO <= y <= high - HALO
        for x, y in plan.ring_names.values():
            assert 0 < x < wide
            assert 0 < y < high
        assert max(y for line in plan.wires.values() for _, y in line.places) <= high


@every_kind
def test_the_plans_differ_only_in_places(kind: Kind) -> None:
    high, low = plans_for(kind)
    assert high.wires.keys() == low.wires.keys()
    assert high.made == low.made
    assert high.rings.keys() == low.rings.keys() == high.ring_names.keys()
    assert [stem.tells for stem in high.stems] == [stem.tells for stem in low.stems]


def test_the_wires_of_the_lstm_wear_what_they_carry() -> None:
    wires = plans_for(LSTM)[0].wires
    looks = {name: (line.role, line.means, line.tells) for name, line in wires.items()}
    assert looks["keep-add"] == ("c", "c_previous", "")
    assert looks["write-add"] == ("c", "i", "")
    assert looks["show-h"] == ("h", "h", "h")


def test_a_peephole_is_thinner_than_what_it_looks_at() -> None:
    wires = plans_for(Kind.of("lstm", variant="peephole"))[0].wires
    assert wires["c_previous-f"].share < wires["c_previous-keep"].share == 1.0


def test_where_many_rings_stand_their_names_are_beside_them() -> None:
    for kind in (Kind.of("lstm", variant="FGR"), Kind.of("slstm")):
        assert all(plan.names_beside for plan in plans_for(kind))
    assert [plan.names_beside for plan in plans_for(LSTM)] == [False, True]


def test_rings_below_their_line_go_up_to_it() -> None:
    for plan in plans_for(Kind.of("lstm", variant="FGR")):
        leads = [line for line in plan.wires.values() if line.start in ("i_previous", "o_previous")]
        assert [len(line.places) for line in leads] == [2, 2]
        assert len(plan.rails) == 2  # one for x and h, one for the gates of the step before
