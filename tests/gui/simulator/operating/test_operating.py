"""The points are dragged along their curves, typed and stepped; what moves is the bias."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.operating.layout import Z_LIMIT, operating_layout
from lstm_gui.gui.simulator.operating.operating import OperatingView
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.conftest import Show
from tests.gui.simulator.frames import STYLE, frame_of, kinds


@pytest.fixture
def view(show: Show) -> OperatingView:
    """The operating points of "remember" at step 5."""
    made = show(OperatingView(STYLE), (330, 400))
    made.show_part(frame_of().operating)
    made.show_step(5)
    return made


def test_a_drag_along_the_curve_asks_for_z_between_begin_and_end(view: OperatingView) -> None:
    place = operating_layout(view.rect().toRectF(), STYLE)[0]
    told: list[object] = []
    view.edit_began.connect(told.append)
    view.pre_activation_edited.connect(lambda gate, z: told.append((gate, round(z, 1))))
    view.edit_ended.connect(lambda: told.append("ended"))
    start, end = (place.to_pixel(z, 0.5).toPoint() for z in (-2.0, 3.0))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    gate, z = told[-2] if isinstance(told[-2], tuple) else ("", 0.0)
    assert told[0] == Quantity("b_f")
    assert told[-1] == "ended"
    assert gate == "f"
    assert z == pytest.approx(3.0, abs=0.2)


@pytest.mark.parametrize("gate", looks_of(LSTM).operating)
def test_the_twin_of_a_point_steps_by_keys(view: OperatingView, qtbot: QtBot, gate: str) -> None:
    knob = view.knobs[gate]
    knob.setFocus()
    with qtbot.waitSignal(view.pre_activation_edited) as edited:
        QTest.keyClick(knob, Qt.Key.Key_Up)
    assert edited.args is not None
    assert edited.args[0] == gate
    assert edited.args[1] == pytest.approx(round(frame_of().operating.points[gate][0], 2) + 0.1)


def test_every_point_has_a_name_and_a_tip(view: OperatingView) -> None:
    for knob in view.knobs.values():
        assert knob.accessibleName()
        assert knob.toolTip()


def test_a_double_click_resets_the_bias(view: OperatingView, qtbot: QtBot) -> None:
    place = operating_layout(view.rect().toRectF(), STYLE)[1]
    with qtbot.waitSignal(view.reset_requested) as reset:
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place.curve.center().toPoint())
    assert reset.args == [Quantity("b_i")]


@given(st.floats(250, 2000), st.floats(160, 1500), st.floats(-Z_LIMIT, Z_LIMIT), kinds)
def test_a_place_on_the_axis_stands_for_its_z(width: float, height: float, z: float, kind: Kind) -> None:
    for place in operating_layout(QRectF(0, 0, width, height), STYLE, kind):
        assert place.to_z(place.to_pixel(z, 0.5).x()) == pytest.approx(z, abs=1e-6)
        assert place.frame.contains(place.curve)
