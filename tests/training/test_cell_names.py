"""Every cell has a name of its own."""

from lstm_gui.graph.kind import EVERY_KIND, FAMILIES, Kind
from lstm_gui.training.cell_names import KIND_CALLED, cell_name


def test_every_cell_has_a_name_of_its_own() -> None:
    assert list(KIND_CALLED.values()) == list(EVERY_KIND)
    assert all(KIND_CALLED[cell_name(kind)] == kind for kind in EVERY_KIND)


def test_the_usual_cells_are_called_after_their_family() -> None:
    assert {name: KIND_CALLED[name] for name in FAMILIES} == {name: Kind.of(name) for name in FAMILIES}
    assert KIND_CALLED["lstm-nfg"] == Kind.of("lstm", variant="NFG")
    assert KIND_CALLED["gru-before-writes"] == Kind.of("gru", reset="before", z="writes")
