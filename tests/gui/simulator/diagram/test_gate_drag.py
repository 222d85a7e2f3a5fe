"""A gate follows the hand, and a press that hardly moves is no drag."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

from lstm_gui.gui.simulator.diagram.gate_drag import GateDrag
from lstm_gui.gui.simulator.operating.operating import Z_REACH

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@given(st.floats(-10, 10), st.floats(-3000, 3000))
def test_up_is_more_and_z_stays_in_its_reach(z: float, up: float) -> None:
    held = GateDrag("f", QPointF(5, 100), z)
    wanted = held.wanted(QPointF(5, 100 - up), PLAIN)
    assert Z_REACH.low <= wanted <= Z_REACH.high
    assert (wanted - z) * up >= 0
    assert abs(held.wanted(QPointF(5, 100 - up), SHIFT) - z) <= abs(wanted - z)


def test_a_drag_starts_once_and_only_when_it_is_meant() -> None:
    held = GateDrag("f", QPointF(5, 100), 0.0)
    found = [held.starts(QPointF(5, 100 - up)) for up in (0, 2, 3, 4, 0)]
    assert found == [False, False, True, False, False]
