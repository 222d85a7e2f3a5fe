"""A box shows numbers exactly and tells of an edit as one pair of signals."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.knobs.knob_face import field_face
from lstm_gui.gui.simulator.knobs.quantity_box import QuantityBox
from lstm_gui.simulator.limits import Limits
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.frames import STYLE

BIAS = Quantity("b_f")


@pytest.fixture
def box(qtbot: QtBot) -> QuantityBox:
    made = QuantityBox(BIAS, Limits(-10.0, 10.0), field_face, STYLE)
    qtbot.addWidget(made)
    return made


@given(st.floats(-1e6, 1e6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_number_is_shown_as_it_is_and_told_to_nobody(box: QuantityBox, value: float) -> None:
    told: list[object] = []
    box.edited.connect(lambda *edit: told.append(edit))
    box.show_value(value)
    assert box.shown == value
    assert box.value() == pytest.approx(value, abs=0.005)
    assert told == []


def test_a_number_set_alone_is_a_whole_edit(box: QuantityBox) -> None:
    told: list[object] = []
    box.edit_began.connect(told.append)
    box.edited.connect(lambda quantity, value: told.append((quantity, value)))
    box.edit_ended.connect(lambda: told.append("ended"))
    box.setValue(2.5)
    assert told == [BIAS, (BIAS, 2.5), "ended"]


def test_between_begin_and_end_there_is_one_edit(box: QuantityBox) -> None:
    told: list[object] = []
    box.edit_began.connect(told.append)
    box.edit_ended.connect(lambda: told.append("ended"))
    box.begin()
    box.setValue(1.0)
    box.setValue(2.0)
    box.set_quantity(Quantity("b_i"))  # ends it
    assert told == [BIAS, "ended"]
    assert not box.editing
