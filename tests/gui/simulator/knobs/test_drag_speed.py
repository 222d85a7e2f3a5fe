"""A drag moves a number as fast as it can be aimed, and slower with Shift."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from lstm_gui.gui.simulator.knobs.drag_speed import drag_speed
from lstm_gui.simulator.limits import Limits

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@given(st.floats(0.1, 1000))
def test_the_whole_range_is_one_hand_s_way_unless_it_is_wide(reach: float) -> None:
    limits = Limits(-reach, reach)
    speed = drag_speed(limits, PLAIN)
    assert speed * 220 == pytest.approx(min(2 * reach, 8.0))
    assert drag_speed(limits, SHIFT) == pytest.approx(speed / 10)
