"""Gates and states: curves of few units, heat maps of many, every number where its colour is."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import EVERY_KIND, LSTM, Kind
from lstm_gui.gui.simulator.heat import shades
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.text import put_text, width
from lstm_gui.gui.training.views import probe_paint
from lstm_gui.gui.training.views.probe import ProbeView, units_of
from lstm_gui.gui.training.views.probe_paint import map_table
from lstm_gui.training.look import Look
from tests.gui.training.views.conftest import Curve, Show
from tests.gui.training.views.made_up import made_up

SIZE = (720, 420)


@pytest.fixture
def view(show: Show, style: Style) -> ProbeView:
    return show(ProbeView(style), SIZE)


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
def test_every_gate_and_state_of_every_cell_is_shown_and_read(view: ProbeView, kind: Kind) -> None:
    for units in (2, 5):
        look = made_up(kind=kind, units=units)
        view.show_look(look)
        assert view.place is not None
        graph = view.looks.graph
        names = {*graph.gates, *graph.signed}
        shown = {name for row in view.place.rows for name in (row.curves or (row.name,))}
        assert names <= shown
        words = view.words(3, 1)
        for name in names:
            array = look.quantities[name]
            assert view.looks.symbols[name][0] in words
            assert f"{array[3, min(1, array.shape[1] - 1)]:.2f}".rstrip("0").rstrip(".").lstrip("-") in words
        assert not view.grab().isNull()


def test_the_curves_are_the_numbers(view: ProbeView, drawn: list[Curve]) -> None:
    look = made_up(units=3)
    view.show_look(look)
    view.grab()
    assert view.curves_of == (0, 1, 2)
    assert view.place is not None
    for row in view.place.rows:
        for name in row.curves:
            assert row.unit is not None
            wanted = row.axes.places(look.quantities[name][:, row.unit].tolist())
            assert any(places.shape == wanted.shape and np.allclose(places, wanted) for places in drawn)
    gates = [row for row in view.place.rows if row.name == "gates"]
    assert {(row.axes.low, row.axes.high) for row in gates} == {(0.0, 1.0)}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(units=st.integers(4, 9), steps=st.integers(2, 12), seed=st.integers(0, 99))
def test_a_colour_is_the_number(qapp: object, style: Style, units: int, steps: int, seed: int) -> None:
    assert qapp
    look = made_up(units=units, steps=steps, seed=seed)
    view = ProbeView(style)
    view.resize(*SIZE)
    view.show_look(look)
    assert view.place is not None
    image = view.grab().toImage()
    for row in view.place.rows:
        if row.name == "x":
            continue
        table, each = map_table(style, view.looks, row), row.frame.height() / units
        for t in range(steps):
            for unit in range(1, units - 1):  # the corners are round
                place = QPointF(row.axes.x(t + 1), row.frame.top() + (unit + 0.5) * each)
                value = look.quantities[row.name][t, [unit]]
                wanted = QColor.fromRgba(int(table[shades(value, row.axes.low, row.axes.high)[0]]))
                assert image.pixelColor(place.toPoint()) == wanted
                assert view.place_at(place) == (t, unit)
    view.deleteLater()


def test_of_many_units_one_is_picked_and_all_come_back(view: ProbeView) -> None:
    view.show_look(made_up(units=8))
    assert view.units.isVisible()
    assert not view.parts.isVisible()
    assert not view.curves_of
    view.units.activated.emit(4)
    assert view.curves_of == (3,)
    assert "Unit 4 of 8" in view.accessibleDescription()
    assert "unit 4" in view.words(0, 0)
    view.show_look(made_up(units=8, seed=1))
    assert view.curves_of == (3,)
    view.units.activated.emit(0)
    assert not view.curves_of


def test_a_unit_that_there_is_no_more_is_not_picked(view: ProbeView) -> None:
    view.show_look(made_up(units=8))
    view.show_unit(7)
    view.show_look(made_up(units=5))
    assert view.unit is None


def test_a_layer_or_direction_is_picked(view: ProbeView, qtbot: QtBot) -> None:
    look = made_up(units=4, layers=2, both=True)
    view.show_look(look)
    assert [view.parts.itemText(n) for n in range(4)] == ["→ layer 1", "← layer 1", "→ layer 2", "← layer 2"]
    with qtbot.waitSignal(view.part_chosen) as told:
        view.parts.activated.emit(3)
    assert told.args == ["1.backward."]
    assert f"f {look.quantities['1.backward.f'][2, 1]:.2f}".rstrip("0") in view.words(2, 1)
    assert "← layer 2" in view.accessibleDescription()
    view.show_look(made_up(units=4))
    assert view.part == ""
    assert not view.parts.isVisible()


def test_the_axis_of_the_memory_grows_in_steps_and_says_so(view: ProbeView) -> None:
    look = made_up(units=2)

    def with_memory(most: float) -> Look:
        c = np.linspace(-most, most, look.steps)[:, np.newaxis].repeat(2, axis=1)
        return replace(look, quantities={**look.quantities, "c": c})

    ends = []
    for most in (0.4, 2.6, 2.9, 14.0):
        view.show_look(with_memory(most))
        assert view.place is not None
        ends.append(next(row.axes.high for row in view.place.rows if row.name == "states"))
        assert not view.grab().isNull()
    assert ends == [1, 3, 3, 20]
    assert view.scales.changed == {"c"}
    view.show_look(with_memory(14.0))
    assert view.scales.changed == set()


def test_the_keys_go_through_steps_and_units(view: ProbeView) -> None:
    view.show_look(made_up(units=6, steps=40))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(view, key)
    assert view.reading == (11, 1)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.reading == (39, 0)
    assert not view.grab().isNull()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.reading is None


def test_more_units_than_lines_are_means_and_that_is_said(view: ProbeView) -> None:
    view.resize(420, 240)
    view.show_look(made_up(units=64, steps=400))
    assert "the mean of" in view.accessibleDescription()
    assert not view.grab().isNull()
    assert units_of(made_up(units=64), "") == 64
    assert view.place is not None
    heat = next(row for row in view.place.rows if row.name == "c")
    assert heat.unit_at(heat.frame.bottom() + 50) == 63


def test_inputs_are_lines_or_a_heat_map_and_are_read(view: ProbeView) -> None:
    for inputs in (1, 3, 12):
        look = made_up(units=4, inputs=inputs)
        view.show_look(look)
        assert view.place is not None
        row = view.place.rows[0]
        assert row.lines == (inputs if inputs > 3 else 0)
        assert view.place_at(row.frame.center()) is not None
        assert "reads" in view.words(2, 0)
        assert not view.grab().isNull()
    assert view.place_at(QPointF(1, 1)) is None
    named = replace(made_up(units=2, inputs=2), input_names=("value", "mark"))
    view.show_look(named)
    view.show_unit(1)
    assert "reads value" in view.words(2, 0)
    assert not view.grab().isNull()


def test_the_table_has_a_column_for_each_unit_of_each_gate(view: ProbeView) -> None:
    look = made_up(kind=LSTM, units=5)
    view.show_look(look)
    numbers = view.numbers()
    assert len(numbers.head) == 1 + 6 * 5
    assert float(numbers.rows[4][1]) == pytest.approx(look.quantities["f"][4, 0], rel=1e-5)


def test_nothing_yet(view: ProbeView) -> None:
    assert view.extent() == (0, 0)
    assert view.count == 0
    assert not view.grab().isNull()


def test_inputs_fill_their_axis_whatever_was_shown_before(view: ProbeView) -> None:
    look = made_up(inputs=8, units=6)
    view.show_look(replace(look, x=look.x * 30))
    view.show_look(replace(look, x=(look.x > 0).astype(np.float32)))
    assert view.place is not None
    inputs = next(row for row in view.place.rows if row.name == "x")
    assert (inputs.axes.low, inputs.axes.high) == (0.0, 1.0)
    view.show_look(None)
    assert not view.scales.limits


def test_names_of_inputs_stand_beside_each_other_where_a_field_is_low(view: ProbeView) -> None:
    view.resize(500, 180)
    view.show_look(replace(made_up(inputs=3, units=6), input_names=("x", "y", "z")))
    assert not view.grab().isNull()


@pytest.mark.parametrize("names", [("sunspots",), ("wind", "pressure", "weekday")])
@pytest.mark.parametrize("units", [1, 9])
def test_few_inputs_have_their_names_in_full(
    view: ProbeView, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], units: int
) -> None:
    view.resize(570, 276)
    said: list[str] = []

    def listen(painter: QPainter, x: float, y: float, text: str, *more: Any) -> float:
        said.append(text)
        assert x + width(more[0], text) * (1 - more[2].value if len(more) > 2 else 1) <= view.width()
        return put_text(painter, x, y, text, *more)

    monkeypatch.setattr(probe_paint, "put_text", listen)
    view.show_look(replace(made_up(units=units, inputs=len(names)), input_names=names))
    view.grab()
    assert set(names) <= set(said)
    view.show_look(replace(made_up(units=units, inputs=1), input_names=("a name much too long " * 9,)))
    view.grab()
    assert any(text.startswith("a name much") and text.endswith("…") for text in said)
